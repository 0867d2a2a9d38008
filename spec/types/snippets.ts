/**
 * Type tests: snippets of module code, all checked in one program against the declarations in src/prosody.
 *
 * `accepts` says that a snippet compiles, `rejects` that it does not and what the author reads, `emits` what Lua comes out,
 * which is where a wrong `this` would show.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import * as tstl from "typescript-to-lua";
import { expect, it } from "vitest";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const declarations = path.join(root, "src/prosody/index.d.ts");
const library = path.join(root, "src/prosody/lib.d.ts");

const snippets = new Map<string, string>();

function add(code: string): string {
    const file = path.join(root, "spec/types", `snippet-${snippets.size}.ts`);
    snippets.set(file, code);
    return file;
}

let checked: ts.Program | undefined;

/** Built when the first test runs: by then every snippet of the file is known. */
function program(): ts.Program {
    if (checked) return checked;
    const config = tstl.parseConfigFileWithSystem(path.join(root, "tstl.base.json"));
    const options: tstl.CompilerOptions = {
        ...config.options,
        // The declarations themselves are looked at here.
        skipLibCheck: false,
        noEmit: false,
        noResolvePaths: ["prosody.*"],
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (file) => snippets.has(path.normalize(file)) || fileExists.call(host, file);
    host.readFile = (file) => snippets.get(path.normalize(file)) ?? readFile.call(host, file);
    host.getSourceFile = (file, ...rest) => {
        const code = snippets.get(path.normalize(file));
        return code === undefined
            ? getSourceFile.call(host, file, ...rest)
            : ts.createSourceFile(file, code, rest[0], true);
    };
    checked = ts.createProgram({ rootNames: [declarations, ...snippets.keys()], options, host });
    const isDefaultLibrary = checked.isSourceFileDefaultLibrary.bind(checked);
    checked.isSourceFileDefaultLibrary = (file) => path.normalize(file.fileName) === library || isDefaultLibrary(file);
    return checked;
}

function errors(file: string): string[] {
    const source = program().getSourceFile(file);
    return [...program().getSyntacticDiagnostics(source), ...program().getSemanticDiagnostics(source)].map(
        (diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
    );
}

/** The snippet compiles. */
export function accepts(title: string, code: string): void {
    const file = add(code);
    it(title, () => {
        expect(errors(file)).toEqual([]);
    });
}

/** The snippet has exactly one error, and its message holds the text. */
export function rejects(title: string, code: string, message: string): void {
    const file = add(code);
    it(title, () => {
        const found = errors(file);
        expect(found).toHaveLength(1);
        expect(found[0]).toContain(message);
    });
}

/** The snippet compiles, and its Lua holds the lines. */
export function emits(title: string, code: string, ...lines: string[]): void {
    const file = add(code);
    it(title, () => {
        expect(errors(file)).toEqual([]);
        const source = program().getSourceFile(file);
        let lua = "";
        const { diagnostics } = new tstl.Transpiler().emit({
            program: program(),
            ...(source ? { sourceFiles: [source] } : {}),
            writeFile: (_name, text) => (lua += text),
        });
        expect(diagnostics.map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n"))).toEqual([]);
        for (const line of lines) expect(lua).toContain(line);
    });
}

/** The declarations themselves have no errors, as an author with `skipLibCheck: false` would see them. */
export function declarationErrors(): string[] {
    const own = path.join(root, "src", "prosody") + path.sep;
    return [
        ...program().getOptionsDiagnostics(),
        ...program().getGlobalDiagnostics(),
        ...program()
            .getSourceFiles()
            .filter((file) => path.normalize(file.fileName).startsWith(own))
            .flatMap((file) => [...program().getSyntacticDiagnostics(file), ...program().getSemanticDiagnostics(file)]),
    ].map((d) => `${d.file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(d.messageText, "\n")}`);
}
