/**
 * What an author gets who installs the package: its tarball, unpacked into another folder's node_modules. TypeScriptToLua's
 * noImplicitSelf stops there, so that each declaration must say itself what takes a self.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import * as tstl from "typescript-to-lua";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
let folder = "";

beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "typed-prosody-"));
    // npm is a script on Windows, where only a shell starts it.
    const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        shell: process.platform === "win32",
    });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    execFileSync("tar", ["-xzf", filename], { cwd: folder });
    const modules = path.join(folder, "node_modules");
    fs.mkdirSync(path.join(modules, "@typescript-to-lua"), { recursive: true });
    fs.renameSync(path.join(folder, "package"), path.join(modules, "typed-prosody"));
    for (const name of ["lua-types", "@typescript-to-lua/language-extensions"]) {
        fs.cpSync(path.join(root, "node_modules", name), path.join(modules, name), { recursive: true });
    }
    fs.writeFileSync(
        path.join(folder, "tstl.json"),
        JSON.stringify({
            extends: "typed-prosody/tstl.base.json",
            compilerOptions: { types: ["typed-prosody/prosody"], skipLibCheck: false },
            files: ["mod_author.ts"],
        }),
    );
    fs.writeFileSync(
        path.join(folder, "mod_author.ts"),
        `
import * as st from "prosody.util.stanza";
import { bare } from "prosody.util.jid";
import * as cache from "prosody.util.cache";
const seen = cache.new<string, number>(10);
module.hook("message/bare", (event) => {
    const from = bare(event.stanza.attr.from);
    if (from) seen.set(from, os.time());
    event.origin.send(st.reply(event.stanza).tag("x").up());
    return true;
});
module.unload = () => seen.clear();
for (const [jid, when] of seen.items()) module.log("info", "%s at %d", jid, when);
`,
    );
}, 60_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("the packed tarball", () => {
    it("gives the same types and the same Lua in another folder", () => {
        const config = tstl.parseConfigFileWithSystem(path.join(folder, "tstl.json"));
        const options: tstl.CompilerOptions = { ...config.options, noResolvePaths: ["prosody.*"] };
        const program = ts.createProgram(config.fileNames, options);
        expect(
            ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n")),
        ).toEqual([]);
        let lua = "";
        new tstl.Transpiler().emit({ program, writeFile: (_name, text) => (lua += text) });
        expect(lua).toContain('module:hook(\n    "message/bare",\n    function(event)');
        expect(lua).toContain("local from = bare(event.stanza.attr.from)");
        expect(lua).toContain('event.origin.send(st.reply(event.stanza):tag("x"):up())');
        expect(lua).toContain("local seen = cache.new(10)");
        expect(lua).toContain("seen:set(");
        expect(lua).toContain("for jid, when in seen:items() do");
        expect(lua).toContain('module:log("info", "%s at %d", jid, when)');
        expect(lua).toContain("module.unload = function()");
    });
});
