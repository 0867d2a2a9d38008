import { defineConfig } from "vitest/config";

// One project per layer of tests, so that each line of the report says which layer it belongs to.
export default defineConfig({
    test: {
        reporters: ["default"],
        projects: [
            {
                test: {
                    name: "compiler",
                    include: ["spec/compiler/**/*.spec.ts", "spec/cli/**/*.spec.ts"],
                    exclude: ["**/fixtures/**"],
                    testTimeout: 60_000,
                },
            },
            {
                test: {
                    name: "lua",
                    include: ["spec/busted/**/*.spec.ts"],
                    exclude: ["**/fixtures/**"],
                    testTimeout: 120_000,
                    hookTimeout: 300_000,
                },
            },
            {
                test: {
                    name: "fuzz",
                    include: ["spec/fuzz/**/*.spec.ts"],
                    testTimeout: 120_000,
                    hookTimeout: 300_000,
                },
            },
            {
                test: {
                    name: "types",
                    include: ["spec/types/**/*.spec.ts"],
                    exclude: ["**/fixtures/**"],
                    testTimeout: 120_000,
                    hookTimeout: 120_000,
                },
            },
            {
                test: {
                    name: "e2e",
                    include: ["spec/e2e/**/*.spec.ts"],
                    exclude: ["**/fixtures/**"],
                    globalSetup: ["src/testing/prosody/global-setup.ts"],
                    testTimeout: 30_000,
                    hookTimeout: 30_000,
                },
            },
        ],
    },
});
