import { availableParallelism } from "node:os";
import { defineConfig, type TestUserConfig } from "vitest/config";
import { LAYERS, type Layer } from "./src/testing/run/layers.ts";

const layers: Record<Layer, TestUserConfig> = {
    compiler: {
        include: ["spec/compiler/**/*.spec.ts", "spec/cli/**/*.spec.ts"],
        testTimeout: 60_000,
    },
    types: {
        include: ["spec/types/**/*.spec.ts"],
        testTimeout: 120_000,
        hookTimeout: 120_000,
    },
    lua: {
        include: ["spec/busted/**/*.spec.ts"],
        testTimeout: 120_000,
        hookTimeout: 300_000,
    },
    fuzz: {
        include: ["spec/fuzz/**/*.spec.ts"],
        globalSetup: ["spec/fuzz/global-setup.ts"],
        // As many processes of Lua at a time.
        maxConcurrency: 2,
        testTimeout: 120_000,
        hookTimeout: 300_000,
    },
    api: {
        include: ["spec/api/**/*.spec.ts"],
        globalSetup: ["src/testing/prosody/global-setup.ts"],
        testTimeout: 120_000,
        hookTimeout: 300_000,
    },
    e2e: {
        include: ["spec/e2e/**/*.spec.ts"],
        globalSetup: ["src/testing/prosody/global-setup.ts"],
        testTimeout: 30_000,
        hookTimeout: 30_000,
    },
};

// One project per layer of tests, so that each line of the report says which layer it belongs to.
export default defineConfig({
    test: {
        reporters: ["default"],
        // Specs with servers mostly wait; on a machine with two cores the default is one file at a time.
        maxWorkers: Math.max(2, availableParallelism() - 1),
        projects: LAYERS.map((name) => ({ test: { ...layers[name], name, exclude: ["**/fixtures/**"] } })),
    },
});
