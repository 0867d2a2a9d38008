import { describe, expect, it } from "vitest";
import { accepts, declarationErrors, emits, rejects } from "./snippets.ts";

describe("the declarations", () => {
    accepts("load into an empty module", "export {};");
    it("have no errors of their own", () => {
        expect(declarationErrors()).toEqual([]);
    });
});

describe("JavaScript in a module", () => {
    accepts(
        "has arrays, strings, maps, sets, generators, spread and destructuring",
        `
        function* count(): Generator<number> { yield 1; yield 2; }
        for (const n of count()) print(n);
        const { first, ...rest } = { first: 1, second: 2 };
        const numbers: number[] = [first, rest.second, ...[3, 4]];
        const doubled: number[] = numbers.map((n) => n * 2).filter((n) => n > 2);
        const names = new Map<string, number>([["a", 1]]);
        for (const [name, n] of names) print(name, n);
        const seen: boolean = new Set(doubled).has(4);
        const text: string = \`\${seen}: \${doubled.join(",").toUpperCase().slice(0, 3)}\`;
        const keys: string[] = Object.keys({ text });
        print(keys);
        `,
    );
    for (const [name, code] of [
        ["console", "console.log(1);"],
        ["setImmediate", "setImmediate(() => {});"],
        ["Intl", "print(Intl);"],
        ["Proxy", "print(new Proxy({}, {}));"],
        ["encodeURI", 'print(encodeURI("x"));'],
        ["structuredClone", "print(structuredClone({}));"],
        ["Uint8Array", "print(new Uint8Array(1));"],
        ["WeakRef", "print(new WeakRef({}));"],
    ] as const) {
        rejects(`has no ${name}`, code, `Cannot find name '${name}'`);
    }
    rejects("has no dates", "print(new Date());", "This expression is not constructable");
    rejects(
        "does not write JSON, whose empty arrays it could not tell from empty objects",
        "print(JSON.stringify(1));",
        "Property 'stringify' does not exist on type 'JSON'",
    );
    accepts(
        "has timers, JSON.parse, Date.now, percent-encoding and base64",
        `
        const timeout: Timeout = setTimeout((word: string, n: number) => print(word, n), 5, "x", 1);
        clearTimeout(timeout);
        const interval = setInterval(() => clearInterval(interval), 5);
        setTimeout(async () => { await Promise.resolve(); });
        const value: unknown = JSON.parse("1");
        const n: number = Date.now();
        const text: string = encodeURIComponent(decodeURIComponent("x")) + btoa(atob("eA=="));
        print(value, n, text);
        `,
    );
    rejects(
        "gives timers what their functions take",
        'setTimeout((n: number) => print(n), 5, "x");',
        "Argument of type 'string' is not assignable to parameter of type 'number'",
    );
    rejects(
        "has no methods of regular expressions",
        'print("a".match("b"));',
        "Property 'match' does not exist on type '\"a\"'",
    );
    accepts(
        "has promises, which are Prosody's",
        `
        import * as http from "prosody.net.http";
        import * as promise from "prosody.util.promise";
        import * as st from "prosody.util.stanza";
        async function ask(url: string): Promise<string> {
            const response = await http.request(url, {});
            const code: number = response.code;
            const { stanza } = await module.send_iq(st.iq({ type: "get", id: "x", to: "example.org" }));
            const [text, n]: [string, number] = await Promise.all([promise.resolve("a"), code]);
            const later: Promise<number> = new Promise((resolve) => { module.add_timer(n, () => resolve(1)); });
            const both: promise.Promise<number> = later.then((value) => value + 1);
            return \`\${stanza.name}\${text}\${await both}\`;
        }
        void ask("http://localhost/").catch((reason) => print(reason));
        `,
    );
    accepts(
        "has async handlers where Prosody can do without their promise",
        `
        module.hook("user-registered", async ({ username }) => { await Promise.resolve(username); });
        module.hook("iq-get/host/urn:example:x", async ({ stanza }) => { await Promise.resolve(stanza); });
        module.add_timer(1, async () => { await Promise.resolve(); });
        module.provides("http", { route: { GET: async ({ request }) => request.path } });
        `,
    );
    accepts("walks over the characters of a string", 'for (const c of "é") print(c.length);');
    emits("gives callbacks of arrays no self", "print([1].map((n) => n));", "function(n)");
});

describe("Lua in a module", () => {
    accepts(
        "has what all versions have in common",
        `
        const [start] = string.find("abc", "b", 1, true);
        const [ok, raised] = pcall((n: number) => n + 1, 1);
        if (ok) { const n: number = raised; print(n); }
        for (const [key, value] of pairs({ a: 1 })) { const k: "a" = key; print(k, value, start); }
        for (const [index, value] of ipairs(["x"])) print(index, value.length);
        const number: number | undefined = tonumber("5");
        const file = io.open("x");
        print(number, file, os.time(), math.floor(1.5), collectgarbage("count"));
        `,
    );
    rejects("lacks unpack, which 5.2 moved", "unpack([1]);", "Cannot find name 'unpack'");
    rejects("lacks table.unpack, which 5.1 has not", "table.unpack([1]);", "Property 'unpack' does not exist");
    rejects("lacks utf8, which 5.1 and 5.2 have not", 'utf8.len("x");', "Cannot find name 'utf8'");
    rejects("lacks rawlen, which 5.1 has not", "rawlen({});", "Cannot find name 'rawlen'");
    emits(
        "takes multiple results apart without a table",
        'const [s, e] = string.find("abc", "b"); print(s, e);',
        'local s, e = string.find("abc", "b")',
    );
});
