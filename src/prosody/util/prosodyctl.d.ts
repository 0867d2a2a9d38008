/** @noSelfInFile */

/** What prosodyctl is made of. */
declare module "prosody.util.prosodyctl" {
    export interface Account {
        user: string;
        host: string;
        password?: string;
    }
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
        readonly "invalid-hostname": string;
        readonly "invalid-pidfile": string;
        readonly "invalid-username": string;
        readonly "no-password": string;
        readonly "no-pidfile": string;
        readonly "no-posix": string;
        readonly "no-such-host": string;
        readonly "no-such-method": string;
        readonly "no-such-user": string;
        readonly "not-running": string;
        /** @since 13.0 */
        readonly "pidfile-not-locked": string;
        readonly "unable-to-save-data": string;
    };
    /**
     * Waits for a key.
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
