import type ts from "typescript";

/** What happened when one generated file was handed to one real tool. */
export interface CheckResult {
    /** "Lua 5.1" … "Lua 5.4", "LuaJIT", "luacheck". */
    tool: string;
    /** "skipped" when the tool is not installed on this machine. */
    outcome: "passed" | "failed" | "skipped";
    /** The tool's own words when it failed; why it was not run when skipped. */
    detail?: string;
}

export interface ModuleResult {
    /** "mod_component_http" */
    name: string;
    /** Where the Lua file stands (or would stand), absolute. */
    luaFile: string;
    lines: number;
    bytes: number;
    checks: CheckResult[];
    /** False when the file on disk was already the same. */
    changed: boolean;
}

export interface BuildResult {
    /** True when nothing failed; only then was anything written. */
    ok: boolean;
    /** TypeScript's, the transpiler's and our own, in the order of the files. Errors and warnings. */
    diagnostics: readonly ts.Diagnostic[];
    modules: ModuleResult[];
    /** Wall-clock milliseconds. */
    elapsed: number;
}

export interface BuildOptions {
    /** The folder that holds tstl.json, absolute. */
    projectDir: string;
    /** Only these modules ("mod_x" or "x"); all when absent. */
    modules?: readonly string[];
    /** False checks, links and verifies without touching the disk. */
    write?: boolean;
}
