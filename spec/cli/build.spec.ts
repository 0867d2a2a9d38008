import { existsSync, mkdirSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { TransformationContext } from "typescript-to-lua/dist/transformation/context/context.js";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { answering, createProject, readme, runHere } from "./temporary-project.ts";

const greeter = {
    "src/modules/mod_greeter/mod_greeter.ts": answering("Hello"),
    "src/modules/mod_greeter/README.md": readme,
};
const parrot = {
    "src/modules/mod_parrot/mod_parrot.ts": answering("Polly"),
    "src/modules/mod_parrot/README.md": readme,
};

describe("typed-prosody build", () => {
    it("writes a module with its README and resources, and tells what it has checked", async () => {
        const project = createProject({
            ...greeter,
            "src/modules/mod_greeter/words.lib.lua": "return { hello = true };\n",
            "src/modules/mod_greeter/templates/form.html": "<p>é</p>\n",
        });
        const { code, stdout, stderr } = await runHere(["build"], project.dir);
        expect(stderr).toBe("");
        expect(code).toBe(0);
        expect(stdout).toMatch(
            /^module +lines +bytes +Lua 5\.1 +Lua 5\.2 +Lua 5\.3 +Lua 5\.4 +LuaJIT +luacheck +file$/m,
        );
        expect(stdout).toMatch(/^mod_greeter +\d+ +\d+ +ok +ok +ok +ok +(ok|not run) +(ok|not run) +written$/m);
        expect(stdout).toMatch(/^1 module built into dist-lua in [\d.]+ m?s, 1 changed\.$/m);
        expect(Object.keys(project.snapshot("dist-lua")).sort()).toEqual([
            "dist-lua/.generated.json",
            "dist-lua/mod_greeter/README.md",
            "dist-lua/mod_greeter/mod_greeter.lua",
            "dist-lua/mod_greeter/templates/form.html",
            "dist-lua/mod_greeter/words.lib.lua",
        ]);
        expect(project.read("dist-lua/mod_greeter/mod_greeter.lua")).toContain('local st = require("util.stanza")');
        expect(project.read("dist-lua/mod_greeter/README.md")).toBe(readme);
        expect(project.read("dist-lua/mod_greeter/templates/form.html")).toBe("<p>é</p>\n");
    });

    it("leaves alone what is the same already", async () => {
        const project = createProject(greeter);
        await runHere(["build"], project.dir);
        const file = join(project.dir, "dist-lua/mod_greeter/mod_greeter.lua");
        utimesSync(file, 1000, 1000);
        const { stdout } = await runHere(["build"], project.dir);
        expect(stdout).toMatch(/unchanged$/m);
        expect(statSync(file).mtimeMs).toBe(1_000_000);
    });

    it("builds the named modules alone, with or without mod_", async () => {
        const project = createProject({ ...greeter, ...parrot });
        expect((await runHere(["build", "parrot"], project.dir)).code).toBe(0);
        expect(Object.keys(project.snapshot("dist-lua")).filter((path) => path.endsWith(".lua"))).toEqual([
            "dist-lua/mod_parrot/mod_parrot.lua",
        ]);
        expect((await runHere(["build", "mod_greeter"], project.dir)).code).toBe(0);
        expect(
            Object.keys(project.snapshot("dist-lua"))
                .filter((path) => path.endsWith(".lua"))
                .sort(),
        ).toEqual(["dist-lua/mod_greeter/mod_greeter.lua", "dist-lua/mod_parrot/mod_parrot.lua"]);
    });

    it("changes nothing on disk when any module has an error, and shows where it is", async () => {
        const project = createProject({ ...greeter, ...parrot });
        await runHere(["build"], project.dir);
        const before = project.snapshot("dist-lua");
        project.write({
            "src/modules/mod_greeter/mod_greeter.ts": answering("Good morning"),
            "src/modules/mod_parrot/mod_parrot.ts":
                'const port: number = "5222";\nexport const name = module.host || "none";\n',
        });
        const { code, stdout, stderr } = await runHere(["build"], project.dir);
        expect(code).toBe(1);
        expect(stdout).toBe("");
        const file = join("src", "modules", "mod_parrot", "mod_parrot.ts");
        expect(stderr).toContain(
            `${file}:1:7 - error TS2322: Type 'string' is not assignable to type 'number'.\n\n` +
                '1 const port: number = "5222";\n        ~~~~\n',
        );
        expect(stderr).toContain(`${file}:2:21 - error TP2007: In Lua "" is true`);
        expect(stderr).toMatch(/^Suggestion: write .*module\.host/m);
        expect(stderr).toContain("2 errors in 1 file. Nothing was written.\n");
        expect(project.snapshot("dist-lua")).toEqual(before);
    });

    it("tells what the transpiler gives up at as one error, without its stack trace", async () => {
        const project = createProject({ ...greeter, ...parrot });
        project.write({
            // The modules that come later are right.
            "src/modules/mod_greeter/mod_greeter.ts": 'export const text = "beyond it";\n',
        });
        // No TypeScript is known that brings it about.
        const { transformExpression } = TransformationContext.prototype;
        const transforming = vi
            .spyOn(TransformationContext.prototype, "transformExpression")
            .mockImplementation(function (this: TransformationContext, node) {
                if (ts.isStringLiteral(node) && node.text === "beyond it") throw new TypeError("there is no kind");
                return transformExpression.call(this, node);
            });
        const { code, stderr } = await runHere(["build"], project.dir);
        transforming.mockRestore();
        expect(code).toBe(1);
        expect(stderr).toContain(`${join("src", "modules", "mod_greeter", "mod_greeter.ts")}:1:1 - error TP3006`);
        expect(stderr).toContain("there is no kind");
        expect(stderr).toContain("1 error in 1 file. Nothing was written.\n");
        expect(stderr).not.toContain("    at ");
    });

    it("removes what a module no longer has, and nothing that it has not written", async () => {
        const project = createProject({
            ...greeter,
            ...parrot,
            "src/modules/mod_greeter/words.lib.lua": "return {};\n",
            "src/modules/mod_greeter/data/old.txt": "old\n",
        });
        await runHere(["build"], project.dir);
        project.write({ "dist-lua/mod_greeter/mine.txt": "mine\n", "dist-lua/mod_other/mod_other.lua": "return 1\n" });
        project.remove("src/modules/mod_greeter/words.lib.lua");
        project.remove("src/modules/mod_greeter/data");
        project.remove("src/modules/mod_parrot");
        expect((await runHere(["build"], project.dir)).code).toBe(0);
        expect(Object.keys(project.snapshot("dist-lua")).sort()).toEqual([
            "dist-lua/.generated.json",
            "dist-lua/mod_greeter/README.md",
            "dist-lua/mod_greeter/mine.txt",
            "dist-lua/mod_greeter/mod_greeter.lua",
            "dist-lua/mod_other/mod_other.lua",
        ]);
        expect(existsSync(join(project.dir, "dist-lua/mod_greeter/data"))).toBe(false);
        expect(existsSync(join(project.dir, "dist-lua/mod_parrot"))).toBe(false);
    });

    it("works where the path has spaces, letters beyond ASCII and links in it", async () => {
        const project = createProject({}, "typed prosody é✓ ");
        project.write({ "elsewhere/mod_greeter.ts": answering("Hello"), "elsewhere/README.md": readme });
        mkdirSync(join(project.dir, "src/modules"), { recursive: true });
        symlinkSync(join(project.dir, "elsewhere"), join(project.dir, "src/modules/mod_greeter"), "junction");
        const { code, stderr } = await runHere(["build"], project.dir);
        expect(stderr).toBe("");
        expect(code).toBe(0);
        expect(project.read("dist-lua/mod_greeter/mod_greeter.lua")).toContain("Hello");
    });

    it("builds the project that --project names, and the one around the current folder", async () => {
        const project = createProject(greeter);
        const elsewhere = createProject();
        expect((await runHere(["build", "--project", project.dir], elsewhere.dir)).code).toBe(0);
        expect(existsSync(join(project.dir, "dist-lua/mod_greeter/mod_greeter.lua"))).toBe(true);
        project.remove("dist-lua");
        expect((await runHere(["build"], join(project.dir, "src/modules"))).code).toBe(0);
        expect(existsSync(join(project.dir, "dist-lua/mod_greeter/mod_greeter.lua"))).toBe(true);
    });

    it("gives the same bytes in another folder, so that what is committed is what everybody builds", async () => {
        const [one, other] = [createProject(greeter), createProject(greeter, "somewhere else ")];
        await runHere(["build"], one.dir);
        await runHere(["build"], other.dir);
        expect(one.snapshot("dist-lua")).toEqual(other.snapshot("dist-lua"));
        expect(one.snapshot("dist-maps")).toEqual(other.snapshot("dist-maps"));
    });
});

describe("typed-prosody check", () => {
    it("finds what build finds and writes nothing", async () => {
        const project = createProject(greeter);
        const { code, stdout } = await runHere(["check"], project.dir);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^mod_greeter +\d+ +\d+ +ok +ok +ok +ok/m);
        expect(stdout).toMatch(/^1 module checked in [\d.]+ m?s: no errors\.$/m);
        project.write({ "src/modules/mod_greeter/mod_greeter.ts": "module.hok('message/bare', () => true);\n" });
        const failed = await runHere(["check"], project.dir);
        expect(failed.code).toBe(1);
        expect(failed.stderr).toMatch(/mod_greeter\.ts:1:8 - error TS2551: .*Did you mean 'hook'\?/);
        expect(failed.stderr).toMatch(/^1 error in 1 file\.$/m);
        expect(existsSync(join(project.dir, "dist-lua"))).toBe(false);
    });
});

describe("a command that is called wrongly exits with 2 and says what to do", () => {
    it("an unknown command", async () => {
        const { code, stderr } = await runHere(["bild"], createProject(greeter).dir);
        expect(code).toBe(2);
        expect(stderr).toContain("error: unknown command 'bild'");
        expect(stderr).toContain("Did you mean build?");
    });

    it("an unknown option", async () => {
        const { code, stderr } = await runHere(["build", "--fast"], createProject(greeter).dir);
        expect(code).toBe(2);
        expect(stderr).toContain("error: unknown option '--fast'");
    });

    it("an unknown module, with the one that was probably meant", async () => {
        const project = createProject({ ...greeter, ...parrot });
        const { code, stderr } = await runHere(["build", "parot"], project.dir);
        expect(code).toBe(2);
        expect(stderr).toContain("There is no module named parot in this project.");
        expect(stderr).toContain("did you mean mod_parrot?");
    });

    it("a folder without a project", async () => {
        const project = createProject();
        project.remove("tstl.json");
        const { code, stderr } = await runHere(["check"], project.dir);
        expect(code).toBe(2);
        expect(stderr).toContain("error TP1001: There is no tstl.json in");
        expect(stderr).toMatch(/^Suggestion: .*--project DIR/m);
    });

    it("a folder that is not there", async () => {
        const { code, stderr } = await runHere(["check", "--project", "nowhere"], createProject().dir);
        expect(code).toBe(2);
        expect(stderr).toMatch(/^error: There is no folder .*nowhere\.$/m);
    });
});

describe("what is printed", () => {
    it("has help for the program and each command", async () => {
        const { dir } = createProject();
        const { code, stdout } = await runHere(["--help"], dir);
        expect(code).toBe(0);
        expect(stdout).toMatch(/build \[modules\.\.\.\].*check \[modules\.\.\.\].*watch \[modules\.\.\.\]/s);
        expect(stdout).toContain("Exit codes: 0 all is well");
        for (const command of ["build", "check", "watch"]) {
            const help = await runHere([command, "--help"], dir);
            expect(help.code).toBe(0);
            expect(help.stdout).toContain(`Usage: typed-prosody ${command} [options] [modules...]`);
            expect(help.stdout).toContain("--project <dir>");
        }
    });

    it("says which tools were not there to be asked", async () => {
        const project = createProject(greeter);
        vi.stubEnv("PATH", project.dir);
        onTestFinished(() => void vi.unstubAllEnvs());
        const { code, stdout } = await runHere(["check"], project.dir);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^mod_greeter +\d+ +\d+ +ok +ok +ok +ok +not run +not run$/m);
        expect(stdout).toContain("LuaJIT was not run: luajit is not installed.");
        expect(stdout).toContain("luacheck was not run: luacheck is not installed.");
    });
});

describe("what is no error of the module's", () => {
    it("a mistake in tstl.json is told alone", async () => {
        const project = createProject({
            ...greeter,
            "tstl.json": '{\n  "extends": "typed-prosdy/tstl.base.json"\n}\n',
        });
        const { code, stderr } = await runHere(["check"], project.dir);
        expect(code).toBe(1);
        expect(stderr).toMatch(/^tstl\.json:2:14 - error TS6053: File 'typed-prosdy\/tstl\.base\.json' not found\.$/m);
        expect(stderr).toMatch(/^1 error in 1 file\.$/m);
    });

    it("a project that loads no declarations is one error, not hundreds", async () => {
        const project = createProject({ ...greeter, "tstl.json": '{ "extends": "typed-prosody/tstl.base.json" }' });
        const { code, stderr } = await runHere(["check"], project.dir);
        expect(code).toBe(1);
        expect(stderr).toMatch(/^error TP1013: This project does not load the declarations of Prosody and Lua/);
        expect(stderr).toMatch(/^Suggestion: write "types": \["typed-prosody\/prosody"\]/m);
        expect(stderr).toMatch(/^1 error\.$/m);
    });
});
