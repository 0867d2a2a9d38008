import { build } from "../compiler/build.ts";
import { exitCodeOf, type BuildCommand } from "./build.ts";
import { count, formatTable, reportDiagnostics, seconds, summarize } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** `typed-prosody check`: all that build does, without touching the disk. Gives the exit code. */
export function runCheck({ projectDir, modules }: BuildCommand, terminal: Terminal): number {
    const result = build({ projectDir, modules, write: false });
    reportDiagnostics(result.diagnostics, terminal);
    if (!result.ok) {
        terminal.err(`${summarize(result.diagnostics)}.`);
        return exitCodeOf(result);
    }
    terminal.out(formatTable(result, { written: false }, terminal));
    terminal.out(
        `${count(result.modules.length, "module")} checked in ${seconds(result.elapsed)}: ${summarize(result.diagnostics)}.`,
    );
    return 0;
}
