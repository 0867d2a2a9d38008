import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answering, createProject, readme, runProcess, startCli } from "./temporary-project.ts";

const greeter = {
    "src/modules/mod_greeter/mod_greeter.ts": answering("Hello"),
    "src/modules/mod_greeter/README.md": readme,
};

describe("the typed-prosody process", () => {
    it("exits with 0, 1 or 2, and keeps results and errors on streams of their own", async () => {
        const project = createProject(greeter);
        const good = await runProcess(["build"], { cwd: project.dir });
        expect(good).toMatchObject({ code: 0, stderr: "" });
        expect(good.stdout).toContain("1 module built");
        project.write({ "src/modules/mod_greeter/mod_greeter.ts": "process;\n" });
        const failed = await runProcess(["build"], { cwd: project.dir });
        expect(failed).toMatchObject({ code: 1, stdout: "" });
        expect(failed.stderr).toContain("Nothing was written.");
        expect(await runProcess(["bild"], { cwd: project.dir })).toMatchObject({ code: 2, stdout: "" });
    });

    it("does its work also where nobody reads what it says", async () => {
        const project = createProject(greeter);
        const child = startCli(["build"], { cwd: project.dir });
        child.stdout.destroy();
        let stderr = "";
        child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
        const code = await new Promise((resolve) => child.once("close", resolve));
        expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
        expect(existsSync(join(project.dir, "dist-lua", "mod_greeter", "mod_greeter.lua"))).toBe(true);
    });

    it("has colour only where it is wanted", async () => {
        const project = createProject({ ...greeter, "src/modules/mod_greeter/mod_greeter.ts": "process;\n" });
        const escape = String.fromCharCode(27);
        const plain = await runProcess(["check"], { cwd: project.dir });
        expect(plain.stderr).not.toContain(escape);
        const forced = await runProcess(["check"], { cwd: project.dir, env: { FORCE_COLOR: "1" } });
        expect(forced.stderr).toContain(`${escape}[31merror`);
        const forbidden = await runProcess(["check"], { cwd: project.dir, env: { FORCE_COLOR: "1", NO_COLOR: "1" } });
        expect(forbidden.stderr).not.toContain(escape);
    });

    it("a refusal of the machine's is told as such", async () => {
        const project = createProject(greeter);
        const nowhere = join(project.dir, "nowhere");
        const { code, stderr } = await runProcess(["check"], {
            cwd: project.dir,
            // tsx would make the folder for a cache of its own.
            env: { TSX_DISABLE_CACHE: "1", TMPDIR: nowhere, TMP: nowhere, TEMP: nowhere },
        });
        expect(code).toBe(1);
        expect(stderr).toMatch(/^error: ENOENT: no such file or directory, mkdtemp '.*nowhere/);
        expect(stderr).not.toContain("    at ");
        expect(existsSync(join(project.dir, "dist-lua"))).toBe(false);
    });

    it("a fault of the compiler's own is owned up to, without a stack trace unless asked for", async () => {
        const project = createProject(greeter);
        const breakTheClock = `performance.now = () => {
            if (/ build .*compiler.build/.test(new Error().stack)) throw new TypeError("The clock is broken");
            return 0;
        };`;
        const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(breakTheClock)}` };
        const { code, stderr } = await runProcess(["build"], { cwd: project.dir, env });
        expect(code).toBe(1);
        expect(stderr).toContain("typed-prosody has failed: The clock is broken\n");
        expect(stderr).toContain("This is a fault of typed-prosody, not of your code. Nothing was written.\n");
        expect(stderr).toMatch(/^Please report it.* --verbose prints\.$/m);
        expect(stderr).not.toContain("    at ");
        const verbose = await runProcess(["build", "--verbose"], { cwd: project.dir, env });
        expect(verbose.stderr).toMatch(/^ {4}at .*build\.ts/m);
    });
});
