import {
    copyFileSync,
    existsSync,
    mkdirSync,
    readFileSync,
    renameSync,
    rmdirSync,
    rmSync,
    statSync,
    unlinkSync,
    writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import type ts from "typescript";
import writeFileAtomic from "write-file-atomic";
import { outputBusy, outputHalfWritten, outputNotOurs, outputNotWritable } from "./diagnostics.ts";

export interface OutputFile {
    /** The module it belongs to, "mod_x". */
    module: string;
    /** Relative to the root, with forward slashes: "dist-lua/mod_x/mod_x.lua". */
    path: string;
    content: string | Uint8Array;
}

export interface WriteScope {
    /** The modules that this build was about: only their stale files are removed. */
    modules: readonly string[];
    /** True when those are all modules there are: then the files of modules that are gone are removed too. */
    complete: boolean;
    /** False only looks what would be written. */
    write?: boolean;
}

export interface WriteResult {
    /** Paths, as given, of the files that were not on disk with this content; empty after a failure to write. */
    changed: ReadonlySet<string>;
    /** Paths of files of ours that no module has any more. */
    removed: ReadonlySet<string>;
    /** At most one error; then the disk is as it was. */
    diagnostics: ts.Diagnostic[];
}

/**
 * Which files are ours, by module. It is committed with what it lists, so that a fresh clone knows as well and a file
 * that somebody else has put beside the generated ones is never removed or overwritten.
 */
export const manifestPath = "dist-lua/.generated.json";

type Manifest = Record<string, string[]>;

/** A backup is where the file goes back to when a later one fails; without one there was no file before. */
interface Change {
    path: string;
    target: string;
    /** Undefined removes the file. */
    staged: string | undefined;
    backup: string | undefined;
}

const stagingName = ".typed-prosody-staging";

/**
 * Brings files to the disk, all of them or none. They are first written whole beside their destination, so that a full
 * disk shows before anything is touched, and then renamed into place one by one; when one of these fails the earlier
 * ones are undone. A file that already has its content is not touched and keeps its time.
 */
export function writeOutputs(root: string, files: readonly OutputFile[], scope: WriteScope): WriteResult {
    const plan = (): {
        manifest: OutputFile | undefined;
        outputs: OutputFile[];
        stale: string[];
        foreign: string | undefined;
    } => {
        const before = readManifest(root);
        const after = nextManifest(before, files, scope);
        const listed = new Set(Object.values(after).flat());
        const text = `${JSON.stringify(after, undefined, 4)}\n`;
        const manifest: OutputFile = { module: "", path: manifestPath, content: text };
        const differing = files.filter((file) => !hasContent(root, file));
        return {
            manifest:
                hasContent(root, manifest) || (files.length === 0 && Object.keys(before).length === 0)
                    ? undefined
                    : manifest,
            outputs: differing,
            stale: Object.values(before)
                .flat()
                .filter((path) => !listed.has(path) && existsSync(toNative(root, path))),
            foreign: differing.find((file) => !isOurs(root, file, before))?.path,
        };
    };

    const planned = plan();
    const result = ({ outputs, stale }: typeof planned): WriteResult => ({
        changed: new Set(outputs.map(({ path }) => path)),
        removed: new Set(stale),
        diagnostics: [],
    });
    const failed = (diagnostic: ts.Diagnostic): WriteResult => ({
        changed: new Set(),
        removed: new Set(),
        diagnostics: [diagnostic],
    });
    if (planned.foreign !== undefined) return failed(outputNotOurs(undefined, toNative(root, planned.foreign)));
    const nothingToDo = planned.outputs.length === 0 && planned.stale.length === 0 && planned.manifest === undefined;
    if (scope.write === false || nothingToDo) return result(planned);

    const staging = join(root, stagingName);
    let holder: string | undefined;
    try {
        holder = takeStaging(staging);
    } catch (error) {
        return failed(outputNotWritable(undefined, root, reasonOf(error)));
    }
    if (holder !== undefined) return failed(outputBusy(undefined, root, holder));
    let keepStaging = false;
    try {
        // Looked at again: another build may have ended while we waited for it.
        const { outputs, manifest, stale } = plan();
        let changes: Change[];
        let current = root;
        try {
            changes = [...outputs, ...(manifest ? [manifest] : [])].map((file, index) => {
                const target = (current = toNative(root, file.path));
                const staged = join(staging, `${index}.new`);
                mkdirSync(dirname(target), { recursive: true });
                writeFileSync(staged, file.content);
                return { path: file.path, target, staged, backup: backUp(target, join(staging, `${index}.old`)) };
            });
            changes.push(
                ...stale.map((path, index): Change => {
                    const target = (current = toNative(root, path));
                    return { path, target, staged: undefined, backup: backUp(target, join(staging, `${index}.gone`)) };
                }),
            );
        } catch (error) {
            removeEmptyFolders(
                root,
                outputs.map(({ path }) => path),
            );
            return failed(outputNotWritable(undefined, current, reasonOf(error)));
        }

        const done: Change[] = [];
        for (const change of changes) {
            try {
                apply(change);
                done.push(change);
            } catch (error) {
                const kept = undo(done);
                removeEmptyFolders(
                    root,
                    outputs.map(({ path }) => path),
                );
                if (kept) return failed(outputNotWritable(undefined, change.target, reasonOf(error)));
                keepStaging = true;
                return failed(outputHalfWritten(undefined, change.target, reasonOf(error), staging));
            }
        }
        removeEmptyFolders(root, stale);
        return result({ outputs, stale, manifest, foreign: undefined });
    } finally {
        if (!keepStaging) rmSync(staging, { recursive: true, force: true });
    }
}

function toNative(root: string, path: string): string {
    return join(root, ...path.split("/"));
}

function reasonOf(error: unknown): string {
    const { code, message } = error as NodeJS.ErrnoException;
    switch (code) {
        case "EACCES":
        case "EPERM":
        case "EROFS":
            return `no permission to write there (${code})`;
        case "ENOSPC":
        case "EDQUOT":
            return `no space left (${code})`;
        case "EFBIG":
            return `the file would be larger than allowed (${code})`;
        case "ENOTDIR":
        case "EEXIST":
            return `a file is where a folder should be (${code})`;
        case "EISDIR":
            return `a folder is where a file should be (${code})`;
        default:
            return message;
    }
}

// ── What is ours ────────────────────────────────────────────────────────────────────────────────────────────────────

function readManifest(root: string): Manifest {
    let parsed: unknown;
    try {
        parsed = JSON.parse(readFileSync(toNative(root, manifestPath), "utf8"));
    } catch {
        // None yet, or spoilt by a merge: then nothing is known to be ours, so nothing is removed.
        return {};
    }
    if (typeof parsed !== "object" || parsed === null) return {};
    // What is listed gets removed one day: only paths that stay below the root may be.
    const isSafe = (path: unknown): path is string =>
        typeof path === "string" &&
        !/^[/\\]|^[A-Za-z]:|\\/.test(path) &&
        !path.split("/").includes("..") &&
        path !== "";
    return Object.fromEntries(
        Object.entries(parsed).map(([module, paths]) => [module, Array.isArray(paths) ? paths.filter(isSafe) : []]),
    );
}

function nextManifest(before: Manifest, files: readonly OutputFile[], scope: WriteScope): Manifest {
    const after: Manifest = scope.complete ? {} : { ...before };
    for (const module of scope.modules) delete after[module];
    for (const file of files) (after[file.module] ??= []).push(file.path);
    return Object.fromEntries(
        Object.keys(after)
            .sort()
            .map((module) => [module, [...after[module]!].sort()]),
    );
}

/** A file in our way is ours when we have written it, or when the module's Lua beside it says so in its header. */
function isOurs(root: string, file: OutputFile, manifest: Manifest): boolean {
    if (!existsSync(toNative(root, file.path)) || manifest[file.module]?.includes(file.path)) return true;
    try {
        const generated = readFileSync(toNative(root, `dist-lua/${file.module}/${file.module}.lua`), "utf8");
        return generated.slice(0, 2000).includes("typed-prosody");
    } catch {
        return !file.path.startsWith("dist-lua/");
    }
}

function hasContent(root: string, file: OutputFile): boolean {
    try {
        const found = readFileSync(toNative(root, file.path));
        return found.equals(typeof file.content === "string" ? Buffer.from(file.content) : file.content);
    } catch {
        return false;
    }
}

// ── One build at a time ─────────────────────────────────────────────────────────────────────────────────────────────

/** Milliseconds. Writing takes far less; whoever holds the lock for longer hangs. */
const patience = 15_000;

/**
 * Making the staging folder is taking the lock: of several builds mkdir succeeds for one. Gives nothing when it is
 * taken, or else who has it. One that a killed build has left is cleared away.
 */
function takeStaging(staging: string): string | undefined {
    const me = JSON.stringify({ pid: process.pid, host: hostname() });
    const ownerFile = join(staging, "owner.json");
    const deadline = Date.now() + patience;
    for (;;) {
        try {
            mkdirSync(staging);
            try {
                writeFileSync(ownerFile, me);
            } catch (error) {
                rmSync(staging, { recursive: true, force: true });
                throw error;
            }
            return undefined;
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        }
        const owner = readText(ownerFile);
        if (isAbandoned(staging, owner)) {
            // Renamed first, so that of several builds only one clears it away; a new owner's folder is given back.
            const abandoned = `${staging}-${process.pid}`;
            try {
                renameSync(staging, abandoned);
                if (readText(join(abandoned, "owner.json")) === owner)
                    rmSync(abandoned, { recursive: true, force: true });
                else renameSync(abandoned, staging);
            } catch {
                // Somebody else was quicker.
            }
        } else if (Date.now() > deadline) {
            const pid = owner === undefined ? undefined : (JSON.parse(owner) as { pid: number }).pid;
            return pid === undefined ? `see ${staging}` : `process ${pid}`;
        } else {
            pause(25);
        }
    }
}

function isAbandoned(staging: string, owner: string | undefined): boolean {
    try {
        const { pid, host } = JSON.parse(owner ?? "") as { pid: number; host: string };
        if (host === hostname()) return pid === process.pid || !isRunning(pid);
    } catch {
        // Killed before it could say who it is, or about to say so.
    }
    try {
        return Date.now() - statSync(staging).mtimeMs > 60_000;
    } catch {
        return false;
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}

function readText(path: string): string | undefined {
    try {
        return readFileSync(path, "utf8");
    } catch {
        return undefined;
    }
}

function pause(milliseconds: number): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

// ── Putting into place ──────────────────────────────────────────────────────────────────────────────────────────────

function backUp(target: string, backup: string): string | undefined {
    if (!existsSync(target)) return undefined;
    copyFileSync(target, backup);
    return backup;
}

function apply({ target, staged }: Change): void {
    if (staged === undefined) patiently(() => unlinkSync(target));
    else putInPlace(staged, target);
}

function putInPlace(staged: string, target: string): void {
    try {
        patiently(() => renameSync(staged, target));
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
        // dist-lua is a link to another disk: the rename has to happen there.
        writeFileAtomic.sync(target, readFileSync(staged));
    }
}

/** True when everything is as it was. */
function undo(done: readonly Change[]): boolean {
    let complete = true;
    for (const { target, backup } of [...done].reverse()) {
        try {
            if (backup === undefined) patiently(() => unlinkSync(target));
            else putInPlace(backup, target);
        } catch {
            complete = false;
        }
    }
    return complete;
}

/** On Windows a virus scanner or an editor may hold a file for a moment; elsewhere a refusal is final. */
function patiently(act: () => void): void {
    for (let attempt = 0; ; attempt++) {
        try {
            act();
            return;
        } catch (error) {
            const code = (error as NodeJS.ErrnoException).code ?? "";
            const passing = process.platform === "win32" && ["EPERM", "EACCES", "EBUSY"].includes(code);
            if (!passing || attempt >= 20) throw error;
            pause(50);
        }
    }
}

/** Folders that our files have left empty; one that holds anything else stays. */
function removeEmptyFolders(root: string, paths: readonly string[]): void {
    for (const path of paths) {
        const parts = path.split("/");
        while (parts.length > 2) {
            parts.pop();
            try {
                rmdirSync(toNative(root, parts.join("/")));
            } catch {
                break;
            }
        }
    }
}
