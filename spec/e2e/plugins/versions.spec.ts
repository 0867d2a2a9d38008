/** A module that supports all versions uses what only some have: guards that the compiler accepts hold on real servers. */
import { describe, expect, it } from "vitest";
import { prosodyVersions, useProsody } from "../../../src/testing/index.ts";
import { buildPlugins } from "./build-plugins.ts";

const WHAT_IS_THERE = "urn:example:what-is-there";
const pluginPath = buildPlugins("what_is_there");

const expected: Record<string, Record<string, string>> = {
    "0.11": { role: "nil", error: "nil", look: "false", status: "nil", feature: "false" },
    "0.12": { role: "nil", error: "gone", look: "false", status: "looking", feature: "false" },
    "13.0": { role: "prosody:registered", error: "gone", look: "true", status: "looking", feature: "true" },
};

describe.each(prosodyVersions())("mod_what_is_there on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        pluginPaths: [pluginPath],
        config: {
            hosts: { localhost: { modules: ["what_is_there"], users: { romeo: "r" } } },
        },
    });

    it("uses what is there, and only that", async () => {
        const romeo = await prosody.connect("romeo@localhost/orchard", "r");
        const answer = await romeo.iq(`<iq type="get" to="localhost"><query xmlns="${WHAT_IS_THERE}"/></iq>`);
        const told = answer.getChild("query", WHAT_IS_THERE)?.children ?? [];
        const found = Object.fromEntries(
            told.flatMap((child) => (typeof child === "string" ? [] : [[child.name, child.text()]])),
        );
        expect(found).toEqual(expected[/^\d+\.\d+/.exec(version)![0]]);
    });
});
