/** The API reference that `npm run docs` writes: complete, with versions and links, searchable, the same each time. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inflateSync } from "node:zlib";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLuaProgram } from "../../src/compiler/program.ts";
import { writeReference, type Reference } from "../../src/reference/reference.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

let folder = "";
let reference: Reference;
let files: Map<string, string>;
let declared: Declared[];

async function readAll(from: string): Promise<Map<string, string>> {
    const names = (await readdir(from, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    return new Map(
        await Promise.all(names.map(async (name) => [name, await readFile(path.join(from, name), "utf8")] as const)),
    );
}

beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "typed-prosody-"));
    reference = await writeReference(path.join(folder, "first"));
    files = await readAll(path.join(folder, "first"));
    declared = findDeclared();
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Declared {
    /** As the reference calls it. */
    name: string;
    tags: readonly ts.JSDocTagInfo[];
}

/** Modules, what they export, what is global, and the members of all interfaces among these, but for what JavaScript has of its own. */
function findDeclared(): Declared[] {
    const { program } = createLuaProgram({ configFile: path.join(root, "tstl.json"), entries: [] });
    const checker = program.getTypeChecker();
    const own = program
        .getSourceFiles()
        .filter(({ fileName }) => /\/src\/prosody\/(?!lib\.d\.ts|index\.d\.ts)/.test(fileName.replaceAll("\\", "/")));
    const isOwn = (symbol: ts.Symbol): boolean =>
        (symbol.declarations ?? []).some((node) => own.includes(node.getSourceFile()));
    const found = new Map<string, Declared>();
    const note = (name: string, symbol: ts.Symbol): void => {
        found.set(name, { name, tags: symbol.getJsDocTags(checker) });
        if (symbol.flags & ts.SymbolFlags.Interface) {
            for (const member of checker.getDeclaredTypeOfSymbol(symbol).getProperties()) {
                if (isOwn(member)) note(`${name}.${member.name}`, member);
            }
        }
        if (symbol.flags & ts.SymbolFlags.Namespace) {
            for (const member of checker.getExportsOfModule(symbol)) {
                if (isOwn(member)) note(`${name}.${member.name}`, member);
            }
        }
    };
    for (const module of checker.getAmbientModules()) {
        if (isOwn(module)) note(module.name.slice(1, -1), module);
    }
    const everything = ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace;
    for (const symbol of checker.getSymbolsInScope(own[0]!, everything)) {
        if (isOwn(symbol) && !symbol.name.startsWith('"')) note(symbol.name, symbol);
    }
    return [...found.values()];
}

/** What the reference says in the place of something; undefined where that place is not there. */
function textOf(name: string): string | undefined {
    const [page = "", anchor] = (reference.places.get(name) ?? "").split("#");
    const text = files.get(page);
    if (anchor === undefined || text === undefined) return text;
    const start = text.indexOf(` id="${anchor}"`);
    if (start < 0) return undefined;
    const next = text.indexOf('<section class="tsd-panel tsd-member', start);
    return text.slice(start, next < 0 ? undefined : next);
}

describe("the API reference", () => {
    it("is written without complaints", () => {
        expect(reference.complaints).toEqual([]);
    });

    it("has a place for each module, each export, each global and each member", () => {
        expect(declared.length).toBeGreaterThan(2000);
        expect(declared.filter(({ name }) => textOf(name) === undefined).map(({ name }) => name)).toEqual([]);
    });

    it("says in which versions something is, and where its source is", () => {
        const wrong = declared.flatMap(({ name, tags }) =>
            tags
                .filter((tag) => ["since", "removed", "see"].includes(tag.name))
                .filter((tag) => !(textOf(name) ?? "").includes(`<div class="tsd-tag-${tag.name}">`))
                .map((tag) => `${name}: @${tag.name} ${ts.displayPartsToString(tag.text)}`),
        );
        expect(wrong).toEqual([]);
        expect(textOf("prosody.util.stanza.Stanza.add_error")).toContain("13.0 Before, take <code>error_reply</code>.");
        expect(textOf("prosody.util.stanza.xml_escape")).toContain(
            'href="https://hg.prosody.im/trunk/file/tip/util/stanza.lua"',
        );
    });

    it("can be searched", () => {
        const [, packed = ""] = /^window\.searchData = "(.*)"/.exec(files.get("assets/search.js") ?? "") ?? [];
        const index = inflateSync(Buffer.from(packed, "base64")).toString("utf8");
        for (const name of ["xml_escape", "prosody.util.stanza", "iq/host", "get_option_string", "MucRoom"]) {
            expect(index).toContain(`"${name}"`);
        }
        expect(files.get("index.html")).toContain('id="tsd-search-input"');
    });

    it("needs nothing but its own files", () => {
        const foreign = [...files].flatMap(([name, text]) =>
            [...text.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="(https?:[^"]*)"/g)].map(
                ([, url]) => `${name}: ${url ?? ""}`,
            ),
        );
        expect(foreign).toEqual([]);
    });

    it("leads nowhere but to what is there", () => {
        const broken = [...files].flatMap(([name, text]) =>
            [...text.matchAll(/ href="(?!https?:)([^"#]+)(?:#[^"]*)?"/g)]
                .map(([, target = ""]) => path.posix.join(path.posix.dirname(name), decodeURI(target)))
                .filter((target) => !files.has(target))
                .map((target) => `${name}: ${target}`),
        );
        expect([...new Set(broken)]).toEqual([]);
    });

    it("is the same each time, and what npm run docs writes", async () => {
        const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
        const main = path.join(root, "src", "reference", "main.ts");
        await promisify(execFile)(process.execPath, [tsx, main, path.join(folder, "second")], { cwd: root });
        const second = await readAll(path.join(folder, "second"));
        expect([...second.keys()].sort()).toEqual([...files.keys()].sort());
        expect([...second].filter(([name, text]) => files.get(name) !== text).map(([name]) => name)).toEqual([]);
    });
});
