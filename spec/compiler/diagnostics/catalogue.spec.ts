import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { check } from "../../../src/compiler/check.ts";
import { builtins, members } from "../../../src/compiler/checks/missing-builtin.ts";
import * as catalogue from "../../../src/compiler/diagnostics.ts";
import { createLuaProgram } from "../../../src/compiler/program.ts";

const fixtures = fileURLToPath(new URL("./fixtures/", import.meta.url));
const names = readdirSync(fixtures).filter((name) => name.endsWith(".ts"));
const projectDir = fileURLToPath(new URL("../../../", import.meta.url));

const { program } = createLuaProgram({
    configFile: join(projectDir, "tstl.json"),
    entries: names.map((name) => join(fixtures, name)),
});

function sourceFile(name: string): ts.SourceFile {
    return program.getSourceFile(join(fixtures, name).replaceAll("\\", "/"))!;
}

/**
 * What a fixture's comments announce, as "line:column id". Either a caret in a comment of its own below the place,
 * `//   ^ TP2001`, or, where the place is too far left for that, `// TP2001 at 5` behind it.
 */
function announced(text: string): string[] {
    const found: string[] = [];
    let code = 0;
    text.split("\n").forEach((line, index) => {
        const below = /^\s*\/\/\s*\^ (T[PS]\d+)$/.exec(line);
        if (below) {
            found.push(`${code}:${line.indexOf("^") + 1} ${below[1]}`);
            return;
        }
        code = index + 1;
        const comment = /\/\/ (T[PS]\d+ at .*)$/.exec(line);
        for (const [, id, column] of comment?.[1]!.matchAll(/(T[PS]\d+) at (\d+)/g) ?? []) {
            found.push(`${code}:${column} ${id}`);
        }
    });
    return found.sort();
}

/** With the versions that its first line states, `// supports >=0.12`; else nothing is held against versions. */
function checkFixture(name: string): ts.Diagnostic[] {
    const file = sourceFile(name);
    const range = /^\/\/ supports (.+)\n/.exec(file.text)?.[1];
    return check(program, [file], range === undefined ? [] : [{ module: "mod_fixture", range }]);
}

function reported(name: string): string[] {
    const file = sourceFile(name);
    return checkFixture(name)
        .map((diagnostic) => {
            const { line, character } = ts.getLineAndCharacterOfPosition(file, diagnostic.start ?? 0);
            return `${line + 1}:${character + 1} ${catalogue.diagnosticId(diagnostic)}`;
        })
        .sort();
}

describe("a fixture's errors are exactly those that its comments announce", () => {
    it.each(names)("%s", (name) => {
        const expected = announced(readFileSync(join(fixtures, name), "utf8"));
        expect(expected).not.toEqual([]);
        expect(reported(name)).toEqual(expected);
    });
});

describe("a suggestion names what was probably meant", () => {
    const suggestions = (name: string) =>
        checkFixture(name).map((diagnostic) => catalogue.splitMessage(diagnostic).suggestion);

    it("an event", () => {
        expect(suggestions("unknown-event.ts")).toEqual([
            'did you mean "message/bare"?',
            'did you mean "iq-get/host/jabber:iq:roster:query"?',
            'did you mean "iq-get/host/…:…"?',
            expect.stringContaining('interface HostEvents { "something else altogether": Notification<{ … }> }'),
            'did you mean "server-started"?',
        ]);
    });

    it("a module of Prosody", () => {
        expect(suggestions("imports.ts").slice(2, 5)).toEqual([
            'write "prosody.util.stanza": the compiler emits the name that every Prosody understands.',
            'did you mean "prosody.util.jid"?',
            expect.stringContaining('declare module "prosody.util.nothing_like_it"'),
        ]);
    });

    it("a wrapper that can be copied", () => {
        const found = suggestions("lost-self.ts");
        expect(found.at(-1)).toBe(
            "wrap it: (line) => options.onLine(line); or, if it needs no self, declare it so: (this: void, …) => …",
        );
        expect(found.slice(0, 3)).toEqual([
            "wrap it: (event) => this.onStanza(event).",
            "wrap it: () => roster.count().",
            "wrap it: (name) => listener.onOpen(name).",
        ]);
    });

    it("what to take on older versions, a guard, or a narrower range", () => {
        const found = checkFixture("versions.ts").map(catalogue.splitMessage);
        expect(found.find(({ problem }) => problem.startsWith("module.may "))).toEqual({
            problem:
                "module.may exists from Prosody 13.0 on, but mod_fixture supports Prosody >=0.11 <14: on 0.11 and 0.12 it is nil.",
            suggestion:
                "before, take `prosody.core.usermanager`'s `is_admin`; or guard what needs it: if (module.may !== undefined) { … }; " +
                'or state prosody: ">=13.0 <14" in the front matter of mod_fixture\'s README.md.',
        });
        expect(found.map(({ suggestion }) => suggestion)).toEqual(
            expect.arrayContaining([
                expect.stringContaining("say that this is meant: if (module.may !== undefined) { … }"),
                expect.stringContaining('const [found, library] = pcall(require, "net.http.errors")'),
                expect.stringContaining('take "user-role-changed"'),
            ]),
        );
    });

    it("a comparison that can be copied", () => {
        expect(suggestions("truthiness.ts").slice(0, 2)).toEqual([
            "write count !== 0 ? count : 5.",
            'write maybeText ?? "none" where only a missing value is to be replaced, else maybeText !== undefined && maybeText !== "" ? maybeText : "none".',
        ]);
    });
});

describe("the catalogue", () => {
    const factories = Object.values(catalogue).filter(
        (value): value is catalogue.DiagnosticFactory<unknown[]> => typeof value === "function" && "id" in value,
    );

    it("gives every diagnostic an id of its own", () => {
        const ids = factories.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
    });

    it("has a fixture for every diagnostic about module code", () => {
        const covered = new Set(names.flatMap((name) => reported(name).map((entry) => entry.split(" ")[1]!)));
        const missing = factories.map(({ id }) => id).filter((id) => id.startsWith("TP2") && !covered.has(id));
        expect(missing).toEqual([]);
    });

    it("says in each of them what to do", () => {
        for (const name of names) {
            for (const diagnostic of checkFixture(name)) {
                if (diagnostic.source !== catalogue.diagnosticSource) continue;
                const { problem, suggestion } = catalogue.splitMessage(diagnostic);
                expect(problem).not.toMatch(/undefined \?|\bNaN\b \?|\[object/);
                expect(suggestion).toMatch(/\S.*[.!?)}…-]$/s);
            }
        }
    });

    it("proposes no replacement for what the Lua world has", () => {
        const checker = program.getTypeChecker();
        const file = sourceFile("missing-builtin.ts");
        const values = new Set(checker.getSymbolsInScope(file, ts.SymbolFlags.Value).map(({ name }) => name));
        expect(Object.keys(builtins).filter((name) => values.has(name))).toEqual([]);

        const owners: Record<string, ts.Type> = {
            string: checker.getApparentType(checker.getStringType()),
            number: checker.getApparentType(checker.getNumberType()),
        };
        for (const name of ["Math", "Object", "Promise", "JSON", "Date", "String", "Number"]) {
            const symbol = checker.getSymbolsInScope(file, ts.SymbolFlags.Value).find((each) => each.name === name)!;
            owners[name] = checker.getTypeOfSymbolAtLocation(symbol, file);
        }
        const anArray = file.statements
            .filter(ts.isVariableStatement)
            .flatMap((statement) => statement.declarationList.declarations)
            .find((declaration) => declaration.name.getText() === "list")!;
        owners.array = checker.getTypeAtLocation(anArray);
        const known = Object.entries(members).flatMap(([owner, replacements]) =>
            Object.keys(replacements)
                .filter((member) => owners[owner]!.getProperty(member))
                .map((member) => `${owner}.${member}`),
        );
        expect(known).toEqual([]);
    });
});
