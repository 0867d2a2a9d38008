/** @noSelfInFile */

/**
 * busted 2.1.1 and luassert 1.9. A spec imports what it uses:
 *
 *     import { assert, before_each, describe, it } from "busted";
 *
 * so that module code does not see these names. https://lunarmodules.github.io/busted/
 *
 * luassert splits the names of assertions at underscores: `assert.is_not_nil(x)` is `assert.is.not.nil(x)`. The
 * spellings with underscores are declared for each verb: `is_true`, `are_equal`, `was_called`, `has_error`, `does_match`,
 * `is_not_true` and so on; `assert.are.same(...)`, `assert.has.error(...)` and `assert.is_not.equal(...)` work as well.
 */
declare module "busted" {
    type AnyFunction = (...args: any[]) => unknown;

    /** A group of tests, or of groups. Names of tests in the report begin with those of their groups. */
    export function describe(name: string, body: () => void): void;
    export { describe as context };
    /** A group around which globals and `package.loaded` are put back as they were; every spec file is one. */
    export function insulate(name: string, body: () => void): void;
    export function insulate(body: () => void): void;
    /** A group whose globals and loaded Lua modules stay for what follows it. */
    export function expose(name: string, body: () => void): void;
    export function expose(body: () => void): void;
    /** A test. */
    export function it(name: string, body: () => void): void;
    export { it as spec, it as test };
    /**
     * A test that is still to be written, reported as pending; inside a test: ends it as pending. A run of typed-prosody
     * counts pending tests as failed: use it while writing.
     */
    export function pending(name: string, body?: () => void): void;

    /** Runs before each test of the group and of the groups in it, outermost group first. */
    export function before_each(body: () => void): void;
    /** Runs after each test of the group and of the groups in it, innermost group first. */
    export function after_each(body: () => void): void;
    /** Runs once, before the group's first test. */
    export function setup(body: () => void): void;
    export { setup as strict_setup };
    /** Runs once, after the group's last test. */
    export function teardown(body: () => void): void;
    export { teardown as strict_teardown };
    /** As `setup`, but only if the group has a test that is run. */
    export function lazy_setup(body: () => void): void;
    /** As `teardown`, but only if the group had a test that was run. */
    export function lazy_teardown(body: () => void): void;
    function finally_(body: () => void): void;
    export {
        /** Inside a test: runs when the test ends, however it ends. The last call of a test counts. */
        finally_ as finally,
    };

    /** Fails the running test. */
    export function fail(message?: unknown, level?: number): never;
    /** Seconds since 1970, by the wall clock; the clock of specs on modules is `server.now()`. */
    export function gettime(): number;
    /** Seconds of a clock that is never set. */
    export function monotime(): number;
    export function sleep(seconds: number): void;
    export const version: string;

    // ------------------------------------------------------------------------------------------------------ assertions

    type Message = string | { toString(): string } | undefined;

    /**
     * Assertions on a value; each takes what to say in front of its own words when it fails.
     * @noSelf
     */
    export interface ValueAssertions {
        true: (value: unknown, message?: Message) => asserts value is true;
        false: (value: unknown, message?: Message) => asserts value is false;
        nil: (value: unknown, message?: Message) => asserts value is undefined;
        boolean: (value: unknown, message?: Message) => asserts value is boolean;
        number: (value: unknown, message?: Message) => asserts value is number;
        string: (value: unknown, message?: Message) => asserts value is string;
        table: (value: unknown, message?: Message) => asserts value is object;
        function: (value: unknown, message?: Message) => asserts value is AnyFunction;
        thread: (value: unknown, message?: Message) => void;
        userdata: (value: unknown, message?: Message) => void;
        /** Neither nil nor false. */
        truthy: <T>(value: T, message?: Message) => asserts value is Exclude<T, undefined | null | false>;
        /** nil or false. */
        falsy: (value: unknown, message?: Message) => asserts value is undefined | false;
    }

    /**
     * The same, negated.
     * @noSelf
     */
    export interface NegatedValueAssertions {
        true: (value: unknown, message?: Message) => void;
        false: (value: unknown, message?: Message) => void;
        nil: <T>(value: T, message?: Message) => asserts value is NonNullable<T>;
        boolean: <T>(value: T, message?: Message) => asserts value is Exclude<T, boolean>;
        number: <T>(value: T, message?: Message) => asserts value is Exclude<T, number>;
        string: <T>(value: T, message?: Message) => asserts value is Exclude<T, string>;
        table: (value: unknown, message?: Message) => void;
        function: (value: unknown, message?: Message) => void;
        thread: (value: unknown, message?: Message) => void;
        userdata: (value: unknown, message?: Message) => void;
        truthy: (value: unknown, message?: Message) => asserts value is undefined | false;
        falsy: <T>(value: T, message?: Message) => asserts value is Exclude<T, undefined | null | false>;
    }

    /**
     * Assertions that read alike negated or not.
     * @noSelf
     */
    export interface ComparingAssertions {
        /** The same value: tables by identity. */
        equal: <T>(expected: NoInfer<T>, actual: T, message?: Message) => void;
        equals: <T>(expected: NoInfer<T>, actual: T, message?: Message) => void;
        /** The same content, however deep; metatables' `__eq` is not asked. */
        same: <T>(expected: NoInfer<T>, actual: T, message?: Message) => void;
        /** At most `tolerance` apart. */
        near: (expected: number, actual: number, tolerance: number, message?: Message) => void;
        /** No value occurs twice. @param deep Compare content. */
        unique: {
            (list: object, deep?: boolean, message?: Message): void;
            (list: object, message?: Message, deep?: boolean): void;
        };
        /**
         * A Lua pattern fits the text (or what `tostring` makes of a number or an object).
         * @param init Where to start.
         * @param plain The pattern is plain text.
         * @returns The captures, or the whole match.
         */
        match: (
            pattern: string,
            actual: unknown,
            init?: number,
            plain?: boolean,
            message?: Message,
        ) => LuaMultiReturn<string[]>;
        matches: (
            pattern: string,
            actual: unknown,
            init?: number,
            plain?: boolean,
            message?: Message,
        ) => LuaMultiReturn<string[]>;
        /**
         * The function raises an error: any, or this one. Positions (`file:line:`) in front of a text are cut off first; other
         * errors are compared by content.
         * @returns What was raised.
         */
        error: (raises: AnyFunction, expected?: unknown, message?: Message) => unknown;
        errors: (raises: AnyFunction, expected?: unknown, message?: Message) => unknown;
        /** The function raises an error whose text fits a Lua pattern. @returns The captures, or the whole match. */
        error_match: (
            raises: AnyFunction,
            pattern: string,
            init?: number,
            plain?: boolean,
            message?: Message,
        ) => LuaMultiReturn<string[]>;
        error_matches: (
            raises: AnyFunction,
            pattern: string,
            init?: number,
            plain?: boolean,
            message?: Message,
        ) => LuaMultiReturn<string[]>;
        matches_error: (
            raises: AnyFunction,
            pattern: string,
            init?: number,
            plain?: boolean,
            message?: Message,
        ) => LuaMultiReturn<string[]>;
        match_error: (
            raises: AnyFunction,
            pattern: string,
            init?: number,
            plain?: boolean,
            message?: Message,
        ) => LuaMultiReturn<string[]>;
        /** `assert.returned_arguments(2, f())`: the call gave that many values. */
        returned_arguments: (count: number, ...values: unknown[]) => void;
    }

    /**
     * After `assert.spy(s)` or `assert.stub(s)`.
     * @noSelf
     */
    export interface CallAssertions<A extends unknown[] = any[], R = any> {
        /** It was called: at all, or so many times. */
        called: (times?: number) => void;
        /** Some call had these arguments, compared by content; matchers stand for arguments. */
        called_with: (...args: { [I in keyof A]: A[I] | Matcher } | [...any[], Matcher]) => void;
        called_at_least: (times: number) => void;
        called_at_most: (times: number) => void;
        called_more_than: (times: number) => void;
        called_less_than: (times: number) => void;
        /** Some call returned these values, compared by content. */
        returned_with: (...values: (R | Matcher)[]) => void;
    }

    /**
     * After `assert.array(a)`.
     * @noSelf
     */
    export interface ArrayAssertions {
        /** A position between 1 and `length` (default: the highest) is nil. @returns That position. */
        holes: (length?: number) => number | undefined;
    }

    type Verb = "is" | "are" | "was" | "has" | "does";
    type Negation = "not" | "no" | `${Verb}_not` | `${Verb}_no`;
    type Prefixed<T, P extends string> = { [K in keyof T as `${P}_${K & string}`]: T[K] };
    // Written out one by one: TypeScript narrows types only through properties that are declared as such.
    interface Links<Plain, Negated> {
        is: Chain<Plain, Negated>;
        are: Chain<Plain, Negated>;
        was: Chain<Plain, Negated>;
        has: Chain<Plain, Negated>;
        does: Chain<Plain, Negated>;
        not: Chain<Negated, Plain>;
        no: Chain<Negated, Plain>;
        is_not: Chain<Negated, Plain>;
        is_no: Chain<Negated, Plain>;
        are_not: Chain<Negated, Plain>;
        are_no: Chain<Negated, Plain>;
        was_not: Chain<Negated, Plain>;
        was_no: Chain<Negated, Plain>;
        has_not: Chain<Negated, Plain>;
        has_no: Chain<Negated, Plain>;
        does_not: Chain<Negated, Plain>;
        does_no: Chain<Negated, Plain>;
    }
    type Chain<Plain, Negated> = Plain & Prefixed<Plain, Verb> & Prefixed<Negated, Negation> & Links<Plain, Negated>;

    type Assertions = ValueAssertions & ComparingAssertions;
    type NegatedAssertions = NegatedValueAssertions & ComparingAssertions;

    /** Takes what was changed through luassert (spies, stubs, parameters, formatters) back. */
    export interface Snapshot {
        revert(): void;
    }

    export interface AssertFunctions {
        /** Lua's own `assert`: gives back its arguments unless the first is nil or false. */
        <V>(value: V, message?: unknown, level?: unknown): asserts value is Exclude<V, undefined | null | false>;
        /** What to say in front when the assertion that follows fails. */
        message: (this: void, message: Message) => Chain<Assertions, NegatedAssertions>;
        spy: <F extends AnyFunction>(
            this: void,
            spy: Spy<F>,
            message?: Message,
        ) => Chain<CallAssertions<Parameters<F>, ReturnType<F>>, CallAssertions<Parameters<F>, ReturnType<F>>>;
        stub: <F extends AnyFunction>(
            this: void,
            stub: Stub<F>,
            message?: Message,
        ) => Chain<CallAssertions<Parameters<F>, ReturnType<F>>, CallAssertions<Parameters<F>, ReturnType<F>>>;
        array: (this: void, array: object, message?: Message) => Chain<ArrayAssertions, ArrayAssertions>;

        /** Remembers spies, stubs, parameters and formatters; `revert` of the result goes back to them. */
        snapshot(): Snapshot;
        /** For instance `TableFormatLevel`: how deep tables are shown, default 3. */
        set_parameter(name: string, value: unknown): void;
        get_parameter(name: string): unknown;
        /** Shows a value in messages; undefined where it is none of its kind. */
        add_formatter(formatter: (value: any) => string | undefined): void;
        remove_formatter(formatter: (value: any) => string | undefined): void;
        /** Adds an assertion of one's own. */
        register(
            namespace: "assertion" | "modifier" | "matcher",
            name: string,
            callback: AnyFunction,
            positiveMessage?: string,
            negativeMessage?: string,
        ): void;
        unregister(namespace: "assertion" | "modifier" | "matcher", name: string): void;
    }

    export const assert: AssertFunctions & Chain<Assertions, NegatedAssertions>;

    // ------------------------------------------------------------------------------------------- spies, stubs and mocks

    /** What was given to a call, or what it returned: values from position 1 on, and their number. */
    export interface Recorded<T extends unknown[] = unknown[]> {
        /** Deep copies, as they were then. */
        vals: T & { n: number };
        /** The very values. */
        refs: T & { n: number };
    }

    interface SpyMethods<F extends AnyFunction> {
        /** The calls, oldest first. */
        calls: Recorded<Parameters<F>>[];
        /** What they returned. */
        returnvals: Recorded[];
        /** The function behind it. */
        callback: F;
        /** Puts what was replaced back, and gives it. */
        revert(): F;
        /** Forgets the calls. */
        clear(): this;
        /** Whether it was called (so many times), and how many times. */
        called(times?: number): LuaMultiReturn<[boolean, number]>;
    }
    /** A function that records its calls. */
    export type Spy<F extends AnyFunction = AnyFunction> = F & SpyMethods<F>;
    /** A spy in the place of a function that is not called. */
    export type Stub<F extends AnyFunction = AnyFunction> = Spy<F> & {
        /** The values that calls return. */
        returns: (this: void, ...values: any[]) => Stub<F>;
        /** The function that calls run. */
        invokes: (this: void, callback: F) => Stub<F>;
        by_default: {
            returns: (this: void, ...values: any[]) => Stub<F>;
            invokes: (this: void, callback: F) => Stub<F>;
        };
        /** For calls with these arguments (or matchers) only. */
        on_call_with: (
            this: void,
            ...args: any[]
        ) => {
            returns: (this: void, ...values: any[]) => Stub<F>;
            invokes: (this: void, callback: F) => Stub<F>;
        };
    };
    type FunctionKey<T> = { [K in keyof T]-?: NonNullable<T[K]> extends AnyFunction ? K : never }[keyof T];
    type FunctionAt<T, K extends keyof T> = NonNullable<T[K]> extends infer F extends AnyFunction ? F : never;

    /** @noSelf */
    interface SpyFactory {
        /** A function that calls another and records it. */
        <F extends AnyFunction>(callback?: F): Spy<F>;
        new: <F extends AnyFunction>(callback?: F) => Spy<F>;
        /** Puts a spy in front of a table's function. */
        on: <T extends object, K extends FunctionKey<T>>(table: T, key: K) => Spy<FunctionAt<T, K>>;
        is_spy: (value: unknown) => value is Spy;
    }
    export const spy: SpyFactory;
    /** @noSelf */
    interface StubFactory {
        /** Puts a stub in the place of a table's function; it returns the values, or what a single function among them returns. */
        <T extends object, K extends FunctionKey<T>>(table: T, key: K, ...returns: any[]): Stub<FunctionAt<T, K>>;
        /** A stub of its own. */
        (): Stub;
        new: {
            <T extends object, K extends FunctionKey<T>>(table: T, key: K, ...returns: any[]): Stub<FunctionAt<T, K>>;
            (): Stub;
        };
    }
    export const stub: StubFactory;
    /** A table whose functions are spies, or stubs. */
    export type Mock<T> = {
        [K in keyof T]: T[K] extends AnyFunction ? Spy<T[K]> : T[K] extends object ? Mock<T[K]> : T[K];
    };
    /** @noSelf */
    interface MockFactory {
        /** Replaces all functions of a table, however deep. @param stubs By stubs. @param returns What those return. */
        <T extends object>(table: T, stubs?: boolean, returns?: unknown): Mock<T>;
        new: <T extends object>(table: T, stubs?: boolean, returns?: unknown) => Mock<T>;
        /** Forgets all calls. */
        clear: <T extends object>(table: T) => T;
        /** Puts all functions back. */
        revert: <T extends object>(table: T) => T;
    }
    export const mock: MockFactory;

    // ------------------------------------------------------------------------------------------------------- matchers

    /** Stands for an argument in `called_with` and `on_call_with`. */
    export interface Matcher {
        readonly name: string;
    }
    /** @noSelf */
    interface Matchers {
        true: () => Matcher;
        false: () => Matcher;
        nil: () => Matcher;
        boolean: () => Matcher;
        number: () => Matcher;
        string: () => Matcher;
        table: () => Matcher;
        function: () => Matcher;
        userdata: () => Matcher;
        thread: () => Matcher;
        truthy: () => Matcher;
        falsy: () => Matcher;
        /** The very table, not a copy. */
        ref: (object: object | AnyFunction) => Matcher;
        same: (value: unknown) => Matcher;
        equal: (value: unknown) => Matcher;
        equals: (value: unknown) => Matcher;
        near: (value: number, tolerance: number) => Matcher;
        unique: (deep?: boolean) => Matcher;
        match: (pattern: string, init?: number, plain?: boolean) => Matcher;
        matches: (pattern: string, init?: number, plain?: boolean) => Matcher;
        all_of: (...matchers: Matcher[]) => Matcher;
        any_of: (...matchers: Matcher[]) => Matcher;
        none_of: (...matchers: Matcher[]) => Matcher;
    }
    /** @noSelf */
    interface MatchTools {
        /** Anything. */
        _: Matcher;
        is_matcher: (value: unknown) => value is Matcher;
        is_ref_matcher: (value: unknown) => value is Matcher;
    }
    export const match: MatchTools & Chain<Matchers, Matchers>;
}
