/** Compiles the player of scripts once for all spec files. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { compilePlayer } from "../../src/testing/fuzz/compile-player.ts";

declare module "vitest" {
    interface ProvidedContext {
        /** The Lua file of the player of scripts. */
        fuzzPlayer: string;
    }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
    const folder = await mkdtemp(path.join(tmpdir(), "typed-prosody-fuzz-"));
    const projectDir = path.resolve(import.meta.dirname, "..", "..");
    project.provide("fuzzPlayer", await compilePlayer(projectDir, path.join(folder, "player.lua")));
    return () => rm(folder, { recursive: true, force: true });
}
