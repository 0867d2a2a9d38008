import { describeSnippets } from "../evaluate/evaluate.ts";

/** What becomes a loop or a plain table where that means the same, and stays what it is where it would not. */
describeSnippets("Lua as one writes it by hand", ({ behavesLikeJavaScript, looks }) => {
    behavesLikeJavaScript(
        "methods with callbacks, alone and in chains",
        `const f = (list: number[], limit: number) => {
            const names = list.map((n) => "n" + n.toFixed(0));
            const chain = list.filter((n) => n > limit).map((n) => n * 2).filter((n) => n !== 8);
            let order = "";
            const seen = list.filter((n) => { order += "f"; return n > 1; }).map((n) => { order += "m"; return n; });
            return [names, chain, order, seen.length, list.findIndex((n) => n === 4), list.findIndex((n) => n === 9)];
        };
        export const result = f([1, 2, 3, 4], 1);`,
    );
    behavesLikeJavaScript(
        "a list that grows while it is visited is visited as it was",
        `const f = () => {
            const list = [1, 2, 3];
            const add = (n: number) => { list.push(n); };
            list.forEach((n) => { if (list.length < 9) list.push(n + 10); });
            const doubled = list.map((n) => { add(n); return n * 2; });
            let sum = 0;
            list.forEach((n, index) => { list[list.length] = index; sum += n; });
            return [list.length, doubled.length, sum];
        };
        export const result = f();`,
    );
    behavesLikeJavaScript(
        "names of callbacks mean what they meant",
        `const f = (i: number, list: number[], value: number) => {
            const n = 100;
            const a = list.filter((n) => n > 1).map((x) => x + n);
            const b = list.map((value) => value + i).filter((found) => found !== value);
            const c = list.map((n) => list.map((m) => n * m + i).reduce((n, m) => n + m, 0));
            const d = list.reduce((list, n) => list + n, value);
            const fs = list.map((n, i) => () => n * i);
            return [a, b, c, d, fs.map((g) => g()), n];
        };
        export const result = f(7, [1, 2, 3], 8);`,
    );
    behavesLikeJavaScript(
        "callbacks that leave early, or take elements apart",
        `const f = (people: { name: string; age: number }[]) => {
            let text = "";
            people.forEach(({ name, age }, index) => {
                if (age < 14) return;
                if (index > 1) { text += "|"; return; }
                for (const c of name) { if (c === "m") continue; text += c; }
            });
            const old = people.filter(({ age }) => age > 13).map(({ name }) => name);
            const odd = people.map(({ age }) => { if (age % 2 === 1) return "odd"; return "even"; });
            return [text, old, odd, people.some(({ name }) => name === "Romeo"), people.every(({ age }) => age > 13)];
        };
        export const result = f([{ name: "Romeo", age: 16 }, { name: "Juliet", age: 13 }, { name: "Paris", age: 25 }]);`,
    );
    behavesLikeJavaScript(
        "conditions that find",
        `const f = (list: string[], word: string) => {
            let n = 0;
            while (!list.some((each) => each.length > 5)) { list.push(word + word); n++; }
            const a = n > 0 && list.every((each) => each !== "") ? list.find((each) => each.startsWith("m")) : "none";
            const b = list.includes(word) || list.includes("x") ? "in" : "out";
            const c = ["p", "q", word].includes("q") && !["a", "b"].includes(word);
            return [n, a ?? "nothing", b, c, list.find((each) => each === "?")?.length ?? -1];
        };
        export const result = [f(["a", "bc"], "mno"), f(["longer than that"], "x")];`,
    );
    behavesLikeJavaScript(
        "NaN and numbers in lists",
        `const f = (list: number[], n: number) => [list.includes(n), list.includes(3), list.some((each) => each === n)];
        export const result = [f([1, NaN], NaN), f([1, 3], 1)];`,
    );
    behavesLikeJavaScript(
        "copies with changes, in order",
        `const f = (settings: { a: number; b?: number }, list: number[], more: readonly number[]) => {
            const tick = () => { list.push(9); return 0; };
            const copy = { x: 1, ...settings, a: 5, z: tick() };
            const later = { c: 0, ...settings };
            const all = [0, ...list, tick(), ...more];
            return [copy, later, all, [...list], [...more, ...list, 1], settings.a, [...list].sort((a, b) => b - a)];
        };
        export const result = f({ a: 1, b: 2 }, [3, 4], [5]);`,
    );
    behavesLikeJavaScript(
        "sorting by what a comparator says",
        `const f = (people: { name: string; age: number }[]) => {
            const byAge = [...people].sort((a, b) => a.age - b.age).map((p) => p.name);
            people.sort((a, b) => (a.name < b.name ? -1 : 1));
            return [byAge, people.map((p) => p.name)];
        };
        export const result = f([{ name: "b", age: 1 }, { name: "a", age: 3 }, { name: "c", age: 2 }]);`,
    );
    behavesLikeJavaScript(
        "entries of records and lists",
        `const f = (record: Record<string, number>, list: string[]) => {
            let sum = 0;
            for (const [key, value] of Object.entries(record)) { if (key === "b") continue; sum += value + key.length; }
            for (const key of Object.keys(record)) record[key + key] = 1;
            for (const value of Object.values(record)) sum += value;
            let text = "";
            for (const [index, word] of list.entries()) { if (index > 0) text += ", "; text += word + index.toFixed(0); }
            for (let [index] of list.entries()) { index += 5; text += index.toFixed(0); }
            return [sum, Object.keys(record).length, text];
        };
        export const result = f({ a: 1, b: 2, c: 3 }, ["x", "y"]);`,
    );
    behavesLikeJavaScript(
        "loops over positions",
        `const f = (words: string[]) => {
            const seen: string[] = [];
            const later: (() => number)[] = [];
            for (let i = 0; i < words.length; i++) if (i > 0) seen.push(words[i - 1]! + words[i]!);
            for (let i = words.length - 1; i >= 0; i--) seen.push(words[i]!);
            for (let i = 0; i <= 2; i += 2) { seen.push(words[i]!, words[i]!); later.push(() => i); }
            for (let i = 1; i < 3; i++) seen.push((i * 2).toFixed(0), words[i]!);
            return [seen, later.map((each) => each())];
        };
        export const result = f(["a", "b", "c"]);`,
    );
    behavesLikeJavaScript(
        "dictionaries: what is only asked and filled, and what is more",
        `const counts = new Map<string, number>();
        const seen = new Set<string>(["x"]);
        const flags = new Map<string, boolean>([["on", true], ["off", false]]);
        const ordered = new Map<string, number>();
        const maybe = new Map<string, number | undefined>();
        const byNumber = new Map<number, string>();
        const f = (words: string[]) => {
            for (const word of words) {
                counts.set(word, (counts.get(word) ?? 0) + 1);
                seen.add(word);
                ordered.set(word, 1);
            }
            counts.delete("b");
            seen.delete("x");
            maybe.set("u", undefined);
            byNumber.set(1, "one");
            return [
                counts.get("a") ?? -1, counts.has("b"), seen.has("x"), seen.has("a"), flags.has("off"), flags.get("off") ?? "none",
                [...ordered.keys()], ordered.size, maybe.has("u"), byNumber.has(1),
            ];
        };
        export const result = f(["c", "a", "b", "a"]);`,
    );
    behavesLikeJavaScript(
        "strings",
        `const f = (s: string, part: string) => [
            s.startsWith("ab"), s.endsWith("é"), s.startsWith(""), s.endsWith(""), s.includes(part), s.indexOf(part),
            s.includes("."), s.indexOf("zz"), "x".repeat(3), s.replace("b", "B"), s.replace("zz", "!"), s.split(","),
            s.split(""), "a--b".split("--"), s.toUpperCase().startsWith("AB"), (s + part).toLowerCase(),
        ];
        export const result = [f("ab,cd", "c"), f("x.y", ".")];`,
    );
    behavesLikeJavaScript(
        "trimming, with spaces of all kinds",
        `const f = (s: string) => [s.trim(), s.trimStart(), s.trimEnd()];
        export const result = [f("  a b  "), f("\\u00a0 x\\u3000\\t"), f("   "), f(""), f("voilà "), f("日本")];`,
    );
    behavesLikeJavaScript(
        "defaults of parameters that are used once, twice, later, and changed",
        `const f = (a = "x", b = 1, c = true, d = "d", e = "e") => {
            d += "!";
            const later = () => e;
            return [a, b + b, c, d, later()];
        };
        export const result = [f(), f("y", 2, false, "z", "w"), f(undefined, 3)];`,
    );
    behavesLikeJavaScript(
        "objects of classes: plain, derived, of derived ones, static makers, made inside, with accessors",
        `class Point { readonly tags: string[] = []; constructor(public x: number, public y = 2) {} sum() { return this.x + this.y; } }
        class Named extends Point { label = "n" + this.x.toFixed(0); constructor(x: number, readonly name: string) { super(x, x + 1); this.tags.push(name); } }
        class Deep extends Named { constructor() { super(7, "deep"); if (this.x > 5) this.y = 0; } }
        class Chain { next?: Chain; constructor(readonly depth: number) { if (depth > 0) this.next = new Chain(depth - 1); } length(): number { return 1 + (this.next?.length() ?? 0); } }
        class Only { static one = new Only("a"); static make(s: string) { return new Only(s); } private constructor(readonly s: string) {} }
        class Metered { private n = 1; get twice() { return this.n * 2; } set half(v: number) { this.n = v * 2; } }
        class Early { v = 1; constructor(stop: boolean) { if (stop) return; this.v = 2; } }
        const make = (c: new (x: number) => Point, x: number) => new c(x);
        const f = () => {
            const m = new Metered(); m.half = 3;
            const p = new Point(1);
            return [
                p.sum(), p.tags.length, new Named(3, "z").sum(), new Named(3, "z").label, new Deep().y, new Deep().tags.join(""),
                new Chain(3).length(), Only.one.s, Only.make("b").s, m.twice, new Early(true).v, new Early(false).v, make(Point, 9).sum(),
                p instanceof Point, new Deep() instanceof Named, p instanceof Named,
            ];
        };
        export const result = f();`,
    );
    behavesLikeJavaScript(
        "objects of a class that only this function knows",
        `class Counter { private count = 0; private readonly log: string[] = []; constructor(private readonly step: number, name?: string) { this.log.push(name ?? "none"); } bump() { this.count += this.step; return this.log.length + this.count; } }
        class Loud extends Counter { constructor(readonly mark: string) { super(5, mark); } }
        const f = () => [new Counter(2).bump(), new Counter(3, "x").bump(), new Loud("!").bump(), new Loud("?").mark];
        export const result = f();`,
    );
    looks(
        "a callback in a function is a loop, and Lua's functions are locals",
        `export function f(list: string[]): string { return list.filter((word) => word !== "").map((word) => word + "!").join(","); }
         export const result = f(["a", ""]);`,
        ({ lua }) => {
            for (const line of [
                "local t_concat = table.concat",
                "for _, word in ipairs(list) do",
                'if word ~= "" then',
            ]) {
                if (!lua.includes(line)) throw new Error(lua);
            }
            if (/array_|function\(word\)/.test(lua)) throw new Error(lua);
        },
    );
    behavesLikeJavaScript(
        "a choice of nothing or something",
        `let calls = 0;
        const f = (n: number, o: { x?: string; b?: boolean }) => {
            const kept: { n?: number | undefined; s?: string | undefined; b?: boolean | undefined } = {};
            kept.n = n === 0 ? undefined : n * 2;
            kept.s = o.x === undefined ? undefined : o.x + "!";
            kept.b = n > 1 ? undefined : o.b;
            const later = !(n < 2) ? undefined : (() => { calls++; return "called"; })();
            const both = n === 0 || n === 2 ? undefined : { n };
            return [kept.n === undefined, kept.n ?? -1, kept.s ?? "none", kept.b === undefined, kept.b ?? "none", later ?? "none", both?.n ?? "none"];
        };
        export const result = [f(0, {}), f(1, { x: "a", b: false }), f(2, { b: true }), f(3, { x: "", b: false }), calls];`,
    );
    behavesLikeJavaScript(
        "one field of what a function gives",
        `let calls = 0;
        const make = () => { calls++; return { name: "a", inner: { value: 1 as number | undefined, "odd key": 2 } }; };
        const { name } = make();
        const { inner } = make();
        const { value = 7 } = make().inner;
        const { "odd key": odd } = inner;
        const f = () => { const { name: own } = make(); return own; };
        export const result = [name, inner.value ?? 0, value, odd, f(), calls];`,
    );
    looks(
        "what the compiler makes up is called by what it holds, unless the author's own has that name",
        `interface Contact { jid: string; groups: string[] }
         export function first(contacts: Record<string, Contact>, jid: string): string | undefined {
             return contacts[jid]?.groups[0];
         }
         export function jids(contacts: Contact[]): string {
             let text = "";
             for (const { jid, groups } of contacts) text += jid + groups.join(",") + jid;
             return text;
         }
         export function mixed(people: Contact[], status: Contact[], tables: Contact[], contacts: Contact[]): string {
             let contact = "";
             for (const { jid } of contacts) contact += jid + jid;
             for (const { jid } of people) contact += jid + jid;
             for (const { jid } of status) contact += jid + jid;
             for (const { jid } of tables) contact += jid + jid;
             return contact;
         }
         const one = { jid: "a", groups: ["b"] };
         export const result = [first({ a: one }, "a") ?? "", jids([one]), mixed([one], [one], [one], [one])];`,
        ({ lua }) => {
            for (const line of [
                "local contact = contacts[jid]",
                "for _, contact in ipairs(contacts) do\n\t\tlocal jid = contact.jid",
                'local contact = ""\n\tfor _, value in ipairs(contacts)',
                "for _, value in ipairs(people)",
                "for _, value in ipairs(status)",
                "for _, value in ipairs(tables)",
            ]) {
                if (!lua.includes(line)) throw new Error(lua);
            }
        },
    );
    behavesLikeJavaScript(
        "a set of a list's elements that is only asked",
        `const f = (list: string[], words: string[]) => {
            const known = new Set(list);
            const other: ReadonlySet<string> = new Set(words.map((word) => word + "!"));
            list.push("later");
            const none = new Set<string>([]);
            return [...words.map((word) => known.has(word)), other.has("a!"), none.has("a"), known.has("later")];
        };
        export const result = f(["a", "b"], ["b", "c", "a"]);`,
    );
    looks(
        "a set of a list's elements that is only asked is a table",
        `const f = (list: string[]) => { const known = new Set(list); return known.has("a"); };
         export const result = f(["a"]);`,
        ({ lua }) => {
            for (const line of ["local known = {}", "known[value] = true", 'return known["a"] ~= nil']) {
                if (!lua.includes(line.replace('["a"]', ".a")) && !lua.includes(line)) throw new Error(lua);
            }
            if (lua.includes("Symbol")) throw new Error(lua);
        },
    );
    behavesLikeJavaScript(
        "prefixes, orders and joins",
        `const f = (text: string, prefix: string, none: string) => {
            const list = ["b", "a", "c"];
            const sorted = [...list].sort();
            list.sort();
            return [text.startsWith(prefix), prefix.startsWith(text), text.startsWith(none), list.join(""), sorted.join("-"),
                [1, 2].join(""), list.concat(["d"]).sort().join("")];
        };
        export const result = f("romeo@montague", "romeo", "");`,
    );
    behavesLikeJavaScript(
        "long chains of methods begin with whatever they are called on",
        `const long = (text: string): string => text + "a word that is long enough for the chain to go on in the next line, and the next";
        const f = (own: string, n: number) => [
            "".toUpperCase().indexOf(long(own + own + "and another argument that is quite long in itself")),
            "A Literal".toLowerCase().repeat(2).startsWith(long(own + own + "and another argument that is quite long in itself")),
            \`A template \${own} of \${n}\`.toLowerCase().repeat(2).startsWith(long(own + own + "and another argument that is quite long")),
            (own + "concatenated").toLowerCase().repeat(2).startsWith(long(own + own + "and another argument that is quite long")),
            (n > 1 ? own : "other").toLowerCase().repeat(2).startsWith(long(own + own + "and another argument that is quite long")),
        ];
        export const result = f("x", 1);`,
    );
    looks(
        "prefixes, orders and joins are what one writes by hand",
        `const f = (text: string, prefix: string) => {
            const list = ["b", "a"];
            list.sort();
            return text.startsWith(prefix) ? list.join("") : "";
         };
         export const result = f("ab", "a");`,
        ({ lua }) => {
            for (const line of ["t_sort(list)", "text:sub(1, #prefix) == prefix", "t_concat(list)"]) {
                if (!lua.includes(line)) throw new Error(lua);
            }
            if (/array_sort|starts_with/.test(lua)) throw new Error(lua);
        },
    );
    looks(
        "there are no parentheses where Lua takes one value anyway, and no pieces of text side by side",
        `const first = (text: string): string => string.match(text, "^%a+")[0]!;
         const isWord = (text: string): boolean => (string.find(text, "^%a+$")[0] ?? 0) > 0;
         export const said = (found: string): string => "found " + found + ", " + "expected " + "a word";
         const two = (): LuaMultiReturn<[string, number]> => $multi("Ab", 2);
         export const result = [first("a-b"), isWord("a"), said("1"), two()[0].toLowerCase(), two()[0] === "Ab"];`,
        ({ lua }) => {
            for (const line of ['.. ", expected a word"', "two():lower()", 'two() == "Ab"']) {
                if (!lua.includes(line)) throw new Error(lua);
            }
        },
    );
    looks(
        "nothing or something is an expression, one field is read in place",
        `const make = (n: number | undefined) => ({ twice: n === undefined ? undefined : n * 2 });
         const { twice } = make(2);
         export const result = twice;`,
        ({ lua }) => {
            for (const line of ["twice = n ~= nil and n * 2 or nil", "local twice = make(2).twice"]) {
                if (!lua.includes(line)) throw new Error(lua);
            }
        },
    );
    behavesLikeJavaScript(
        "fields that are taken apart for one expression are read in their order, at once, and as they were",
        `interface Settings { host: string; port?: number; on?: boolean; user?: string }
        let log = "";
        class Getter {
            get first() { log += "1"; return "a"; }
            get second() { log += "2"; return "b"; }
            get third() { log += "3"; return log; }
        }
        const change = (s: Settings) => { s.host = "changed"; s.port = 1; return "!"; };
        const f = (s: Settings) => {
            const { host, port = 5222, on = true } = s;
            return [host + ":" + port.toFixed(0), on];
        };
        const later = (s: Settings) => { const { host, port = 7 } = s; return change(s) + host + port.toFixed(0); };
        const both = (s: Settings) => { const { port = 3, host } = s; return host + "." + port.toFixed(0); };
        const perhaps = (s: Settings, b: boolean) => { const { host, user = "none" } = s; return b ? host + user : "-"; };
        const inside = (s: Settings) => { const { host } = s; const g = () => host + "?"; change(s); return g(); };
        const twice = (s: Settings) => { const { host, port = 2 } = s; const text = host + "/" + host; return text + port.toFixed(0); };
        const set = (s: Settings) => { let { host, port = 4 } = s; host += "x"; return host + port.toFixed(0); };
        const loop = (list: Settings[]) => { let text = ""; for (const { host, user = "u" } of list) text += host + user; return text; };
        const order = (g: Getter) => { const { second, first, third } = g; return third + first + second; };
        const straight = (g: Getter) => { const { first, second } = g; return first + second; };
        const swap = (a: { x: string; y: string }) => { const { x, y } = a; a.x = y + "," + x; return a.x; };
        const s = (): Settings => ({ host: "h" });
        export const result = [
            f(s()), f({ host: "i", port: 0, on: false }), later(s()), both(s()), perhaps(s(), true), perhaps(s(), false), inside(s()),
            twice(s()), set(s()), loop([s(), { host: "k", user: "v" }]), order(new Getter()), straight(new Getter()), log,
            swap({ x: "1", y: "2" }),
        ];`,
    );
    looks(
        "fields that are taken apart for one expression stand in it",
        `interface Settings { host: string; port?: number }
         export function address(settings: Settings): string {
             const { host, port = 5222 } = settings;
             return host + ":" + port.toFixed(0);
         }
         export function repeated(settings: Settings): string { const { host } = settings; return host + host; }
         export const result = [address({ host: "a" }), repeated({ host: "b" })];`,
        ({ lua }) => {
            for (const line of ["return settings.host .. ", "settings.port or 5222", "local host = settings.host"]) {
                if (!lua.includes(line)) throw new Error(lua);
            }
        },
    );
    behavesLikeJavaScript("a Map that another file gets by its name keeps what it is", {
        "main.ts": `import { ages, names } from "./others"; export const result = [ages.size, [...names]];`,
        "others.ts": `
            const ages = new Map<string, number>();
            ages.set("romeo", 16);
            export { ages };
            const seen = new Set<string>();
            seen.add("juliet");
            export { seen as names };`,
    });
    behavesLikeJavaScript(
        "an enum that another file gets by its name, or somebody in an object, can be read backwards",
        {
            "main.ts": `
            import { Colour } from "./others";
            enum Shade { dark, light }
            const box = { Shade };
            export const result = [Colour[1] ?? "none", box.Shade[0] ?? "none"];`,
            "others.ts": `enum Colour { red, green } export { Colour };`,
        },
    );
    behavesLikeJavaScript(
        "a list that grows in a loop by another name",
        `const f = (xs: number[]) => {
             for (let i = 0; i < xs.length; i++) {
                 const box = { xs };
                 if (i < 3) box.xs[box.xs.length] = i;
             }
             return xs;
         };
         export const result = f([7]);`,
    );
    behavesLikeJavaScript(
        "lists of a length, and what is found from the end",
        `const f = (n: number) => Array.from({ length: n }, (_, index) => index * 2);
         const g = (list: number[], text: string, part: string) => [
             list.lastIndexOf(2), list.lastIndexOf(2, 2), list.lastIndexOf(2, -2), list.lastIndexOf(9), list.lastIndexOf(1, -9),
             text.lastIndexOf(part), text.lastIndexOf(part, 3), text.lastIndexOf(part, -1), text.lastIndexOf(part, 99),
             text.lastIndexOf(""), text.lastIndexOf("", 2), "".lastIndexOf(part), text.lastIndexOf("%"),
         ];
         const table: Record<string, number | undefined> = { a: 1 };
         export const result = [
             f(3), f(0), Array.from({ length: 2, 0: "a", 1: "b" }, (each) => each + "!"),
             g([1, 2, 3, 2, 4], "abcabab", "ab"), g([], "aaa", "aa"), Object.hasOwn(table, "a"), Object.hasOwn(table, "b"),
         ];`,
    );
    looks(
        "what is taken out of an object only to be left out of the rest is no variable",
        `interface Options { host: string; port: number; user: string }
         export const f = (options: Options) => { const { host, port, ...others } = options; return [others.user, port.toFixed(0)]; };
         export const g = ({ host, ...others }: Options) => others.user;
         export const result = [f({ host: "a", port: 1, user: "b" }), g({ host: "a", port: 1, user: "c" })];`,
        ({ lua }) => {
            if (lua.includes("local host")) throw new Error(lua);
        },
    );
    behavesLikeJavaScript(
        "JavaScript's functions, handed on",
        `const apply = <T>(f: (text: string) => T, text: string): T => f(text);
         const table = { parse: parseFloat };
         const own = (Number: (n: number) => number) => [1].map(Number);
         export const result = [
             ["1", " 2 "].map(Number), [1, 2].map(String), ["1.5x", "2"].map(parseFloat), [NaN, 1].filter(isNaN).length,
             [1 / 0, 5].filter(isFinite), apply(Number, "4"), table.parse("2.5"), own((n) => n + 1), apply(parseInt, "12px"),
         ];`,
    );
    behavesLikeJavaScript(
        "what a method of every object is called on is computed once",
        `let asked = 0;
         const on = (value: boolean): boolean => value;
         const first = (["x", "yy"].find(() => { asked += 1; return on(true); }) ?? "").toString();
         const table = (list: Record<string, number>[]) => (list.find(() => { asked += 1; return on(true); }) ?? {}).hasOwnProperty("a");
         const text = [1, 2].map((n) => { asked += 1; return n + 1; }).length.toString();
         export const result = [first, table([{ a: 1 }]), text, asked];`,
    );
});
