/** @noSelfInFile */
/**
 * What prosodyctl is made of.
 * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
 */
declare module "prosody.util.prosodyctl" {
    /** An account, and how to log in. */
    export interface Account {
        /** The part of the JID before @. */
        user: string;
        /** The host of the account. */
        host: string;
        /** In plain text. */
        password?: string;
    }
    /** True and what came of it, or false and a key of `error_messages`. */
    type Outcome = LuaMultiReturn<[ok: true, result?: unknown] | [ok: false, error: string]>;
    /**
     * Creates an account.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function adduser(account: Account): Outcome;
    /**
     * Deletes an account.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function deluser(account: Account): Outcome;
    /**
     * Sets a password.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function passwd(account: Account): Outcome;
    /**
     * Whether an account exists.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function user_exists(account: Account): boolean | undefined;
    /**
     * The number of Prosody's process.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function getpid(): Outcome;
    /**
     * Whether Prosody runs.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function isrunning(): LuaMultiReturn<[ok: true, running: boolean] | [ok: false, error: string]>;
    /**
     * Starts Prosody.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function start(source_dir: string | undefined, lua?: string): Outcome;
    /**
     * Stops Prosody.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function stop(): Outcome;
    /**
     * Has Prosody read its configuration again.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function reload(): Outcome;
    /**
     * Prints formatted text.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function show_message(format: string, ...values: unknown[]): void;
    /**
     * Prints formatted text.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function show_warning(format: string, ...values: unknown[]): void;
    /**
     * Prints how a command is used.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function show_usage(usage: string, description?: string): void;
    /**
     * Prints how to enable a module.
     * @since 0.12
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function show_module_configuration_help(name: string): void;
    /**
     * Runs luarocks for modules.
     * @since 0.12
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function call_luarocks(operation: string, module?: string, server?: string): unknown;
    /**
     * Texts of errors.
     * @since 0.12
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export const error_messages: {
        /** The domain is none. */
        readonly "invalid-hostname": string;
        /** The option `pidfile` is no text. */
        readonly "invalid-pidfile": string;
        /** The username is none. */
        readonly "invalid-username": string;
        /** No password was given. */
        readonly "no-password": string;
        /** The option `pidfile` is not set. */
        readonly "no-pidfile": string;
        /** mod_posix is not loaded. */
        readonly "no-posix": string;
        /** The configuration has no such host. */
        readonly "no-such-host": string;
        /** The module has no commands. */
        readonly "no-such-method": string;
        /** There is no such account. */
        readonly "no-such-user": string;
        /** The server does not run. */
        readonly "not-running": string;
        /** The pidfile is an old one. @since 13.0 */
        readonly "pidfile-not-locked": string;
        /** Data cannot be written. */
        readonly "unable-to-save-data": string;
    };
    /**
     * Waits for a key.
     * @param count How many bytes.
     * @removed 0.12 Take `prosody.util.human.io`.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function getchar(count?: number): string | undefined;
    /**
     * Waits for a line.
     * @removed 0.12 Take `prosody.util.human.io`.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function getline(): string | undefined;
    /**
     * Waits for a line that is not shown.
     * @removed 0.12 Take `prosody.util.human.io`.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function getpass(): string | undefined;
    /**
     * Asks for a new password, twice.
     * @removed 0.12 Take `prosody.util.human.io`.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function read_password(): string | undefined;
    /**
     * Asks for a line.
     * @removed 0.12 Take `prosody.util.human.io`.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function show_prompt(prompt: string): string | undefined;
    /**
     * Asks a question.
     * @removed 0.12 Take `prosody.util.human.io`.
     * @see [util/prosodyctl.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl.lua)
     */
    export function show_yesno(prompt: string): boolean | undefined;
}
