/**
 * The modules in spec/e2e/plugins show that the declarations carry plugins of every kind: no type of theirs is `any`, written or
 * inferred, and nothing is asserted that TypeScript cannot see for itself.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLuaProgram } from "../../src/compiler/program.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const specs = path.join(root, "spec/e2e/plugins");
const plugins = path.join(specs, "modules");
/** What a library is that is asked for by name when the module runs, only its author knows: these say it. */
const LOADS_BY_NAME = new Set(["mod_what_is_there"]);
const entries = fs
    .readdirSync(plugins, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !LOADS_BY_NAME.has(path.basename(file, ".ts")))
    .map((file) => path.join(plugins, file));

/** What the check must find, each in a line of its own. */
const loose = `export const written: any = 1;
export const inferred = module.shared().anything;
export const parsed = [module.shared().anything];
export const [first] = parsed;
export const asserted = module.get_option("x") as string;
export const angled = <string>module.get_option("x");
export const present = module.get_option("x")!;
// @ts-expect-error: a comment
export const wrong: string = 1;
export const fine = module.get_option_string("x", "y");
`;

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "typed-prosody-")));
let program: ts.Program;

beforeAll(() => {
    const file = path.join(folder, "loose.ts");
    fs.writeFileSync(file, loose);
    ({ program } = createLuaProgram({ configFile: path.join(root, "tstl.json"), entries: [file, ...entries] }));
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Whether it stands for nothing that has a type: it names a property to take, or a namespace to add to. */
function isName(node: ts.Node): boolean {
    const { parent } = node;
    return ts.isModuleDeclaration(parent) || (ts.isBindingElement(parent) && parent.propertyName === node);
}

/** The lines of a file that get around the types, from 1, and how. */
function loopholes(fileName: string): string[] {
    const file = program.getSourceFile(fileName)!;
    const checker = program.getTypeChecker();
    const found: { line: number; what: string }[] = [];
    const note = (position: number, what: string): void => {
        found.push({ line: file.getLineAndCharacterOfPosition(position).line + 1, what });
    };
    const isAny = (type: ts.Type): boolean =>
        (type.flags & ts.TypeFlags.Any) !== 0 ||
        ((checker.isArrayType(type) || checker.isTupleType(type)) &&
            checker.getTypeArguments(type as ts.TypeReference).some(isAny));
    /** @param isWritten Whether it is within a type as it is written. */
    const visit = (node: ts.Node, isWritten: boolean): void => {
        // Names of modules have no type.
        if (ts.isImportDeclaration(node)) return;
        const start = node.getStart(file);
        if (node.kind === ts.SyntaxKind.AnyKeyword) note(start, "any");
        else if (ts.isAssertionExpression(node) || ts.isNonNullExpression(node)) note(start, "assertion");
        else if (ts.isExpression(node) && !isWritten && !isName(node) && isAny(checker.getTypeAtLocation(node)))
            note(start, "any");
        ts.forEachChild(node, (child) => visit(child, isWritten || ts.isTypeNode(child)));
    };
    visit(file, false);
    for (const { index } of file.text.matchAll(/@ts-(?:ignore|expect-error|nocheck)/g)) note(index, "comment");
    return [...new Set(found.sort((a, b) => a.line - b.line).map(({ line, what }) => `${line}: ${what}`))];
}

describe("the plugins written in TypeScript", () => {
    it("would be caught getting around the types", () => {
        expect(loopholes(path.join(folder, "loose.ts"))).toEqual([
            "1: any",
            "2: any",
            "3: any",
            "4: any",
            "5: assertion",
            "6: assertion",
            "7: assertion",
            "8: comment",
        ]);
    });

    it.each(entries.map((file) => path.relative(plugins, file)))("%s has no any, no assertion, no error", (file) => {
        const fileName = path.join(plugins, file);
        expect(loopholes(fileName)).toEqual([]);
        const problems = [
            ...program.getSyntacticDiagnostics(program.getSourceFile(fileName)),
            ...program.getSemanticDiagnostics(program.getSourceFile(fileName)),
        ];
        expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
    });

    it("are all run in real servers", () => {
        const text = fs
            .readdirSync(specs)
            .filter((file) => file.endsWith(".spec.ts"))
            .map((file) => fs.readFileSync(path.join(specs, file), "utf8"))
            .join("\n");
        const names = fs.readdirSync(plugins).filter((name) => name.startsWith("mod_"));
        expect(names.length).toBeGreaterThanOrEqual(10);
        for (const name of names) expect(text).toContain(`"${name.replace("mod_", "")}"`);
    });
});
