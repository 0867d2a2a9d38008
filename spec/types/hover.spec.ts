/** What an editor shows of each declared member: it is asked as editors ask, through TypeScript's language service. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import * as tstl from "typescript-to-lua";
import { beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const folder = path.join(root, "src/prosody");
/** What exists of JavaScript in Lua is described by whoever describes JavaScript. */
const library = path.join(folder, "lib.d.ts");

const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.d\.c?ts$/.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => file !== library);

const config = tstl.parseConfigFileWithSystem(path.join(root, "tstl.json"));
const service = ts.createLanguageService(
    {
        getCompilationSettings: () => config.options,
        getScriptFileNames: () => [...files, library],
        getScriptVersion: () => "1",
        getScriptSnapshot: (file) => {
            const text = ts.sys.readFile(file);
            return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
        },
        getCurrentDirectory: () => root,
        getDefaultLibFileName: () => library,
        readFile: ts.sys.readFile,
        fileExists: ts.sys.fileExists,
        directoryExists: ts.sys.directoryExists,
        getDirectories: ts.sys.getDirectories,
        ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
    },
    ts.createDocumentRegistry(),
);

interface Member {
    /** "prosody.util.jid > split" */
    readonly name: string;
    readonly where: string;
    readonly kind: "library" | "function" | "method" | "other";
    readonly description: string;
    readonly tags: ReadonlyMap<string, string>;
    /** All that is said. */
    readonly text: string;
    /** Names of what is a number: the member itself, or parameters. */
    readonly numbers: readonly string[];
}

type Named = ts.NamedDeclaration & { readonly name: ts.DeclarationName };

function isMember(node: ts.Node): node is Named {
    if (ts.isModuleDeclaration(node))
        return ts.isStringLiteral(node.name) || !/^(global|Prosody)$/.test(node.name.text);
    if (ts.isPropertySignature(node)) {
        // Marks that tell types apart exist for the compiler alone, and so do patterns of types (`T extends { x: infer X }`).
        return node.type?.kind !== ts.SyntaxKind.TypeOperator && !ts.findAncestor(node, ts.isConditionalTypeNode);
    }
    if (ts.isMethodSignature(node)) return !ts.findAncestor(node, ts.isConditionalTypeNode);
    return (
        ts.isFunctionDeclaration(node) ||
        ts.isVariableDeclaration(node) ||
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node)
    );
}

function kindOf(node: ts.Node): Member["kind"] {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return "library";
    if (ts.isFunctionDeclaration(node)) return "function";
    return ts.isMethodSignature(node) ? "method" : "other";
}

function numbersOf(node: ts.Node): string[] {
    const isNumber = ({ type }: { readonly type?: ts.TypeNode | undefined }) =>
        /^number( \| undefined)?$/.test(type?.getText() ?? "");
    if (ts.isPropertySignature(node)) return isNumber(node) ? [node.name.getText()] : [];
    if (!ts.isMethodSignature(node) && !ts.isFunctionDeclaration(node)) return [];
    return node.parameters.filter(isNumber).map(({ name }) => name.getText());
}

function membersOf(file: ts.SourceFile): Member[] {
    const found: Member[] = [];
    const visit = (node: ts.Node, scope: string): void => {
        let name = scope;
        if (isMember(node)) {
            const own = node.name.getText().replace(/^"(prosody\..*)"$/, "$1");
            name = scope === "" ? own : `${scope} > ${own}`;
            const position = node.name.getStart();
            const info = service.getQuickInfoAtPosition(file.fileName, position);
            const { line } = file.getLineAndCharacterOfPosition(position);
            const description = ts.displayPartsToString(info?.documentation).trim();
            const tags =
                info?.tags?.map((tag): [string, string] => [tag.name, ts.displayPartsToString(tag.text)]) ?? [];
            found.push({
                name,
                where: `${path.relative(root, file.fileName).split(path.sep).join("/")}:${line + 1}`,
                kind: kindOf(node),
                description,
                tags: new Map(tags),
                text: [description, ...tags.map(([, text]) => text)].join("\n"),
                numbers: numbersOf(node),
            });
        }
        ts.forEachChild(node, (child) => visit(child, name));
    };
    visit(file, "");
    return found;
}

let members: readonly Member[] = [];

beforeAll(() => {
    const program = service.getProgram()!;
    members = files.flatMap((file) => membersOf(program.getSourceFile(file)!));
});

function named(name: string): Member {
    const found = members.find((member) => member.name === name);
    if (!found) throw new Error(`${name} is not declared`);
    return found;
}

function listed(found: readonly Member[]): string[] {
    return found.map(({ where, name }) => `${where} ${name}`);
}

describe("on hover", () => {
    it("every declared member has a description", () => {
        expect(members.length).toBeGreaterThan(2700);
        expect(listed(members.filter(({ description }) => description === ""))).toEqual([]);
    });

    it("a description is short", () => {
        // What Lua itself has is described together with lua-types.
        const own = members.filter(({ where }) => !where.startsWith("src/prosody/lua.d.ts"));
        const wordy = own.filter(({ description }) => description.split("\n\n")[0]!.length > 400);
        expect(listed(wordy)).toEqual([]);
    });

    it("every library, function and method leads to its documentation or source", () => {
        const places =
            /https:\/\/(?:prosody\.im\/doc\/|hg\.prosody\.im\/|www\.lua\.org\/manual\/|lunarmodules\.github\.io\/luasocket|github\.com\/brunoos\/luasec)/;
        const without = members.filter(
            ({ kind, description, tags }) =>
                kind !== "other" && !places.test(description) && !places.test(tags.get("see") ?? ""),
        );
        expect(listed(without)).toEqual([]);
    });

    it.each([
        [
            "times",
            /(?:^|_)(?:time|delay|ttl|seconds|when|expires|since|timeout|duration|accessed|created)$/,
            /second|1970|clock/i,
        ],
        [
            "sizes",
            /(?:^|_)(?:size|length|len|bytes|limit)$/,
            /byte|KiB|character|how many|so many|items|elements|number of/i,
        ],
    ])("%s say their unit", (_, names, units) => {
        const measured = members.filter(({ numbers }) => numbers.some((name) => names.test(name)));
        expect(measured.length).toBeGreaterThan(20);
        expect(listed(measured.filter(({ text }) => !units.test(text)))).toEqual([]);
    });

    it("the versions are shown, with what to take instead", () => {
        expect(named("ModuleMethods > may").tags.get("since")).toMatch(
            /^13\.0 Before, take `prosody\.core\.usermanager`/,
        );
        // The compiler's messages propose these two as guards for all that came with them.
        expect(named("ModuleMethods > may").tags.get("since")).toMatch(/^13\.0\b/);
        expect(named("ModuleMethods > set_status").tags.get("since")).toMatch(/^0\.12\b/);
        expect(named("prosody.net.connlisteners").tags.get("removed")).toMatch(/^0\.12 Take /);
    });

    it("methods of the module API lead to their documentation", () => {
        expect(named("ModuleMethods > hook").tags.get("see")).toContain("https://prosody.im/doc/developers/moduleapi");
    });
});
