/** docs/what-it-costs.md: what is written, what comes out, and what it costs beside Lua written by hand. */
import type { IdiomCost } from "./measure/idioms.ts";

const titles: Record<string, string> = {
    flow: "Functions, branches and loops",
    lists: "Lists",
    objects: "Objects, records and classes",
    text: "Text",
};

const ratio = ({ generated, byHand }: IdiomCost): number => generated / byHand;

export function geometricMean(costs: readonly IdiomCost[]): number {
    const logarithms = costs.reduce((sum, cost) => sum + Math.log(ratio(cost)), 0);
    return Math.exp(logarithms / costs.length);
}

/** `sumOfElements` -> "sum of elements" */
function inWords(name: string): string {
    return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function row(cost: IdiomCost, name: string): string {
    return `| ${name} | ${cost.generated} | ${cost.byHand} | ${ratio(cost).toFixed(2)} |`;
}

const head = (what: string) => [`| ${what} | Generated | By hand | Ratio |`, "| --- | --: | --: | --: |"];

function example(cost: IdiomCost): string[] {
    return [
        `### ${inWords(cost.name)[0]!.toUpperCase()}${inWords(cost.name).slice(1)}`,
        "",
        "```ts",
        cost.typescript,
        "```",
        "",
        "```lua",
        cost.lua,
        "```",
        "",
        `${cost.generated} instructions; ${cost.byHand} by hand.`,
        "",
    ];
}

/** The document. */
export function renderIdioms(costs: readonly IdiomCost[]): string {
    const idioms = costs.filter(({ group }) => group !== "handlers");
    const handlers = costs.filter(({ group }) => group === "handlers");
    const groups = [...new Set(idioms.map(({ group }) => group))];
    const lines = [
        "# What you write, what comes out, what it costs",
        "",
        "Written by `npm run bench -- --update-idioms`; do not edit. The tests compile, run and measure all of it again.",
        "",
        `${idioms.length} idioms of TypeScript (\`bench/idioms/*.ts\`) and ${handlers.length} whole modules (\`bench/handlers\`), each beside the`,
        "same in Lua as an expert writes it by hand (the `.lua` file of the same name), with the same results. The numbers are Lua VM",
        "instructions of Lua 5.4 for one call, or for one stanza with Prosody 0.12.3's own libraries. A call of a C function counts as one.",
        "Where a module waits, what its coroutines and util.promise do in later turns of the event loop counts as well.",
        "",
        `Geometric mean of all ratios: **${geometricMean(costs).toFixed(3)}**.`,
        "",
        "## Whole modules",
        "",
        ...head("Module"),
        ...handlers.map((cost) => row(cost, cost.name)),
        "",
    ];
    for (const group of groups) {
        const members = idioms.filter((cost) => cost.group === group);
        lines.push(`## ${titles[group] ?? group}`, "", ...head("Idiom"));
        lines.push(...members.map((cost) => row(cost, inWords(cost.name))), "");
        for (const cost of members) lines.push(...example(cost));
    }
    return `${lines.join("\n").trimEnd()}\n`;
}
