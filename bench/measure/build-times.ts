/**
 * How long the compiler takes: a cold build, and a rebuild after a change as `watch` does it. Each is measured in processes of
 * its own, on a copy of the project, so that nothing here is touched and nothing is warm that would be cold for a user.
 */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";

/** Milliseconds, each the median of its runs. */
export interface BuildTimes {
    /** How many modules the project had. */
    readonly modules: number;
    /** The whole command, Node's own start included. */
    readonly command: number;
    /** The first build of a process. */
    readonly cold: number;
    /** A build after nothing has changed. */
    readonly unchanged: number;
    /** A build after one module has changed. */
    readonly rebuild: number;
}

/** What the measured process prints. */
export interface ProcessTimes {
    readonly cold: number;
    readonly unchanged: readonly number[];
    readonly rebuild: readonly number[];
}

const COLD_RUNS = 3;

function median(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)]!;
}

/** A copy of the project that has `copies` more modules, made from the largest of its own. */
async function copyProject(projectDir: string, copies: number): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), "typed-prosody-build-"));
    for (const name of ["src", "lua-shims", "tstl.json", "tstl.base.json", "package.json", ".luacheckrc"]) {
        await cp(path.join(projectDir, name), path.join(folder, name), { recursive: true });
    }
    // A junction needs no privilege on Windows.
    await symlink(path.join(projectDir, "node_modules"), path.join(folder, "node_modules"), "junction");
    const modules = path.join(folder, "src", "modules");
    const source = path.join(modules, "mod_component_http");
    const code = await readFile(path.join(source, "mod_component_http.ts"), "utf8");
    const readme = await readFile(path.join(source, "README.md"), "utf8").catch(() => undefined);
    for (let copy = 1; copy <= copies; copy += 1) {
        const name = `mod_copy_${copy}`;
        await mkdir(path.join(modules, name));
        await writeFile(path.join(modules, name, `${name}.ts`), code);
        if (readme !== undefined) await writeFile(path.join(modules, name, "README.md"), readme);
    }
    return folder;
}

/** @param modules How many modules the copy has; at least as many as the project itself. */
export async function measureBuilds(projectDir: string, own: number, modules: number): Promise<BuildTimes> {
    const folder = await copyProject(projectDir, modules - own);
    try {
        const script = fileURLToPath(new URL("build-process.ts", import.meta.url));
        const tsx = path.join(projectDir, "node_modules", "tsx", "dist", "cli.mjs");
        const cold: number[] = [];
        const unchanged: number[] = [];
        const rebuild: number[] = [];
        for (let run = 0; run < COLD_RUNS; run += 1) {
            const { stdout } = await promisify(execFile)(process.execPath, [tsx, script, folder], { cwd: folder });
            const times = JSON.parse(stdout) as ProcessTimes;
            cold.push(times.cold);
            unchanged.push(...times.unchanged);
            rebuild.push(...times.rebuild);
        }
        const command: number[] = [];
        const cli = path.join(projectDir, "dist", "cli", "main.js");
        for (let run = 0; run < COLD_RUNS; run += 1) {
            const started = performance.now();
            await promisify(execFile)(process.execPath, [cli, "build"], { cwd: folder });
            command.push(performance.now() - started);
        }
        return {
            modules,
            command: median(command),
            cold: median(cold),
            unchanged: median(unchanged),
            rebuild: median(rebuild),
        };
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
