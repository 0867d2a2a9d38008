/**
 * The JavaScript that exists in a Prosody module. It stands in for TypeScript's own `lib.*.d.ts`: what TypeScriptToLua
 * cannot compile, or what makes no sense inside an XMPP server (RegExp, console, typed arrays ...), is not declared
 * and so is an error in the editor already.
 *
 * Prosody's own modules cover the missing ground: `prosody.util.datetime` and `prosody.util.time` for dates,
 * `prosody.util.json` for writing JSON, Lua's `string.match` for patterns, `module.log` for output.
 *
 * Callbacks of `map`, `sort`, `replace` and so on take no self, so that any function can be one.
 *
 * @noSelfInFile
 */

// ---------------------------------------------------------------- types that the checker needs

/** Marks a return type that ends an iteration; the checker resolves it. */
type BuiltinIteratorReturn = intrinsic;
/** Keeps the type argument from being inferred here. */
type NoInfer<T> = intrinsic;
type Uppercase<S extends string> = intrinsic;
type Lowercase<S extends string> = intrinsic;
type Capitalize<S extends string> = intrinsic;
type Uncapitalize<S extends string> = intrinsic;

type PropertyKey = string | number | symbol;

/** All properties of `T`, optional. */
type Partial<T> = { [P in keyof T]?: T[P] };
/** All properties of `T`, required. */
type Required<T> = { [P in keyof T]-?: T[P] };
/** All properties of `T`, read-only. */
type Readonly<T> = { readonly [P in keyof T]: T[P] };
/** The properties `K` of `T`. */
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
/** An object (a Lua table) with keys `K` and values `T`. */
type Record<K extends keyof any, T> = { [P in K]: T };
/** The members of the union `T` that are not assignable to `U`. */
type Exclude<T, U> = T extends U ? never : T;
/** The members of the union `T` that are assignable to `U`. */
type Extract<T, U> = T extends U ? T : never;
/** `T` without the properties `K`. */
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
/** `T` without null and undefined (Lua has nil for both). */
type NonNullable<T> = T & {};
/** The parameters of a function type, as a tuple. */
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never;
/** The parameters of a constructor type, as a tuple. */
type ConstructorParameters<T extends abstract new (...args: any) => any> = T extends abstract new (
    ...args: infer P
) => any
    ? P
    : never;
/** What a function type returns. */
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any;
/** What a constructor type builds. */
type InstanceType<T extends abstract new (...args: any) => any> = T extends abstract new (...args: any) => infer R
    ? R
    : any;
/** The type of `this` in a function type. */
type ThisParameterType<T> = T extends (this: infer U, ...args: never) => any ? U : unknown;
/** A function type without its `this`. */
type OmitThisParameter<T> =
    unknown extends ThisParameterType<T> ? T : T extends (...args: infer A) => infer R ? (...args: A) => R : T;
/** Marks the contextual `this` of an object literal's methods. */
interface ThisType<T> {}
/** What `await` gives for `T`. */
type Awaited<T> = T extends null | undefined
    ? T
    : T extends object & { then(onfulfilled: infer F, ...args: infer _): any }
      ? F extends (value: infer V, ...args: infer _) => any
          ? Awaited<V>
          : never
      : T;

/** Of no use in Lua: regular expression literals are rejected. Take `string.match` and its kin. */
interface RegExp {}

// Without these TypeScript complains of the library, and not of the place where something is used that Lua has not.
interface ImportMeta {}
interface ClassDecoratorContext<Class = unknown> {}
interface ClassMethodDecoratorContext<This = unknown, Value = unknown> {}
interface ClassGetterDecoratorContext<This = unknown, Value = unknown> {}
interface ClassSetterDecoratorContext<This = unknown, Value = unknown> {}
interface ClassAccessorDecoratorContext<This = unknown, Value = unknown> {}
interface ClassAccessorDecoratorTarget<This, Value> {}
interface ClassAccessorDecoratorResult<This, Value> {}
interface ClassFieldDecoratorContext<This = unknown, Value = unknown> {}

interface IArguments {
    [index: number]: any;
    length: number;
}

/**
 * A promise of Prosody's (`prosody.util.promise`): what async functions give and `await` waits for. `then` and `next` are the
 * same, and both call the handlers as soon as the promise settles.
 */
interface Promise<T> {
    /** Calls one of the functions when the promise settles; the new promise has what that gives. */
    then<R1 = T, R2 = never>(
        onfulfilled?: ((this: void, value: T) => R1 | PromiseLike<R1>) | undefined | null,
        onrejected?: ((this: void, reason: any) => R2 | PromiseLike<R2>) | undefined | null,
    ): Promise<R1 | R2>;
    /** Calls the function when the promise is rejected. */
    catch<R = never>(onrejected: (this: void, reason: any) => R | PromiseLike<R>): Promise<T | R>;
    /** Calls the function when the promise settles; value and reason pass through. */
    finally(onfinally: (this: void) => void): Promise<T>;
    /** Prosody's name for `then`. */
    next<R1 = T, R2 = never>(
        onfulfilled?: ((this: void, value: T) => R1 | PromiseLike<R1>) | undefined,
        onrejected?: ((this: void, reason: any) => R2 | PromiseLike<R2>) | undefined,
    ): Promise<R1 | R2>;
}
interface PromiseLike<T> {
    then<R1 = T, R2 = never>(
        onfulfilled?: ((this: void, value: T) => R1 | PromiseLike<R1>) | undefined | null,
        onrejected?: ((this: void, reason: any) => R2 | PromiseLike<R2>) | undefined | null,
    ): PromiseLike<R1 | R2>;
}
interface PromiseFulfilledResult<T> {
    status: "fulfilled";
    value: T;
}
interface PromiseRejectedResult {
    status: "rejected";
    reason: any;
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;
interface PromiseConstructor {
    /** Runs the executor at once; what it raises rejects the promise. */
    new <T>(
        executor: (
            this: void,
            resolve: (this: void, value: T | PromiseLike<T>) => void,
            reject: (this: void, reason?: any) => void,
        ) => void,
    ): Promise<T>;
    /** A promise of the value; a promise stays the same. */
    resolve(): Promise<void>;
    resolve<T>(value: T | PromiseLike<T>): Promise<Awaited<T>>;
    /** A rejected promise. */
    reject<T = never>(reason?: any): Promise<T>;
    /** All values once all are there, in the list's order; rejected with the first rejection. */
    all<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>;
    /** The outcomes of all once all are settled; never rejected. */
    allSettled<T extends readonly unknown[] | []>(
        values: T,
    ): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>;
    /** What the first to settle comes to. */
    race<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
}
declare const Promise: PromiseConstructor;

interface TypedPropertyDescriptor<T> {
    enumerable?: boolean;
    configurable?: boolean;
    writable?: boolean;
    value?: T;
    get?: (this: any) => T;
    set?: (this: any, value: T) => void;
}
interface PropertyDescriptor {
    configurable?: boolean;
    enumerable?: boolean;
    value?: any;
    writable?: boolean;
    get?(): any;
    set?(v: any): void;
}

// ---------------------------------------------------------------- values and numbers

/** Not a number; compares unequal to itself. */
declare const NaN: number;
/** `math.huge` in Lua. */
declare const Infinity: number;

/** Whether the value is NaN once turned into a number. */
declare function isNaN(value: number): boolean;
/** Whether the value is neither NaN nor infinite once turned into a number. */
declare function isFinite(value: number): boolean;
/**
 * Percent-encodes the bytes of everything but letters, digits and `-_.!~*'()`. `urlencode` of `prosody.util.http` encodes more,
 * as RFC 3986 wants it.
 */
declare function encodeURIComponent(text: string | number | boolean): string;
/** Undoes percent-encoding; raises a URIError for what is malformed, or no UTF-8 then. */
declare function decodeURIComponent(text: string): string;
/** Bytes as base64. Strings are bytes: what is no ASCII is encoded as UTF-8. */
declare function btoa(bytes: string): string;
/** The bytes of base64; raises an error for what is malformed. */
declare function atob(text: string): string;

/** What `setTimeout` and `setInterval` give, to end it with. */
interface Timeout {
    readonly __timeout: unique symbol;
}
/** Calls a function once, after so many milliseconds; never after the module was unloaded. `module.add_timer` in seconds. */
declare function setTimeout<A extends unknown[]>(callback: (...args: A) => void, delay?: number, ...args: A): Timeout;
/**
 * Calls a function each time that so many milliseconds have passed, until it is cleared, raises an error, or the module is
 * unloaded.
 */
declare function setInterval<A extends unknown[]>(callback: (...args: A) => void, delay?: number, ...args: A): Timeout;
/** Ends what `setTimeout` began; nothing where it has ended. */
declare function clearTimeout(timeout: Timeout | undefined): void;
/** Ends what `setInterval` began; nothing where it has ended. */
declare function clearInterval(timeout: Timeout | undefined): void;

/** Milliseconds since 1970 are all there is of dates: `prosody.util.datetime` and Lua's `os.date` write them. */
interface DateConstructor {
    now(this: void): number;
}
declare const Date: DateConstructor;

/** `prosody.util.json` has more. */
interface JSON {
    /**
     * Reads JSON with `prosody.util.json`; raises a SyntaxError for what is malformed. JSON's null, which a table could not hold, is
     * a value of its own: `json.null`, of type `JsonNull`, and not equal to `null`.
     */
    parse(this: void, text: string): unknown;
}
declare const JSON: JSON;

/**
 * Reads a whole number at the start of a string; NaN where there is none.
 * @param radix 2 to 36; default 10, or 16 after `0x`.
 */
declare function parseInt(text: string, radix?: number): number;
/** Reads a decimal number at the start of a string; NaN where there is none. */
declare function parseFloat(text: string): number;

interface Boolean {}

interface Number {
    /**
     * The number as text. Lua 5.3 and newer print a float without fraction as `5.0`: numbers that come from a division or from
     * JSON want `string.format("%d", n)` before they go into a stanza.
     * @param radix 2 to 36.
     */
    toString(radix?: number): string;
    /** The number with a fixed count of digits after the point (0 to 99). */
    toFixed(fractionDigits?: number): string;
}
interface NumberConstructor {
    /** Turns a value into a number; NaN where that cannot be done. Lua's `tonumber` gives undefined there. */
    (value?: any): number;
    readonly EPSILON: number;
    readonly MAX_SAFE_INTEGER: number;
    readonly MIN_SAFE_INTEGER: number;
    readonly MAX_VALUE: number;
    readonly MIN_VALUE: number;
    readonly NaN: number;
    readonly NEGATIVE_INFINITY: number;
    readonly POSITIVE_INFINITY: number;
    isFinite(value: unknown): boolean;
    isInteger(value: unknown): boolean;
    isNaN(value: unknown): boolean;
    parseFloat(text: string): number;
    parseInt(text: string, radix?: number): number;
}
declare const Number: NumberConstructor;

interface Math {
    readonly E: number;
    readonly LN10: number;
    readonly LN2: number;
    readonly LOG10E: number;
    readonly LOG2E: number;
    readonly PI: number;
    readonly SQRT1_2: number;
    readonly SQRT2: number;
    abs(x: number): number;
    acos(x: number): number;
    asin(x: number): number;
    atan(x: number): number;
    atan2(y: number, x: number): number;
    ceil(x: number): number;
    cos(x: number): number;
    exp(x: number): number;
    floor(x: number): number;
    log(x: number): number;
    log10(x: number): number;
    log1p(x: number): number;
    log2(x: number): number;
    /** At least one value: Lua's `math.max` has no answer for none. */
    max(first: number, ...others: number[]): number;
    /** At least one value: Lua's `math.min` has no answer for none. */
    min(first: number, ...others: number[]): number;
    pow(x: number, y: number): number;
    /** A number from 0 up to but not including 1. Not for secrets: take `prosody.util.random` or `prosody.util.id`. */
    random(): number;
    round(x: number): number;
    sign(x: number): number;
    sin(x: number): number;
    sqrt(x: number): number;
    tan(x: number): number;
    trunc(x: number): number;
}
declare const Math: Math;

// ---------------------------------------------------------------- strings

/**
 * A Lua string: bytes. Lengths and positions count bytes, not characters: "é" has length 2. Functions that cut a string
 * (`slice`, `substring`, `charAt`, `split("")`) never cut inside a UTF-8 character.
 */
interface String {
    /** The characters, whole however many bytes each has. */
    [Symbol.iterator](): StringIterator<string>;
    /** The number of bytes. `prosody.util.encodings`' `utf8.length` counts characters. */
    readonly length: number;
    /** The character that starts at a byte position, `""` outside the string. */
    charAt(position: number): string;
    /** The value of the byte at a position (0 to 255), NaN outside the string. */
    charCodeAt(position: number): number;
    /** The strings joined. */
    concat(...strings: string[]): string;
    /** Whether the string ends with another; `end` is a byte position. */
    endsWith(search: string, end?: number): boolean;
    /** Whether the string holds another, from a byte position on. */
    includes(search: string, position?: number): boolean;
    /** The byte position of the first occurrence, -1 for none. */
    indexOf(search: string, position?: number): number;
    /** The byte position of the last occurrence that begins at a byte position or before it, -1 for none. */
    lastIndexOf(search: string, position?: number): number;
    /** Fills up at the end to a length in bytes. */
    padEnd(length: number, fill?: string): string;
    /** Fills up at the start to a length in bytes. */
    padStart(length: number, fill?: string): string;
    /** The string, `count` times. */
    repeat(count: number): string;
    /** Replaces the first occurrence; plain text, no pattern. */
    replace(search: string, replacement: string | ((match: string, offset: number, whole: string) => string)): string;
    /** Replaces every occurrence; plain text, no pattern. */
    replaceAll(
        search: string,
        replacement: string | ((match: string, offset: number, whole: string) => string),
    ): string;
    /** The part between two byte positions, negative ones counted from the end; never cuts inside a UTF-8 character. */
    slice(start?: number, end?: number): string;
    /** The parts between the separators; `""` splits into UTF-8 characters. */
    split(separator: string, limit?: number): string[];
    /** Whether the string starts with another, at a byte position. */
    startsWith(search: string, position?: number): boolean;
    /** The part between two byte positions; never cuts inside a UTF-8 character. */
    substring(start: number, end?: number): string;
    /** ASCII letters in lower case; JIDs want `prosody.util.jid`'s `prep`, which handles all letters. */
    toLowerCase(): string;
    /** ASCII letters in upper case. */
    toUpperCase(): string;
    toString(): string;
    /** Without ASCII white space at both ends. */
    trim(): string;
    /** Without ASCII white space at the end. */
    trimEnd(): string;
    /** Without ASCII white space at the start. */
    trimStart(): string;
    /** The character that starts at a byte position. */
    readonly [index: number]: string;
}
interface StringConstructor {
    /** Turns a value into text, as Lua's `tostring` does. */
    (value?: any): string;
    /** A string of bytes with the given values, each 0 to 255. */
    fromCharCode(...bytes: number[]): string;
}
declare const String: StringConstructor;

interface TemplateStringsArray extends ReadonlyArray<string> {
    readonly raw: readonly string[];
}

// ---------------------------------------------------------------- functions, objects, symbols

interface Function {
    /** Calls the function with a `this` and an array of arguments. */
    apply(this: Function, thisArg: any, args?: any): any;
    /** A function with its `this` and first arguments fixed. */
    bind(this: Function, thisArg: any, ...args: any[]): any;
    /** Calls the function with a `this`. */
    call(this: Function, thisArg: any, ...args: any[]): any;
    /** The number of declared parameters. */
    readonly length: number;
}
interface CallableFunction extends Function {
    apply<T, R>(this: (this: T) => R, thisArg: T): R;
    apply<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, args: A): R;
    bind<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T): (...args: A) => R;
    bind<T, A extends any[], B extends any[], R>(
        this: (this: T, ...args: [...A, ...B]) => R,
        thisArg: T,
        ...args: A
    ): (...args: B) => R;
    call<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, ...args: A): R;
}
interface NewableFunction extends Function {}

interface Object {
    toString(): string;
    /** Whether the table itself, not its metatable, holds the key. */
    hasOwnProperty(key: PropertyKey): boolean;
}
/** Lua tables have no order: `keys`, `values` and `entries` give them in any. Sort where order matters. */
interface ObjectConstructor {
    assign<T extends {}, U>(target: T, source: U): T & U;
    assign<T extends {}, U, V>(target: T, source1: U, source2: V): T & U & V;
    assign(target: object, ...sources: any[]): any;
    defineProperty<T>(object: T, key: PropertyKey, attributes: PropertyDescriptor & ThisType<any>): T;
    entries<T>(object: { [key: string]: T } | ArrayLike<T>): [string, T][];
    entries(object: {}): [string, any][];
    fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [key: string]: T };
    getOwnPropertyDescriptor(object: any, key: PropertyKey): PropertyDescriptor | undefined;
    getOwnPropertyDescriptors<T>(object: T): { [P in keyof T]: TypedPropertyDescriptor<T[P]> };
    /** Whether the table itself, not its metatable, holds the key. */
    hasOwn(object: object, key: string): boolean;
    groupBy<K extends PropertyKey, T>(
        items: Iterable<T>,
        keySelector: (item: T, index: number) => K,
    ): Partial<Record<K, T[]>>;
    keys(object: {}): string[];
    values<T>(object: { [key: string]: T } | ArrayLike<T>): T[];
    values(object: {}): any[];
}
declare const Object: ObjectConstructor;

interface Symbol {
    readonly description: string | undefined;
    toString(): string;
}
interface SymbolConstructor {
    (description?: string | number): symbol;
    for(key: string): symbol;
    keyFor(sym: symbol): string | undefined;
    readonly iterator: unique symbol;
    readonly dispose: unique symbol;
    readonly asyncDispose: unique symbol;
}
declare const Symbol: SymbolConstructor;

interface Disposable {
    [Symbol.dispose](): void;
}

// ---------------------------------------------------------------- errors

/**
 * Thrown as a Lua table. Prosody's log shows no traceback for tables: throw with Lua's `error("text")`, or a
 * `prosody.util.error` object, where somebody will have to find the place.
 */
interface Error {
    name: string;
    message: string;
    stack?: string;
}
interface ErrorConstructor {
    new (message?: string): Error;
}
declare const Error: ErrorConstructor;
interface RangeError extends Error {}
declare const RangeError: { new (message?: string): RangeError };
interface ReferenceError extends Error {}
declare const ReferenceError: { new (message?: string): ReferenceError };
interface SyntaxError extends Error {}
declare const SyntaxError: { new (message?: string): SyntaxError };
interface TypeError extends Error {}
declare const TypeError: { new (message?: string): TypeError };
interface URIError extends Error {}
declare const URIError: { new (message?: string): URIError };

// ---------------------------------------------------------------- iteration

interface IteratorYieldResult<T> {
    done?: false;
    value: T;
}
interface IteratorReturnResult<R> {
    done: true;
    value: R;
}
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> {
    next(...[value]: [] | [N]): IteratorResult<T, R>;
    return?(value?: R): IteratorResult<T, R>;
    throw?(error?: any): IteratorResult<T, R>;
}
interface Iterable<T, R = any, N = any> {
    [Symbol.iterator](): Iterator<T, R, N>;
}
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> {
    [Symbol.iterator](): IterableIterator<T, R, N>;
}
interface IteratorObject<T, R = unknown, N = unknown> extends Iterator<T, R, N> {
    [Symbol.iterator](): IteratorObject<T, R, N>;
}
interface StringIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
    [Symbol.iterator](): StringIterator<T>;
}
interface ArrayIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
    [Symbol.iterator](): ArrayIterator<T>;
}
interface MapIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
    [Symbol.iterator](): MapIterator<T>;
}
interface SetIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
    [Symbol.iterator](): SetIterator<T>;
}
/** Compiled to a coroutine. */
interface Generator<T = unknown, R = any, N = any> extends IteratorObject<T, R, N> {
    next(...[value]: [] | [N]): IteratorResult<T, R>;
    [Symbol.iterator](): Generator<T, R, N>;
}

// ---------------------------------------------------------------- arrays

interface ArrayLike<T> {
    readonly length: number;
    readonly [n: number]: T;
}
interface ConcatArray<T> {
    readonly length: number;
    readonly [n: number]: T;
    join(separator?: string): string;
    slice(start?: number, end?: number): T[];
}

/**
 * A Lua sequence; the compiler counts from 0 in TypeScript and from 1 in Lua. The length is Lua's `#`: an `undefined` in the
 * middle makes a hole, after which the length is anybody's guess. Take `splice`, `pop` or `filter` to remove.
 */
interface ReadonlyArray<T> {
    readonly length: number;
    readonly [n: number]: T;
    [Symbol.iterator](): ArrayIterator<T>;
    at(index: number): T | undefined;
    concat(...items: (T | ConcatArray<T>)[]): T[];
    entries(): ArrayIterator<[number, T]>;
    every<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S): this is readonly S[];
    every(predicate: (value: T, index: number, array: readonly T[]) => unknown): boolean;
    filter<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S): S[];
    filter(predicate: (value: T, index: number, array: readonly T[]) => unknown): T[];
    find<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S): S | undefined;
    find(predicate: (value: T, index: number, array: readonly T[]) => unknown): T | undefined;
    /** The position of the first match, -1 for none. */
    findIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown): number;
    flat<U>(this: readonly (U | readonly U[])[], depth?: 1): U[];
    flatMap<U>(callback: (value: T, index: number, array: readonly T[]) => U | readonly U[]): U[];
    forEach(callback: (value: T, index: number, array: readonly T[]) => void): void;
    includes(value: T, fromIndex?: number): boolean;
    /** The position of the first equal element, -1 for none. */
    indexOf(value: T, fromIndex?: number): number;
    /** The position of the last equal element, from a position on backwards; -1 for none. */
    lastIndexOf(value: T, fromIndex?: number): number;
    join(separator?: string): string;
    map<U>(callback: (value: T, index: number, array: readonly T[]) => U): U[];
    reduce(callback: (previous: T, current: T, index: number, array: readonly T[]) => T): T;
    reduce<U>(callback: (previous: U, current: T, index: number, array: readonly T[]) => U, initial: U): U;
    reduceRight(callback: (previous: T, current: T, index: number, array: readonly T[]) => T): T;
    reduceRight<U>(callback: (previous: U, current: T, index: number, array: readonly T[]) => U, initial: U): U;
    slice(start?: number, end?: number): T[];
    some(predicate: (value: T, index: number, array: readonly T[]) => unknown): boolean;
    toReversed(): T[];
    /** A sorted copy; without `compare` Lua's `<` decides. Not stable. */
    toSorted(compare?: (a: T, b: T) => number): T[];
    toSpliced(start: number, deleteCount?: number, ...items: T[]): T[];
    with(index: number, value: T): T[];
}
interface Array<T> {
    /** Lua's `#`; setting it cuts the array. */
    length: number;
    [n: number]: T;
    [Symbol.iterator](): ArrayIterator<T>;
    at(index: number): T | undefined;
    concat(...items: (T | ConcatArray<T>)[]): T[];
    entries(): ArrayIterator<[number, T]>;
    every<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): this is S[];
    every(predicate: (value: T, index: number, array: T[]) => unknown): boolean;
    fill(value: T, start?: number, end?: number): this;
    filter<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): S[];
    filter(predicate: (value: T, index: number, array: T[]) => unknown): T[];
    find<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): S | undefined;
    find(predicate: (value: T, index: number, array: T[]) => unknown): T | undefined;
    /** The position of the first match, -1 for none. */
    findIndex(predicate: (value: T, index: number, array: T[]) => unknown): number;
    flat<U>(this: (U | readonly U[])[], depth?: 1): U[];
    flatMap<U>(callback: (value: T, index: number, array: T[]) => U | readonly U[]): U[];
    forEach(callback: (value: T, index: number, array: T[]) => void): void;
    includes(value: T, fromIndex?: number): boolean;
    /** The position of the first equal element, -1 for none. */
    indexOf(value: T, fromIndex?: number): number;
    /** The position of the last equal element, from a position on backwards; -1 for none. */
    lastIndexOf(value: T, fromIndex?: number): number;
    join(separator?: string): string;
    map<U>(callback: (value: T, index: number, array: T[]) => U): U[];
    /** Takes the last element off. */
    pop(): T | undefined;
    /** Appends; the new length. */
    push(...items: T[]): number;
    reduce(callback: (previous: T, current: T, index: number, array: T[]) => T): T;
    reduce<U>(callback: (previous: U, current: T, index: number, array: T[]) => U, initial: U): U;
    reduceRight(callback: (previous: T, current: T, index: number, array: T[]) => T): T;
    reduceRight<U>(callback: (previous: U, current: T, index: number, array: T[]) => U, initial: U): U;
    /** In place. */
    reverse(): T[];
    /** Takes the first element off; moves all others. */
    shift(): T | undefined;
    slice(start?: number, end?: number): T[];
    some(predicate: (value: T, index: number, array: T[]) => unknown): boolean;
    /** In place; without `compare`, which strings alone can do without, Lua's `<` decides. Not stable. */
    sort(compare?: (a: T, b: T) => number): this;
    splice(start: number, deleteCount?: number, ...items: T[]): T[];
    toReversed(): T[];
    /** A sorted copy; without `compare` Lua's `<` decides. Not stable. */
    toSorted(compare?: (a: T, b: T) => number): T[];
    toSpliced(start: number, deleteCount?: number, ...items: T[]): T[];
    unshift(...items: T[]): number;
    with(index: number, value: T): T[];
}
interface ArrayConstructor {
    from<T>(items: Iterable<T>): T[];
    from<T, U>(items: Iterable<T>, map: (value: T, index: number) => U): U[];
    /** `Array.from({ length: 3 }, (_, index) => index * 2)`: what the function makes, which must not be undefined. */
    from<T, U extends {}>(items: ArrayLike<T>, map: (value: T, index: number) => U): U[];
    /** Whether the value is a Lua table that is a sequence; an empty table counts as one. */
    isArray(value: any): value is any[];
    of<T>(...items: T[]): T[];
}
declare const Array: ArrayConstructor;

// ---------------------------------------------------------------- maps and sets

/**
 * Remembers insertion order, at 4 to 14 times the cost of a plain table: where order does not matter, `LuaMap` compiles to
 * plain table access.
 */
interface Map<K, V> {
    readonly size: number;
    clear(): void;
    delete(key: K): boolean;
    entries(): MapIterator<[K, V]>;
    forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void;
    get(key: K): V | undefined;
    has(key: K): boolean;
    keys(): MapIterator<K>;
    set(key: K, value: V): this;
    values(): MapIterator<V>;
    [Symbol.iterator](): MapIterator<[K, V]>;
}
interface MapConstructor {
    new <K = any, V = any>(entries?: Iterable<readonly [K, V]>): Map<K, V>;
    groupBy<K, T>(items: Iterable<T>, keySelector: (item: T, index: number) => K): Map<K, T[]>;
}
declare const Map: MapConstructor;
interface ReadonlyMap<K, V> {
    readonly size: number;
    entries(): MapIterator<[K, V]>;
    forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void;
    get(key: K): V | undefined;
    has(key: K): boolean;
    keys(): MapIterator<K>;
    values(): MapIterator<V>;
    [Symbol.iterator](): MapIterator<[K, V]>;
}

/** Remembers insertion order; where order does not matter, `LuaSet` compiles to plain table access. */
interface Set<T> {
    readonly size: number;
    add(value: T): this;
    clear(): void;
    delete(value: T): boolean;
    difference<U>(other: ReadonlySet<U>): Set<T>;
    entries(): SetIterator<[T, T]>;
    forEach(callback: (value: T, value2: T, set: Set<T>) => void): void;
    has(value: T): boolean;
    intersection<U>(other: ReadonlySet<U>): Set<T & U>;
    isDisjointFrom(other: ReadonlySet<unknown>): boolean;
    isSubsetOf(other: ReadonlySet<unknown>): boolean;
    isSupersetOf(other: ReadonlySet<unknown>): boolean;
    keys(): SetIterator<T>;
    symmetricDifference<U>(other: ReadonlySet<U>): Set<T | U>;
    union<U>(other: ReadonlySet<U>): Set<T | U>;
    values(): SetIterator<T>;
    [Symbol.iterator](): SetIterator<T>;
}
interface SetConstructor {
    new <T = any>(values?: Iterable<T>): Set<T>;
}
declare const Set: SetConstructor;
interface ReadonlySet<T> {
    readonly size: number;
    entries(): SetIterator<[T, T]>;
    forEach(callback: (value: T, value2: T, set: ReadonlySet<T>) => void): void;
    has(value: T): boolean;
    keys(): SetIterator<T>;
    values(): SetIterator<T>;
    [Symbol.iterator](): SetIterator<T>;
}

type WeakKey = object;
/** A table with weak keys: an entry disappears with its key. */
interface WeakMap<K extends WeakKey, V> {
    delete(key: K): boolean;
    get(key: K): V | undefined;
    has(key: K): boolean;
    set(key: K, value: V): this;
}
declare const WeakMap: {
    new <K extends WeakKey = WeakKey, V = any>(entries?: readonly (readonly [K, V])[]): WeakMap<K, V>;
};
/** A set that keeps nothing alive. */
interface WeakSet<T extends WeakKey> {
    add(value: T): this;
    delete(value: T): boolean;
    has(value: T): boolean;
}
declare const WeakSet: { new <T extends WeakKey = WeakKey>(values?: readonly T[]): WeakSet<T> };
