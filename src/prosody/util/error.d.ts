/** @noSelfInFile */

/**
 * Error objects that know their stanza error condition.
 * https://prosody.im/doc/developers/util/error
 * @since 0.12 Before, hand on type, condition and text.
 * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
 */
declare module "prosody.util.error" {
    import type { ErrorCondition, ErrorType, Stanza } from "prosody.util.stanza";

    /** What is known about the circumstances. */
    export interface ErrorContext {
        /** Who reported it. */
        by?: string | undefined;
        /** The error stanza that it was read from. */
        stanza?: Stanza | undefined;
        /** The error that this one stands for. */
        wrapped_error?: unknown;
        /** Where it was made, with `auto_inject_traceback`. */
        traceback?: unknown;
        /** What whoever made it says of the circumstances. */
        [key: string]: unknown;
    }
    /** What goes into the error element beside the usual. */
    export interface ErrorExtra {
        /** The application's own condition; its namespace and name, or the whole element. */
        namespace?: string | undefined;
        /** Name of an application's own condition. */
        condition?: string | undefined;
        /** An element to put in. */
        tag?: Stanza | undefined;
        /** Where the resource moved to, for `gone` and `redirect`. */
        uri?: string | undefined;
        /** What else whoever made it keeps with it. */
        [key: string]: unknown;
    }
    /** An error that can be sent as a stanza error. */
    export interface Error {
        /** What the other side can do about it. */
        type: ErrorType;
        /** What is wrong (RFC 6120, section 8.3.3). */
        condition: ErrorCondition;
        /** For people. */
        text?: string | undefined;
        /** A status of HTTP. */
        code?: number | undefined;
        /** What goes into the error element beside the usual. */
        extra?: ErrorExtra | undefined;
        /** Under what circumstances it happened; stays here. */
        context: ErrorContext;
        /** Which part of the code made it. */
        source?: string | undefined;
        /** An identifier, for finding it in the log. */
        instance_id: string;
    }
    /** What an error is made from. */
    export interface ErrorTemplate {
        /** What the other side can do about it; default "cancel". */
        type?: ErrorType | undefined;
        /** What is wrong; default "undefined-condition". */
        condition?: ErrorCondition | undefined;
        /** For people. */
        text?: string | undefined;
        /** Status for HTTP. */
        code?: number | undefined;
        /** What goes into the error element beside the usual. */
        extra?: ErrorExtra | undefined;
    }
    /** Templates by name. The short form is type, condition, text, and a condition of the application's own. */
    export type ErrorRegistry<K extends string = string> = Record<
        K,
        ErrorTemplate | readonly [ErrorType, ErrorCondition, string?, string?]
    >;
    /** A family of errors, from `init`. */
    export interface ErrorFamily<K extends string> {
        /** Which part of the code it is of. */
        readonly source: string;
        /** The templates by name. */
        readonly registry: Record<K, ErrorTemplate>;
        /**
         * An error by name.
         * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
         */
        "new"(this: void, name: K | ErrorTemplate | Error, context?: ErrorContext): Error;
        /**
         * Makes an error of whatever was reported by name.
         * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
         */
        wrap(this: void, error: unknown, context?: ErrorContext): Error;
        /**
         * Passes results on, with the error in them made one of this family.
         * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
         */
        coerce<T>(this: void, ok: T, error?: unknown): LuaMultiReturn<[NonNullable<T>] | [undefined, Error]>;
        /**
         * Whether a value is such an error.
         * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
         */
        is_error(this: void, value: unknown): value is Error;
    }

    /**
     * A new error; undefined fields become type cancel and condition undefined-condition.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    function new_(error: ErrorTemplate | Error, context?: ErrorContext): Error;
    /**
     * A new error; undefined fields become type cancel and condition undefined-condition.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    function new_<K extends string>(
        name: K,
        context: ErrorContext | undefined,
        /** The templates by name. */
        registry: Record<K, ErrorTemplate>,
        /** Which part of the code it is of. */
        source?: string,
    ): Error;
    export { new_ as new };
    /**
     * A family of errors, named in one place.
     * @param source The name of the module.
     * @param namespace That of the application's own conditions.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    export function init<K extends string>(
        /** Which part of the code it is of. */
        source: string,
        namespace: string,
        /** The templates by name. */
        registry: ErrorRegistry<K>,
    ): ErrorFamily<K>;
    /**
     * A family of errors, named in one place.
     * @param source The name of the module.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    export function init<K extends string>(source: string, registry: ErrorRegistry<K>): ErrorFamily<K>;
    /**
     * Passes results on; an error among them that is none of these objects is wrapped into one.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    export function coerce<T>(ok: T, error?: unknown): LuaMultiReturn<[NonNullable<T>] | [undefined, Error]>;
    /**
     * Whether a value is such an error.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    export function is_error(value: unknown): value is Error;
    /**
     * Another name of `is_error`.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    export function is_err(value: unknown): value is Error;
    /**
     * The error that a stanza of type error carries.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    export function from_stanza(stanza: Stanza, context?: ErrorContext, source?: string): Error;
    /**
     * Whether new errors remember their traceback; called by Prosody at its start.
     * @see [util/error.lua](https://hg.prosody.im/trunk/file/tip/util/error.lua)
     */
    export function configure(options: {
        /** Whether each error keeps where it was made. */
        auto_inject_traceback?: boolean;
    }): void;
}
