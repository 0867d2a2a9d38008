/**
 * Holds the stand-ins for Prosody's C libraries to the real ones. Where the real ones run (Lua 5.2 and 5.4), both get the same
 * inputs and must give the same answers. Elsewhere the stand-ins' answers to a fixed set of inputs must add up to the digest
 * that the real ones have for it.
 */

import { assert, describe, it } from "busted";

type Prepare = (this: void, text: string, strict?: boolean) => string | undefined;

interface Encodings {
    base64: { encode(this: void, text: string): string; decode(this: void, text: string): string | undefined };
    stringprep: { nodeprep: Prepare; nameprep: Prepare; resourceprep: Prepare; saslprep: Prepare };
    idna: {
        to_ascii(this: void, name: string): string | undefined;
        to_unicode(this: void, name: string): string | undefined;
    };
    utf8: { valid(this: void, text: string): boolean; length(this: void, text: string): number | undefined };
}

type Digest = (this: void, text: string, asHex?: boolean) => string;
type KeyedDigest = (this: void, key: string, text: string, asHex?: boolean) => string;
type Stretch = (this: void, password: string, salt: string, iterations: number) => string;

interface Hashes {
    sha1: Digest;
    sha256: Digest;
    hmac_sha1: KeyedDigest;
    hmac_sha256: KeyedDigest;
    scram_Hi_sha1: Stretch;
    pbkdf2_hmac_sha1?: Stretch;
    pbkdf2_hmac_sha256?: Stretch;
    equals(this: void, a: string, b: string): boolean;
}

interface Net {
    pton(this: void, text: string): LuaMultiReturn<[string | undefined, string?]>;
    ntop(this: void, bytes: string): LuaMultiReturn<[string | undefined, string?]>;
}

interface Bits {
    sand(this: void, a: string, b: string): string;
    sor(this: void, a: string, b: string): string;
    sxor(this: void, a: string, b: string): string;
    common_prefix_bits?(this: void, a: string, b: string): number;
}

interface Tables {
    pack(this: void, ...values: unknown[]): { n: number; [position: number]: unknown };
    move?(this: void, from: number[], first: number, last: number, to: number, target?: number[]): number[];
}

const globals = _G as Record<string, unknown> & {
    dofile(this: void, file: string): unknown;
    package: { loaded: LuaTable<string, unknown> };
};
const isReal = os.getenv("TYPED_PROSODY_NATIVE") === "yes";
const isLibidn = string.sub(os.getenv("TYPED_PROSODY_PROSODY") ?? "", 1, 5) === "0.11.";

function standIn(name: string): unknown {
    return globals.dofile(`${os.getenv("TYPED_PROSODY_STAND_INS") ?? ""}/util/${name}.lua`);
}

// ------------------------------------------------------------------------------------------------------------- inputs

/** The same numbers on every Lua. */
function createRandom(seed: number): (this: void, max: number) => number {
    let state = seed;
    return (max) => {
        // Numerical Recipes' generator; the products stay below 2^53.
        state = (state * 1664525 + 1013904223) % 4294967296;
        return math.floor((state / 4294967296) * max);
    };
}

function character(code: number): string {
    if (code < 0x80) return string.char(code);
    if (code < 0x800) return string.char(0xc0 + math.floor(code / 64), 0x80 + (code % 64));
    if (code < 0x10000) {
        return string.char(0xe0 + math.floor(code / 4096), 0x80 + (math.floor(code / 64) % 64), 0x80 + (code % 64));
    }
    return string.char(
        0xf0 + math.floor(code / 262144),
        0x80 + (math.floor(code / 4096) % 64),
        0x80 + (math.floor(code / 64) % 64),
        0x80 + (code % 64),
    );
}

/** First, last and step: every character of the blocks with rules of their own, some of those without. */
const BLOCKS: readonly (readonly [number, number, number])[] = [
    [0x01, 0x24f, 1],
    [0x300, 0x36f, 1],
    [0x370, 0x52f, 1],
    [0x1e00, 0x1eff, 1],
    [0x2000, 0x206f, 1],
    [0x20a0, 0x20cf, 1],
    [0x2100, 0x2134, 1],
    [0x2139, 0x21ff, 1],
    [0x2460, 0x24ff, 1],
    [0x2500, 0x27bf, 1],
    [0x3000, 0x303f, 1],
    [0x3041, 0x3096, 1],
    [0x309b, 0x30ff, 1],
    [0x4e00, 0x9fff, 97],
    [0xac00, 0xd7a3, 97],
    [0xe000, 0xf8ff, 97],
    [0xfb00, 0xfb06, 1],
    [0xfdd0, 0xfdef, 1],
    [0xfe00, 0xfe0f, 1],
    [0xfeff, 0xfeff, 1],
    [0xff01, 0xff5e, 1],
    [0xfffc, 0xffff, 1],
    [0x1f300, 0x1faff, 13],
];

function eachCharacter(visit: (this: void, code: number) => void): void {
    for (const [first, last, step] of BLOCKS) {
        for (let code = first; code <= last; code += step) visit(code);
    }
}

function bytes(random: (this: void, max: number) => number, length: number): string {
    const list: string[] = [];
    for (let at = 0; at < length; at += 1) list[at] = string.char(random(256));
    return table.concat(list);
}

/** Text of letters, marks, ASCII and oddities, as addresses might have. */
function text(random: (this: void, max: number) => number): string {
    const list: string[] = [];
    const length = random(12);
    for (let at = 0; at < length; at += 1) {
        const kind = random(8);
        if (kind < 3) list[at] = character(0x20 + random(0x5f));
        else if (kind < 5) list[at] = character(0xa0 + random(0x1b0));
        else if (kind < 6) list[at] = character(0x391 + random(0x15f));
        else if (kind < 7) list[at] = `${character(0x41 + random(0x3a))}${character(0x300 + random(0x40))}`;
        else list[at] = character(0x2000 + random(0x30));
    }
    return table.concat(list);
}

function strings(random: (this: void, max: number) => number): string[] {
    const list: string[] = ["", "\0", "=", "====", "YQ==", "YQ=", "YQ", "YQ=a", "YQ==YQ==", "YWJj\0YWJj", "Y Q\n=\t="];
    for (let length = 0; length < 70; length += 1) list[list.length] = bytes(random, length);
    for (let round = 0; round < 60; round += 1) list[list.length] = bytes(random, random(400));
    return list;
}

const NAMES: readonly string[] = [
    "",
    "example.org",
    "Example.ORG",
    "a..b",
    ".a",
    "a.",
    ".",
    "..",
    "a_b.c",
    "-a.b",
    "a-.b",
    "a-b.c",
    "a--b.c",
    "ab-c.d",
    `${string.rep("x", 63)}.org`,
    `${string.rep("x", 64)}.org`,
    "a b",
    "a/b",
    "a@b",
    "1.2.3.4",
    "[::1]",
    "localhost",
    "A",
    "9",
    "a\tb",
    "a.b.c.d.e.f.g.h",
    "a,b",
    "a:5222",
];

const ADDRESSES: readonly string[] = [
    "1.2.3.4",
    "0.0.0.0",
    "255.255.255.255",
    "256.1.1.1",
    "1.2.3",
    "1.2.3.4.5",
    "01.2.3.4",
    "1.2.3.4 ",
    "1..2.3",
    "",
    "x",
    "::",
    "::1",
    "1::",
    "2001:db8::1",
    "2001:DB8::A:0:0:1",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7",
    "1::2::3",
    "12345::",
    "g::1",
    ":1:2:3:4:5:6:7",
    ":::",
    "1:",
    "fe80::1%lo",
    "::ffff:1.2.3.4",
    "::1.2.3.4",
    "1:2:3:4:5:6:1.2.3.4",
    "1.2.3.4::",
    "::1.2.3",
    "1:0:0:2:0:0:0:3",
    "1:0:0:2:0:0:3:4",
    "0:0:1:0:0:0:0:1",
];

const PROFILES = ["nodeprep", "nameprep", "resourceprep"] as const;

/** What a call gives, as text: its result, or that it raised an error. */
function outcome(call: (this: void) => unknown): string {
    const [ok, result] = pcall(call);
    if (!ok) return "error";
    return type(result) === "number" ? string.format("%d", result as number) : tostring(result);
}

// --------------------------------------------------------------------------------------------------- answers by digest

/** All answers of a set of libraries to the fixed inputs, as one text. */
function allAnswers(encodings: Encodings, hashes: Hashes, net: Net, bits: Bits): string {
    const list: string[] = [];
    const add = (answer: string) => {
        list[list.length] = answer;
    };
    eachCharacter((code) => {
        for (const profile of PROFILES) {
            add(outcome(() => encodings.stringprep[profile](`x${character(code)}`)));
            add(outcome(() => encodings.stringprep[profile](character(code), true)));
        }
    });
    const random = createRandom(7);
    for (const input of strings(random)) {
        add(encodings.base64.encode(input));
        add(outcome(() => encodings.base64.decode(input)));
        add(outcome(() => encodings.utf8.valid(input)));
        add(outcome(() => encodings.utf8.length(input)));
        add(hashes.sha1(input, true));
        add(hashes.sha256(input, true));
        add(hashes.hmac_sha1(bytes(random, random(100)), input, true));
        add(hashes.hmac_sha256(bytes(random, random(100)), input, true));
        add(bits.sxor(input, "key"));
    }
    for (const name of NAMES) add(outcome(() => encodings.idna.to_ascii(name)));
    for (const address of ADDRESSES) {
        const [packed] = net.pton(address);
        add(packed === undefined ? "nil" : encodings.base64.encode(packed));
        if (packed !== undefined) add(outcome(() => net.ntop(packed)[0]));
    }
    return table.concat(list, "\n");
}

/** Of the answers of the real libraries: libidn's in 0.11, ICU's from 0.12 on. */
const DIGEST = isLibidn
    ? "83d9514e86655c347175f1f2bd6d1dc73e12c1e7df32317bc5e926fd4c629c7a"
    : "ce50c3c374b985b28f11c7475022cddfb10e066e9c8ee4e8c5752465796853a8";

describe("the C libraries that modules meet here", () => {
    const encodings = require("util.encodings") as Encodings;
    const hashes = require("util.hashes") as Hashes;
    const net = require("util.net") as Net;
    const bits = require("util.strbitop") as Bits;

    it("encode as in RFC 4648, section 10", () => {
        const vectors = ["", "", "f", "Zg==", "fo", "Zm8=", "foo", "Zm9v", "foob", "Zm9vYg==", "foobar", "Zm9vYmFy"];
        for (let at = 0; at < vectors.length; at += 2) {
            assert.are.equal(vectors[at + 1]!, encodings.base64.encode(vectors[at]!));
            assert.are.equal(vectors[at]!, encodings.base64.decode(vectors[at + 1]!));
        }
    });

    it("hash as in FIPS 180-4 and RFC 4231", () => {
        assert.are.equal("a9993e364706816aba3e25717850c26c9cd0d89d", hashes.sha1("abc", true));
        assert.are.equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            hashes.sha256("abc", true),
        );
        assert.are.equal(
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            hashes.hmac_sha256("Jefe", "what do ya want for nothing?", true),
        );
    });

    it("prepare addresses as in RFC 3920", () => {
        assert.are.equal("strasse", encodings.stringprep.nodeprep("Straße"));
        assert.are.equal("Straße", encodings.stringprep.resourceprep("Straße"));
        assert.are.equal("voilà", encodings.stringprep.nodeprep("VOILA\u0300"));
        assert.is_nil(encodings.stringprep.nodeprep("a@b"));
        assert.is_nil(encodings.stringprep.resourceprep("a\tb"));
    });

    it("give the answers that Prosody's own give", () => {
        assert.are.equal(DIGEST, hashes.sha256(allAnswers(encodings, hashes, net, bits), true));
    });
});

// ------------------------------------------------------------------------------------------------------ side by side

if (isReal) {
    describe("the stand-ins answer as the C libraries", () => {
        globals.package.loaded.set("util.stringprep_data", standIn("stringprep_data"));
        const real = require("util.encodings") as Encodings;
        const standing = standIn("encodings") as Encodings;
        const realHashes = require("util.hashes") as Hashes;
        const standingHashes = standIn("hashes") as Hashes;
        const realNet = require("util.net") as Net;
        const standingNet = standIn("net") as Net;
        const realBits = require("util.strbitop") as Bits;
        const standingBits = standIn("strbitop") as Bits;
        const realTables = require("util.table") as Tables;
        const standingTables = standIn("table") as Tables;

        const compare = (what: string, expected: (this: void) => unknown, actual: (this: void) => unknown) => {
            const wanted = outcome(expected);
            const got = outcome(actual);
            if (wanted !== got) {
                error(
                    `${what}: the library gives ${string.format("%q", wanted)}, the stand-in ${string.format("%q", got)}`,
                    2,
                );
            }
        };

        for (const profile of ["nodeprep", "nameprep", "resourceprep"] as const) {
            it(`in ${profile}, character by character`, () => {
                eachCharacter((code) => {
                    const input = character(code);
                    const what = `${profile} of U+${string.format("%04X", code)}`;
                    compare(
                        what,
                        () => real.stringprep[profile](input),
                        () => standing.stringprep[profile](input),
                    );
                    compare(
                        `strict ${what}`,
                        () => real.stringprep[profile](input, true),
                        () => standing.stringprep[profile](input, true),
                    );
                });
            });

            it(`in ${profile}, for marks on letters and other text`, () => {
                const random = createRandom(11);
                let refused = 0;
                for (let round = 0; round < 3000; round += 1) {
                    const input = text(random);
                    const [ok, result] = pcall(standing.stringprep[profile], input);
                    if (ok) {
                        compare(
                            `${profile} of ${string.format("%q", input)}`,
                            () => real.stringprep[profile](input),
                            () => result,
                        );
                    } else {
                        // It says that it does not know, and never guesses.
                        assert.matches("has no stand%-in for", result);
                        refused += 1;
                    }
                }
                assert.is_true(refused < 300);
            });

            it(`in ${profile}, for bytes that are no text and at the limits of length`, () => {
                const random = createRandom(13);
                for (let round = 0; round < 500; round += 1) {
                    const input = `a${bytes(random, 1 + random(3))}`;
                    if (!real.utf8.valid(input)) {
                        compare(
                            `${profile} of bytes`,
                            () => real.stringprep[profile](input),
                            () => standing.stringprep[profile](input),
                        );
                    }
                }
                for (const input of [
                    "",
                    "\0",
                    "a\0b",
                    string.rep("x", 1023),
                    string.rep("x", 1024),
                    string.rep("ß", 511),
                ]) {
                    compare(
                        `${profile} of ${string.len(input)} bytes`,
                        () => real.stringprep[profile](input),
                        () => standing.stringprep[profile](input),
                    );
                }
                compare(
                    `${profile} of nil`,
                    () => (real.stringprep[profile] as (this: void, value: unknown) => unknown)(undefined),
                    () => (standing.stringprep[profile] as (this: void, value: unknown) => unknown)(undefined),
                );
            });
        }

        it("in base64 and UTF-8", () => {
            const random = createRandom(17);
            const alphabet = "ABab01+/==== \n\t\r-_\0\v\f!";
            const inputs = strings(random);
            for (let round = 0; round < 3000; round += 1) {
                const list: string[] = [];
                for (let at = random(12); at >= 0; at -= 1) {
                    const position = 1 + random(string.len(alphabet));
                    list[list.length] = string.sub(alphabet, position, position);
                }
                inputs[inputs.length] = table.concat(list);
            }
            for (let code = 0; code < 256; code += 1) inputs[inputs.length] = `YW${string.char(code)}Jj`;
            for (const input of inputs) {
                const shown = string.format("%q", input);
                compare(
                    `encoding ${shown}`,
                    () => real.base64.encode(input),
                    () => standing.base64.encode(input),
                );
                compare(
                    `decoding ${shown}`,
                    () => real.base64.decode(input),
                    () => standing.base64.decode(input),
                );
                compare(
                    `utf8.valid ${shown}`,
                    () => real.utf8.valid(input),
                    () => standing.utf8.valid(input),
                );
                compare(
                    `utf8.length ${shown}`,
                    () => real.utf8.length(input),
                    () => standing.utf8.length(input),
                );
            }
            for (const code of [
                0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000,
            ]) {
                const input = character(code);
                compare(
                    `utf8.valid U+${string.format("%X", code)}`,
                    () => real.utf8.valid(input),
                    () => standing.utf8.valid(input),
                );
            }
        });

        it("in IDNA, for names in ASCII", () => {
            for (const name of NAMES) {
                compare(
                    `to_ascii ${name}`,
                    () => real.idna.to_ascii(name),
                    () => standing.idna.to_ascii(name),
                );
                compare(
                    `to_unicode ${name}`,
                    () => real.idna.to_unicode(name),
                    () => standing.idna.to_unicode(name),
                );
            }
            const random = createRandom(19);
            const alphabet = "abcXYZ019--..";
            for (let round = 0; round < 3000; round += 1) {
                const list: string[] = [];
                for (let at = random(10); at >= 0; at -= 1) {
                    const position = 1 + random(string.len(alphabet));
                    list[list.length] = string.sub(alphabet, position, position);
                }
                const name = table.concat(list);
                compare(
                    `to_ascii ${name}`,
                    () => real.idna.to_ascii(name),
                    () => standing.idna.to_ascii(name),
                );
            }
        });

        it("in hashes", () => {
            const random = createRandom(23);
            for (const input of strings(random)) {
                const key = bytes(random, random(100));
                compare(
                    "sha1",
                    () => realHashes.sha1(input, true),
                    () => standingHashes.sha1(input, true),
                );
                compare(
                    "sha256",
                    () => realHashes.sha256(input, true),
                    () => standingHashes.sha256(input, true),
                );
                compare(
                    "hmac_sha1",
                    () => realHashes.hmac_sha1(key, input, true),
                    () => standingHashes.hmac_sha1(key, input, true),
                );
                compare(
                    "hmac_sha256",
                    () => realHashes.hmac_sha256(key, input),
                    () => standingHashes.hmac_sha256(key, input),
                );
                compare(
                    "equals",
                    () => realHashes.equals(key, input),
                    () => standingHashes.equals(key, input),
                );
                compare(
                    "equals itself",
                    () => realHashes.equals(key, key),
                    () => standingHashes.equals(key, key),
                );
            }
            compare(
                "Hi",
                () => realHashes.scram_Hi_sha1("pencil", "salt", 20),
                () => standingHashes.scram_Hi_sha1("pencil", "salt", 20),
            );
            const stretch = realHashes.pbkdf2_hmac_sha256;
            if (stretch !== undefined) {
                compare(
                    "PBKDF2",
                    () => stretch("pencil", "salt", 20),
                    () => standingHashes.pbkdf2_hmac_sha256!("pencil", "salt", 20),
                );
            }
        });

        it("in addresses of the Internet", () => {
            for (const address of ADDRESSES) {
                compare(
                    `pton ${address}`,
                    () => realNet.pton(address)[0],
                    () => standingNet.pton(address)[0],
                );
                compare(
                    `why not ${address}`,
                    () => realNet.pton(address)[1],
                    () => standingNet.pton(address)[1],
                );
            }
            const random = createRandom(29);
            for (let round = 0; round < 2000; round += 1) {
                const list: string[] = [];
                // Many zeros, since their runs are what is written in short.
                for (let at = 0; at < 16; at += 1) list[at] = string.char(random(3) > 0 ? 0 : random(256));
                const packed = random(4) === 0 ? string.sub(table.concat(list), 1, 4) : table.concat(list);
                compare(
                    "ntop",
                    () => realNet.ntop(packed)[0],
                    () => standingNet.ntop(packed)[0],
                );
            }
            compare(
                "ntop of three bytes",
                () => realNet.ntop("abc")[0],
                () => standingNet.ntop("abc")[0],
            );
        });

        it("in bit operations on strings", () => {
            const random = createRandom(31);
            for (let round = 0; round < 500; round += 1) {
                const a = bytes(random, random(20));
                const b = bytes(random, random(20));
                compare(
                    "sand",
                    () => realBits.sand(a, b),
                    () => standingBits.sand(a, b),
                );
                compare(
                    "sor",
                    () => realBits.sor(a, b),
                    () => standingBits.sor(a, b),
                );
                compare(
                    "sxor",
                    () => realBits.sxor(a, b),
                    () => standingBits.sxor(a, b),
                );
                const common = realBits.common_prefix_bits;
                if (common !== undefined) {
                    const near = `${a}${b}`;
                    compare(
                        "common_prefix_bits",
                        () => common(a, near),
                        () => standingBits.common_prefix_bits!(a, near),
                    );
                    compare(
                        "common_prefix_bits",
                        () => common(a, b),
                        () => standingBits.common_prefix_bits!(a, b),
                    );
                }
            }
        });

        it("in tables", () => {
            assert.are.same(
                realTables.pack(1, undefined, 3, undefined),
                standingTables.pack(1, undefined, 3, undefined),
            );
            const move = realTables.move;
            if (move !== undefined) {
                for (const [first, last, to] of [
                    [1, 3, 2],
                    [2, 4, 1],
                    [1, 4, 4],
                    [3, 2, 1],
                ] as const) {
                    assert.are.same(
                        move([1, 2, 3, 4], first, last, to),
                        standingTables.move!([1, 2, 3, 4], first, last, to),
                    );
                    assert.are.same(
                        move([1, 2, 3, 4], first, last, to, [9, 9]),
                        standingTables.move!([1, 2, 3, 4], first, last, to, [9, 9]),
                    );
                }
            }
        });
    });
}
