import { assert, before_each, describe, it } from "busted";
import * as json from "prosody.util.json";
import { startServer, type Server } from "typed-prosody/busted/server";

const HOST = "example.org";

/** What the fixture `mod_globals` exports. */
type Globals = typeof import("./fixtures/mod_globals");

describe("JavaScript's global functions", () => {
    let server: Server;
    let globals: Globals;

    before_each(() => {
        server = startServer({ hosts: { [HOST]: {} } });
        globals = server.load(HOST, "globals") as unknown as Globals;
    });

    describe("timers", () => {
        it("call once after so many milliseconds, with what they were given", () => {
            globals.remind();
            server.advance(1.4);
            assert.are.same([], globals.steps);
            server.advance(0.2);
            assert.are.same(["once 2"], globals.steps);
            server.advance(10);
            assert.are.same(["once 2"], globals.steps);
            assert.are.equal(0, server.waiting_timers());
        });

        it("call again and again until they are cleared by what they call", () => {
            globals.count(3);
            server.advance(0.3);
            assert.are.same(["tick 1"], globals.steps);
            server.advance(10);
            assert.are.same(["tick 1", "tick 2", "tick 3"], globals.steps);
            assert.are.equal(0, server.waiting_timers());
        });

        it("end where somebody else clears them, and can be cleared twice", () => {
            const timeout = globals.countForever();
            server.advance(2.5);
            globals.stop(timeout);
            server.advance(10);
            assert.are.same(["tick", "tick"], globals.steps);
            assert.are.equal(0, server.waiting_timers());
        });

        it("end where the module is unloaded", () => {
            globals.countForever();
            server.unload(HOST, "globals");
            server.advance(10);
            assert.are.same([], globals.steps);
        });

        it("leave async functions to themselves", () => {
            globals.waitInBackground();
            server.advance(1.1);
            assert.are.same(["waited"], globals.steps);
        });
    });

    describe("JSON.parse", () => {
        it("gives plain values, and JSON's null for what a table could not hold", () => {
            const value = globals.parse('{"a": [1, "x", {"b": true}], "c": null}') as { a: unknown; c: unknown };
            assert.are.same([1, "x", { b: true }], value.a);
            assert.is_true(value.c === json.null);
            assert.are.equal(false, globals.parse("false"));
        });

        it("raises a SyntaxError for what is malformed", () => {
            for (const text of ["", "{", "[1,]", "-", "nul", "1 2", '"\\u12"', "{1:2}"]) {
                assert.are.equal("SyntaxError", globals.parse(text), text);
            }
        });
    });

    it("decodeURIComponent raises an error for what is malformed, or no UTF-8", () => {
        assert.are.equal("é /", globals.decode("%C3%a9%20%2f"));
        for (const text of ["%", "%4", "%zz", "a%%20", "%ff", "%E9"]) {
            assert.are.equal("URIError: URI malformed", globals.decode(text), text);
        }
    });

    it("base64 is of bytes, with or without padding and spaces, and nothing else", () => {
        const bytes = `a\0b${string.char(255)}`;
        assert.are.equal("YQBi/w==", globals.toBase64(bytes));
        assert.are.equal("w7/igqw=", globals.toBase64("ÿ€"));
        for (const text of ["YQBi/w==", "YQBi/w", " YQ Bi\n/w=="]) assert.are.equal(bytes, globals.fromBase64(text));
        assert.are.equal("", globals.fromBase64(""));
        for (const text of ["Y", "YQ=", "YQ===", "Y-==", "=YQ=", "YQ==YQ=="]) {
            assert.are.equal("InvalidCharacterError", globals.fromBase64(text), text);
        }
    });

    it("Date.now is whole milliseconds of Prosody's clock", () => {
        const before = globals.milliseconds();
        assert.are.equal(math.floor(before), before);
        server.advance(1.5);
        assert.are.equal(before + 1500, globals.milliseconds());
        assert.is_true(math.abs(before / 1000 - server.now()) < 2);
    });
});
