import { defineConfig } from "vitest/config";

export default defineConfig({
    test: {
        include: ["spec/**/*.spec.ts"],
        globalSetup: ["typed-prosody/testing/global-setup"],
        testTimeout: 30_000,
    },
});
