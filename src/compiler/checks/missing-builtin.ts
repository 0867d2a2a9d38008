import ts from "typescript";
import { builtinMissing, importUnknown, memberMissing } from "../diagnostics.ts";
import { nearest } from "../nearest.ts";
import { isAlways, partsOf } from "../union-parts.ts";
import { nodeAt } from "./rule.ts";

/**
 * The Lua world's library declares only what exists there, so TypeScript itself finds a use of anything else, in the
 * editor too. What it then says ("try changing the lib option", "install @types/node") leads astray: these are the
 * words that help.
 */
export function explainMissing(diagnostic: ts.Diagnostic, program: ts.Program): ts.Diagnostic {
    const { file, start } = diagnostic;
    if (file === undefined || start === undefined) return diagnostic;
    const place = { file, start, length: diagnostic.length ?? 0 };
    const isText = /["'`]/.test(file.text[start] ?? "");
    if (nameNotFound.has(diagnostic.code) && !isText) {
        const name = file.text.slice(start, start + place.length);
        const replacement = builtins[name];
        return replacement === undefined ? diagnostic : builtinMissing(place, name, replacement);
    }
    const text = file.text.slice(start, start + place.length);
    if (text === "Date" && notCallable.has(diagnostic.code)) return builtinMissing(place, "Date", date);
    if (text === "Array" && diagnostic.code === notConstructable) {
        return builtinMissing(place, "new Array", newArray);
    }
    if (memberNotFound.has(diagnostic.code)) return explainMember(diagnostic, place, program) ?? diagnostic;
    if (moduleNotFound.has(diagnostic.code) && isText) {
        const specifier = file.text.slice(start + 1, start + place.length - 1);
        const replacement = moduleReplacement(specifier, program);
        return replacement === undefined ? diagnostic : importUnknown(place, specifier, replacement);
    }
    return diagnostic;
}

/** "Cannot find name" and its variants that propose a type package or another lib. */
const nameNotFound = new Set([
    2304, 2693, 2318, 2552, 2580, 2581, 2582, 2583, 2584, 2585, 2591, 2592, 2593, 2867, 2868,
]);
/** "This expression is not constructable" */
const notConstructable = 2351;
/** The same, "is not callable", "refers to a value, but is being used as a type". */
const notCallable = new Set([2348, 2349, 2351, 2749]);
/** "Property does not exist on type" and its variants. */
const memberNotFound = new Set([2339, 2550, 2551, 2812]);
/** "Cannot find module" and its variants. */
const moduleNotFound = new Set([2307, 2591, 2792, 7016, 2882]);

const json =
    'import * as json from "prosody.util.json": json.encode(value). It takes an empty table for an object unless array() of "prosody.util.array" made it.';
const date =
    'use Date.now(), os.time() and os.date(format, time), or import "prosody.util.datetime" for the timestamps of XEP-0082.';
const newArray = "write []: lists grow by themselves; Array.from({ length: n }, () => value) makes one of a length.";
const timer =
    "use module.add_timer(seconds, callback): seconds, not milliseconds; a callback that returns a number runs again after that.";
const bytes = "Lua strings are bytes already: string.byte, string.char, string.sub.";
const http = 'import * as http from "prosody.net.http": http.request(url, options, callback).';
const noNode = "modules run inside Prosody, not in Node.";

/** What to use in Lua, by the name in JavaScript or Node. */
export const builtins: Readonly<Record<string, string>> = {
    setImmediate: "use setTimeout(callback, 0).",
    queueMicrotask: "use setTimeout(callback, 0).",
    console: 'use module.log("info", "text with %s", value): it goes to Prosody\'s log under the module\'s name.',
    encodeURI: "encode each part with encodeURIComponent(part).",
    decodeURI: "decode each part with decodeURIComponent(part).",
    escape: "use encodeURIComponent(text).",
    unescape: "use decodeURIComponent(text).",
    URL: 'take it apart with string.match(url, "^(%a+)://([^/]+)(.*)$").',
    URLSearchParams: 'import { formencode, formdecode } from "prosody.util.http".',
    RegExp: 'use Lua patterns: string.match(text, "^%d+$"), string.gsub(text, "%s+", " ").',
    Buffer: bytes,
    ArrayBuffer: bytes,
    DataView: bytes,
    Uint8Array: bytes,
    Int8Array: bytes,
    Uint16Array: bytes,
    Int16Array: bytes,
    Uint32Array: bytes,
    Int32Array: bytes,
    Float32Array: bytes,
    Float64Array: bytes,
    TextEncoder: "Lua strings are UTF-8 bytes already: nothing has to be encoded.",
    TextDecoder:
        'Lua strings are bytes already; whether they are valid UTF-8 says utf8.valid of "prosody.util.encodings".',
    process: `${noNode} Settings come from module.get_option_string and its like; Prosody itself is the global prosody.`,
    global: `${noNode} Share values between modules with module.shared(name).`,
    window: "there is no browser here.",
    document: "there is no browser here.",
    exports: "write export.",
    __dirname: "use module.get_directory().",
    __filename: "use module.path.",
    fetch: http,
    XMLHttpRequest: http,
    Request: http,
    Headers: 'headers are a plain table: { ["Content-Type"]: "text/plain" }.',
    WebSocket: 'import * as websocket from "prosody.net.websocket".',
    crypto: 'import "prosody.util.hashes" (digests, HMAC), "prosody.util.random" (bytes) or "prosody.util.uuid".',
    Intl: "there is none: string.format for numbers, os.date for dates.",
    Proxy: "use setmetatable with __index and __newindex.",
    Reflect: "use rawget, rawset, pairs and getmetatable.",
    WeakRef: 'use a table with weak values: setmetatable({}, { __mode: "v" }).',
    FinalizationRegistry: "use a metatable with __gc, or end things in module.unload.",
    AsyncGenerator: "there are no async generators: give a list, or call a function for each value.",
    AsyncIterable: "there is none: take an array of promises.",
    BigInt: "there are no big integers; keep such numbers as strings.",
    structuredClone: 'copy by hand, or with st.clone of "prosody.util.stanza" for a stanza.',
    performance: 'import { monotonic } from "prosody.util.time", or use os.clock() for processor time.',
    AbortController: "http.request gives a request: cancel it with http.destroy_request(request).",
    EventTarget: 'import * as events from "prosody.util.events": events.new().',
    Event: 'import * as events from "prosody.util.events": events.new().',
    eval: "there is no eval; what has to vary is a function or a table of functions.",
    Function: "there is no eval; what has to vary is a function or a table of functions.",
    Boolean: "compare explicitly: value !== undefined; only nil and false are false in Lua.",
    Iterator: "use a generator function or a for loop.",
    SharedArrayBuffer: "Prosody runs in one thread.",
    Atomics: "Prosody runs in one thread.",
    Worker: "Prosody runs in one thread.",
};

const pattern = 'use a Lua pattern: string.match(text, "(%d+)-(%d+)"), string.gsub(text, pattern, replacement).';
const unicode = 'import { utf8, stringprep } from "prosody.util.encodings": Lua strings are bytes.';
const frozen =
    "there is nothing like it in Lua; TypeScript's readonly keeps the same promise when the module is built.";

/** What to use in Lua, by owner and member in JavaScript. */
export const members: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    string: {
        match: pattern,
        matchAll: 'use for (const [word] of string.gmatch(text, "%w+")).',
        search: 'use string.find(text, "%d").',
        normalize: unicode,
        codePointAt: unicode,
        isWellFormed: 'import { utf8 } from "prosody.util.encodings": utf8.valid(text).',
        toWellFormed: 'import { utf8 } from "prosody.util.encodings" and check with utf8.valid(text).',
        localeCompare: "compare with < and >, which compare bytes.",
        toLocaleLowerCase: "use toLowerCase(), which changes ASCII letters only, or stringprep.nameprep for JIDs.",
        toLocaleUpperCase: "use toUpperCase(), which changes ASCII letters only.",
        substr: "use substring(start, end) or slice(start, end).",
        at: "use charAt(index), or slice(-1) for the last character.",
        anchor: "write the markup with prosody.util.stanza.",
    },
    array: {
        copyWithin: "copy in a for loop.",
        toLocaleString: "use join(separator).",
        findLast: "search backwards in a for loop.",
        findLastIndex: "search backwards in a for loop.",
        keys: "use for (const index of $range(0, xs.length - 1)), or entries().",
        values: "use for (const value of xs).",
    },
    number: {
        toLocaleString: 'use string.format("%d", n) or string.format("%.2f", n).',
        toPrecision: 'use string.format("%.6g", n).',
        toExponential: 'use string.format("%e", n).',
    },
    Number: { isSafeInteger: "use Number.isInteger(n) && Math.abs(n) <= Number.MAX_SAFE_INTEGER." },
    String: {
        fromCodePoint: unicode,
        raw: "write the text with its backslashes doubled.",
    },
    Math: {
        cbrt: "use x ** (1 / 3).",
        hypot: "use Math.sqrt(x * x + y * y).",
        imul: "multiply with *; numbers are no 32-bit integers.",
        fround: "there are no 32-bit floats.",
        clz32: "count in a loop.",
        sinh: "write it with Math.exp.",
        cosh: "write it with Math.exp.",
        tanh: "write it with Math.exp.",
        expm1: "use Math.exp(x) - 1.",
    },
    JSON: { stringify: json },
    Date: { parse: date, UTC: date },
    Promise: {
        any: "use Promise.allSettled, and look for the first that is fulfilled.",
        try: "call an async function.",
        withResolvers: "use new Promise((resolve, reject) => …).",
    },
    Object: {
        freeze: frozen,
        isFrozen: frozen,
        seal: frozen,
        isSealed: frozen,
        preventExtensions: frozen,
        isExtensible: frozen,
        create: "use setmetatable({}, { __index: prototype }), or a class.",
        setPrototypeOf: "use setmetatable.",
        getPrototypeOf: "use getmetatable.",
        is: "use ===.",
    },
};

function explainMember(
    diagnostic: ts.Diagnostic,
    place: { file: ts.SourceFile; start: number; length: number },
    program: ts.Program,
): ts.Diagnostic | undefined {
    const node = nodeAt(place.file, place.start, place.start + place.length);
    const access = node?.parent;
    if (!access || !ts.isPropertyAccessExpression(access) || access.name !== node) return undefined;
    const name = access.name.text;
    const owner = ownerOf(access.expression, program.getTypeChecker());
    const replacement = owner === undefined ? undefined : members[owner]?.[name];
    if (owner === undefined || replacement === undefined) return undefined;
    return memberMissing(place, name, owner, replacement);
}

function ownerOf(expression: ts.Expression, checker: ts.TypeChecker): string | undefined {
    if (
        ts.isIdentifier(expression) &&
        ["Math", "Object", "Promise", "JSON", "Date", "String", "Number"].includes(expression.text)
    )
        return expression.text;
    const type =
        checker.getBaseConstraintOfType(checker.getTypeAtLocation(expression)) ?? checker.getTypeAtLocation(expression);
    if (isAlways(type, ts.TypeFlags.StringLike)) return "string";
    if (isAlways(type, ts.TypeFlags.NumberLike)) return "number";
    if (partsOf(type).every((part) => checker.isArrayLikeType(part))) return "array";
    return undefined;
}

const nodeModules: Readonly<Record<string, string>> = {
    fs: "use io.open(path), or module.load_resource(name) for a file that comes with the module.",
    path: 'import * as paths from "prosody.util.paths".',
    crypto: builtins.crypto!,
    http,
    https: http,
    net: 'import * as server from "prosody.net.server".',
    url: builtins.URL!,
    querystring: builtins.URLSearchParams!,
    events: builtins.Event!,
    timers: timer,
    buffer: bytes,
    os: "Lua's os is a global: os.time(), os.date(), os.getenv().",
    process: builtins.process!,
    assert: "assert is a global: assert(condition, message).",
};

function moduleReplacement(specifier: string, program: ts.Program): string | undefined {
    const fromNode = nodeModules[specifier.replace(/^node:/, "")];
    if (fromNode !== undefined) return `${noNode} ${fromNode[0]!.toUpperCase()}${fromNode.slice(1)}`;
    if (specifier.startsWith("node:")) return noNode;
    if (specifier.startsWith(".")) return undefined;
    const known = new Set(
        program
            .getTypeChecker()
            .getAmbientModules()
            .map((symbol) => symbol.name.replaceAll('"', "")),
    );
    const prefixed = `prosody.${specifier.replace(/^prosody[./]/, "").replaceAll("/", ".")}`;
    if (known.has(prefixed)) return `write "${prefixed}": the compiler emits the name that every Prosody understands.`;
    const meant = nearest(specifier, known) ?? nearest(prefixed, known);
    if (meant !== undefined) return `did you mean "${meant}"?`;
    if (/^(prosody\.|util\.|core\.|net\.)/.test(specifier)) {
        return `it is not declared; declare what you use of it: declare module "${prefixed}" { … } in a .d.ts of your project.`;
    }
    return undefined;
}
