/**
 * Typed readers of a module's options, one for each kind.
 *
 * Call them at the top of a module, before its first hook:
 *
 *     /** Where stanzas are posted. *\/
 *     const postUrl = urlOption("component_post_url");
 *     /** Seconds to wait for an answer. *\/
 *     const timeout = periodOption("component_post_timeout", { default: 60, max: 840 });
 *
 * A missing or malformed option stops the module with one line that names the option, the host, what was found and what is
 * expected. Nothing is coerced: `"60"` is no number. Values are read raw because Prosody's own coercing getters log lines of
 * their own, different ones in each version, and go on with nil.
 *
 * Name and rules are literals and the description is the doc comment, so that a README's option table can be read off the
 * source.
 *
 * @noSelfInFile
 */

import { prep, split as splitJid } from "prosody.util.jid";

import { configurationError } from "./configuration-error";
import { describe, quote } from "./describe";

/** What the options of every kind have in common. Without `default` and without `optional` the option must be set. */
export interface OptionRules<T> {
    /** Stands in where the option is not set. */
    default?: T;
    /** The reader gives undefined where the option is not set. */
    optional?: true;
    /** An older name of the option, still read, with a warning. */
    legacy?: string;
    /** Keeps the value out of every message. */
    secret?: true;
}

export interface NumberRules extends OptionRules<number> {
    min?: number;
    max?: number;
}

export interface UrlRules extends OptionRules<string> {
    /** In lower case. Default: http and https. */
    schemes?: string[];
}

/** What a reader gives under its rules. */
export type OptionValue<T, R> = R extends { optional: true } ? T | undefined : T;

function refuse(name: string, found: string, expected: string): never {
    configurationError(`Option ${name} of ${module.host}: found ${found}, expected ${expected}`);
}

/** The raw value of an option or its default, and the name that it was found under. */
function lookUp(
    name: string,
    rules: OptionRules<unknown> | undefined,
    expected: string,
): LuaMultiReturn<[unknown, string]> {
    const value: unknown = module.get_option(name);
    const legacy = rules?.legacy;
    if (legacy !== undefined) {
        const legacyValue: unknown = module.get_option(legacy);
        if (legacyValue !== undefined && value !== undefined) {
            module.log("warn", "Option %s is ignored: it is the old name of %s, which is set", legacy, name);
        } else if (legacyValue !== undefined) {
            module.log("warn", "Option %s is the old name of %s, please rename it", legacy, name);
            return $multi(legacyValue, legacy);
        }
    }
    if (value !== undefined) {
        return $multi(value, name);
    } else if (rules === undefined || (rules.default === undefined && !rules.optional)) {
        refuse(name, "nothing", expected);
    }
    return $multi(rules.default, name);
}

function inWords(value: unknown, rules: OptionRules<unknown> | undefined): string {
    if (rules !== undefined && rules.secret && value !== undefined) {
        return `a ${type(value)} that is kept secret`;
    }
    return describe(value);
}

/** `a number`, `a number from 1 to 10`, `a number of at least 1`, `a number of at most 10`. */
function range(kind: string, min: number | undefined, max: number | undefined): string {
    if (min !== undefined && max !== undefined) {
        return `${kind} from ${string.format("%g", min)} to ${string.format("%g", max)}`;
    } else if (min !== undefined) {
        return `${kind} of at least ${string.format("%g", min)}`;
    } else if (max !== undefined) {
        return `${kind} of at most ${string.format("%g", max)}`;
    }
    return kind;
}

/** `a number of seconds above 0`, unless `min` says more. */
function periodRange(min: number | undefined, max: number | undefined): string {
    if (min !== undefined) {
        return range("a number of seconds", min, max);
    } else if (max !== undefined) {
        return `a number of seconds above 0 and at most ${string.format("%g", max)}`;
    }
    return "a number of seconds above 0";
}

/** Whether the value is a finite number between the bounds, themselves included. */
function isBetween(value: unknown, min: number | undefined, max: number | undefined): value is number {
    return (
        typeof value === "number" &&
        // Neither infinite nor NaN.
        value - value === 0 &&
        (min === undefined || value >= min) &&
        (max === undefined || value <= max)
    );
}

/** Whether a table has items, numbered from 1 on, and nothing else: names, and items behind a gap, would be passed over. */
function isList(value: unknown): value is unknown[] {
    if (typeof value !== "object") {
        return false;
    }
    const list = value as LuaTable<AnyNotNil, unknown>;
    let entries = 0;
    for (const [_] of pairs(list)) {
        entries += 1;
        if (list.get(entries) === undefined) {
            return false;
        }
    }
    return entries > 0;
}

/** A piece of text that is not empty. */
export function stringOption<R extends OptionRules<string>>(name: string, rules?: R): OptionValue<string, R> {
    const expected = "a string that is not empty";
    const [value, source] = lookUp(name, rules, expected);
    if (value !== undefined && (typeof value !== "string" || value === "")) {
        refuse(source, inWords(value, rules), expected);
    }
    return value as OptionValue<string, R>;
}

/** True or false. */
export function booleanOption<R extends OptionRules<boolean>>(name: string, rules?: R): OptionValue<boolean, R> {
    const expected = "true or false";
    const [value, source] = lookUp(name, rules, expected);
    if (value !== undefined && typeof value !== "boolean") {
        refuse(source, inWords(value, rules), expected);
    }
    return value as OptionValue<boolean, R>;
}

/** A number, which may have a fraction. */
export function numberOption<R extends NumberRules>(name: string, rules?: R): OptionValue<number, R> {
    const expected = range("a number", rules?.min, rules?.max);
    const [value, source] = lookUp(name, rules, expected);
    if (value !== undefined && !isBetween(value, rules?.min, rules?.max)) {
        refuse(source, inWords(value, rules), expected);
    }
    return value as OptionValue<number, R>;
}

/** A whole number. */
export function integerOption<R extends NumberRules>(name: string, rules?: R): OptionValue<number, R> {
    const expected = range("a whole number", rules?.min, rules?.max);
    const [value, source] = lookUp(name, rules, expected);
    if (value !== undefined && !(isBetween(value, rules?.min, rules?.max) && value % 1 === 0)) {
        refuse(source, inWords(value, rules), expected);
    }
    return value as OptionValue<number, R>;
}

/** A length of time in seconds, above zero. */
export function periodOption<R extends NumberRules>(name: string, rules?: R): OptionValue<number, R> {
    const expected = periodRange(rules?.min, rules?.max);
    const [value, source] = lookUp(name, rules, expected);
    if (value !== undefined && !(isBetween(value, rules?.min, rules?.max) && value > 0)) {
        refuse(source, inWords(value, rules), expected);
    }
    return value as OptionValue<number, R>;
}

/** One of a few words. */
export function choiceOption<W extends string, R extends OptionRules<NoInfer<W>>>(
    name: string,
    words: W[],
    rules?: R,
): OptionValue<W, R> {
    const expected = 'one of "' + words.join('", "') + '"';
    const [value, source] = lookUp(name, rules, expected);
    if (value === undefined) {
        return value as OptionValue<W, R>;
    }
    for (const word of words) {
        if (value === word) {
            return word as OptionValue<W, R>;
        }
    }
    return refuse(source, inWords(value, rules), expected);
}

/** A list of strings, not empty. A single string counts as a list of one, as everywhere in Prosody. */
export function listOption<R extends OptionRules<string[]>>(name: string, rules?: R): OptionValue<string[], R> {
    const expected = "a list of strings";
    const [value, source] = lookUp(name, rules, expected);
    if (value === undefined) {
        return value as OptionValue<string[], R>;
    } else if (typeof value === "string") {
        return [value] as unknown as OptionValue<string[], R>;
    } else if (!isList(value)) {
        return refuse(source, inWords(value, rules), expected);
    }
    const list: string[] = [];
    for (const [position, item] of ipairs(value)) {
        if (typeof item !== "string" || item === "") {
            refuse(source, `${inWords(item, rules)} as item ${position}`, expected);
        }
        list.push(item);
    }
    return list as unknown as OptionValue<string[], R>;
}

/** A set of words out of the allowed ones, written as a list. */
export function wordsOption<W extends string, R extends OptionRules<NoInfer<W>[]>>(
    name: string,
    words: W[],
    rules?: R,
): OptionValue<LuaSet<W>, R> {
    const expected = 'a list of "' + words.join('", "') + '"';
    const [value, source] = lookUp(name, rules, expected);
    if (value === undefined) {
        return value as unknown as OptionValue<LuaSet<W>, R>;
    }
    const list = typeof value === "string" ? [value] : value;
    if (!isList(list)) {
        return refuse(source, inWords(value, rules), expected);
    }
    const allowed = new LuaSet<string>();
    for (const word of words) {
        allowed.add(word);
    }
    const set = new LuaSet<W>();
    for (const [position, item] of ipairs(list as W[])) {
        if (!allowed.has(item)) {
            refuse(source, `${inWords(item, rules)} as item ${position}`, expected);
        }
        set.add(item);
    }
    return set as OptionValue<LuaSet<W>, R>;
}

/** Names with a string each: `{ name = "value" }`. */
export function mapOption<R extends OptionRules<LuaMap<string, string>>>(
    name: string,
    rules?: R,
): OptionValue<LuaMap<string, string>, R> {
    const expected = 'a table of names and strings, such as { name = "value" }';
    const [value, source] = lookUp(name, rules, expected);
    if (value === undefined) {
        return value as unknown as OptionValue<LuaMap<string, string>, R>;
    } else if (typeof value !== "object") {
        refuse(source, inWords(value, rules), expected);
    }
    const map = new LuaMap<string, string>();
    for (const [key, item] of pairs(value as LuaMap<unknown & AnyNotNil, unknown>)) {
        if (typeof key !== "string") {
            refuse(source, `${inWords(item, rules)} without a name`, expected);
        } else if (typeof item !== "string") {
            refuse(source, `${inWords(item, rules)} under ${quote(key)}`, expected);
        }
        map.set(key, item);
    }
    return map as OptionValue<LuaMap<string, string>, R>;
}

/** What no domain has (RFC 5891, section 4.2.3; RFC 3986, section 3.2.2 has what stands in addresses), though Prosody prepares it. */
const NOT_IN_DOMAINS = "[%c -,/;-@\\\\^`{-~]";

/** A JID, prepared for comparison (RFC 7622); undefined where the value is none. */
export function preparedJid(value: unknown): string | undefined {
    const jid = typeof value === "string" ? prep(value) : undefined;
    const [, domain] = splitJid(jid);
    if (domain !== undefined && string.find(domain, NOT_IN_DOMAINS)[0] !== undefined) {
        return undefined;
    }
    return jid;
}

/** A JID, prepared for comparison (RFC 7622). */
export function jidOption<R extends OptionRules<string>>(name: string, rules?: R): OptionValue<string, R> {
    const expected = 'a JID such as "user@example.com"';
    const [value, source] = lookUp(name, rules, expected);
    if (value === undefined) {
        return value as unknown as OptionValue<string, R>;
    }
    return (preparedJid(value) ?? refuse(source, inWords(value, rules), expected)) as OptionValue<string, R>;
}

/** A URL whose credentials and query, which may be secrets, are replaced. */
function withoutSecrets(url: string): string {
    const [withoutCredentials] = string.gsub(url, "^([^:]*:/*).*@", "%1...@");
    const [safe] = string.gsub(withoutCredentials, "[?#].*", "?...");
    return safe;
}

/**
 * Whether this is a URL with one of the schemes, a host, a port that exists if any, and nothing that could split a request
 * line (RFC 3986 section 3, RFC 9112 section 3.2).
 */
function isUrl(url: string, scheme: string, schemes: string[]): boolean {
    const [authority] = string.match(url, "^[^:]+://([^/?#]*)");
    if (authority === undefined || string.find(url, '[%c%s\\<>"]')[0] !== undefined) {
        return false;
    }
    const [hostAndPort] = string.gsub(authority, "^.*@", "");
    let [host, port] = string.match(hostAndPort, "^(%[[%x:.]+%])(.*)$");
    if (host === undefined) {
        [host, port] = string.match(hostAndPort, "^([^:%[%]]+)(.*)$");
    }
    if (host === undefined || port === undefined) {
        return false;
    }
    if (port !== "") {
        const number = tonumber(string.match(port, "^:(%d+)$")[0]);
        if (number === undefined || number < 1 || number > 65535) {
            return false;
        }
    }
    for (const allowed of schemes) {
        if (scheme === allowed) {
            return true;
        }
    }
    return false;
}

/** A URL. The scheme comes back in lower case: net.http takes `HTTPS:` for http. */
export function urlOption<R extends UrlRules>(name: string, rules?: R): OptionValue<string, R> {
    const schemes = rules?.schemes ?? ["http", "https"];
    const expected = `a URL that starts with ${schemes.join(":// or ")}://`;
    const [value, source] = lookUp(name, rules, expected);
    if (value === undefined) {
        return value as unknown as OptionValue<string, R>;
    } else if (typeof value !== "string") {
        return refuse(source, inWords(value, rules), expected);
    }
    const [scheme, rest] = string.match(value, "^(%a[%w+.-]*)(:.*)$");
    if (scheme === undefined || rest === undefined || !isUrl(value, scheme.toLowerCase(), schemes)) {
        return refuse(source, inWords(withoutSecrets(value), rules), expected);
    }
    return (scheme.toLowerCase() + rest) as OptionValue<string, R>;
}
