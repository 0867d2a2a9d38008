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
import * as sasl from "prosody.util.sasl";
const seen = cache.new<string, number>(10);
module.hook("message/bare", (event) => {
    const from = bare(event.stanza.attr.from);
    if (from) seen.set(from, os.time());
    event.origin.send(st.reply(event.stanza).tag("x").up());
    return true;
});
module.unload = () => seen.clear();
for (const [jid, when] of seen.items()) module.log("info", "%s at %d", jid, when);
export function lastSeen(jid: string): number | undefined { return seen.get(jid); }
module.add_timer(5, (now) => now + 1);
module.hook("iq-get/host/urn:example:x:query", ({ origin, stanza }) => {
    stanza.maptags((tag) => tag);
    origin.send(st.error_reply(stanza, "cancel", "item-not-found").up().text_tag("y", "z"));
    return true;
});
module.add_host = (host) => host.add_feature("urn:example:x");
module.provides("auth", {
    user_exists: (username) => { return $multi(username === "romeo"); },
    get_sasl_handler: (session) => sasl.new(session.host, { plain: (_handler, username) => { return $multi(username, true); } }),
});
module.provides("storage", { open(store) { return $multi(undefined, store); } });
const room = module.depends("muc").get_room_from_jid("a@b");
if (room) room.get_name();
const { new: createCommand } = module.require("adhoc");
createCommand("x", "y", () => ({ status: "completed" }), "any");
prosody.events.fire_event("x");
module.save = () => ({});
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
        // What an author exports takes no self, nor what is handed to Prosody; what Prosody calls with a colon does.
        expect(lua).toContain("function ____exports.lastSeen(jid)");
        expect(lua).toMatch(/module:add_timer\(\s*5,\s*function\(now\)/);
        expect(lua).toContain("stanza:maptags(function(tag)");
        expect(lua).toContain('st.error_reply(stanza, "cancel", "item-not-found"):up():text_tag("y", "z")');
        expect(lua).toContain("module.add_host = function(host)");
        expect(lua).toContain('host:add_feature("urn:example:x")');
        expect(lua).toContain("user_exists = function(username)");
        expect(lua).toMatch(/get_sasl_handler = function\(session\) return sasl\.new\(\s*session\.host,/);
        expect(lua).toContain("plain = function(_handler, username)");
        expect(lua).toContain("open = function(self, store)");
        expect(lua).toContain('module:depends("muc").get_room_from_jid("a@b")');
        expect(lua).toContain("room:get_name()");
        expect(lua).toMatch(/createCommand\(\s*"x",\s*"y",\s*function\(\)/);
        expect(lua).toContain('prosody.events.fire_event("x")');
        expect(lua).toContain("module.save = function()");
    });
});
