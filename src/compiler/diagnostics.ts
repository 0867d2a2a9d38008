import ts from "typescript";
import type { Lifetime } from "./lifetimes.ts";

/**
 * Every error and warning that typed-prosody itself can report, in one place.
 *
 * Ids are stable: people search for them. TP1xxx is about the project's files, TP2xxx about module code, TP3xxx about
 * the Lua that came out, TP4xxx about the machine. A number that is no longer used is not given away again.
 */

export const diagnosticSource = "typed-prosody";

/** A place in a text: a node of a TypeScript file, or a span of any file (a README, generated Lua). */
export type Place = ts.Node | { file: ts.SourceFile; start: number; length: number };

interface Message {
    /** What is wrong and what it does at run time, in words that need no knowledge of this compiler. */
    problem: string;
    /** What to write instead. */
    suggestion: string;
}

export type DiagnosticFactory<Args extends unknown[]> = ((place: Place | undefined, ...args: Args) => ts.Diagnostic) & {
    readonly code: number;
    readonly id: string;
};

const suggestionLabel = "Suggestion: ";

function define<Args extends unknown[]>(
    code: number,
    category: ts.DiagnosticCategory,
    say: (...args: Args) => Message,
): DiagnosticFactory<Args> {
    const create = (place: Place | undefined, ...args: Args): ts.Diagnostic => {
        const { problem, suggestion } = say(...args);
        return {
            ...span(place),
            code,
            category,
            source: diagnosticSource,
            messageText: `${problem}\n${suggestionLabel}${suggestion}`,
        };
    };
    return Object.assign(create, { code, id: `TP${code}` });
}

function span(place: Place | undefined): Pick<ts.Diagnostic, "file" | "start" | "length"> {
    if (place === undefined) return { file: undefined, start: undefined, length: undefined };
    if (!("kind" in place)) return place;
    const file = place.getSourceFile();
    const start = place.getStart(file);
    return { file, start, length: place.getEnd() - start };
}

/** A file that is no TypeScript (README.md, generated Lua) as a diagnostic's place wants it: only its lines are used. */
export function textFile(path: string, text: string): ts.SourceFile {
    const file = ts.createSourceFile(path, "", ts.ScriptTarget.Latest);
    return Object.assign(file, { text, end: text.length });
}

/** "TP2001" for ours, "TS2304" for TypeScript's; the transpiler's have no numbers that stay. */
export function diagnosticId(diagnostic: ts.Diagnostic): string {
    if (diagnostic.source === diagnosticSource) return `TP${diagnostic.code}`;
    if (diagnostic.source === "typescript-to-lua") return "TSTL";
    return `TS${diagnostic.code}`;
}

/** The message without and the suggestion without its label; TypeScript's own messages have no suggestion. */
export function splitMessage(diagnostic: ts.Diagnostic): { problem: string; suggestion: string | undefined } {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
    const at = diagnostic.source === diagnosticSource ? text.indexOf(`\n${suggestionLabel}`) : -1;
    if (at < 0) return { problem: text, suggestion: undefined };
    return { problem: text.slice(0, at), suggestion: text.slice(at + 1 + suggestionLabel.length) };
}

const { Error, Warning } = ts.DiagnosticCategory;

// ── TP1xxx: the project ─────────────────────────────────────────────────────────────────────────────────────────────

export const projectNotFound = define(1001, Error, (folder: string) => ({
    problem: `There is no tstl.json in ${folder} or in a folder above it, so this is no typed-prosody project.`,
    suggestion:
        'go to the project\'s folder, name it with --project DIR, or create a tstl.json with { "extends": ' +
        '"typed-prosody/tstl.base.json", "include": ["src/modules"] }.',
}));

export const noModules = define(1002, Error, (folder: string) => ({
    problem: `No module was found in ${folder}.`,
    suggestion: "give each module a folder of its own there: mod_example/mod_example.ts with a README.md beside it.",
}));

export const unknownModule = define(
    1003,
    Error,
    (name: string, nearest: string | undefined, known: readonly string[]) => ({
        problem: `There is no module named ${name} in this project.`,
        suggestion:
            nearest === undefined
                ? `the modules are: ${known.join(", ")}.`
                : `did you mean ${nearest}? (All: ${known.join(", ")}.)`,
    }),
);

export const moduleNameInvalid = define(1004, Error, (folder: string, proposal: string) => ({
    problem: `The folder ${folder} is not named like a Prosody module: mod_, then lower-case letters, digits and underscores.`,
    suggestion: `rename it to ${proposal}, or move it out of the modules' folder if it is no module.`,
}));

export const entryMissing = define(1005, Error, (name: string, found: readonly string[]) => ({
    problem: `The module ${name} has no ${name}.ts: its main file is named like its folder.`,
    suggestion:
        found.length === 1
            ? `rename ${found[0]} to ${name}.ts.`
            : found.length > 1
              ? `rename the main one of ${found.join(", ")} to ${name}.ts.`
              : `create ${name}/${name}.ts.`,
}));

export const readmeMissing = define(1006, Warning, (name: string) => ({
    problem: `The module ${name} has no README.md, which is all that an administrator will read.`,
    suggestion: `create ${name}/README.md, beginning with\n---\nsummary: what the module does, in one line\nlabels: [Stage-Alpha]\n---`,
}));

export const readmeFrontMatterMissing = define(1007, Error, (name: string) => ({
    problem: `README.md of ${name} does not begin with YAML front matter.`,
    suggestion: "begin it with\n---\nsummary: what the module does, in one line\nlabels: [Stage-Alpha]\n---",
}));

export const readmeFrontMatterInvalid = define(1008, Error, (reason: string) => ({
    problem: `The front matter of README.md is no valid YAML: ${reason}`,
    suggestion: "quote values that begin with > or hold a colon, a # or a quotation mark.",
}));

export const readmeFieldInvalid = define(1009, Error, (field: string, found: string, expected: string) => ({
    problem: `The front matter's "${field}" is ${found}.`,
    suggestion: `write ${expected}.`,
}));

export const readmeFieldUnknown = define(
    1010,
    Warning,
    (field: string, nearest: string | undefined, known: readonly string[]) => ({
        problem: `The front matter's "${field}" is not a field that anything reads.`,
        suggestion: nearest === undefined ? `known fields are ${known.join(", ")}.` : `did you mean "${nearest}"?`,
    }),
);

export const resourceClashes = define(1011, Error, (name: string, resource: string) => ({
    problem: `${name}/${resource} would be overwritten by the file that is generated under the same name.`,
    suggestion: `rename it, for example to ${resource.replace(/(\.lua|\.md)?$/i, ".lib$1")}, or remove it.`,
}));

export const moduleFolderUnreadable = define(1012, Error, (folder: string, reason: string) => ({
    problem: `${folder} cannot be read: ${reason}.`,
    suggestion: "check that it exists, is no broken symbolic link and may be read by you.",
}));

export const declarationsMissing = define(1013, Error, () => ({
    problem: "This project does not load the declarations of Prosody and Lua, so nothing can be known of any name.",
    suggestion: 'write "types": ["typed-prosody/prosody"] into "compilerOptions" of tstl.json.',
}));

export const projectVersionsInvalid = define(1014, Error, (found: string, fault: string) => ({
    problem: `"engines.prosody" of package.json is ${found}; it ${fault}.`,
    suggestion: 'write the Prosody versions that all modules support: "prosody": ">=0.11" or ">=0.12 <14".',
}));

// ── TP2xxx: module code ─────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `parameters` are those of the function itself: "event" for (event) => object.handle(event). `isMember`: it is declared
 * as a member with a function's type, which takes a self just as a method does.
 */
export const methodLosesSelf = define(2001, Error, (method: string, parameters: string, isMember: boolean) => ({
    problem:
        `${method} takes a self, as ${isMember ? "functions that are members of an object do" : "methods do"}, but it is ` +
        "handed over as a plain function: whoever calls it passes no self, so its first argument arrives as self and all " +
        "others are shifted by one.",
    suggestion:
        `wrap it: (${parameters}) => ${method}(${parameters})` +
        (isMember ? "; or, if it needs no self, declare it so: (this: void, …) => …" : "."),
}));

export const functionGainsSelf = define(2002, Error, (name: string, parameters: string) => ({
    problem:
        `${name} takes no self, but it is handed over as a method: whoever calls it passes a self in front, ` +
        "so all its arguments are shifted by one.",
    suggestion: `wrap it in an arrow function, written right there: (${parameters}) => ${name}(${parameters}).`,
}));

export const methodUnbound = define(2003, Error, (method: string, parameters: string) => ({
    problem: `${method} is taken off its object: called later, it has another self or none.`,
    suggestion: `wrap it: (${parameters}) => ${method}(${parameters}).`,
}));

export const builtinMissing = define(2004, Error, (name: string, replacement: string) => ({
    problem: `${name} does not exist in Lua.`,
    suggestion: replacement,
}));

export const memberMissing = define(2005, Error, (member: string, owner: string, replacement: string) => ({
    problem: `${member} of JavaScript's ${owner} does not exist in Lua.`,
    suggestion: replacement,
}));

export const regularExpression = define(2006, Error, () => ({
    problem: "Lua has no regular expressions.",
    suggestion:
        'use a Lua pattern: string.match(text, "^%d+$"), string.gsub(text, "%s+", " "). Patterns escape with % and have no alternation (a|b).',
}));

/** Values that are false in JavaScript and true in Lua. */
export interface FalsyValues {
    zero: boolean;
    notANumber: boolean;
    empty: boolean;
    /** Whether undefined is possible too. */
    missing: boolean;
}

function areTrue({ zero, notANumber, empty }: FalsyValues): string {
    const values = [...(empty ? ['""'] : []), ...(zero ? ["0"] : []), ...(notANumber ? ["NaN"] : [])];
    if (values.length === 1) return `${values[0]} is`;
    return `${values.slice(0, -1).join(", ")} and ${values.at(-1)} are`;
}

function isSomething(text: string, { zero, empty, missing }: FalsyValues): string {
    const comparisons = [
        ...(missing ? [`${text} !== undefined`] : []),
        ...(empty ? [`${text} !== ""`] : []),
        ...(zero ? [`${text} !== 0`] : []),
    ];
    return comparisons.join(" && ");
}

/** What would have to be written twice, or called twice, had better get a name first. */
function isShort(text: string): boolean {
    return text.length <= 40 && !/[(\n]/.test(text);
}

export const defaultSkipped = define(2007, Error, (left: string, falsy: FalsyValues, right: string) => {
    const compared = isShort(left)
        ? `${isSomething(left, falsy)} ? ${left} : ${right}`
        : `give it a name and compare: ${isSomething("value", falsy)} ? value : ${right}`;
    return {
        problem: `In Lua ${areTrue(falsy)} true: unlike in JavaScript, ${left} is then not replaced by ${right}.`,
        suggestion: falsy.missing
            ? `write ${left} ?? ${right} where only a missing value is to be replaced, else ${compared}.`
            : `write ${compared}.`.replace("write give", "give"),
    };
});

export const conditionAlwaysTrue = define(2008, Error, (text: string, falsy: FalsyValues) => {
    const compared = isShort(text)
        ? isSomething(text, falsy)
        : `give it a name and compare: ${isSomething("value", falsy)}`;
    return {
        problem: `In Lua ${areTrue(falsy)} true: unlike in JavaScript, ${text} then counts as true here.`,
        suggestion: falsy.missing
            ? `write ${isShort(text) ? text : "…"} !== undefined where only a missing value is meant, else ${compared}.`
            : `write ${compared}.`.replace("write give", "give"),
    };
});

export const handlerReturnsByAccident = define(2009, Error, (returned: string, event: string) => ({
    problem:
        `This handler returns the value of ${returned}: anything but nil (false too) stops the event, ` +
        `so ${event} never reaches the handlers after it.`,
    suggestion:
        "write a block body without return: (event) => { … }, or return true where the event is meant to stop here.",
}));

export const handlerReturnsFalse = define(2010, Error, (event: string) => ({
    problem: `This handler may return false, and false stops ${event} just as true does: only nil lets the next handler run.`,
    suggestion: "return true only where it is to stop: if (condition) return true; nothing else lets it go on.",
}));

export const fractionToString = define(2011, Error, (text: string) => ({
    problem:
        `${text} is a float: where it is whole, its text is "5" on Lua 5.1 and 5.2 but "5.0" from Lua 5.3 on, ` +
        "in stanzas, logs and keys alike.",
    suggestion: `write Math.floor(${text}) for a whole number, or string.format("%.2f", ${text}) for a fixed number of decimals.`,
}));

export const asyncUnsupported = define(2012, Error, (what: string, suggestion: string) => ({
    problem: `${what} is not supported.`,
    suggestion,
}));

export const dynamicImport = define(2013, Error, () => ({
    problem: "import() is not supported: a module is one file, and all that it needs is known when it is built.",
    suggestion: 'import at the top of the file; for a Lua module that may be missing use pcall(require, "util.name").',
}));

export const arrayHole = define(2014, Error, (how: string) => ({
    problem: `${how} leaves a hole in the array: Lua then takes another length for it (any border), and loops and removals miss elements.`,
    suggestion:
        "remove the element: table.remove(xs, i + 1) or xs.splice(i, 1); or keep an explicit placeholder such as false.",
}));

export const numberAsKey = define(2015, Error, (key: string) => ({
    problem:
        `${key} is a number, but this object is keyed by strings: in Lua t[1] and t["1"] are two different entries, ` +
        "so what is stored under the one is not found under the other.",
    suggestion: `use tostring(${key}) as the key everywhere, or type the object as LuaTable<number, …> or Record<number, …>.`,
}));

export const importUnknown = define(2016, Error, (name: string, replacement: string) => ({
    problem: `There is no module "${name}" in the Lua world.`,
    suggestion: replacement,
}));

export const eventUnknown = define(2017, Error, (name: string, meant: string | undefined) => ({
    problem: `No event is named "${name}": the handler would never be called.`,
    suggestion:
        meant !== undefined
            ? `did you mean "${meant}"?`
            : "an event of your own is declared once: declare global { namespace Prosody { interface HostEvents { " +
              `"${name}": Notification<{ … }> } } }.`,
}));

export const arrayKeys = define(2018, Error, (array: string) => ({
    problem: `The keys of ${array} are numbers that begin at 1 in Lua, not texts that begin at "0".`,
    suggestion: `use for (const value of ${array}), or for (const [index, value] of ${array}.entries()).`,
}));

export const numberKeysAsText = define(2019, Error, (object: string) => ({
    problem: `The keys of ${object} are numbers in Lua, though TypeScript takes them for text here: key === "1" never holds.`,
    suggestion: `use for (const [key, value] of pairs(${object})), which gives them as they are.`,
}));

export const privateName = define(2020, Error, (name: string) => ({
    problem: `Lua's tables have no private members: #${name} cannot be compiled.`,
    suggestion: `write private ${name}: TypeScript guards it all the same.`,
}));

export const yieldInTry = define(2021, Error, () => ({
    problem: "a coroutine cannot yield inside try on Lua 5.1: the generator would stop with an error there.",
    suggestion: "yield outside of try; gather what is to be given in a list first, for instance.",
}));

export const labelUnsupported = define(2028, Error, () => ({
    problem: "Lua has no labels: nothing continues or ends an outer loop from an inner one.",
    suggestion:
        "put the loops into a function, and leave it with return; or keep in a variable whether the outer loop goes on.",
}));

export const objectAccessor = define(2029, Error, (name: string, isGetter: boolean) => ({
    problem: `${isGetter ? "get" : "set"} ${name} stands in an object literal: a plain table of Lua calls nothing when a field is ${isGetter ? "read" : "written"}.`,
    suggestion: `make it a method, ${isGetter ? `${name}() { … }` : `${name}(value) { … }`}; or write a class, which may have accessors.`,
}));

export const unsupportedSyntax = define(2030, Error, (what: string, suggestion: string) => ({
    problem: `Lua has no counterpart of ${what}.`,
    suggestion,
}));

/** Something that is missing in some Prosody that a module supports. */
export interface VersionGap {
    /** As it is written: "module.may". */
    readonly name: string;
    readonly lifetime: Lifetime;
    /** Whose statement it breaks, and what that says. */
    readonly module: string;
    readonly range: string;
    /** The supported releases without it, by their first. */
    readonly missing: readonly string[];
    /** The range that would be right for it; undefined where no supported version has it. */
    readonly narrowed: string | undefined;
}

/** A function that each module has from a release on: where it is there, everything of that release is. */
const witnesses: Readonly<Record<string, string>> = { "0.12": "module.set_status", "13.0": "module.may" };

function existence({ since, removed }: Lifetime): string {
    if (removed === undefined) return `exists from Prosody ${since} on`;
    return since === undefined
        ? `is gone from Prosody ${removed} on`
        : `exists from Prosody ${since} on, and is gone from ${removed} on`;
}

function listed(words: readonly string[]): string {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function gapInWords({ name, lifetime, module, range, missing }: VersionGap, consequence: string): string {
    return `${name} ${existence(lifetime)}, but ${module} supports Prosody ${range}: on ${listed(missing)} ${consequence}.`;
}

/** A condition that holds in just the versions that have something. */
function witnessOf({ since, removed }: Lifetime): string | undefined {
    const conditions = [
        ...(since === undefined ? [] : [[witnesses[since], "!=="]]),
        ...(removed === undefined ? [] : [[witnesses[removed], "==="]]),
    ];
    if (!conditions.every(([member]) => member !== undefined)) return undefined;
    return conditions.map(([member, operator]) => `${member} ${operator} undefined`).join(" && ");
}

function waysOut({ lifetime, module, narrowed }: VersionGap, guard: string | undefined): string {
    const { instead } = lifetime;
    const ways = [
        ...(instead === undefined ? [] : [instead.charAt(0).toLowerCase() + instead.slice(1).replace(/\.$/, "")]),
        ...(guard === undefined || narrowed === undefined ? [] : [guard]),
        ...(narrowed === undefined
            ? []
            : [`state prosody: "${narrowed}" in the front matter of ${module}'s README.md`]),
    ];
    return `${ways.length === 0 ? "leave it out: no version that the module supports has it" : ways.join("; or ")}.`;
}

export const memberOutsideVersions = define(2022, Error, (gap: VersionGap) => ({
    problem: gapInWords(gap, "it is nil"),
    suggestion: waysOut(gap, `guard what needs it: if (${gap.name} !== undefined) { … }`),
}));

export const importOutsideVersions = define(2023, Error, (gap: VersionGap, luaName: string) => ({
    problem: gapInWords(gap, "the module fails to load"),
    suggestion: waysOut(gap, `load it where it is there: const [found, library] = pcall(require, "${luaName}")`),
}));

export const eventOutsideVersions = define(2024, Error, (gap: VersionGap) => {
    const witness = witnessOf(gap.lifetime);
    return {
        problem: gapInWords(gap, "the handler is never called"),
        suggestion: waysOut(gap, witness && `say that this is meant: if (${witness}) { … }`),
    };
});

export const optionOutsideVersions = define(2025, Error, (gap: VersionGap) => {
    const witness = witnessOf(gap.lifetime);
    return {
        problem: gapInWords(gap, "nothing reads it"),
        suggestion: waysOut(gap, witness && `say that this is meant: if (${witness}) { … }`),
    };
});

export const dependencyOutsideVersions = define(2027, Error, (gap: VersionGap) => {
    const witness = witnessOf(gap.lifetime);
    return {
        problem: gapInWords(gap, `Prosody does not load ${gap.module} without it`),
        suggestion: waysOut(gap, witness && `depend on it where it is there: if (${witness}) { … }`),
    };
});

export const callOutsideVersions = define(2026, Error, (gap: VersionGap) => {
    const witness = witnessOf(gap.lifetime);
    return {
        problem: gapInWords({ ...gap, name: `${gap.name}, called like this,` }, "it does something else or fails"),
        suggestion: waysOut(gap, witness && `guard the call: if (${witness}) { … }`),
    };
});

export const handlerWaits = define(2031, Error, (event: string) => ({
    problem:
        `An async handler of ${event} gives a promise of its answer. The event is over by then: Prosody takes what a handler ` +
        "gives at once, so the answer would come too late.",
    suggestion:
        "answer at once, and wait in a function of its own: (event) => { void reply(event); return true; } with async function " +
        "reply(event) { … }, which sends what it has with event.origin.send().",
}));

export const handlerGivesPromise = define(2032, Error, (handler: string | undefined, keepsResult: boolean) => ({
    problem: `${handler ?? "This function"} gives a promise, which Prosody takes for an answer of its own: it waits for none here.`,
    suggestion:
        "write the async function in this place, so that the compiler sees it: async (…) => " +
        (keepsResult ? `await ${handler ?? "answer"}(…).` : `{ await ${handler ?? "answer"}(…); }.`),
}));

export const namespaceIsCopy = define(2033, Error, (namespace: string, variable: string, file: string) => ({
    problem:
        `As a value ${namespace} is a table of what ${file} exports, made when the module is loaded: ${variable}, which is ` +
        "assigned later, would stay as it is then.",
    suggestion: `use ${namespace}.${variable} where it is needed, or export a function of ${file} that gives it.`,
}));

export const severalResultsTested = define(2034, Error, (text: string) => ({
    problem: `${text.includes("\n") ? "This" : text} gives several results: tested or compared together they are a table, which is always true and equal to nothing.`,
    suggestion: `take the one that counts: const [first] = ${text.includes("\n") ? "…" : text}; then ask first.`,
}));

export const severalResultsHandedOn = define(2035, Error, (text: string) => ({
    problem: `${text.includes("\n") ? "This" : text} gives several results: handed on as one value they are a table.`,
    suggestion: `hand on the one that counts: const [first] = ${text.includes("\n") ? "…" : text}; or all of them: ...${text.includes("\n") ? "…" : text}.`,
}));

export const listOrIterator = define(2036, Error, (text: string) => ({
    problem: `${text.includes("\n") ? "This" : text} is a list or an iterator of Lua, which need different loops.`,
    suggestion: "loop over the iterator where there is one: if (stanza) for (const tag of stanza.childtags()) ...",
}));

export const comparedWithNull = define(2037, Error, (text: string) => ({
    problem:
        `${text.includes("\n") ? "This" : text} may be JSON's null, which is a value of its own in Lua: it does not equal null, ` +
        "which is nil as undefined is.",
    suggestion: "compare with json.null of prosody.util.json for JSON's null, and with undefined for what is missing.",
}));

export const nullOutOfJson = define(2038, Error, () => ({
    problem:
        "This type says null of a value that may come out of JSON. JSON's null is a value of its own in Lua and does not " +
        "equal null, which is nil as undefined is.",
    suggestion:
        "write JsonNull of prosody.util.json for null, and compare with json.null; write undefined for what may be missing.",
}));

export const nullIntoJson = define(2039, Error, () => ({
    problem: "What is null in here is nil in Lua, which no table holds: it would be left out of the JSON.",
    suggestion: "put json.null of prosody.util.json there.",
}));

export const ordersByText = define(2040, Error, (type: string, isNumber: boolean) => ({
    problem: isNumber
        ? 'Without a comparator JavaScript orders numbers by their text, "10" before "9", and Lua by their value.'
        : `Without a comparator JavaScript orders by text, and Lua has no order for elements of type ${type}.`,
    suggestion: isNumber
        ? "give the order: (a, b) => a - b."
        : "give the order: (a, b) => a.size - b.size, say; the result is below zero where a comes first.",
}));

export const tableToString = define(2041, Error, (text: string, table: "list" | "object" | "instance") => ({
    problem: `${text.includes("\n") ? "This" : text} is a table: as text it is its address in Lua, "table: 0x55d0c2a3".`,
    suggestion: {
        list: 'write its elements: xs.join(",").',
        object: "write what of it shall be read; Lua calls toString only of instances of a class.",
        instance: "give its class a method toString, or write what of it shall be read.",
    }[table],
}));

export const replacementPattern = define(2042, Error, (pattern: string) => ({
    problem: `In JavaScript ${pattern} in a replacement stands for something else; in Lua it stays as it is.`,
    suggestion: `give a function: text.replace(part, (found) => ...); for ${pattern} as it is, () => "...".`,
}));

export const listOrOther = define(2043, Error, (text: string, method: string) => ({
    problem: `${text.includes("\n") ? "This" : text} may be a list or something else: which ${method} of Lua's that calls shows only at run time.`,
    suggestion: `ask first: Array.isArray(xs) ? xs.${method}(...) : ...; or make a list of it: [...xs].${method}(...).`,
}));

// ── TP3xxx: the generated Lua ───────────────────────────────────────────────────────────────────────────────────────

export const luaDoesNotLoad = define(3001, Error, (name: string, tools: string, line: number, message: string) => ({
    problem: `The Lua generated for ${name} does not load in ${tools}: line ${line}: ${message}`,
    suggestion: "this is a fault of the compiler: please report it with the TypeScript at this place.",
}));

/** What a function needs more of than Lua gives. */
export interface LuaLimit {
    kind: "locals" | "upvalues";
    limit: number;
    /** "the file's outermost level", or the function's name. */
    where: string;
    /** How many it needs, where that is known. */
    count?: number;
}

export const luaLimit = define(3002, Error, ({ kind, limit, where, count }: LuaLimit) => ({
    problem:
        kind === "locals"
            ? `${where} needs ${count ?? "too many"} local variables; Lua allows ${limit} in a function.`
            : `${where} uses ${count ?? "too many"} variables of the functions around it; Lua 5.1 allows ${limit}.`,
    suggestion:
        kind === "locals"
            ? "move a part of it into a function of its own, or gather what belongs together in one object."
            : "split it, hand values in as arguments, or gather what belongs together in one object.",
}));

/** The transpiler gave up on a file; its own words say why, but not where. */
export const transpilerGaveUp = define(3006, Error, (reason: string) => ({
    problem: `something in this file cannot be compiled: ${reason}`,
    suggestion: "write it in simpler terms; to find it, leave parts of the file out. Please report it, too.",
}));

export const luacheckFinding = define(3003, Error, (name: string, line: number, message: string) => ({
    problem: `luacheck finds fault with the Lua generated for ${name}: line ${line}: ${message}`,
    suggestion:
        "look at the TypeScript at this place: a variable that is never used, or set and never read, is the usual cause.",
}));

// ── TP4xxx: the machine ─────────────────────────────────────────────────────────────────────────────────────────────

export const outputNotWritable = define(4001, Error, (path: string, reason: string) => ({
    problem: `${path} cannot be written: ${reason}. Nothing was changed.`,
    suggestion: "check the folder's permissions and the space left on the disk, then build again.",
}));

export const outputHalfWritten = define(4002, Error, (path: string, reason: string, kept: string) => ({
    problem: `${path} could not be put in place, and the old files could not all be put back either: ${reason}.`,
    suggestion: `build again once the cause is gone; the old files are kept in ${kept}.`,
}));

export const outputNotOurs = define(4004, Error, (path: string) => ({
    problem: `${path} exists and was not generated by typed-prosody, so it is left alone and nothing is written.`,
    suggestion: "move it elsewhere (hand-written Lua belongs beside the TypeScript, as *.lib.lua), then build again.",
}));

export const outputBusy = define(4003, Error, (folder: string, holder: string) => ({
    problem: `Another build is writing to ${folder} (${holder}).`,
    suggestion: "wait until it ends; if none runs any more, build again in a minute.",
}));
