import ts from "typescript";
import { describe, expect, it } from "vitest";
import { declaredOptions, optionTable, withOptionTable } from "../../src/compiler/option-table.ts";

function options(text: string, from = "typed-prosody/lib/options"): ReturnType<typeof declaredOptions> {
    const names = [...new Set(text.match(/\b\w+Option\b/g) ?? [])].join(", ");
    const source = `import { ${names} } from "${from}";\n${text}`;
    return declaredOptions([ts.createSourceFile("mod_x.ts", source, ts.ScriptTarget.ESNext, true)]);
}

describe("the option table of a README", () => {
    it("reads name, kind, default, old name and description off a declaration", () => {
        expect(
            options(`
                /**
                 * The kinds that
                 * are posted.
                 */
                const kinds = wordsOption("post_kinds", ["message", "presence", "iq"], {
                    default: ["message"],
                    legacy: "kinds",
                });`),
        ).toEqual([
            {
                name: "post_kinds",
                kind: 'list of "message", "presence" and "iq"',
                default: '{ "message" }',
                required: false,
                description: "The kinds that are posted.",
                legacy: "kinds",
            },
        ]);
    });

    it.each([
        ['stringOption("x")', "text", undefined, true],
        ['stringOption("x", { optional: true })', "text", undefined, false],
        ['booleanOption("x", { default: false })', "`true` or `false`", "false", false],
        ['numberOption("x", { default: 0.5, min: 0, max: 1 })', "number from 0 to 1", "0.5", false],
        ['integerOption("x", { min: 1 })', "whole number, at least 1", undefined, true],
        ['periodOption("x", { default: 60, max: 3600 })', "seconds, above 0, at most 3600", "60", false],
        ['choiceOption("x", ["a", "b"], { default: "a" })', '"a" or "b"', '"a"', false],
        ['listOption("x", { default: [] })', "list of texts", "{}", false],
        ['mapOption("x")', "table of names and texts", undefined, true],
        ['jidOption("x")', "JID", undefined, true],
        ['urlOption("x")', "http or https URL", undefined, true],
        ['urlOption("x", { schemes: ["redis"] })', "redis URL", undefined, true],
    ])("says what %s takes", (call, kind, standard, required) => {
        const [option] = options(`const x = ${call};`);
        expect([option?.name, option?.kind, option?.default, option?.required]).toEqual([
            "x",
            kind,
            standard,
            required,
        ]);
    });

    it("finds the reader by where it comes from, not by its name", () => {
        expect(options('const x = urlOption("x");', "./my-own-options")).toEqual([]);
        expect(options('const x = urlOption("x");', "../../lib/options")).toHaveLength(1);
        const renamed = 'import { urlOption as url } from "typed-prosody/lib/options"; const x = url("x");';
        expect(
            declaredOptions([ts.createSourceFile("x.ts", renamed, ts.ScriptTarget.ESNext, true)]).map(
                ({ name }) => name,
            ),
        ).toEqual(["x"]);
    });

    it("stands where the README has its marker, and nowhere else", () => {
        const declared = options('/** Where to | whom. */\nconst x = urlOption("x_url", { legacy: "url" });');
        expect(optionTable(declared)).toBe(
            [
                "| Option  | Kind              | Default  | Description                              |",
                "| ------- | ----------------- | -------- | ---------------------------------------- |",
                "| `x_url` | http or https URL | required | Where to \\| whom. Its old name is `url`. |",
            ].join("\n"),
        );
        expect(withOptionTable("a\n<!-- options -->\nb\n", declared)).toBe(`a\n${optionTable(declared)}\nb\n`);
        expect(withOptionTable("no marker", declared)).toBe("no marker");
    });
});
