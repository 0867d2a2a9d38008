/** @noSelfInFile */
/**
 * Functions of the operating system; on POSIX alone.
 * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
 */
declare module "prosody.util.pposix" {
    /** True, or a false value and why not. */
    type Outcome = LuaMultiReturn<[ok: true] | [ok: undefined | false, error: string]>;
    /** What uname tells. */
    export interface SystemName {
        /** The operating system. */
        sysname: string;
        /** The machine's name. */
        nodename: string;
        /** Release of the operating system. */
        release: string;
        /** Version of that release. */
        version: string;
        /** The kind of processor. */
        machine: string;
        /** The domain of the machine (NIS), where the system tells. */
        domainname?: string;
    }
    /**
     * Ends the process at once.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function abort(): never;
    /**
     * Goes on in the background.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function daemonize(): LuaMultiReturn<[ok: true, pid?: number] | [ok: false, error: string]>;
    /**
     * Opens the system's log under a name.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function syslog_open(name: string, facility?: string): void;
    /**
     * Closes the system's log.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function syslog_close(): void;
    /**
     * Writes to the system's log.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function syslog_log(level: string, source: string, message?: string): void;
    /**
     * Leaves out what is below a level.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function syslog_setminlevel(level: string): void;
    /**
     * The number of the process.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function getpid(): number;
    /**
     * The number of the user.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function getuid(): number;
    /**
     * The number of the group.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function getgid(): number;
    /**
     * Goes on as another user.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function setuid(user: number | string): Outcome;
    /**
     * Goes on in another group.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function setgid(group: number | string): Outcome;
    /**
     * Takes over all groups of a user.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function initgroups(user: string, group?: number): Outcome;
    /**
     * Sets the mask for new files; the former one. Both in octal digits.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function umask(mask: string): string;
    /**
     * Makes a folder.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function mkdir(path: string): Outcome;
    /**
     * Limits a resource such as "NOFILE".
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function setrlimit(resource: string, soft: number | string, hard?: number | string): Outcome;
    /**
     * The limits of a resource.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function getrlimit(
        resource: string,
    ): LuaMultiReturn<[ok: true, soft: number | string, hard: number | string] | [ok: false, error: string]>;
    /**
     * What system it is.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function uname(): SystemName;
    /**
     * Sets a variable of the environment; undefined takes it away.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function setenv(name: string, value?: string): boolean;
    /**
     * Memory that the process uses, in bytes, by kind.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function meminfo(): Record<string, number>;
    /**
     * Adds bytes to a file, all or none.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function atomic_append(file: LuaFile, data: string): Outcome;
    /**
     * Cuts bytes out of a file.
     * @since 13.0
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function remove_blocks(file: LuaFile, offset: number, length: number): Outcome;
    /**
     * Whether a file is a terminal.
     * @since 0.12
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function isatty(file: LuaFile): boolean;
    /**
     * A file of a file descriptor.
     * @since 13.0
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function fdopen(fd: number, mode: string): LuaFile;
    /**
     * Two connected files: one to read, one to write.
     * @since 13.0
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export function pipe(): LuaMultiReturn<[read: LuaFile, write: LuaFile]>;
    /**
     * The number of the error "no such file".
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export const ENOENT: number;
    /**
     * The name of this module.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export const _NAME: string;
    /**
     * The version of this module.
     * @see [util-src/pposix.c](https://hg.prosody.im/trunk/file/tip/util-src/pposix.c)
     */
    export const _VERSION: string;
}
