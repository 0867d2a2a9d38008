import { assert, before_each, describe, it } from "busted";
import * as st from "prosody.util.stanza";
import { startServer, type Client, type Server } from "typed-prosody/busted/server";

const HOST = "example.org";
const STRANGER = "juliet@elsewhere.example";

describe("mod_block_subscriptions", () => {
    let server: Server;
    let romeo: Client;

    before_each(() => {
        server = startServer({ hosts: { [HOST]: {} }, routes: true });
        server.load(HOST, "block_subscriptions");
        romeo = server.connect_client(`romeo@${HOST}/orchard`);
        server.receive_from(romeo, st.presence());
        server.take_sent();
        romeo.received.length = 0;
    });

    for (const type of ["subscribe", "subscribed", "unsubscribe", "unsubscribed"] as const) {
        it(`drops ${type} from users, whomever it is for`, () => {
            for (const to of [STRANGER, `${STRANGER}/balcony`, "elsewhere.example", `tybalt@${HOST}`, HOST]) {
                server.receive_from(romeo, st.presence({ type, to }));
            }
            server.receive_from(romeo, st.presence({ type }));
            assert.are.equal(0, server.take_sent().length);
            assert.are.equal(0, romeo.received.length);
            assert.are.same([], server.complaints());
        });

        it(`drops ${type} to users`, () => {
            for (const to of [`romeo@${HOST}`, `romeo@${HOST}/orchard`, HOST, `nobody@${HOST}`]) {
                server.receive(st.presence({ type, to, from: STRANGER }));
            }
            assert.are.equal(0, server.take_sent().length);
            assert.are.equal(0, romeo.received.length);
            assert.are.same([], server.complaints());
        });
    }

    it("lets all other presence pass", () => {
        server.receive(st.presence({ to: `romeo@${HOST}`, from: `${STRANGER}/balcony` }));
        server.receive(st.presence({ type: "unavailable", to: `romeo@${HOST}`, from: `${STRANGER}/balcony` }));
        server.receive(
            st
                .presence({ type: "error", to: `romeo@${HOST}/orchard`, from: STRANGER })
                .tag("error", { type: "cancel" })
                .tag("gone", { xmlns: "urn:ietf:params:xml:ns:xmpp-stanzas" }),
        );
        assert.are.same(
            ["available", "unavailable", "error"],
            romeo.received.map((stanza) => stanza.attr.type ?? "available"),
        );
    });
});
