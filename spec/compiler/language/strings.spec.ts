import { expect } from "vitest";
import { describeSnippets } from "../evaluate/evaluate.ts";

/**
 * Strings are bytes in Lua: with ASCII text everything is as in JavaScript; with other text positions count bytes, and
 * what must hold is that no UTF-8 character is ever cut.
 */
describeSnippets("Strings", ({ behavesLikeJavaScript, gives }) => {
    behavesLikeJavaScript(
        "template strings join values",
        `
        const name = "romeo";
        const count: number = 3;
        export const result = [\`\${name} has \${count} message\${count === 1 ? "" : "s"}\`, \`a\${true}b\`, \`\${name}\${name}\`, \`\`];
        `,
    );
    behavesLikeJavaScript(
        "slice and substring take positions from both ends",
        `
        const s = "abcdef";
        export const result = [s.slice(1), s.slice(1, 3), s.slice(-2), s.slice(-3, -1), s.slice(2, 2), s.slice(4, 2), s.slice(0, 99), s.slice(-99),
            s.substring(2), s.substring(1, 3), s.substring(3, 1), s.substring(-5, 2), s.substring(0), "".slice(0, 1)];
        `,
    );
    behavesLikeJavaScript(
        "charAt, charCodeAt and positions",
        `
        const s = "abc";
        export const result = [s.charAt(0), s.charAt(2), s.charAt(3), s.charAt(-1), s.charCodeAt(1), s[1] ?? "", s.length, "".length];
        `,
    );
    behavesLikeJavaScript(
        "searching",
        `
        const s = "one two one";
        export const result = [s.indexOf("one"), s.indexOf("one", 1), s.indexOf("x"), s.indexOf(""), s.includes("two"), s.includes("two", 5),
            s.startsWith("one"), s.startsWith("two", 4), s.endsWith("one"), s.endsWith("two", 7), "a.b".indexOf("."), "a%d".includes("%d"), s.startsWith(""), s.endsWith("")];
        `,
    );
    behavesLikeJavaScript(
        "split and join",
        `
        export const result = ["a,b,c".split(","), "abc".split(""), "a,,b,".split(","), "".split(","), "".split(""), "a.b.c".split("."), "a%b".split("%"),
            "a,b,c".split(",", 2), "none".split(";"), "a--b".split("--"), ["a", "b"].join(), ["a"].join("-"), ([] as string[]).join("-"), [1, 2].join("")];
        `,
    );
    behavesLikeJavaScript(
        "replace takes plain text",
        `
        export const result = ["a.b.c".replace(".", "-"), "a.b.c".replaceAll(".", "-"), "a%b".replace("%", "%%"), "x".replace("y", "z"),
            "aa".replace("a", "%1"), "aXbX".replaceAll("X", (match) => "<" + match + ">"), "abc".replace("b", (match, at) => match + at.toString()), "aaa".replaceAll("aa", "b")];
        `,
    );
    behavesLikeJavaScript(
        "trim and pad",
        `
        export const result = ["  a b  ".trim(), "  a".trimStart(), "a  ".trimEnd(), "\\t\\n a \\r\\n".trim(), "".trim(), "   ".trim(),
            "7".padStart(3, "0"), "7".padEnd(3, "-"), "abc".padStart(2), "a".padStart(5, "xy"), "a".padEnd(4), "a".padStart(3, "")];
        `,
    );
    behavesLikeJavaScript(
        "repeat, concat and case",
        `
        export const result = ["ab".repeat(3), "ab".repeat(0), "a".concat("b", "c"), "MiXed".toLowerCase(), "MiXed".toUpperCase(), "a" + "b" + "c"];
        `,
    );
    behavesLikeJavaScript(
        "comparing and joining",
        `
        let s = "a";
        s += "b";
        s += "c" + "d";
        export const result = [s, "a" < "b", "b" < "a", "a" < "aa", "Z" < "a", "a" === "a", "x" + 1, 1 + "x", "n" + -5];
        `,
    );
    behavesLikeJavaScript(
        "special characters survive",
        `
        export const result = ["\\"quoted\\"", 'single\\'s', "back\\\\slash", "line\\nbreak\\ttab\\r", "null\\0end", "del\\x7f", "\\u00e9", "\\u{1F600}", "é😀中", \`raw
lines\`, "\\0" + "1", "a\\x00123"];
        `,
    );
    behavesLikeJavaScript(
        "trimming words that end or begin with other letters",
        `
        export const result = ["voilà", " voilà ", "à", "à la carte à", "  école", "naïve  ", "café\\u00a0".length > 0, "日本語 ", "\\tпривет\\n", "😀"].map(
            (word) => typeof word === "string" ? [word.trim(), word.trimStart(), word.trimEnd()] : word);
        `,
    );
    behavesLikeJavaScript(
        "for-of gives whole characters",
        `
        const seen: string[] = [];
        for (const char of "voilà 😀!") seen.push(char);
        export const result = [seen, [..."né"], [..."日本"].length];
        `,
    );
    behavesLikeJavaScript(
        "split into characters keeps them whole",
        `export const result = ["voilà".split(""), "日本語".split("")];`,
    );
    behavesLikeJavaScript(
        "splitting, searching and replacing around other letters",
        `
        export const result = ["é,à,ü".split(","), "1à2à3".split("à"), "voilà!".replace("à", "a"), "ààà".replaceAll("à", "é"), "voilà".includes("là"),
            "voilà".endsWith("à"), "été".startsWith("é"), "à".repeat(2), "ab".concat("ç")];
        `,
    );
    gives(
        "cutting never breaks a character",
        `
        const word = "voilà là-bas, été 日本語 😀";
        const whole = (s: string) => s.split("").every((char) => word.includes(char) && (char.length === 1) === (char.charCodeAt(0) < 128));
        let broken = 0;
        for (let i = 0; i <= word.length; i++) {
            for (let j = i; j <= word.length; j++) {
                if (!whole(word.slice(i, j)) || !whole(word.substring(i, j))) broken++;
            }
            if (!whole(word.slice(-i)) || !whole(word.charAt(i))) broken++;
        }
        export const result = broken;
        `,
        0,
    );
    gives(
        "cutting at every place gives parts that make up the whole",
        `
        const word = "été 😀!";
        const wrong: number[] = [];
        for (let i = 0; i <= word.length; i++) if (word.slice(0, i) + word.slice(i) !== word) wrong.push(i);
        export const result = wrong;
        `,
        [],
    );
    gives(
        "charAt at the start of a character gives all of it",
        `export const result = ["été".charAt(0), "été".charAt(2), "été".charAt(3), "x😀".charAt(1)];`,
        ["é", "t", "é", "😀"],
    );
    gives(
        "padding counts bytes and fills with whole characters",
        `export const result = ["é".padStart(4, "-"), "ab".padEnd(5, "é"), "x".padStart(4, "é")].map((s) => s.trim());`,
        ["--é", "abé", "éx"],
    );
    gives(
        "Lua's own string functions are at hand",
        `
        const [user, host] = string.match("romeo@montague", "^([^@]+)@(.+)$");
        const [text, count] = string.gsub("a-b-c", "-", "+");
        export const result = [user ?? "", host ?? "", text, count, string.format("%05.1f|%s|%d", 3.14159, "x", 7), "abc".length];
        `,
        ["romeo", "montague", "a+b+c", 2, "003.1|x|7", 3],
    );
    gives(
        "bytes go in and come out unharmed",
        `
        let bytes = "";
        for (let i = 0; i < 256; i++) bytes += String.fromCharCode(i);
        let sum = 0;
        for (let i = 0; i < bytes.length; i++) sum += bytes.charCodeAt(i);
        export const result = [bytes.length, sum];
        `,
        [256, 32640],
    );
});

/** What the shims take of util.encodings. */
const encodings = `
    return { utf8 = { valid = function(text) return not text:find("[\\192-\\255]") or not text:find("[\\192-\\255][^\\128-\\191]") end } }
`;

describeSnippets("Percent-encoding", ({ behavesLikeJavaScript, looks }) => {
    const requires = { "util.encodings": encodings };
    behavesLikeJavaScript(
        "encodes what JavaScript encodes, and decodes it again",
        `
        const texts = ["", "a b", "é/€?&=+#%", "-_.!~*'()", "A-Z09", "\\0\\n", "100%25", "🙂"];
        export const result = [
            texts.map((text) => encodeURIComponent(text)),
            texts.map((text) => decodeURIComponent(encodeURIComponent(text))),
            texts.map(encodeURIComponent),
            encodeURIComponent(12), encodeURIComponent(true), decodeURIComponent("a+b%20%C3%a9"),
        ];
        `.replaceAll("\\\\", "\\"),
        { requires },
    );
    behavesLikeJavaScript(
        "raises a URIError for what is malformed",
        `
        const decode = (text: string) => {
            try {
                return decodeURIComponent(text);
            } catch (error) {
                return error instanceof Error ? [error.name, error.message] : "?";
            }
        };
        export const result = ["%", "%4", "%zz", "a%%20", "100%", "%e9x", "fine"].map(decode);
        `,
        { requires },
    );
    behavesLikeJavaScript(
        "is that of the module where it has functions of these names",
        `
        function encodeURIComponent(text: string) { return text + "!"; }
        const JSON = { parse: (text: string) => text + "?" };
        const Date = { now: () => 5 };
        export const result = [encodeURIComponent("a b"), JSON.parse("x"), Date.now()];
        `,
    );
    looks(
        "is a call of a function, as by hand",
        'export const result = encodeURIComponent("a b");',
        ({ lua }) => expect(lua).toContain('result = encode_uri_component("a b")'),
        { requires },
    );
});
