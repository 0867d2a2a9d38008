import { describeSnippets } from "../evaluate/evaluate.ts";

/**
 * Programs made at random out of loops, switches, try and all ways to leave them, nested in each other. The seed is fixed:
 * a failure is there again the next time, and the differing entry of the result names the function.
 */
describeSnippets(
    "Control flow made at random",
    ({ behavesLikeJavaScript }) => {
        for (const seed of [1, 2]) {
            behavesLikeJavaScript(`thirty functions of seed ${seed}`, randomProgram(seed, 30));
        }
    },
    { lint: false },
);

interface Place {
    depth: number;
    inLoop: boolean;
    inSwitch: boolean;
}

function randomProgram(seed: number, count: number): string {
    let state = seed * 7919 + 17;
    const next = (below: number) => {
        state = (state * 48271) % 2147483647;
        return state % below;
    };
    let names = 0;

    function block(place: Place): string {
        const length = 1 + next(2);
        return Array.from({ length }, () => statement(place)).join("\n");
    }

    function statement(place: Place): string {
        const deeper = { ...place, depth: place.depth + 1 };
        const inLoop = { depth: place.depth + 1, inLoop: true, inSwitch: false };
        const word = `log("${(names++).toString(36)}");`;
        if (place.depth > 3) return next(4) === 0 ? jump(place) : word;
        switch (next(11)) {
            case 0:
            case 1:
                return `if (yes()) {\n${block(deeper)}\n}`;
            case 2:
                return `if (yes()) {\n${block(deeper)}\n} else if (yes()) {\n${block(deeper)}\n} else {\n${block(deeper)}\n}`;
            case 3:
                return `for (let i = 0; i < ${1 + next(3)}; i++) {\nlog("i" + i.toFixed(0));\n${block(inLoop)}\n}`;
            case 4:
                return `for (const word of ["x", "y"]) {\nlog(word);\n${block(inLoop)}\n}`;
            case 5: {
                const counter = `n${names++}`;
                const body = `${counter}++;\n${block(inLoop)}`;
                return next(2) === 0
                    ? `let ${counter} = 0;\nwhile (${counter} < 3) {\n${body}\n}`
                    : `let ${counter} = 0;\ndo {\n${body}\n} while (${counter} < 2);`;
            }
            case 6:
                return chooses({ ...deeper, inSwitch: true });
            case 7:
            case 8:
                return attempt(deeper);
            case 9:
                return next(2) === 0 ? jump(place) : word;
            default:
                return word;
        }
    }

    function chooses(place: Place): string {
        const clauses = [0, 1, 2].slice(0, 1 + next(3)).map((value) => {
            const head = next(4) === 0 ? `case ${value + 10}:\ncase ${value}:` : `case ${value}:`;
            return `${head} {\n${block(place)}\nbreak;\n}`;
        });
        if (next(2) === 0) clauses.splice(next(clauses.length + 1), 0, `default: {\n${block(place)}\nbreak;\n}`);
        return `switch (below(4)) {\n${clauses.join("\n")}\n}`;
    }

    function attempt(place: Place): string {
        const body = `try {\n${block(place)}\n}`;
        const handler =
            next(2) === 0 ? `catch {\n${block(place)}\n}` : `catch (e) {\nlog(String(e));\n${block(place)}\n}`;
        const cleanup = `finally {\n${block(place)}\n}`;
        return [`${body} ${handler}`, `${body} ${cleanup}`, `${body} ${handler} ${cleanup}`][next(3)]!;
    }

    function jump(place: Place): string {
        const ways = [`return "r${names}";`, `throw "t${names++}";`];
        if (place.inLoop) ways.push("continue;", "continue;");
        if (place.inLoop || place.inSwitch) ways.push("break;", "break;");
        // Mostly behind a condition: else little is reached.
        const way = ways[next(ways.length)]!;
        return next(4) === 0 ? way : `if (yes()) ${way}`;
    }

    const functions = Array.from({ length: count }, (_, index) => {
        const body = block({ depth: 0, inLoop: false, inSwitch: false });
        return `function f${index}(): string {\n${body}\nreturn "end";\n}`;
    });
    return `
let state = 1;
let words: string[] = [];
const log = (word: string) => { words.push(word); };
const below = (n: number) => { state = (state * 75 + 74) % 65537; return state % n; };
const yes = () => below(2) === 0;
${functions.join("\n")}
const run = (name: string, f: () => string) => {
    const seen: string[] = [];
    for (let seed = 1; seed <= 12; seed++) {
        state = seed * 31;
        words = [];
        let way: string;
        try { way = f(); } catch (e) { way = "thrown " + String(e); }
        seen.push(words.join("") + ">" + way);
    }
    return { name, seen };
};
export const result = [
${functions.map((_, index) => `run("f${index}", f${index}),`).join("\n")}
];
`;
}
