import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import {
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    realpathSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

const packageDir = fileURLToPath(new URL("../../", import.meta.url));
const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

export interface TemporaryProject {
    dir: string;
    /** Writes files, by path relative to the project. */
    write(files: Record<string, string>): void;
    remove(path: string): void;
    read(path: string): string;
    /** All files below a folder with their content; empty when there is no such folder. */
    snapshot(folder: string): Record<string, string>;
}

/** A project as an author has it: typed-prosody in node_modules, a tstl.json that extends ours. Removed after the test. */
export function createProject(files: Record<string, string> = {}, name = "typed-prosody-spec-"): TemporaryProject {
    const dir = realpathSync(mkdtempSync(join(tmpdir(), name)));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const project: TemporaryProject = {
        dir,
        write(written) {
            for (const [path, content] of Object.entries(written)) {
                const target = join(dir, path);
                mkdirSync(dirname(target), { recursive: true });
                writeFileSync(target, content);
            }
        },
        remove: (path) => rmSync(join(dir, path), { recursive: true, force: true }),
        read: (path) => readFileSync(join(dir, path), "utf8"),
        snapshot(folder) {
            const found: Record<string, string> = {};
            const walk = (relative: string): void => {
                for (const entry of readdirSync(join(dir, relative), { withFileTypes: true })) {
                    const path = `${relative}/${entry.name}`;
                    if (entry.isDirectory()) walk(path);
                    else found[path] = readFileSync(join(dir, path), "utf8");
                }
            };
            try {
                walk(folder);
            } catch (error) {
                if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
            }
            return found;
        },
    };
    mkdirSync(join(dir, "node_modules"));
    // A junction needs no privileges on Windows.
    symlinkSync(packageDir, join(dir, "node_modules", "typed-prosody"), "junction");
    project.write({
        "tstl.json": JSON.stringify({
            extends: "typed-prosody/tstl.base.json",
            compilerOptions: { types: ["typed-prosody/prosody"] },
            include: ["src"],
        }),
        ...files,
    });
    return project;
}

export const readme = '---\nsummary: "Answers"\nlabels: [Stage-Alpha]\n---\n\n# Usage\n';

/** A module that answers every message with a text. */
export function answering(text: string): string {
    return `import * as st from "prosody.util.stanza";

module.hook("message/bare", (event) => {
    const { origin, stanza } = event;
    origin.send(st.reply(stanza).body(${JSON.stringify(text)}));
    return true;
});
`;
}

export interface CliRun {
    code: number | null;
    stdout: string;
    stderr: string;
}

/** Runs a command line here, in this process. */
export async function runHere(args: readonly string[], cwd: string): Promise<CliRun> {
    const said = { stdout: "", stderr: "" };
    const terminal: Terminal = {
        out: (text) => (said.stdout += `${text}\n`),
        err: (text) => (said.stderr += `${text}\n`),
        cwd,
        color: false,
        verbose: false,
    };
    const code = await runCommandLine(args, terminal, () => new AbortController().signal);
    return { code, ...said };
}

export interface ProcessOptions {
    cwd: string;
    env?: NodeJS.ProcessEnv;
}

/** Starts the CLI as a process of its own, from the source tree. */
export function startCli(args: readonly string[], { cwd, env }: ProcessOptions): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), cli, ...args], {
        cwd,
        env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, DEBUG: undefined, ...env },
    });
    onTestFinished(() => void child.kill());
    return child;
}

/** Runs the CLI as a process of its own, to its end. */
export async function runProcess(args: readonly string[], options: ProcessOptions): Promise<CliRun> {
    const child = startCli(args, options);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    return { code, stdout, stderr };
}
