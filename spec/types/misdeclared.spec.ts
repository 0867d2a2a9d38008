/**
 * What Prosody's own declarations, those of teal-src in its repository, say otherwise than its code does: here as the code has it.
 * Each test says what they have; where the right use compiles, a wrong one, theirs where it can be, does not.
 */
import { describe } from "vitest";
import { accepts, emits, rejects } from "./snippets.ts";

const um = 'import * as um from "prosody.core.usermanager";\n';
const st = 'import * as st from "prosody.util.stanza";\n';

describe("accounts", () => {
    rejects(
        "take the password before the host (theirs: after it)",
        `${um}const shown: number = um.set_password; print(shown);`,
        "(username: string, password: string, host: string, resource?: string",
    );
    accepts(
        "name the session that changes a password (theirs: it cannot)",
        `${um}um.set_password("juliet", "secret", "capulet.lit", "balcony");`,
    );
    accepts(
        "are disabled with a reason (theirs: without)",
        `${um}um.disable_user("tybalt", "capulet.lit", { reason: "slain" });`,
    );
    rejects(
        "are not disabled with a mere text",
        `${um}um.disable_user("tybalt", "capulet.lit", "slain");`,
        "is not assignable to parameter of type",
    );
    accepts(
        "get a role, or a reason why not (theirs: a boolean)",
        `${um}const [role, problem] = um.set_user_role("juliet", "capulet.lit", "prosody:operator");
        if (role) print(role.name); else print(problem);`,
    );
    rejects(
        "do not get a boolean for a role",
        `${um}const [role] = um.set_user_role("juliet", "capulet.lit", "prosody:operator"); const done: true = role; print(done);`,
        "is not assignable to type 'true'",
    );
    rejects(
        "have roles of a host (theirs: of none)",
        `${um}um.get_role_by_name("prosody:admin");`,
        "Expected 2 arguments, but got 1",
    );
    accepts(
        "are created with a role (theirs: not at all)",
        `${um}const [ok, problem] = um.create_user_with_role("peter", "secret", "capulet.lit", "prosody:guest");
        if (!ok) print(problem);`,
    );
});

describe("roles", () => {
    accepts(
        "answer what they permit and give what they make (theirs: nothing)",
        `
        import { new as newRole } from "prosody.util.roles";
        const role = newRole({ name: "nurse" });
        const may: boolean | undefined = role.may("gossip");
        print(may, role.clone({ name: "friar" }).name);
        `,
    );
});

describe("tokens", () => {
    const jwt = 'import * as jwt from "prosody.util.jwt";\n';
    rejects(
        "are verified to true and claims, or to a reason (theirs: to the claims)",
        `${jwt}const [claims] = jwt.new_verifier("HS256", "key")("token"); const found: object = claims; print(found);`,
        "is not assignable to type 'object'",
    );
    accepts(
        "have claims once they are found to be good",
        `${jwt}const [ok, claims] = jwt.new_verifier("HS256", "key")("token"); if (ok) print(claims.exp);`,
    );
    rejects(
        "are verified with a key (theirs: without)",
        `${jwt}jwt.verify("token");`,
        "Expected 2 arguments, but got 1",
    );
});

describe("stanzas", () => {
    emits(
        "are given back by what adds to them (theirs: nothing is)",
        `${st}
        const stanza = st.message({ to: "juliet@capulet.lit" });
        const sum = stanza.add_child(st.stanza("a")).tag("c").up();
        print(sum.name);`,
        'stanza:add_child(st.stanza("a")):tag("c"):up()',
    );
    accepts(
        "are given back with an error added (theirs: nothing is)",
        `${st}print(st.message({ to: "x" }).add_error("cancel", "gone").name);`,
    );
    accepts(
        "are found by an attribute of theirs (theirs: a text is)",
        `${st}const child = st.stanza("a").get_child_with_attr("b", "urn:x", "id", "1"); if (child) print(child.tags.length);`,
    );
    rejects(
        "found by an attribute are no text",
        `${st}const child: string | undefined = st.stanza("a").get_child_with_attr("b", "urn:x", "id", "1"); print(child);`,
        "is not assignable to type 'string | undefined'",
    );
    accepts(
        "of presence can say that one is unavailable (theirs: cannot)",
        `${st}print(st.presence({ type: "unavailable", to: "juliet@capulet.lit" }));`,
    );
    rejects(
        "of presence have types of their own",
        `${st}print(st.presence({ type: "chat" }));`,
        "is not assignable to type 'PresenceType",
    );
    rejects(
        "of kind iq need a type and an id (theirs: neither)",
        `${st}print(st.iq({ to: "capulet.lit" }));`,
        "is not assignable to parameter of type",
    );
    rejects(
        "may lack the child that is looked for (theirs: never)",
        `${st}print(st.stanza("a").get_child("b").name);`,
        "possibly 'undefined'",
    );
});

describe("JSON", () => {
    accepts(
        "has a null of its own, which a table can hold (theirs: nil)",
        'import { null as jsonNull, encode } from "prosody.util.json";\nprint(encode({ nurse: jsonNull }));',
    );
    rejects(
        "has a null that is not nil",
        'import { null as jsonNull } from "prosody.util.json";\nconst nothing: undefined = jsonNull; print(nothing);',
        "is not assignable to type 'undefined'",
    );
});

describe("handlers of hook_tag", () => {
    accepts(
        "get origin, element and event (theirs: one value)",
        'module.hook_tag("urn:x", "y", (origin, element, event) => { print(origin.type, element.name, event.stanza.name); });',
    );
    rejects(
        "do not get the event first",
        'module.hook_tag("urn:x", "y", (event: Prosody.StanzaEvent) => { print(event.stanza); });',
        "is not assignable to parameter of type",
    );
    accepts(
        "may leave the namespace to the stream's (theirs: must not)",
        'module.hook_tag(undefined, "message", (origin) => { print(origin.type); });',
    );
});

describe("stores", () => {
    accepts(
        "are what opening gives (theirs: nothing)",
        'const [store] = module.open_store<{ age: number }>("capulets"); if (store) { const [value] = store.get("juliet"); print(value?.age); }',
    );
    accepts(
        "say who has a value (theirs: not)",
        'const [store] = module.open_store("capulets", "keyval"); if (store) for (const [user] of store.users()) print(user);',
    );
    rejects(
        "have four types, and no other (theirs: any text in one place)",
        'module.open_store("capulets", "keyvalue");',
        "No overload matches this call",
    );
    accepts(
        "of items are asked by ids, in either direction, for so many (theirs: not)",
        'const [archive] = module.open_store("log", "archive"); archive?.find("juliet", { ids: ["1"], reverse: true, limit: 2, key: "1" });',
    );
    rejects(
        "of items take times as numbers",
        'const [archive] = module.open_store("log", "archive"); archive?.find("juliet", { start: "yesterday" });',
        "Type 'string' is not assignable to type 'number'",
    );
    accepts(
        "of values by key take several at once and mark what goes (theirs: a bare table)",
        'const [map] = module.open_store("log", "map"); if (map) map.set_keys("juliet", { a: 1, b: map.remove });',
    );
});

describe("the module API", () => {
    emits(
        "gives permissions by methods (theirs: by functions without self)",
        'module.default_permission("prosody:admin", ":x"); module.default_permissions("prosody:admin", [":y"]);',
        'module:default_permission("prosody:admin", ":x")',
        'module:default_permissions("prosody:admin", {":y"})',
    );
    accepts(
        "says whether something is permitted (theirs: nothing)",
        'module.hook("iq-get/host/urn:x:y", (event) => { if (module.may(":x", event)) return true; return undefined; });',
    );
    accepts(
        "promises the answer of an IQ (theirs: gives nothing)",
        `${st}module.send_iq(st.iq({ type: "get", id: "1", to: "x" })).next(({ stanza }) => print(stanza.attr.type === "result"));`,
    );
    accepts(
        "gives a function to measure with (theirs: nothing)",
        'const add = module.measure("duels", "amount"); add(2); const stop = module.measure("duel", "times")(); stop();',
    );
    rejects(
        'has no status "debug" (theirs: has one)',
        'module.log_status("debug", "x");',
        "is not assignable to parameter of type",
    );
    rejects(
        "may lack the resource that is loaded (theirs: never)",
        'const [file] = module.load_resource("x"); file.close();',
        "possibly 'undefined'",
    );
    rejects(
        "may lack an option that has no default (theirs: never)",
        'const text = module.get_option_string("x"); print(text.length);',
        "possibly 'undefined'",
    );
    accepts(
        "calls what a module sets to be called once it is ready and as a command (theirs: neither)",
        "module.ready = () => { print(1); }; module.command = (args) => { print(args[0]); };",
    );
    accepts(
        "has jobs done by the hour (theirs: not)",
        'module.hourly("clean", () => { print("cleaned"); }); module.cron({ name: "x", when: "daily", run: () => {} });',
    );
});

describe("HTTP", () => {
    accepts(
        "requests of a client give a promise (theirs: nothing)",
        `
        import { new as newClient } from "prosody.net.http";
        newClient({}).request("http://montague.lit/").next((response) => print(response.code, response.body));
        `,
    );
    accepts(
        "methods are more than six (theirs: are not)",
        'import { request } from "prosody.net.http";\nrequest("http://montague.lit/", { method: "PATCH", body: "x" });',
    );
    accepts(
        "errors are what is made of a code (theirs: nothing is)",
        'import { new as newError } from "prosody.net.http.errors";\nprint(newError(404, "x", {}).condition);',
    );
});

describe("rooms", () => {
    rejects(
        "ask who gives an affiliation (theirs: not)",
        'module.hook("muc-room-created", ({ room }) => { room.set_affiliation("juliet@capulet.lit", "owner"); });',
        "Expected 3-5 arguments, but got 2",
    );
    accepts(
        "take an affiliation from the server itself",
        'module.hook("muc-room-created", ({ room }) => { room.set_affiliation(true, "juliet@capulet.lit", "owner", "why not"); });',
    );
});

describe("libraries", () => {
    accepts(
        "of forms give data, errors and what was there (theirs: data alone)",
        `
        import { new as newForm } from "prosody.util.dataforms";
        module.hook("iq-set/host/urn:x:y", ({ stanza }) => {
            const [data, errors, present] = newForm([{ name: "nick", type: "text-single" }]).data(stanza.tags[0]!);
            if (errors) print(errors.nick); else print(data.nick, present);
        });
        `,
    );
    accepts(
        "of promises catch and end in any case (theirs: do not)",
        'import { resolve } from "prosody.util.promise";\nresolve(1).catch((reason) => { print(reason); }).finally(() => { print("over"); });',
    );
    accepts(
        "of timers hand timer and parameter over (theirs: the time alone)",
        'import { add_task } from "prosody.util.timer";\nadd_task(1, (now, id, name: string) => { print(now, id, name.length); }, "juliet");',
    );
    accepts(
        "of hashes derive keys of a length, with salt and info (theirs: as PBKDF2 does)",
        'import { hkdf_hmac_sha256 } from "prosody.util.hashes";\nprint(hkdf_hmac_sha256(32, "key", "salt", "info"));',
    );
    rejects(
        "of hashes take that length first",
        'import { hkdf_hmac_sha256 } from "prosody.util.hashes";\nprint(hkdf_hmac_sha256("key", "salt", 32));',
        "is not assignable to parameter of type",
    );
    accepts(
        "of turns know whose turn it is by any id (theirs: by a function)",
        'import { guarder } from "prosody.util.async";\nconst guard = guarder(); const leave = guard("balcony"); leave();',
    );
    rejects(
        "of JIDs may find no local part (theirs: always one)",
        'import { node } from "prosody.util.jid";\nprint(node("capulet.lit").length);',
        "possibly 'undefined'",
    );
    rejects(
        "of encodings may be unable to (theirs: always able)",
        'import { stringprep } from "prosody.util.encodings";\nprint(stringprep.nodeprep("\\u0000").length);',
        "possibly 'undefined'",
    );
    rejects(
        "of addresses may find none (theirs: always one)",
        'import { new_ip } from "prosody.util.ip";\nconst [ip] = new_ip("x"); print(ip.addr);',
        "possibly 'undefined'",
    );
});
