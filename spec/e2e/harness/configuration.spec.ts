import { describe, expect, it } from "vitest";
import { luaExpression, luaString, renderConfig } from "../../../src/testing/prosody/config.ts";
import { ProsodyStartError, prosodyVersions, startProsody, useProsody } from "../../../src/testing/index.ts";

describe("prosody.cfg.lua", () => {
    it("refuses names that are no options and numbers that Lua cannot read", () => {
        expect(() => renderConfig({ "not a name": 1 }, [], {})).toThrow('"not a name" cannot be the name of an option');
        expect(() => renderConfig({}, [], { options: { end: 1 } })).toThrow('"end" cannot be the name of an option');
        expect(() => renderConfig({}, [], { options: { Include: "x" } })).toThrow("cannot be the name");
        expect(() => luaExpression(Number.NaN)).toThrow("cannot stand in a configuration file");
        expect(() => luaExpression([Infinity])).toThrow("cannot stand in a configuration file");
    });

    it("quotes what would end a string", () => {
        expect(luaString('a"b\\c\nd\r0\u00007é')).toBe('"a\\034b\\092c\\010d\\0130\\0007é"');
    });
});

describe.each(prosodyVersions())("the configuration of Prosody %s", (version) => {
    const values = {
        text: 'quote " backslash \\ newline \n digit \u00017 ünïcode 🌹 ]] -- end',
        yes: true,
        number: 1.5,
        negative: -3,
        list: ["a", "b", "c"],
        nested: { "odd key\n": { deep: [1, 2] }, end: "reserved" },
        empty: [],
    };
    const prosody = useProsody({
        version,
        pluginPaths: [],
        config: {
            options: { spec_values: values },
            hosts: { localhost: {}, "other.example": { options: { spec_only_here: "yes" }, users: { nurse: "n" } } },
            lua: "spec_from_lua = 6 * 7",
        },
    });

    it("gives options the values that the spec wrote", async () => {
        const seen = await prosody.server.evaluate(`return require "core.configmanager".get("*", "spec_values")`);
        // An empty Lua table is an empty object to JSON.
        expect(seen).toEqual({
            ...values,
            empty: expect.toSatisfy((value) => Object.keys(value as object).length === 0),
        });
    });

    it("keeps a host's options to that host", async () => {
        const option = (host: string): Promise<unknown> =>
            prosody.server.evaluate(`return require "core.configmanager".get((...).host, "spec_only_here")`, { host });
        expect(await option("other.example")).toBe("yes");
        expect(await option("localhost")).toBeUndefined();
    });

    it("takes lines of Lua as they are", async () => {
        expect(await prosody.server.evaluate(`return require "core.configmanager".get("*", "spec_from_lua")`)).toBe(42);
    });

    it("has the accounts of every host", async () => {
        const nurse = await prosody.connect("nurse@other.example", "n");
        expect(nurse.bareJid).toBe("nurse@other.example");
    });

    it("can be changed while the server runs, hosts included", async () => {
        await prosody.server.configure({
            options: { spec_values: "changed" },
            hosts: { localhost: {}, "third.example": { users: { peter: "p" } } },
            components: { "echo.localhost": { secret: "s" } },
        });
        expect(await prosody.server.evaluate(`return require "core.configmanager".get("*", "spec_values")`)).toBe(
            "changed",
        );
        expect(await prosody.server.evaluate(`return prosody.hosts["other.example"] ~= nil`)).toBe(false);
        const peter = await prosody.connect("peter@third.example", "p");
        const component = await prosody.connectComponent("echo.localhost", "s");
        await component.send(`<message from="echo.localhost" to="${peter.jid}"><body>hello</body></message>`);
        expect((await peter.next()).getChildText("body")).toBe("hello");
    });

    it("that cannot be read ends the start at once, with what Prosody says of it", async () => {
        const start = startProsody({ version, pluginPaths: [], config: { lua: "this is no Lua" } });
        await expect(start).rejects.toThrow(ProsodyStartError);
        await expect(start).rejects.toThrow(/prosody\.cfg\.lua/);
    });
});
