/** The player of scripts is a Lua program, written in TypeScript as modules are. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { compileFiles } from "../../compiler/compile.ts";

/** Compiles the player to a Lua file. @returns that file. */
export async function compilePlayer(projectDir: string, file: string): Promise<string> {
    const entry = path.join(projectDir, "src", "testing", "fuzz", "lua", "player.ts");
    const compiled = compileFiles({ projectDir, entries: [entry] });
    const errors = compiled.diagnostics.filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
    const [output] = compiled.outputs;
    if (errors.length > 0 || output === undefined) {
        throw new Error(
            ts.formatDiagnosticsWithColorAndContext(errors, {
                getCanonicalFileName: (file) => file,
                getCurrentDirectory: () => projectDir,
                getNewLine: () => "\n",
            }),
        );
    }
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, output.lua);
    return file;
}
