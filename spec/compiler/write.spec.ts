import { spawn } from "node:child_process";
import {
    chmodSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    realpathSync,
    rmSync,
    statSync,
    symlinkSync,
    utimesSync,
    writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { diagnosticId, splitMessage } from "../../src/compiler/diagnostics.ts";
import { writeOutputs, type OutputFile, type WriteResult } from "../../src/compiler/write.ts";

function root(files: Record<string, string> = {}): string {
    const dir = realpathSync(mkdtempSync(join(tmpdir(), "typed-prosody-write-")));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), content);
    }
    return dir;
}

function snapshot(dir: string): Record<string, string> {
    return Object.fromEntries(
        readdirSync(dir, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .map((path) => [path.slice(dir.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
    );
}

const file = (module: string, name: string, content: string): OutputFile => ({
    module,
    path: `dist-lua/${module}/${name}`,
    content,
});

const complete = (...modules: string[]) => ({ modules, complete: true });
const words = ({ diagnostics }: WriteResult) =>
    diagnostics.map((diagnostic) => `${diagnosticId(diagnostic)} ${splitMessage(diagnostic).problem}`);

describe("writeOutputs", () => {
    it("writes, then only what is new, and keeps the times of the rest", () => {
        const dir = root();
        const first = writeOutputs(
            dir,
            [file("mod_a", "mod_a.lua", "1\n"), file("mod_a", "README.md", "a\n")],
            complete("mod_a"),
        );
        expect([...first.changed]).toEqual(["dist-lua/mod_a/mod_a.lua", "dist-lua/mod_a/README.md"]);
        for (const name of ["mod_a.lua", "README.md"]) utimesSync(join(dir, "dist-lua/mod_a", name), 1000, 1000);
        const second = writeOutputs(
            dir,
            [file("mod_a", "mod_a.lua", "2\n"), file("mod_a", "README.md", "a\n")],
            complete("mod_a"),
        );
        expect([...second.changed]).toEqual(["dist-lua/mod_a/mod_a.lua"]);
        expect(statSync(join(dir, "dist-lua/mod_a/README.md")).mtimeMs).toBe(1_000_000);
        expect(statSync(join(dir, "dist-lua/mod_a/mod_a.lua")).mtimeMs).toBeGreaterThan(1_000_000);
        expect(readdirSync(dir)).toEqual(["dist-lua"]);
    });

    it("only looks when it is told not to write", () => {
        const dir = root();
        const result = writeOutputs(dir, [file("mod_a", "mod_a.lua", "1\n")], { ...complete("mod_a"), write: false });
        expect([...result.changed]).toEqual(["dist-lua/mod_a/mod_a.lua"]);
        expect(readdirSync(dir)).toEqual([]);
    });

    it("removes files of a module that has them no more, and of modules that are gone when all were built", () => {
        const dir = root();
        const b = [file("mod_b", "mod_b.lua", "b\n"), file("mod_b", "deep/er/x.txt", "x\n")];
        writeOutputs(dir, [file("mod_a", "mod_a.lua", "a\n"), ...b], complete("mod_a", "mod_b"));
        writeFileSync(join(dir, "dist-lua/mod_b/mine.txt"), "mine\n");

        const some = writeOutputs(dir, [file("mod_a", "mod_a.lua", "a\n")], { modules: ["mod_a"], complete: false });
        expect([...some.removed]).toEqual([]);

        const fewer = writeOutputs(dir, [file("mod_a", "mod_a.lua", "a\n"), b[0]!], complete("mod_a", "mod_b"));
        expect([...fewer.removed]).toEqual(["dist-lua/mod_b/deep/er/x.txt"]);
        expect(existsSync(join(dir, "dist-lua/mod_b/deep"))).toBe(false);

        const gone = writeOutputs(dir, [file("mod_a", "mod_a.lua", "a\n")], complete("mod_a"));
        expect([...gone.removed]).toEqual(["dist-lua/mod_b/mod_b.lua"]);
        expect(Object.keys(snapshot(dir)).sort()).toEqual([
            "dist-lua/.generated.json",
            "dist-lua/mod_a/mod_a.lua",
            "dist-lua/mod_b/mine.txt",
        ]);
    });

    it("does not overwrite what it has not written", () => {
        const before = { "dist-lua/mod_a/mod_a.lua": "-- by hand\n" };
        const dir = root(before);
        const result = writeOutputs(
            dir,
            [file("mod_b", "mod_b.lua", "b\n"), file("mod_a", "mod_a.lua", "a\n")],
            complete("mod_a", "mod_b"),
        );
        expect(words(result)).toEqual([expect.stringMatching(/^TP4004 .*mod_a\.lua exists and was not generated/)]);
        expect(snapshot(dir)).toEqual(before);
    });

    it("knows generated files by their header where the list of them is lost", () => {
        const dir = root({
            "dist-lua/mod_a/mod_a.lua": "-- Generated by typed-prosody 0.1.0\n",
            "dist-lua/mod_a/README.md": "old\n",
        });
        const result = writeOutputs(
            dir,
            [file("mod_a", "mod_a.lua", "new\n"), file("mod_a", "README.md", "new\n")],
            complete("mod_a"),
        );
        expect(words(result)).toEqual([]);
        expect(readFileSync(join(dir, "dist-lua/mod_a/README.md"), "utf8")).toBe("new\n");
    });

    it("never follows a list of files out of the project", () => {
        const dir = root({
            "victim.txt": "precious\n",
            "project/dist-lua/.generated.json": JSON.stringify({
                mod_x: ["../victim.txt", "/etc/hostname", "C:/x", "..\\victim.txt"],
            }),
        });
        writeOutputs(join(dir, "project"), [file("mod_a", "mod_a.lua", "a\n")], complete("mod_a"));
        expect(readFileSync(join(dir, "victim.txt"), "utf8")).toBe("precious\n");
    });

    it("writes through a link that leads elsewhere", () => {
        const dir = root();
        mkdirSync(join(dir, "elsewhere"));
        symlinkSync(join(dir, "elsewhere"), join(dir, "dist-lua"), "junction");
        expect(words(writeOutputs(dir, [file("mod_a", "mod_a.lua", "a\n")], complete("mod_a")))).toEqual([]);
        expect(readFileSync(join(dir, "elsewhere/mod_a/mod_a.lua"), "utf8")).toBe("a\n");
    });
});

describe("when something goes wrong, one error says so and everything is as before", () => {
    const outputs = [
        file("mod_a", "mod_a.lua", "new\n"),
        file("mod_b", "mod_b.lua", "new\n"),
        file("mod_c", "mod_c.lua", "new\n"),
    ];
    const written = (dir: string) => writeOutputs(dir, outputs, complete("mod_a", "mod_b", "mod_c"));
    const old = () => {
        const dir = root();
        writeOutputs(
            dir,
            [file("mod_a", "mod_a.lua", "old\n"), file("mod_c", "mod_c.lua", "old\n")],
            complete("mod_a", "mod_c"),
        );
        return dir;
    };

    it("a file is where a folder should be", () => {
        const dir = old();
        writeFileSync(join(dir, "dist-lua/mod_b"), "in the way\n");
        const before = snapshot(dir);
        const result = written(dir);
        expect(words(result)).toEqual([
            expect.stringMatching(/^TP4001 .*mod_b\.lua cannot be written: a file is where a folder should be/),
        ]);
        expect(result.changed.size).toBe(0);
        expect(snapshot(dir)).toEqual(before);
    });

    it("the last file cannot be put in place, after others were", () => {
        const dir = old();
        mkdirSync(join(dir, "dist-lua/mod_d/mod_d.lua/full"), { recursive: true });
        const before = snapshot(dir);
        const result = writeOutputs(
            dir,
            [
                file("mod_a", "mod_a.lua", "new\n"),
                file("mod_b", "mod_b.lua", "new\n"),
                { ...file("mod_d", "mod_d.lua", "x"), module: "mod_a" },
            ],
            { modules: ["mod_b"], complete: false },
        );
        expect(words(result)).toHaveLength(1);
        expect(snapshot(dir)).toEqual(before);
        expect(existsSync(join(dir, "dist-lua/mod_b"))).toBe(false);
    });

    // Windows has neither of these in a form that Node can ask for.
    if (process.platform !== "win32") {
        const failing = async (dir: string, limit: string, prepare: string): Promise<string[]> => {
            const script = `
                import { chownSync } from "node:fs";
                import { writeOutputs } from ${JSON.stringify(new URL("../../src/compiler/write.ts", import.meta.url).href)};
                const dir = process.argv[1];
                const file = (module, content) => ({ module, path: "dist-lua/" + module + "/" + module + ".lua", content });
                ${prepare}
                const { diagnostics } = writeOutputs(dir, [file("mod_a", "new\\n"), file("mod_c", "x".repeat(1e6))],
                    { modules: ["mod_a", "mod_c"], complete: true });
                process.stdout.write(JSON.stringify(diagnostics.map((diagnostic) => diagnostic.messageText)));
            `;
            const command = `${limit} exec "$0" --import "$1" --input-type=module --eval "$2" "$3"`;
            const child = spawn("sh", ["-c", command, process.execPath, import.meta.resolve("tsx"), script, dir], {
                stdio: ["ignore", "pipe", "inherit"],
            });
            let output = "";
            child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
            await new Promise((resolve) => child.once("close", resolve));
            return JSON.parse(output) as string[];
        };

        it("a folder may not be written to", async () => {
            const dir = old();
            const before = snapshot(dir);
            chmodSync(join(dir, "dist-lua/mod_c"), 0o555);
            onTestFinished(() => chmodSync(join(dir, "dist-lua/mod_c"), 0o755));
            // Root may write everywhere, so it becomes somebody else first.
            const becomeNobody = `
                if (process.getuid() === 0) {
                    for (const path of ["", "/dist-lua", "/dist-lua/mod_a", "/dist-lua/mod_c"]) chownSync(dir + path, 65534, 65534);
                    process.setegid(65534);
                    process.seteuid(65534);
                }`;
            expect(await failing(dir, "", becomeNobody)).toEqual([
                expect.stringMatching(
                    /mod_c\.lua cannot be written: no permission to write there .*Nothing was changed\./,
                ),
            ]);
            expect(snapshot(dir)).toEqual(before);
        });

        it("the disk takes no more (a limit on file sizes stands in for it)", async () => {
            const dir = old();
            const before = snapshot(dir);
            expect(await failing(dir, "ulimit -f 64;", "")).toEqual([
                expect.stringMatching(/mod_c\.lua cannot be written: the file would be larger than allowed/),
            ]);
            expect(snapshot(dir)).toEqual(before);
        });
    }
});

describe("several builds at once", () => {
    it("write one after the other, so that all files are of the same build", async () => {
        const dir = root();
        const script = `
            import { writeOutputs } from ${JSON.stringify(new URL("../../src/compiler/write.ts", import.meta.url).href)};
            const [dir, mark] = process.argv.slice(1);
            for (let round = 0; round < 8; round++) {
                const files = Array.from({ length: 12 }, (_, i) => ({
                    module: "mod_" + i, path: "dist-lua/mod_" + i + "/mod_" + i + ".lua", content: mark + round + "\\n",
                }));
                const { diagnostics } = writeOutputs(dir, files, { modules: files.map((f) => f.module), complete: true });
                if (diagnostics.length > 0) { console.error(diagnostics[0].messageText); process.exitCode = 1; }
            }
        `;
        const codes = await Promise.all(
            ["a", "b", "c"].map(
                (mark) =>
                    new Promise((resolve) => {
                        const args = [
                            "--import",
                            import.meta.resolve("tsx"),
                            "--input-type=module",
                            "--eval",
                            script,
                            dir,
                            mark,
                        ];
                        spawn(process.execPath, args, { stdio: "inherit" }).once("close", resolve);
                    }),
            ),
        );
        expect(codes).toEqual([0, 0, 0]);
        const files = snapshot(dir);
        delete files["dist-lua/.generated.json"];
        expect(Object.keys(files)).toHaveLength(12);
        expect(new Set(Object.values(files)).size).toBe(1);
        expect(readdirSync(dir)).toEqual(["dist-lua"]);
    });

    it("clear away what a killed build has left", () => {
        // No process has this id: 2 ** 22 is the most that Linux gives, and macOS stops far below.
        const dir = root({
            ".typed-prosody-staging/owner.json": JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }),
            ".typed-prosody-staging/0.new": "half",
        });
        expect(words(writeOutputs(dir, [file("mod_a", "mod_a.lua", "a\n")], complete("mod_a")))).toEqual([]);
        expect(readdirSync(dir)).toEqual(["dist-lua"]);
    });

    it("give up with one clear error when another one does not end", { timeout: 30_000 }, () => {
        const dir = root({
            ".typed-prosody-staging/owner.json": JSON.stringify({ pid: process.ppid, host: hostname() }),
        });
        expect(words(writeOutputs(dir, [file("mod_a", "mod_a.lua", "a\n")], complete("mod_a")))).toEqual([
            expect.stringMatching(new RegExp(`^TP4003 Another build is writing to .*\\(process ${process.ppid}\\)`)),
        ]);
        expect(existsSync(join(dir, "dist-lua"))).toBe(false);
    });
});
