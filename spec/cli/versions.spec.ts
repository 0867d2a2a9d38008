import { describe, expect, it } from "vitest";
import { createBuilder } from "../../src/compiler/build.ts";
import { diagnosticId } from "../../src/compiler/diagnostics.ts";
import { createProject, runHere } from "./temporary-project.ts";

const source = "src/modules/mod_status/mod_status.ts";

function readme(prosody?: string): string {
    const stated = prosody === undefined ? "" : `prosody: ${prosody}\n`;
    return `---\nsummary: "Tells how it is"\nlabels: [Stage-Alpha]\n${stated}---\n`;
}

function project(code: string, prosody?: string, packageJson?: object) {
    return createProject({
        [source]: code,
        "src/modules/mod_status/README.md": readme(prosody),
        ...(packageJson && { "package.json": JSON.stringify(packageJson, undefined, 4) }),
    });
}

const setsStatus = 'module.set_status("info", "There.");\n';

describe("the Prosody versions that a module supports", () => {
    it("are 0.11 and all later ones where nothing is said", async () => {
        const { code, stderr } = await runHere(["build"], project(setsStatus).dir);
        expect(code).toBe(1);
        expect(stderr).toContain(
            "TP2022: module.set_status exists from Prosody 0.12 on, but mod_status supports Prosody >=0.11: on 0.11 it is nil.",
        );
        expect(stderr).toContain('state prosody: ">=0.12" in the front matter of mod_status\'s README.md.');
    });

    it("are what the README's front matter says, and the generated file tells", async () => {
        const here = project(setsStatus, '">=0.12 <14"');
        expect(await runHere(["build"], here.dir)).toMatchObject({ code: 0, stderr: "" });
        expect(here.read("dist-lua/mod_status/mod_status.lua")).toContain("\n-- For Prosody >=0.12 <14\n");
    });

    it("are else what package.json says for all modules", async () => {
        const engines = { prosody: ">=0.12" };
        expect(await runHere(["build"], project(setsStatus, undefined, { engines }).dir)).toMatchObject({ code: 0 });
        const { code, stderr } = await runHere(["build"], project(setsStatus, '">=0.11"', { engines }).dir);
        expect(code).toBe(1);
        expect(stderr).toContain("TP2022");
    });

    it.each([
        ['"0.12 and up"', 'the text "0.12 and up", which is no range of versions'],
        ["0.12", "the number 0.12, which is no range of versions"],
        ['">=0.10"', 'the text ">=0.10", which reaches below 0.11, of which nothing is known here'],
        ['">=13.0 <0.12"', 'the text ">=13.0 <0.12", which leaves no version at all'],
    ])("must be a range: %s", async (stated, found) => {
        const { code, stderr } = await runHere(["build"], project("", stated).dir);
        expect(code).toBe(1);
        expect(stderr.match(/TP\d+/g)).toEqual(["TP1009"]);
        expect(stderr).toContain(`The front matter's "prosody" is ${found}.`);
        expect(stderr).toContain('prosody: ">=0.12" or ">=0.12 <14"');
    });

    it("must be a range in package.json too", async () => {
        const { dir } = project("", undefined, { version: "1.0.0", engines: { node: ">=20", prosody: "latest" } });
        const { code, stderr } = await runHere(["build"], dir);
        expect(code).toBe(1);
        expect(stderr).toContain('"engines.prosody" of package.json is "latest"; it is no range of versions.');
        expect(stderr).toMatch(/package\.json:5:9/);
    });

    it("are those of every module that a file is linked into", async () => {
        const here = createProject({
            "src/shared.ts": `export function tell(): void {\n    ${setsStatus}}\n`,
            "src/modules/mod_new/mod_new.ts": 'import { tell } from "../../shared";\ntell();\n',
            "src/modules/mod_new/README.md": readme('">=13.0"'),
            "src/modules/mod_old/mod_old.ts": 'import { tell } from "../../shared";\ntell();\n',
            "src/modules/mod_old/README.md": readme(),
        });
        expect(await runHere(["build", "mod_new"], here.dir)).toMatchObject({ code: 0 });
        const { stderr } = await runHere(["build"], here.dir);
        expect(stderr.match(/TP\d+: [^:]*/g)).toEqual([
            "TP2022: module.set_status exists from Prosody 0.12 on, but mod_old supports Prosody >=0.11",
        ]);
    });

    it("are looked at again when only the README changes", () => {
        const here = project(setsStatus, '">=0.12"');
        const builder = createBuilder({ projectDir: here.dir });
        expect(builder.build().diagnostics).toEqual([]);
        here.write({ "src/modules/mod_status/README.md": readme('">=0.11"') });
        expect(builder.build().diagnostics.map(diagnosticId)).toEqual(["TP2022"]);
    });

    it("have nothing to do with @since in an author's own declarations", async () => {
        const code = `interface Greeter {
    /** Whether it may. @since 99.0 */
    may(this: void): boolean;
}
const greeter: Greeter = { may: () => true };
if (greeter.may()) module.log("info", "It may.");
`;
        expect(await runHere(["check"], project(code).dir)).toMatchObject({ code: 0 });
    });
});

describe("a guard", () => {
    it("costs what it would cost in Lua", async () => {
        const here = project(`import { get_jid_role } from "prosody.core.usermanager";

if (module.set_status) module.log("info", "There is a status.");
module.set_status?.("info", "There.");
module.hook("message/bare", ({ stanza }) => {
    const role = get_jid_role?.(stanza.attr.from ?? "", module.host);
    return module.may !== undefined && role === undefined ? true : undefined;
});
`);
        expect(await runHere(["build"], here.dir)).toMatchObject({ code: 0, stderr: "" });
        const lua = here.read("dist-lua/mod_status/mod_status.lua");
        expect(lua).toContain("if module.set_status then\n");
        expect(lua).toContain("if set_status ~= nil then\n\tset_status(module,");
        expect(lua).toContain("local role = get_jid_role and get_jid_role(");
        expect(lua).toContain("if module.may ~= nil and role == nil then");
    });
});
