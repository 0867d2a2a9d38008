/** @noSelfInFile */

/** Functions of the operating system; on POSIX alone. */
declare module "prosody.util.pposix" {
    type Outcome = LuaMultiReturn<[ok: true] | [ok: undefined | false, error: string]>;
    export interface SystemName {
        sysname: string;
        nodename: string;
        release: string;
        version: string;
        machine: string;
        domainname?: string;
    }
    /** Ends the process at once. */
    export function abort(): never;
    /** Goes on in the background. */
    export function daemonize(): LuaMultiReturn<[ok: true, pid?: number] | [ok: false, error: string]>;
    /** Opens the system's log under a name. */
    export function syslog_open(name: string, facility?: string): void;
    /** Closes the system's log. */
    export function syslog_close(): void;
    /** Writes to the system's log. */
    export function syslog_log(level: string, source: string, message?: string): void;
    /** Leaves out what is below a level. */
    export function syslog_setminlevel(level: string): void;
    /** The number of the process. */
    export function getpid(): number;
    /** The number of the user. */
    export function getuid(): number;
    /** The number of the group. */
    export function getgid(): number;
    /** Goes on as another user. */
    export function setuid(user: number | string): Outcome;
    /** Goes on in another group. */
    export function setgid(group: number | string): Outcome;
    /** Takes over all groups of a user. */
    export function initgroups(user: string, group?: number): Outcome;
    /** Sets the mask for new files; the former one. Both in octal digits. */
    export function umask(mask: string): string;
    /** Makes a folder. */
    export function mkdir(path: string): Outcome;
    /** Limits a resource such as "NOFILE". */
    export function setrlimit(resource: string, soft: number | string, hard?: number | string): Outcome;
    /** The limits of a resource. */
    export function getrlimit(
        resource: string,
    ): LuaMultiReturn<[ok: true, soft: number | string, hard: number | string] | [ok: false, error: string]>;
    /** What system it is. */
    export function uname(): SystemName;
    /** Sets a variable of the environment; undefined takes it away. */
    export function setenv(name: string, value?: string): boolean;
    /** Memory that the process uses, in bytes, by kind. */
    export function meminfo(): Record<string, number>;
    /** Adds bytes to a file, all or none. */
    export function atomic_append(file: LuaFile, data: string): Outcome;
    /**
     * Cuts bytes out of a file.
     * @since 13.0
     */
    export function remove_blocks(file: LuaFile, offset: number, length: number): Outcome;
    /**
     * Whether a file is a terminal.
     * @since 0.12
     */
    export function isatty(file: LuaFile): boolean;
    /**
     * A file of a file descriptor.
     * @since 13.0
     */
    export function fdopen(fd: number, mode: string): LuaFile;
    /**
     * Two connected files: one to read, one to write.
     * @since 13.0
     */
    export function pipe(): LuaMultiReturn<[read: LuaFile, write: LuaFile]>;
    /** The number of the error "no such file". */
    export const ENOENT: number;
    /** The name of this module. */
    export const _NAME: string;
    /** The version of this module. */
    export const _VERSION: string;
}
