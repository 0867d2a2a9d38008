/** Runs busted as a child process and reads what came of each test. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bustedCommand, type LuaEnvironment } from "./environments.ts";

/** What went wrong, with positions in Lua. */
export interface Trouble {
    readonly message?: string;
    /** The Lua file, as Lua names it: shortened at the front where it is long. */
    readonly source?: string;
    readonly line?: number;
    readonly traceback?: string;
}

export interface BustedTest {
    /** The spec's Lua file, as it was given. */
    readonly file: string;
    /** The groups around the test, outermost first, and its own name. */
    readonly names: readonly string[];
    readonly status: "success" | "failure" | "error" | "pending";
    readonly seconds?: number;
    readonly trouble?: Trouble;
}

/** An error in no test: in a file's main chunk, a group's body, a `before_each` ... */
export interface OutsideError {
    readonly file?: string;
    readonly names: readonly string[];
    /** Where: "file", "describe", "before_each" ... */
    readonly within: string;
    readonly trouble: Trouble;
}

export interface BustedReport {
    readonly tests: readonly BustedTest[];
    readonly errors: readonly OutsideError[];
    /** Whether busted came to its end. */
    readonly complete: boolean;
    /** What it and the specs printed. */
    readonly output: string;
}

export interface BustedRun {
    readonly environment: LuaEnvironment;
    /** Lua files, relative to `folder`. */
    readonly files: readonly string[];
    /** Working folder; positions in the report are relative to it. */
    readonly folder: string;
    /** Where modules are looked for, relative to `folder` or absolute. */
    readonly plugins: readonly string[];
    /** Milliseconds after which busted is stopped. */
    readonly timeout?: number;
    readonly say?: (line: string) => void;
}

const DEFAULT_TIMEOUT = 300_000;

type Line =
    | ({ kind: "test" } & BustedTest)
    | ({ kind: "outside" } & Omit<OutsideError, "names"> & { names: unknown })
    | { kind: "end" };

export async function runBusted(run: BustedRun): Promise<BustedReport> {
    const command = await bustedCommand(run.environment, run.say);
    const scratch = await mkdtemp(join(tmpdir(), "typed-prosody-busted-"));
    const reportFile = join(scratch, "report.jsonl");
    try {
        const output = await start(
            command.file,
            [...command.args, ...run.files],
            run.folder,
            {
                PATH: process.env["PATH"] ?? "",
                HOME: process.env["HOME"] ?? "",
                // Messages in the report are in English, and numbers have points.
                LC_ALL: "C",
                ...command.env,
                TYPED_PROSODY_PLUGINS: run.plugins.join(";"),
                TYPED_PROSODY_REPORT: reportFile,
            },
            run.timeout ?? DEFAULT_TIMEOUT,
        );
        const written = await readFile(reportFile, "utf8").catch(() => "");
        const lines = written
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line) as Line);
        return {
            tests: lines.filter((line) => line.kind === "test"),
            errors: lines
                .filter((line) => line.kind === "outside")
                // Lua's empty table may come as an object.
                .map((line) => ({ ...line, names: Array.isArray(line.names) ? (line.names as string[]) : [] })),
            complete: lines.some((line) => line.kind === "end"),
            output,
        };
    } finally {
        await rm(scratch, { recursive: true, force: true });
    }
}

function start(
    file: string,
    args: readonly string[],
    cwd: string,
    env: Readonly<Record<string, string>>,
    timeout: number,
): Promise<string> {
    return new Promise((resolve) => {
        let output = "";
        const child = spawn(file, args, {
            cwd,
            env,
            stdio: ["ignore", "pipe", "pipe"],
            timeout,
            killSignal: "SIGKILL",
        });
        const keep = (chunk: Buffer) => (output += chunk.toString("utf8"));
        child.stdout.on("data", keep);
        child.stderr.on("data", keep);
        child.on("error", (error) => resolve(`${output}\n${file} did not start: ${error.message}`));
        child.on("close", (code, signal) => {
            resolve(
                signal === null
                    ? output
                    : `${output}\nbusted was ended by ${signal} (after at most ${timeout / 1000} s)`,
            );
        });
    });
}
