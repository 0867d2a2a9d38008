/** Generated configurations: options as administrators mean them, and as they get them wrong. */
import fc from "fast-check";
import type { LuaValue } from "../prosody/config.ts";
import { LOADING, type LuaExpression, type Options, type Refusal, type Script, type Step } from "./script.ts";

/** What an option must not be, and how a message says what was found. */
export interface WrongValue {
    readonly value: LuaValue;
    /** How that begins: "a number 5", `a string "`, "a table". */
    readonly found: string;
}

/** What is generated for an option. */
export interface OptionValues {
    readonly right: fc.Arbitrary<LuaValue>;
    readonly wrong: fc.Arbitrary<WrongValue>;
    /** Whether the module needs it. */
    readonly required?: true;
    /** Its old name, which is read with a warning. */
    readonly legacy?: string;
}

export interface OptionsTarget {
    readonly host: string;
    /** Without "mod_". */
    readonly module: string;
    /** All that the module's README declares, by name. */
    readonly options: Readonly<Record<string, OptionValues>>;
    /** Options that the module takes from a configuration that is read again; default none. */
    readonly readAgain?: readonly string[];
    /** What a module with these options has to do: they are right, and all that are required are there. */
    readonly work: (options: Options) => fc.Arbitrary<readonly Step[]>;
    /** What ends all that may still wait, with options as for `work`; default nothing. */
    readonly end?: (options: Options) => readonly Step[];
    readonly caches?: readonly string[];
    readonly needs?: readonly string[];
    /** As in scripts. */
    readonly accounts?: readonly string[];
}

/** A word that no message may show: it stands where credentials do. */
export const SECRET = "swordfish";

/** For what JSON has not. */
export const lua = (expression: string): LuaExpression => ({ $lua: expression });

/** Values that are wrong, one as often as another. */
export function wrong(found: string, ...values: readonly LuaValue[]): fc.Arbitrary<WrongValue> {
    return fc.constantFrom(...values.map((value) => ({ value, found })));
}

// --------------------------------------------------------------------------------------------------- values of any type

/** Text that is wrong for whatever is not text, and often for what is. */
const STRANGE_TEXT: readonly LuaValue[] = [
    "",
    " ",
    "nil",
    "60",
    "true",
    "a\u0000b",
    "two\nlines",
    "\u001b[31mred\u0007",
    "%s%d%n",
    "voilà 日本語 👍🏽",
    "\u0085\u00a0\u2028",
    '"quoted" and \\back',
    lua('("x"):rep(100000)'),
    lua('("voil\\195\\160"):rep(20)'),
    // No UTF-8.
    lua('"\\255\\254"'),
    lua('"cut \\226\\130"'),
];

type Kind = "boolean" | "number" | "string" | "table" | "function";

const JUNK: Readonly<Record<Kind, fc.Arbitrary<WrongValue>>> = {
    boolean: wrong("a boolean ", true, false),
    number: wrong("a number ", 0, 1, -1, 2.5, 1e300, lua("0/0"), lua("math.huge"), lua("-math.huge")),
    string: wrong('a string "', ...STRANGE_TEXT),
    table: fc.oneof(
        wrong("an empty table", []),
        wrong("a table", lua("{ {} }"), lua("{ { { 1 }, x = { y = {} } } }"), { a: 1 }, lua("{ [3] = 'three' }")),
        wrong("a table", lua("(function() local t = { 1 } for i = 1, 1000 do t = { t } end return t end)()")),
        wrong("a table", lua("(function() local t = {} t.t = t t[1] = t return t end)()"), lua("{ [true] = false }")),
    ),
    function: wrong("a function", lua("print"), lua("function() error('called') end")),
};

/** Values of other types. */
export function junkBut(...kinds: readonly Kind[]): fc.Arbitrary<WrongValue> {
    const others = (Object.keys(JUNK) as Kind[]).filter((kind) => !kinds.includes(kind));
    return fc.oneof(...others.map((kind) => JUNK[kind]));
}

// -------------------------------------------------------------------------------------------------------- each kind of option

export function booleanValues(): OptionValues {
    return { right: fc.boolean(), wrong: junkBut("boolean") };
}

interface Bounds {
    readonly min?: number;
    readonly max?: number;
}

const NOT_FINITE: readonly LuaValue[] = [lua("0/0"), lua("math.huge"), lua("-math.huge")];

function outside({ min, max }: Bounds): readonly LuaValue[] {
    return [...(min === undefined ? [] : [min - 1, -1e300]), ...(max === undefined ? [] : [max + 1, 1e300])];
}

function inside({ min = -1e9, max = 1e9 }: Bounds, arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number> {
    return fc.oneof(fc.constantFrom(min, max), arbitrary);
}

export function numberValues(bounds: Bounds = {}): OptionValues {
    const { min = -1e9, max = 1e9 } = bounds;
    return {
        right: inside(bounds, fc.double({ min, max, noNaN: true })),
        wrong: fc.oneof(wrong("a number ", ...NOT_FINITE, ...outside(bounds)), junkBut("number")),
    };
}

export function integerValues(bounds: Bounds = {}): OptionValues {
    const { min = -1e9, max = 1e9 } = bounds;
    return {
        right: inside(bounds, fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) })),
        wrong: fc.oneof(wrong("a number ", min + 0.5, ...NOT_FINITE, ...outside(bounds)), junkBut("number")),
    };
}

/** Seconds, above 0. */
export function periodValues({ max = 1e9 }: { readonly max?: number } = {}): OptionValues {
    return {
        right: fc.oneof(fc.constantFrom(1, 0.25, max), fc.integer({ min: 1, max: Math.min(max, 100_000) })),
        wrong: fc.oneof(wrong("a number ", 0, -1, -0.5, max * 1.001, ...NOT_FINITE), junkBut("number")),
    };
}

/** Text that is not empty; `malformed` is text that the module refuses beyond that. */
export function stringValues(right: fc.Arbitrary<string>, malformed: readonly string[] = []): OptionValues {
    return { right, wrong: fc.oneof(wrong('a string "', "", ...malformed), junkBut("string")) };
}

export function choiceValues(words: readonly string[]): OptionValues {
    const others = STRANGE_TEXT.filter((text) => typeof text !== "string" || !words.includes(text));
    return {
        right: fc.constantFrom(...words),
        wrong: fc.oneof(wrong('a string "', ...others, `${words[0]} `, words[0]!.toUpperCase()), junkBut("string")),
    };
}

/** Lists that are none: with holes, with names, with other numbers. */
function notLists(item: string): fc.Arbitrary<WrongValue> {
    const text = JSON.stringify(item);
    return fc.oneof(
        wrong("an empty table", []),
        wrong(
            "a table",
            lua(`{ [2] = ${text} }`),
            lua(`{ ${text}, [3] = ${text} }`),
            lua(`{ ${text}, name = ${text} }`),
            lua(`{ ${text}, [0] = ${text} }`),
            lua(`{ ${text}, [1.5] = ${text} }`),
            lua(`{ [${text}] = true }`),
        ),
    );
}

/** A list with one item that does not belong there. */
function spoiled(right: fc.Arbitrary<LuaValue>, item: fc.Arbitrary<WrongValue>): fc.Arbitrary<WrongValue> {
    return fc
        .tuple(fc.array(right, { maxLength: 3 }), item, fc.array(right, { maxLength: 2 }))
        .map(([before, { value, found }, after]) => ({ value: [...before, value, ...after], found }));
}

/** Of an option that is kept secret nothing is told but its type. */
export function secretValues({ wrong: values, ...others }: OptionValues): OptionValues {
    const kept = values.map(({ value, found }) => {
        const [, type] = /^an? (?:empty )?(\w+)/.exec(found) ?? [];
        return { value, found: `a ${type} that is kept secret` };
    });
    return { ...others, wrong: kept };
}

/** A list of words, or one of them. */
export function wordsValues(words: readonly string[]): OptionValues {
    const word = fc.constantFrom(...words);
    const no = fc.oneof(wrong('a string "', "", `${words[0]}s`, words[0]!.toUpperCase(), "nil"), junkBut("string"));
    return {
        right: fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 5 })),
        wrong: fc.oneof(
            wrong('a string "', "", "none", words.join(", "), ...STRANGE_TEXT),
            junkBut("string", "table"),
            notLists(words[0]!),
            spoiled(word, no),
        ),
    };
}

/** A list of texts, or one of them; `malformed` are items that the module refuses. */
export function listValues(right: fc.Arbitrary<string>, malformed: readonly string[] = []): OptionValues {
    const no = fc.oneof(wrong('a string "', "", ...malformed), junkBut("string"));
    return {
        right: fc.oneof(right, fc.array(right, { minLength: 1, maxLength: 5 })),
        wrong: fc.oneof(junkBut("string", "table"), notLists("item"), spoiled(right, no)),
    };
}

/** What is no URL, or not one of these schemes; where it has credentials or a query, they are secret. */
export function urlValues(right: fc.Arbitrary<string>, schemes: readonly string[] = ["http", "https"]): OptionValues {
    const [scheme] = schemes;
    return {
        right,
        wrong: fc.oneof(
            wrong(
                'a string "',
                ...STRANGE_TEXT,
                "localhost",
                "/path",
                "//host/",
                `${scheme}:`,
                `${scheme}://`,
                `${scheme}:///path`,
                `${scheme}://:80/`,
                `${scheme}://host:/`,
                `${scheme}://host:0/`,
                `${scheme}://host:65536/`,
                `${scheme}://host:-1/`,
                `${scheme}://host:80a/`,
                `${scheme}://[::1/`,
                `${scheme}://::1/`,
                `${scheme}://[::g]/`,
                `${scheme}://ho st/`,
                `${scheme}://host/pa th`,
                `${scheme}://host/\r\nHeader: x`,
                `${scheme}://host/\u0000`,
                ` ${scheme}://host/`,
                `${scheme}://user:${SECRET}@host:x/`,
                `${scheme}://user:${SECRET}@/`,
                `${scheme}://host:99999/?token=${SECRET}`,
                `${scheme}://host:99999/#${SECRET}`,
                `ftp://user:${SECRET}@host/`,
                `user:${SECRET}@host/`,
                `${scheme}//user:${SECRET}@host/`,
                "javascript:alert(1)",
                "file:///etc/passwd",
            ),
            junkBut("string"),
        ),
    };
}

/** What is no JID (RFC 7622); `malformed` are JIDs that the module refuses, with how it says so. */
export function jidValues(right: fc.Arbitrary<string>, malformed?: fc.Arbitrary<WrongValue>): OptionValues {
    return {
        right,
        wrong: fc.oneof(
            wrong(
                'a string "',
                "",
                "@",
                "/",
                "@example.com",
                "a@",
                "a@/b",
                "example.com/",
                "a@b@c",
                "a@example.com/",
                "a b@example.com",
                "a@exa mple.com",
                "a<b>@example.com",
                'a"b@example.com',
                "a@example.com/two\nlines",
                "a\u0000@example.com",
                `${"a".repeat(1024)}@example.com`,
                `a@${"b".repeat(1024)}`,
                `a@example.com/${"r".repeat(1024)}`,
                lua('"\\255@example.com"'),
                lua('("a"):rep(100000) .. "@example.com"'),
            ),
            ...(malformed === undefined ? [] : [malformed]),
            junkBut("string"),
        ),
    };
}

/** Names with a text each. */
export function mapValues(right: fc.Arbitrary<Readonly<Record<string, string>>>): OptionValues {
    return {
        right,
        wrong: fc.oneof(
            junkBut("table"),
            wrong('a string "', ["value"], lua("{ name = 'value', 'value' }")),
            junkBut("string").map(({ value, found }) => ({ value: { name: value }, found })),
        ),
    };
}

// -------------------------------------------------------------------------------------------------------------- scripts

/** Options of a host, what is malformed of them, and what is right. */
interface Configuration {
    readonly options: Options;
    /** By the name that the option has in the configuration; undefined where nothing is malformed. */
    readonly malformed: Readonly<Record<string, string>> | undefined;
    readonly right: Options;
    /** How many warnings of old names there are. */
    readonly oldNames: number;
}

/** An option under a name, or two. */
interface Written {
    readonly options: Options;
    readonly malformed: Readonly<Record<string, string>>;
    readonly right: Options;
    readonly oldNames: number;
}

const NOTHING: Written = { options: {}, malformed: {}, right: {}, oldNames: 0 };

function rightOption(name: string, { right, required, legacy }: OptionValues): fc.Arbitrary<Written> {
    const set = right.map((value): Written => ({ ...NOTHING, options: { [name]: value }, right: { [name]: value } }));
    const choices = [{ weight: 4, arbitrary: set }];
    if (required === undefined) choices.push({ weight: 2, arbitrary: fc.constant(NOTHING) });
    if (legacy !== undefined) {
        const old = right.map((value): Written => ({
            ...NOTHING,
            options: { [legacy]: value },
            right: { [name]: value },
            oldNames: 1,
        }));
        // The old name says nothing where the new one is there, whatever it holds.
        const both = fc.tuple(right, fc.oneof(right, JUNK.number)).map(([value, other]): Written => ({
            ...NOTHING,
            options: { [name]: value, [legacy]: other as LuaValue },
            right: { [name]: value },
            oldNames: 1,
        }));
        choices.push({ weight: 1, arbitrary: old }, { weight: 1, arbitrary: both });
    }
    return fc.oneof(...choices);
}

function wrongOption(name: string, { wrong: values, required, legacy }: OptionValues): fc.Arbitrary<Written> {
    const names = legacy === undefined ? fc.constant(name) : fc.constantFrom(name, name, legacy);
    const malformed = fc.tuple(names, values).map(([written, { value, found }]): Written => ({
        ...NOTHING,
        options: { [written]: value },
        malformed: { [written]: found },
        oldNames: written === name ? 0 : 1,
    }));
    if (required === undefined) return malformed;
    return fc.oneof(
        { weight: 8, arbitrary: malformed },
        { weight: 1, arbitrary: fc.constant<Written>({ ...NOTHING, malformed: { [name]: "nothing" } }) },
    );
}

function configurations(options: Readonly<Record<string, OptionValues>>): fc.Arbitrary<Configuration> {
    const names = Object.keys(options);
    // Mostly one that is malformed: of several only one is told.
    const count = fc.constantFrom(0, 0, 0, 1, 1, 1, 1, 2);
    return fc
        .tuple(count, fc.shuffledSubarray(names, { minLength: names.length }))
        .chain(([malformed, order]) =>
            fc.tuple(
                ...order.map((name, position) =>
                    position < malformed ? wrongOption(name, options[name]!) : rightOption(name, options[name]!),
                ),
            ),
        )
        .map((all): Configuration => {
            const malformed = Object.assign({}, ...all.map((each) => each.malformed)) as Record<string, string>;
            return {
                options: Object.assign({}, ...all.map((each) => each.options)) as Options,
                malformed: Object.keys(malformed).length === 0 ? undefined : malformed,
                right: Object.assign({}, ...all.map((each) => each.right)) as Options,
                oldNames: all.reduce((sum, each) => sum + each.oldNames, 0),
            };
        });
}

/** Scripts that load a module with one configuration after another, and have it work with each that is right. */
export function optionScripts(target: OptionsTarget): fc.Arbitrary<Script> {
    const { host, module, readAgain = [], caches = [], needs = [], accounts = [] } = target;
    const round = configurations(target.options).chain((configuration) =>
        fc.record({
            configuration: fc.constant(configuration),
            // With what is right; whether it can be played is known when the rounds are put together.
            work: configuration.malformed === undefined ? target.work(configuration.right) : fc.constant([]),
        }),
    );
    return fc.array(round, { minLength: 1, maxLength: 3 }).map((rounds): Script => {
        const steps: Step[] = [];
        const refusals: Refusal[] = [];
        /** What the loaded module works with; undefined where it is not loaded. */
        let current: Options | undefined;
        rounds.forEach(({ configuration, work }, index) => {
            const { options, malformed } = configuration;
            if (index > 0) {
                const heard = Object.entries(malformed ?? {}).filter(([name]) => readAgain.includes(name));
                if (current !== undefined && heard.length > 0) {
                    refusals.push({ step: steps.length, options: Object.fromEntries(heard) });
                }
                steps.push({ do: "configure", options });
                steps.push({ do: "load" });
            }
            if (malformed !== undefined) {
                refusals.push({ step: index === 0 ? LOADING : steps.length - 1, options: malformed });
                current = undefined;
            } else {
                current = configuration.right;
                steps.push(...work);
            }
        });
        if (current !== undefined) steps.push(...(target.end?.(current) ?? []));
        return { host, module, options: rounds[0]!.configuration.options, refusals, caches, needs, accounts, steps };
    });
}

/** What the module works with at each step of such a script; undefined where it is not loaded. */
export function loadedOptions(script: Script): (Options | undefined)[] {
    const refused = new Set(script.refusals?.map(({ step }) => step));
    let { options } = script;
    let loaded = refused.has(LOADING) ? undefined : options;
    return script.steps.map((step, number) => {
        if (step.do === "configure") options = step.options;
        if (step.do === "load") loaded = refused.has(number) ? undefined : options;
        return loaded;
    });
}
