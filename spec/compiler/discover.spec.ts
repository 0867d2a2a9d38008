import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it, onTestFinished } from "vitest";
import { diagnosticId, splitMessage } from "../../src/compiler/diagnostics.ts";
import { discoverModules } from "../../src/compiler/discover.ts";

function project(files: Record<string, string>, name = "typed-prosody-discover-"): string {
    const dir = realpathSync(mkdtempSync(join(tmpdir(), name)));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), content);
    }
    return dir;
}

const readme = (frontMatter: string) => `---\n${frontMatter}\n---\n\n# Usage\n`;
const good = readme("summary: Answers\nlabels: [Stage-Alpha]");

/** "TP1005 mod_x has no ... | Suggestion" of each problem, with the line where there is one. */
function problems(dir: string): string[] {
    return discoverModules(dir).problems.map((diagnostic) => {
        const { problem, suggestion } = splitMessage(diagnostic);
        const line =
            diagnostic.file && ts.getLineAndCharacterOfPosition(diagnostic.file, diagnostic.start ?? 0).line + 1;
        return `${line === undefined ? "" : `line ${line}: `}${diagnosticId(diagnostic)} ${problem} | ${suggestion}`;
    });
}

describe("discoverModules", () => {
    it("finds modules in the order of their names, with entry, README and resources", () => {
        const dir = project({
            "src/modules/mod_b/mod_b.ts": "",
            "src/modules/mod_b/README.md": readme(
                'summary: "Does b: well"\nlabels: [Stage-Beta, Type-Web]\nlicense: MIT\nversion: "1.10"\n' +
                    "rockspec:\n  dependencies: [mod_a]",
            ),
            "src/modules/mod_b/parse.ts": "",
            "src/modules/mod_b/types.d.ts": "",
            "src/modules/mod_b/words.lib.lua": "",
            "src/modules/mod_b/templates/form.html": "",
            "src/modules/mod_b/.DS_Store": "",
            "src/modules/mod_b/form.html~": "",
            "src/modules/mod_a/mod_a.ts": "",
            "src/modules/mod_a/README.md": good,
            "src/modules/shared/names.ts": "",
            "src/modules/notes.txt": "",
        });
        const { modules, problems: found } = discoverModules(dir);
        expect(found).toEqual([]);
        expect(modules.map(({ name }) => name)).toEqual(["mod_a", "mod_b"]);
        const folder = join(dir, "src", "modules", "mod_b");
        expect(modules[1]).toEqual({
            name: "mod_b",
            folder,
            entry: join(folder, "mod_b.ts"),
            resources: [
                { path: join(folder, "templates", "form.html"), relative: "templates/form.html" },
                { path: join(folder, "words.lib.lua"), relative: "words.lib.lua" },
            ],
            readme: {
                path: join(folder, "README.md"),
                text: expect.stringContaining("# Usage") as string,
                summary: "Does b: well",
                labels: ["Stage-Beta", "Type-Web"],
                license: "MIT",
                version: "1.10",
                rockspec: { dependencies: ["mod_a"] },
            },
        });
    });

    it("follows links, also one that leads back up, and takes any letters in paths", () => {
        const dir = project({ "other place/é/mod_a.ts": "", "other place/é/README.md": good }, "discover é✓ ");
        mkdirSync(join(dir, "src", "modules"), { recursive: true });
        symlinkSync(join(dir, "other place", "é"), join(dir, "src", "modules", "mod_a"), "junction");
        symlinkSync(join(dir, "other place"), join(dir, "other place", "é", "up"), "junction");
        const { modules, problems: found } = discoverModules(dir);
        expect(found).toEqual([]);
        expect(modules.map(({ name }) => name)).toEqual(["mod_a"]);
        expect(modules[0]!.entry).toBe(join(dir, "src", "modules", "mod_a", "mod_a.ts"));
    });

    it("reads a README with Windows line ends and a byte order mark", () => {
        const dir = project({
            "src/modules/mod_a/mod_a.ts": "",
            "src/modules/mod_a/README.md": `\uFEFF${good.replaceAll("\n", "\r\n")}`,
        });
        const { modules, problems: found } = discoverModules(dir);
        expect(found).toEqual([]);
        expect(modules[0]!.readme).toMatchObject({ summary: "Answers", labels: ["Stage-Alpha"] });
    });
});

describe("a project that is laid out wrongly", () => {
    const oneModule = (files: Record<string, string>) =>
        problems(
            project(Object.fromEntries(Object.entries(files).map(([path, text]) => [`src/modules/${path}`, text]))),
        );

    it("has no module", () => {
        expect(problems(project({ "src/modules/notes.txt": "" }))).toEqual([
            expect.stringMatching(/^TP1002 No module was found in .* \| give each module a folder of its own there/),
        ]);
        expect(problems(project({}))).toHaveLength(1);
    });

    it("names a module's main file differently from its folder", () => {
        expect(oneModule({ "mod_a/mod_b.ts": "", "mod_a/README.md": good })).toEqual([
            "TP1005 The module mod_a has no mod_a.ts: its main file is named like its folder. | rename mod_b.ts to mod_a.ts.",
        ]);
    });

    it.each([
        ["mod_Roster-Admin", "mod_roster_admin"],
        ["roster", "mod_roster"],
        ["mod-x", "mod_x"],
    ])("has a module folder named %s", (folder, proposal) => {
        expect(oneModule({ [`${folder}/mod_x.ts`]: "" })).toEqual([
            expect.stringMatching(
                new RegExp(`^TP1004 The folder .*${folder} is not named .*\\| rename it to ${proposal},`),
            ),
        ]);
    });

    it("has a module without README, which is a warning", () => {
        const dir = project({ "src/modules/mod_a/mod_a.ts": "" });
        const { modules, problems: found } = discoverModules(dir);
        expect(modules).toHaveLength(1);
        expect(found.map(({ category }) => category)).toEqual([ts.DiagnosticCategory.Warning]);
        expect(problems(dir)[0]).toMatch(/^TP1006 The module mod_a has no README\.md/);
    });

    it.each([
        ["no front matter", "# Usage\n", /^line 1: TP1007 .*does not begin with YAML/],
        ["invalid YAML", readme('summary: "Answers\nlabels: []'), /^line \d: TP1008 .*no valid YAML/],
        ["a list for front matter", readme("- a"), /^line 2: TP1008 .*no list of fields/],
        [
            "no summary",
            readme("labels: []"),
            /^line 1: TP1009 The front matter's "summary" is missing\. \| write summary:/,
        ],
        [
            "a number as version",
            readme("summary: x\nlabels: []\nversion: 1.10"),
            /^line 4: TP1009 .*"version" is the number 1\.1\./,
        ],
        [
            "labels that are no list",
            readme("summary: x\nlabels: Stage-Beta"),
            /^line 3: TP1009 .*"labels" is the text "Stage-Beta"/,
        ],
        [
            "a rockspec that is no object",
            readme("summary: x\nlabels: []\nrockspec: [a]"),
            /^line 4: TP1009 .*"rockspec" is a list/,
        ],
        [
            "a slip of the pen",
            readme("summary: x\nlabels: []\nrockspek: {}"),
            /^line 4: TP1010 .*did you mean "rockspec"\?/,
        ],
    ])("has a README with %s", (_what, text, expected) => {
        expect(oneModule({ "mod_a/mod_a.ts": "", "mod_a/README.md": text })).toEqual([expect.stringMatching(expected)]);
    });

    it("has a README with fields for other tools, which is nobody's business", () => {
        const text = readme("summary: x\nlabels: []\nsuperseded_by: mod_b\nauthors: [me]");
        expect(oneModule({ "mod_a/mod_a.ts": "", "mod_a/README.md": text })).toEqual([]);
    });

    it("has hand-written Lua where the generated file goes", () => {
        expect(oneModule({ "mod_a/mod_a.ts": "", "mod_a/README.md": good, "mod_a/mod_a.lua": "" })).toEqual([
            expect.stringMatching(
                /^TP1011 mod_a\/mod_a\.lua would be overwritten.*\| rename it, for example to mod_a\.lib\.lua/,
            ),
        ]);
    });

    it("has a link that leads nowhere", () => {
        const dir = project({ "src/modules/mod_a/mod_a.ts": "", "src/modules/mod_a/README.md": good });
        symlinkSync(join(dir, "gone"), join(dir, "src", "modules", "mod_b"), "junction");
        expect(problems(dir)).toEqual([expect.stringMatching(/^TP1012 .*mod_b cannot be read/)]);
    });
});
