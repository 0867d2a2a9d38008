import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { watch } from "chokidar";
import pc from "picocolors";
import { createBuilder } from "../compiler/build.ts";
import { exitCodeOf, type BuildCommand } from "./build.ts";
import { formatTable, reportDiagnostics, seconds, summarize } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Editors save in several steps, and a branch switch touches many files: what comes within this many ms is one change. */
const settleTime = 60;

/** `typed-prosody watch`: builds, and builds again what a change touches, until `stop` says so. Gives the exit code. */
export async function runWatch(
    { projectDir, modules }: BuildCommand,
    terminal: Terminal,
    stop: AbortSignal,
): Promise<number> {
    const colors = pc.createColors(terminal.color);
    const builder = createBuilder({ projectDir, modules });
    // Watching begins before the first build: what is saved meanwhile is not missed.
    // chokidar says that it is ready too early when it is given a path that does not exist.
    const watcher = watch(
        builder.watchRoots().filter((path) => existsSync(path)),
        {
            ignoreInitial: true,
            ignored: (path) => isIgnored(relative(projectDir, path)),
        },
    );
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;

    const rebuild = (): void => {
        const files = [...changed];
        changed.clear();
        const time = colors.dim(new Date().toTimeString().slice(0, 8));
        let line: string;
        try {
            const result = builder.build(files);
            reportDiagnostics(result.diagnostics, terminal);
            const written = result.modules.filter((module) => module.changed).map(({ name }) => name);
            line = result.ok
                ? `${colors.green("ok")} in ${seconds(result.elapsed)}: ${written.length > 0 ? `${written.join(", ")} written` : "nothing changed"}`
                : `${colors.red(summarize(result.diagnostics))}, nothing was written`;
        } catch (error) {
            // A fault of ours must not end the author's session; the next save may well get past it.
            line = colors.red(`typed-prosody has failed: ${error instanceof Error ? error.message : String(error)}`);
            if (process.env.DEBUG) terminal.err(error instanceof Error ? (error.stack ?? "") : "");
        }
        const causes = files.map((file) => relative(terminal.cwd, file));
        const shown = causes.length > 3 ? `${causes.length} files` : causes.join(", ");
        terminal.out(`${time} ${shown} ${colors.dim("→")} ${line}`);
    };

    await new Promise<void>((ready, failed) => {
        watcher.once("ready", () => ready());
        watcher.once("error", failed);
        stop.addEventListener("abort", () => ready(), { once: true });
    });
    watcher.on("error", (error) => terminal.err(`Watching: ${error instanceof Error ? error.message : String(error)}`));

    if (!stop.aborted) {
        const first = builder.build();
        reportDiagnostics(first.diagnostics, terminal);
        if (exitCodeOf(first) === 2) {
            await watcher.close();
            return 2;
        }
        if (first.ok) terminal.out(formatTable(first, { written: true }, terminal));
        else terminal.err(`${summarize(first.diagnostics)}, nothing was written`);
        watcher.on("all", (_event, path) => {
            changed.add(resolve(path));
            clearTimeout(timer);
            timer = setTimeout(rebuild, settleTime);
        });
        terminal.out("Watching for changes; Ctrl-C ends it.");
        await new Promise<void>((resolveStopped) => {
            if (stop.aborted) resolveStopped();
            stop.addEventListener("abort", () => resolveStopped(), { once: true });
        });
    }
    clearTimeout(timer);
    await watcher.close();
    return 0;
}

function isIgnored(path: string): boolean {
    return path.split(sep).some((part) => part === "node_modules" || part === ".git" || part.endsWith("~"));
}
