import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, mkdirSync } from "node:fs";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type ts from "typescript";
import { describe, expect, it, onTestFinished } from "vitest";
import { LanguageServer } from "./language-server.ts";
import { runHere } from "./temporary-project.ts";

const packageDir = fileURLToPath(new URL("../../", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

const EVERYTHING = [
    ".gitignore",
    "package.json",
    "spec/mod_hello.spec.ts",
    "src/modules/mod_hello/README.md",
    "src/modules/mod_hello/mod_hello.ts",
    "tsconfig.json",
    "tstl.json",
    "vitest.config.ts",
];

function temporaryFolder(): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "typed-prosody-init-")));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

function filesBelow(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
            join(entry.parentPath, entry.name)
                .slice(folder.length + 1)
                .replaceAll("\\", "/"),
        )
        .sort();
}

const read = (...path: string[]): string => readFileSync(join(...path), "utf8");

/** As `npm install` would leave it. */
function install(folder: string): void {
    mkdirSync(join(folder, "node_modules"));
    // Junctions need no privileges on Windows.
    symlinkSync(packageDir, join(folder, "node_modules", "typed-prosody"), "junction");
    for (const name of ["@types", "vitest"]) {
        symlinkSync(join(packageDir, "node_modules", name), join(folder, "node_modules", name), "junction");
    }
}

describe("typed-prosody init", () => {
    it("makes a project that builds, and whose types are right in both worlds", async () => {
        const cwd = temporaryFolder();
        const made = await runHere(["init", "my modules"], cwd);
        expect([made.code, made.stderr]).toEqual([0, ""]);
        expect(made.stdout).toMatch(/^8 files written into my modules:$/m);
        expect(made.stdout).toMatch(/^ {2}cd "my modules"$/m);
        const project = join(cwd, "my modules");
        expect(filesBelow(project)).toEqual(EVERYTHING);
        expect(JSON.parse(read(project, "package.json"))).toMatchObject({ name: "my-modules", type: "module" });

        install(project);
        const built = await runHere(["build"], project);
        expect([built.code, built.stderr]).toEqual([0, ""]);
        const lua = read(project, "dist-lua/mod_hello/mod_hello.lua");
        expect(lua).toContain('module:hook("iq-get/host/" .. HELLO .. ":query", function(event)');
        expect(read(project, "dist-lua/mod_hello/README.md")).toContain("`hello_name`");
        for (const config of ["tsconfig.json", "tstl.json"]) {
            execFileSync(process.execPath, [tsc, "-p", config], { cwd: project, stdio: "pipe" });
        }
    });

    it("lets editors see Prosody in modules and Node in specs", async () => {
        const project = temporaryFolder();
        await runHere(["init"], project);
        install(project);
        const server = new LanguageServer(project);
        try {
            for (const [name, config] of [
                ["src/modules/mod_hello/mod_hello.ts", "tstl.json"],
                ["spec/mod_hello.spec.ts", "tsconfig.json"],
            ] as const) {
                const file = join(project, name);
                server.send("open", { file });
                const info = await server.ask<ts.server.protocol.ProjectInfo>("projectInfo", {
                    file,
                    needFileNameList: false,
                });
                expect([name, info.configFileName.replaceAll("\\", "/").split("/").at(-1)]).toEqual([name, config]);
                const problems = await server.ask<ts.server.protocol.Diagnostic[]>("semanticDiagnosticsSync", { file });
                expect(problems.map(({ text }) => text)).toEqual([]);
            }
        } finally {
            server.stop();
        }
    });

    it("adds to a package.json what is missing, and nothing else", async () => {
        const project = temporaryFolder();
        const before = {
            name: "@someone/modules",
            type: "commonjs",
            scripts: { test: 'echo "Error: no test specified" && exit 1', build: "make" },
            dependencies: { typescript: "6.0.2" },
            devDependencies: { vitest: "^4.0.0" },
        };
        writeFileSync(join(project, "package.json"), `${JSON.stringify(before, null, "\t")}\n`);
        const { code, stdout } = await runHere(["init"], project);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^ {2}package\.json: what was missing has been added$/m);
        const text = read(project, "package.json");
        expect(text).toMatch(/^\t"name"/m);
        const after = JSON.parse(text) as typeof before;
        expect(after).toMatchObject({
            name: "@someone/modules",
            type: "commonjs",
            scripts: { test: "vitest run", build: "make", watch: "typed-prosody watch" },
            dependencies: { typescript: "6.0.2" },
            devDependencies: { vitest: "^4.0.0" },
        });
        expect(after.devDependencies).not.toHaveProperty("typescript");
        expect(after.devDependencies).toHaveProperty("typed-prosody");

        // That is what npm's own init makes.
        install(project);
        execFileSync(process.execPath, [tsc, "-p", "tsconfig.json"], { cwd: project, stdio: "pipe" });
    });

    it("leaves files as they are, and says what they need", async () => {
        const project = temporaryFolder();
        writeFileSync(join(project, "tsconfig.json"), "{ /* mine */ }\n");
        writeFileSync(join(project, ".gitignore"), "mine\n");
        const { code, stdout } = await runHere(["init"], project);
        expect(code).toBe(0);
        expect(read(project, "tsconfig.json")).toBe("{ /* mine */ }\n");
        expect(read(project, ".gitignore")).toBe("mine\n");
        expect(stdout).toMatch(/^6 files written into \.:$/m);
        expect(stdout).toMatch(/^Left as they are, since there before:$/m);
        expect(stdout).toContain('tsconfig.json: for editors it needs "references": [{ "path": "./tstl.json" }]');
        expect(stdout).toContain(".gitignore: node_modules, dist-maps and .test-results should not be committed");

        const again = await runHere(["init"], project);
        expect([again.code, again.stdout]).toEqual([0, "Nothing to do: . has all files of a project already.\n"]);
    });

    it("brings no example along where there are modules", async () => {
        const project = temporaryFolder();
        mkdirSync(join(project, "src", "modules", "mod_own"), { recursive: true });
        await runHere(["init"], project);
        expect(existsSync(join(project, "src", "modules", "mod_hello"))).toBe(false);
        expect(existsSync(join(project, "spec"))).toBe(false);
        expect(existsSync(join(project, "tstl.json"))).toBe(true);
    });

    it.each([
        ["{ no", /package\.json cannot be read: .*Mend it first; nothing was written\.$/m],
        [
            "[]",
            /package\.json holds no object, expected that of an npm package\. Mend it first; nothing was written\.$/m,
        ],
    ])("writes nothing beside a package.json that is %s", async (text, message) => {
        const project = temporaryFolder();
        writeFileSync(join(project, "package.json"), text);
        const { code, stderr } = await runHere(["init"], project);
        expect(code).toBe(2);
        expect(stderr).toMatch(message);
        expect(filesBelow(project)).toEqual(["package.json"]);
    });

    it("wants a folder", async () => {
        const cwd = temporaryFolder();
        writeFileSync(join(cwd, "taken"), "");
        const { code, stderr } = await runHere(["init", "taken"], cwd);
        expect(code).toBe(2);
        expect(stderr).toContain("is a file, expected a folder for the project. Name another one.");
    });
});
