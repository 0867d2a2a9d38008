import { describe } from "vitest";
import { accepts, emits, rejects } from "./snippets.ts";

describe("accounts", () => {
    accepts(
        "take user, password and host in Prosody's order, and say why not",
        `
        import * as usermanager from "prosody.core.usermanager";
        const [ok, problem] = usermanager.set_password("juliet", "secret", "capulet.lit");
        if (!ok) { const text: string = problem; print(text); }
        `,
    );
});

describe("tokens", () => {
    accepts(
        "are checked with true and claims, or a message",
        `
        import { new_verifier } from "prosody.util.jwt";
        const [ok, result] = new_verifier("HS256", "key")("token");
        if (ok) print(result.exp); else { const text: string = result; print(text); }
        `,
    );
    rejects(
        "know their algorithms",
        'import { new_signer } from "prosody.util.jwt";\nnew_signer("HS128", "key");',
        "'\"HS128\"' is not assignable to parameter of type 'Algorithm'",
    );
});

describe("data forms", () => {
    accepts(
        "type their answers by the form's definition",
        `
        import * as dataforms from "prosody.util.dataforms";
        const form = dataforms.new([
            { name: "FORM_TYPE", type: "hidden", value: "urn:example" },
            { name: "nick", type: "text-single", required: true },
            { name: "age", type: "text-single", datatype: "xs:integer" },
            { name: "friends", type: "jid-multi" },
            { name: "public", type: "boolean" },
        ]);
        const [data, errors] = form.data(form.form({ nick: "Romeo" }, "submit"));
        if (!errors) {
            const nick: string = data.nick;
            const age: number | undefined = data.age;
            const friends: string[] | undefined = data.friends;
            const visible: boolean | undefined = data.public;
            print(nick, age, friends, visible);
        } else {
            print(errors.nick);
        }
        `,
    );
    rejects(
        "have no field of another name",
        `
        import * as dataforms from "prosody.util.dataforms";
        const [data, errors] = dataforms.new([{ name: "nick", type: "text-single", required: true }]).data(module as never);
        if (!errors) print(data.nik);
        `,
        "Property 'nik' does not exist",
    );
});

describe("JSON schemas", () => {
    accepts(
        "narrow what they have validated",
        `
        import { validate } from "prosody.util.jsonschema";
        import { decode } from "prosody.util.json";
        const [value] = decode("{}");
        const typed = { type: "object", properties: { name: { type: "string" }, tags: { type: "array", items: { type: "string" } } }, required: ["name"] } as const;
        const unchecked: unknown = value;
        if (validate(typed, unchecked)) {
            const name: string = unchecked.name;
            const tags: string[] | undefined = unchecked.tags;
            print(name, tags);
        }
        `,
    );
});

describe("archives", () => {
    accepts(
        "are asked with typed queries and walked over in a loop",
        `
        const [archive, problem] = module.open_store("muc_log", "archive");
        if (!archive) error(problem);
        const [items] = archive.find("room", { start: os.time() - 60, limit: 20, reverse: true, total: true });
        if (items) {
            const [id, stanza, when] = items();
            if (id !== undefined) print(id, stanza.name, when + 1);
        }
        `,
    );
    rejects(
        "know what can be asked",
        'const [archive] = module.open_store("x", "archive"); archive?.find("u", { newest: true });',
        "'newest' does not exist in type 'ArchiveQuery'",
    );
});

describe("hook_tag", () => {
    emits(
        "hands origin, element and event over",
        'module.hook_tag("urn:x", "y", (origin, stanza, event) => { origin.send(stanza); print(event.stanza); });',
        "function(origin, stanza, event)",
        "origin.send(stanza)",
    );
});

describe("promises", () => {
    accepts(
        "of Prosody carry their value through next and catch",
        `
        import * as st from "prosody.util.stanza";
        module
            .send_iq(st.iq({ type: "get", id: "1", from: "a", to: "b" }))
            .next(({ stanza }) => stanza.tags.length)
            .next((count: number) => print(count), (reason) => print(reason));
        `,
    );
});

describe("rooms", () => {
    accepts(
        "are had from mod_muc and seen in events",
        `
        const room = module.depends("muc").get_room_from_jid("room@muc.example");
        if (room) for (const [nick, occupant] of room.each_occupant()) print(nick, occupant.role);
        module.hook("muc-occupant-pre-join", ({ room, occupant, origin, stanza }) => {
            if (room.get_affiliation(occupant.bare_jid) === "outcast") { origin.send(stanza); return true; }
            return undefined;
        });
        module.hook("muc-config-submitted/muc#roomconfig_roomname", ({ value, room }) => { print(value, room.jid); });
        `,
    );
});

describe("rosters", () => {
    emits(
        "keep their own data under the key false",
        `
        module.hook("roster-load", ({ roster }) => {
            roster["nurse@capulet.lit"] = { subscription: "both", groups: new LuaSet() };
            print(roster.get(false).version);
        });
        `,
        'roster["nurse@capulet.lit"] = {subscription = "both", groups = {}}',
        "roster[false].version",
    );
});

describe("modules that are values of their own", () => {
    emits(
        "are imported by default",
        'import array from "prosody.util.array";\nprint(array([1]).push(2).length());',
        "array({1}):push(2):length()",
    );
});
