import { readFileSync } from "node:fs";
import eslint from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Node's side, as tsconfig.json has it. */
const nodeSide = ["src/**/*.ts", "spec/**/*.ts", "bench/**/*.ts", "*.ts"];
/** Lua's side: parsed only. There TypeScript and our own checks know more than a linter for JavaScript. */
const { exclude } = JSON.parse(readFileSync(new URL("tsconfig.json", import.meta.url), "utf8"));
const luaSide = ["src/prosody", "src/modules", "src/lib", "lua-shims", "spec/lua", ...exclude].map(
    (folder) => `${folder}/**`,
);

export default defineConfig(
    globalIgnores(["dist/", "dist-lua/", "dist-maps/", ".test-results/", "docs/api/", "**/fixtures/**", "**/.*/**"]),
    { linterOptions: { reportUnusedDisableDirectives: "error" } },
    {
        files: ["**/*.ts", "**/*.js"],
        extends: [eslint.configs.recommended, tseslint.configs.base],
        rules: {
            eqeqeq: "error",
            "object-shorthand": "error",
            "prefer-const": ["error", { destructuring: "all" }],
            // TypeScript knows names better.
            "no-undef": "off",
            "no-redeclare": "off",
            "no-unused-vars": "off",
            "no-dupe-class-members": "off",
        },
    },
    {
        files: nodeSide,
        ignores: luaSide,
        extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylistic],
        languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
            "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
            // noUncheckedIndexedAccess makes "!" the honest way to say that an index was checked before.
            "@typescript-eslint/no-non-null-assertion": "off",
            "@typescript-eslint/no-empty-function": ["error", { allow: ["arrowFunctions"] }],
            // What implements an asynchronous interface need not wait for anything itself.
            "@typescript-eslint/require-await": "off",
        },
    },
    {
        // A spec may hand on a method to look at it, and what it reads back from JSON is compared at once.
        files: ["spec/**/*.ts"],
        ignores: luaSide,
        rules: {
            "@typescript-eslint/unbound-method": "off",
            "@typescript-eslint/no-unsafe-assignment": "off",
        },
    },
    {
        files: luaSide,
        rules: {
            "@typescript-eslint/no-unused-vars": ["error", { args: "none", varsIgnorePattern: "^_" }],
            // Lua says `while true do`.
            "no-constant-condition": ["error", { checkLoops: false }],
        },
    },
    {
        // Declarations name what is used elsewhere, and some of it JavaScript reserves.
        files: ["**/*.d.ts"],
        rules: { "@typescript-eslint/no-unused-vars": "off", "no-shadow-restricted-names": "off" },
    },
);
