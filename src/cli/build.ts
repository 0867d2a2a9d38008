import { dirname, relative } from "node:path";
import { build, type BuildResult } from "../compiler/build.ts";
import { projectNotFound, unknownModule } from "../compiler/diagnostics.ts";
import { countErrors, count, formatTable, reportDiagnostics, seconds, summarize } from "./report.ts";
import type { Terminal } from "./terminal.ts";

export interface BuildCommand {
    projectDir: string;
    /** All when empty. */
    modules: readonly string[];
}

/** `typed-prosody build`: gives the exit code. */
export function runBuild({ projectDir, modules }: BuildCommand, terminal: Terminal): number {
    const result = build({ projectDir, modules });
    reportDiagnostics(result.diagnostics, terminal);
    if (!result.ok) {
        terminal.err(`${summarize(result.diagnostics)}. Nothing was written.`);
        return exitCodeOf(result);
    }
    const changed = result.modules.filter((module) => module.changed).length;
    terminal.out(formatTable(result, { written: true }, terminal));
    terminal.out(
        `${count(result.modules.length, "module")} built into ${outputFolder(result, terminal)} in ${seconds(result.elapsed)}, ` +
            `${changed} changed` +
            `${result.diagnostics.length > 0 ? ` (${summarize(result.diagnostics)})` : ""}.`,
    );
    return 0;
}

/** The folder that holds the modules' folders: what a plugin path names. */
function outputFolder({ modules }: BuildResult, { cwd }: Terminal): string {
    const [first] = modules;
    return first ? relative(cwd, dirname(dirname(first.luaFile))) || "." : "nothing";
}

/** 1: something is wrong with the project; 2: with how the command was called. */
export function exitCodeOf({ diagnostics }: BuildResult): 0 | 1 | 2 {
    const usage: readonly number[] = [unknownModule.code, projectNotFound.code];
    if (diagnostics.some(({ source, code }) => source === "typed-prosody" && usage.includes(code))) return 2;
    return countErrors(diagnostics) > 0 ? 1 : 0;
}
