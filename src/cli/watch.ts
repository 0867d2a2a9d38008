import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { watch } from "chokidar";
import pc from "picocolors";
import { createBuilder, type Builder } from "../compiler/build.ts";
import { exitCodeOf, type BuildCommand } from "./build.ts";
import { count, formatTable, reportDiagnostics, seconds, summarize } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Editors save in several steps, and a branch switch touches many files: what comes within this many ms is one change. */
const settleTime = 60;

/** `typed-prosody watch`: builds, and builds again what a change touches, until `stop` says so. Gives the exit code. */
export async function runWatch(
    { projectDir, modules }: BuildCommand,
    terminal: Terminal,
    stop: AbortSignal,
): Promise<number> {
    const builder = createBuilder({ projectDir, modules });
    // chokidar says that it is ready too early when it is given a path that does not exist.
    const roots = builder.watchRoots().filter((path) => existsSync(path));
    const watcher = watch(roots, { ignoreInitial: true, ignored: (path) => isIgnored(relative(projectDir, path)) });
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;
    try {
        // Watching begins before the first build: what is saved meanwhile is not missed.
        await new Promise<void>((ready, failed) => {
            watcher.once("ready", ready).once("error", failed);
            stop.addEventListener("abort", () => ready(), { once: true });
        });
        if (stop.aborted) return 0;
        watcher.on("error", (error) => terminal.err(`Watching: ${messageOf(error)}`));

        const first = builder.build();
        reportDiagnostics(first.diagnostics, terminal);
        const code = exitCodeOf(first);
        if (code === 2) return code;
        if (first.ok) terminal.out(formatTable(first, { written: true }, terminal));
        else terminal.err(`${summarize(first.diagnostics)}, nothing was written`);

        watcher.on("all", (_event, path) => {
            changed.add(resolve(path));
            clearTimeout(timer);
            timer = setTimeout(() => {
                rebuild(builder, [...changed], terminal);
                changed.clear();
            }, settleTime);
        });
        terminal.out("Watching for changes; Ctrl-C ends it.");
        await new Promise<void>((stopped) => {
            stop.addEventListener("abort", () => stopped(), { once: true });
            if (stop.aborted) stopped();
        });
        return 0;
    } finally {
        clearTimeout(timer);
        await watcher.close();
    }
}

/** Builds again and says what came of it in one line, below the errors if there are any. */
function rebuild(builder: Builder, files: readonly string[], terminal: Terminal): void {
    const colors = pc.createColors(terminal.color);
    const time = colors.dim(new Date().toTimeString().slice(0, 8));
    const causes =
        files.length > 3 ? count(files.length, "file") : files.map((file) => relative(terminal.cwd, file)).join(", ");
    let outcome: string;
    try {
        const result = builder.build(files);
        reportDiagnostics(result.diagnostics, terminal);
        const written = result.modules.filter((module) => module.changed).map(({ name }) => name);
        const what = written.length > 0 ? `${written.join(", ")} written` : "nothing changed";
        outcome = result.ok
            ? `${colors.green("ok")} in ${seconds(result.elapsed)}: ${what}`
            : `${colors.red(summarize(result.diagnostics))}, nothing was written`;
    } catch (error) {
        // A fault of ours must not end the author's session; the next save may well get past it.
        outcome = colors.red(`typed-prosody has failed: ${messageOf(error)}`);
        if (terminal.verbose && error instanceof Error) terminal.err(error.stack ?? "");
    }
    terminal.out(`${time} ${causes} ${colors.dim("→")} ${outcome}`);
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

function isIgnored(path: string): boolean {
    return path.split(sep).some((part) => part === "node_modules" || part === ".git" || part.endsWith("~"));
}
