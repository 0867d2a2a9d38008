import { describe } from "vitest";
import { accepts, emits, rejects } from "./snippets.ts";

const imports = 'import * as st from "prosody.util.stanza";\n';

describe("stanzas", () => {
    emits(
        "are built by functions and extended by methods",
        imports +
            'const reply = st.message({ to: "juliet@capulet.lit", type: "chat" }, "hi").tag("x", { xmlns: "urn:x" }).up();\nmodule.send(reply);',
        'st.message({to = "juliet@capulet.lit", type = "chat"}, "hi"):tag("x", {xmlns = "urn:x"}):up()',
        "module:send(reply)",
    );
    emits(
        "are walked over with Lua's for",
        imports + 'for (const tag of st.message().childtags("x", "urn:x")) print(tag.name);',
        'for tag in st.message():childtags("x", "urn:x") do',
    );
    emits("count their children from 0 in TypeScript", imports + "print(st.message().tags[0]);", "tags[1]");
    accepts(
        "keep their kind through tag, reply, clone and error_reply",
        imports +
            `
            const iq = st.iq({ type: "get", id: "1" });
            const result: st.Iq<"result"> = st.reply(iq);
            const refused: st.Iq<"error"> = st.error_reply(iq, "cancel", "item-not-found", "gone");
            const copy: st.Message = st.clone(st.message()).tag("x").up();
            const body: string | undefined = copy.get_child_text("body");
            const [type, condition, text] = refused.get_error();
            if (type) { const c: st.ErrorCondition = condition; print(c, text); }
            print(result, body, copy.find("{urn:x}x/y#"), copy.find("x@id")?.length, copy.find("x/y")?.name);
            `,
    );
    rejects(
        "have text as attributes",
        imports + "st.message({ to: 5 });",
        "Type 'number' is not assignable to type 'string'",
    );
    rejects("of kind iq need an id", imports + 'st.iq({ type: "get" });', "Property 'id' is missing");
    rejects(
        "have the types of their kind",
        imports + 'st.message({ type: "chatt" });',
        "Type '\"chatt\"' is not assignable to type 'MessageType | undefined'. Did you mean '\"chat\"'?",
    );
    rejects(
        "are refused with conditions of the RFC",
        imports + 'st.error_reply(st.iq({ type: "get", id: "1" }), "cancel", "not-found");',
        "No overload matches this call",
    );
    rejects(
        "may lack a child",
        imports + 'st.message().get_child("body").get_text();',
        "Object is possibly 'undefined'",
    );
});

describe("JIDs", () => {
    accepts(
        "are taken apart as a whole or not at all",
        `
        import { split } from "prosody.util.jid";
        const [node, host, resource] = split("a@b/c");
        if (host !== undefined) { const h: string = host; print(h, node?.length, resource?.length); }
        `,
    );
});

describe("JSON", () => {
    accepts(
        "has its own null, and an error where there is no value",
        `
        import * as json from "prosody.util.json";
        const [value, problem] = json.decode("[]");
        if (value === undefined) { const p: string = problem; print(p); }
        else if (value === json.null) print("null");
        else if (typeof value === "string") print(value.length);
        `,
    );
});

describe("XML", () => {
    rejects(
        "may be malformed",
        'import { parse } from "prosody.util.xml";\nconst [doc] = parse("<a>"); print(doc.name);',
        "'doc' is possibly 'undefined'",
    );
});
