import { assert, before_each, describe, it } from "busted";
import {
    booleanOption,
    choiceOption,
    integerOption,
    jidOption,
    listOption,
    mapOption,
    numberOption,
    periodOption,
    stringOption,
    urlOption,
    wordsOption,
} from "typed-prosody/lib/options";
import { mustBeComponent } from "typed-prosody/lib/component";
import { startServer, type Server } from "typed-prosody/busted/server";

const HOST = "example.org";

describe("options", () => {
    let server: Server;

    before_each(() => {
        server = startServer({ hosts: { [HOST]: {} }, components: { "bot.example.org": {} } });
    });

    /** What a reader gives for a value in the configuration. */
    function read<T>(value: unknown, reader: (name: string) => T): T {
        if (value !== undefined) {
            server.reconfigure(HOST, { the_option: value });
        }
        return server.as_module(HOST, "thing", () => reader("the_option"));
    }

    /** Asserts that a reader stops the module with these words behind the option's name and host. */
    function refuses<T>(value: unknown, reader: (name: string) => T, words: string): void {
        const [ok, raised] = pcall(() => read(value, reader));
        assert.is_false(ok);
        // Prosody adds a traceback to a string, not to a table.
        assert.are.equal("table", type(raised));
        assert.are.equal(`Option the_option of ${HOST}: ${words}`, tostring(raised));
    }

    it("say that a required option is missing", () => {
        refuses(undefined, (name) => stringOption(name), "found nothing, expected a string that is not empty");
    });

    it("take the default where nothing is set", () => {
        assert.are.equal(
            "x",
            read(undefined, (name) => stringOption(name, { default: "x" })),
        );
        assert.is_false(read(undefined, (name) => booleanOption(name, { default: false })));
    });

    it("take a value that is set instead of the default, false too", () => {
        assert.is_false(read(false, (name) => booleanOption(name, { default: true })));
    });

    it("may be left out where they are optional", () => {
        assert.is_nil(read(undefined, (name) => stringOption(name, { optional: true })));
        assert.is_nil(read(undefined, (name) => urlOption(name, { optional: true })));
        assert.is_nil(read(undefined, (name) => jidOption(name, { optional: true })));
        assert.is_nil(read(undefined, (name) => wordsOption(name, ["a"], { optional: true })));
        assert.is_nil(read(undefined, (name) => listOption(name, { optional: true })));
        assert.is_nil(read(undefined, (name) => mapOption(name, { optional: true })));
        assert.is_nil(read(undefined, (name) => choiceOption(name, ["a"], { optional: true })));
        assert.is_nil(read(undefined, (name) => numberOption(name, { optional: true })));
    });

    it("that are optional are checked where they are set", () => {
        refuses(
            5,
            (name) => stringOption(name, { optional: true }),
            "found a number 5, expected a string that is not empty",
        );
    });

    describe("with an old name", () => {
        const reader = (): number => numberOption("the_option", { default: 1, max: 10, legacy: "old_option" });

        it("are read from it, with a warning", () => {
            server.reconfigure(HOST, { old_option: 7 });
            assert.are.equal(7, server.as_module(HOST, "thing", reader));
            assert.are.same(["Option old_option is the old name of the_option, please rename it"], server.complaints());
        });

        it("prefer the new name, and say so", () => {
            server.reconfigure(HOST, { old_option: 7, the_option: 8 });
            assert.are.equal(8, server.as_module(HOST, "thing", reader));
            assert.are.same(
                ["Option old_option is ignored: it is the old name of the_option, which is set"],
                server.complaints(),
            );
        });

        it("say nothing where it is not used", () => {
            assert.are.equal(1, server.as_module(HOST, "thing", reader));
            assert.are.same([], server.complaints());
        });

        it("name it in their error where the value stands under it", () => {
            server.reconfigure(HOST, { old_option: 11 });
            const [ok, raised] = pcall(() => server.as_module(HOST, "thing", reader));
            assert.is_false(ok);
            assert.are.equal(
                `Option old_option of ${HOST}: found a number 11, expected a number of at most 10`,
                tostring(raised),
            );
        });
    });

    it("that are secret are never shown", () => {
        const words = "found a string that is kept secret, expected a number";
        refuses("hunter2", (name) => numberOption(name, { secret: true }), words);
    });

    it("show long and strange values in one harmless line", () => {
        refuses("a\nb\0c\u{7f}ü", (name) => numberOption(name), 'found a string "a?b?c?ü", expected a number');
        refuses(string.char(255), (name) => numberOption(name), 'found a string "?", expected a number');
        refuses(
            string.rep("x", 100),
            (name) => numberOption(name),
            `found a string "${string.rep("x", 64)}...", expected a number`,
        );
    });

    it("read strings that are not empty", () => {
        assert.are.equal(
            "text",
            read("text", (name) => stringOption(name)),
        );
        refuses("", (name) => stringOption(name), 'found a string "", expected a string that is not empty');
        refuses(["text"], (name) => stringOption(name), "found a table, expected a string that is not empty");
    });

    it("read booleans and coerce nothing", () => {
        assert.is_true(read(true, (name) => booleanOption(name)));
        refuses("true", (name) => booleanOption(name), 'found a string "true", expected true or false');
        refuses(1, (name) => booleanOption(name), "found a number 1, expected true or false");
    });

    it("read numbers within their bounds, the bounds included", () => {
        const reader = (name: string): number => numberOption(name, { min: 0.5, max: 2 });
        assert.are.equal(0.5, read(0.5, reader));
        assert.are.equal(2, read(2, reader));
        refuses(0.4, reader, "found a number 0.4, expected a number from 0.5 to 2");
        refuses(2.5, reader, "found a number 2.5, expected a number from 0.5 to 2");
        refuses("1", reader, 'found a string "1", expected a number from 0.5 to 2');
        refuses(-1, (name) => numberOption(name, { min: 0 }), "found a number -1, expected a number of at least 0");
        refuses(true, (name) => numberOption(name), "found a boolean true, expected a number");
    });

    it("refuse numbers that are none or without end", () => {
        for (const value of [0 / 0, math.huge, -math.huge]) {
            const [ok] = pcall(() => read(value, (name) => numberOption(name)));
            assert.is_false(ok);
        }
    });

    it("read whole numbers", () => {
        assert.are.equal(
            3,
            read(3, (name) => integerOption(name, { min: 1 })),
        );
        refuses(3.5, (name) => integerOption(name), "found a number 3.5, expected a whole number");
        refuses(
            0,
            (name) => integerOption(name, { min: 1 }),
            "found a number 0, expected a whole number of at least 1",
        );
    });

    it("read periods in seconds, above zero", () => {
        assert.are.equal(
            0.25,
            read(0.25, (name) => periodOption(name)),
        );
        refuses(0, (name) => periodOption(name), "found a number 0, expected a number of seconds above 0");
        refuses(
            -5,
            (name) => periodOption(name, { max: 60 }),
            "found a number -5, expected a number of seconds above 0 and at most 60",
        );
        refuses(
            1,
            (name) => periodOption(name, { min: 5, max: 60 }),
            "found a number 1, expected a number of seconds from 5 to 60",
        );
    });

    it("read one of a few words", () => {
        const reader = (name: string): "sub" | "spread" => choiceOption(name, ["sub", "spread"]);
        assert.are.equal("sub", read("sub", reader));
        refuses("Sub", reader, 'found a string "Sub", expected one of "sub", "spread"');
    });

    it("read lists of strings, and a single string as a list of one", () => {
        assert.are.same(
            ["a", "b"],
            read(["a", "b"], (name) => listOption(name)),
        );
        assert.are.same(
            ["a"],
            read("a", (name) => listOption(name)),
        );
        refuses([], (name) => listOption(name), "found an empty table, expected a list of strings");
        refuses({ a: true }, (name) => listOption(name), "found a table, expected a list of strings");
        refuses(["a", 5], (name) => listOption(name), "found a number 5 as item 2, expected a list of strings");
        refuses(["a", ""], (name) => listOption(name), 'found a string "" as item 2, expected a list of strings');
        // What stands behind a gap or under a name would be passed over.
        for (const list of [
            { [1]: "a", [3]: "b" },
            { [1]: "a", name: "b" },
            { [0]: "a", [1]: "b" },
        ]) {
            refuses(list, (name) => listOption(name), "found a table, expected a list of strings");
        }
    });

    it("read sets of allowed words", () => {
        const reader = (name: string): object => wordsOption(name, ["iq", "message"], { default: ["iq"] });
        assert.are.same({ iq: true }, read(undefined, reader));
        assert.are.same({ message: true }, read("message", reader));
        assert.are.same({ iq: true, message: true }, read(["message", "iq", "iq"], reader));
        refuses(["iq", "IQ"], reader, 'found a string "IQ" as item 2, expected a list of "iq", "message"');
        refuses([], reader, 'found an empty table, expected a list of "iq", "message"');
        refuses({ [1]: "iq", [3]: "message" }, reader, 'found a table, expected a list of "iq", "message"');
        refuses({ [1]: "iq", message: true }, reader, 'found a table, expected a list of "iq", "message"');
        refuses(5, reader, 'found a number 5, expected a list of "iq", "message"');
    });

    it("read maps of strings", () => {
        assert.are.same(
            { a: "1", b: "2" },
            read({ a: "1", b: "2" }, (name): object => mapOption(name)),
        );
        const expected = 'expected a table of names and strings, such as { name = "value" }';
        refuses({ a: 1 }, (name) => mapOption(name), `found a number 1 under "a", ${expected}`);
        refuses(["x"], (name) => mapOption(name), `found a string "x" without a name, ${expected}`);
        refuses("x", (name) => mapOption(name), `found a string "x", ${expected}`);
    });

    it("read JIDs and prepare them", () => {
        assert.are.equal(
            "romeo@example.org/Orchard",
            read("Romeo@EXAMPLE.org/Orchard", (name) => jidOption(name)),
        );
        refuses(
            "@example.org",
            (name) => jidOption(name),
            'found a string "@example.org", expected a JID such as "user@example.com"',
        );
        refuses(5, (name) => jidOption(name), 'found a number 5, expected a JID such as "user@example.com"');
        for (const domain of ["exa mple.org", "example.org\t", "example,org", "a<b>.org", "a\\b.org"]) {
            const [shown] = string.gsub(domain, "\t", "?");
            refuses(
                `romeo@${domain}`,
                (name) => jidOption(name),
                `found a string "romeo@${shown}", expected a JID such as "user@example.com"`,
            );
        }
        for (const domain of [
            "xn--bcher-kva.example",
            "a_b.example",
            "192.0.2.1",
            "[2001:db8::1]",
            "b\u00fccher.example",
        ]) {
            assert.are.equal(
                `romeo@${domain}`,
                read(`romeo@${domain}`, (name) => jidOption(name)),
            );
        }
    });

    describe("that are URLs", () => {
        const reader = (name: string): string => urlOption(name);

        for (const url of [
            "http://example.com",
            "https://example.com/a?b=c",
            "http://localhost:8080/",
            "http://[::1]:5280/x",
            "https://user:pw@example.com/",
        ]) {
            it(`may be ${url}`, () => {
                assert.are.equal(url, read(url, reader));
            });
        }

        it("have their scheme in lower case, which net.http asks for", () => {
            assert.are.equal("https://Example.com/A", read("HTTPS://Example.com/A", reader));
        });

        for (const url of [
            "example.com",
            "http:example.com",
            "http://",
            "http:///path",
            "http://:80/",
            "http://host:0/",
            "http://host:65536/",
            "http://host:http/",
            "http://[::1/",
            "http://a b/",
            "http://a/\r\nHost: b",
            "mailto:a",
            "javascript://x",
        ]) {
            it(`are not ${string.gsub(url, "%c", "?")[0]}`, () => {
                const [shown] = string.gsub(url, "%c", "?");
                refuses(url, reader, `found a string "${shown}", expected a URL that starts with http:// or https://`);
            });
        }

        it("may have other schemes where the module says so", () => {
            assert.are.equal(
                "redis://cache:6379",
                read("redis://cache:6379", (name) => urlOption(name, { schemes: ["redis"] })),
            );
            refuses(
                "http://x",
                (name) => urlOption(name, { schemes: ["redis"] }),
                'found a string "http://x", expected a URL that starts with redis://',
            );
        });

        it("do not show their credentials and query in errors", () => {
            const expected = "expected a URL that starts with http:// or https://";
            refuses("ftp://user:pa/ss@host/x?key=1", reader, `found a string "ftp://...@host/x?...", ${expected}`);
            refuses("https:/user:pass@host", reader, `found a string "https:/...@host", ${expected}`);
        });
    });

    it("of a component's module stop it on other hosts", () => {
        const [ok, raised] = pcall(() => server.as_module(HOST, "thing", mustBeComponent));
        assert.is_false(ok);
        assert.are.equal(
            `mod_thing must be loaded as a component, found a local host ${HOST}, expected: Component "${HOST}" "thing"`,
            tostring(raised),
        );
        server.as_module("bot.example.org", "thing", mustBeComponent);
    });
});
