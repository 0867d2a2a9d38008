/** @noSelfInFile */

/**
 * Talking to a person at a terminal, and widths and durations as people write them.
 * @since 0.12 Before, take `prosody.util.prosodyctl`.
 * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
 */
declare module "prosody.util.human.io" {
    /**
     * Waits for a key.
     * @param count Of how many characters; default 1.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function getchar(count?: number): string | undefined;
    /**
     * Waits for a line.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function getline(): string | undefined;
    /**
     * Waits for a line that is not shown.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function getpass(): string | undefined;
    /**
     * Asks a question; the capital letter in "[Y/n]" is the answer of a bare return.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function show_yesno(prompt: string): boolean | undefined;
    /**
     * Asks for a new password, twice.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function read_password(): string | undefined;
    /**
     * Asks for a line.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function show_prompt(prompt: string): string | undefined;
    /**
     * Prints formatted text.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function printf(format: string, ...values: unknown[]): void;
    /**
     * Fills up at the left to a width in characters.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function padleft(text: string, width: number): string;
    /**
     * Fills up at the right to a width in characters.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function padright(text: string, width: number): string;
    /**
     * The width of the terminal in characters.
     * @since 13.0
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function term_width(default_width?: number): number | undefined;
    /**
     * Cuts a text at a width in characters, with an ellipsis.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function ellipsis(text: string, width: number): string;
    /** A column of a table. */
    export interface Column {
        /** Its heading. */
        title?: string;
        /** Under what rows have it; their position where absent. */
        key?: string;
        /** In characters, or a share of the rest such as "50%" or "2p". */
        width?: number | string;
        /** To which side; default left. */
        align?: "left" | "right";
        /** What stands where a row has nothing. */
        default?: string;
        /** Makes the text of a value. */
        mapper?: (this: void, value: any, row: any, width: number, column: Column) => unknown;
        /** Shortens a text that is too wide. */
        ellipsis?: (this: void, text: string, width: number) => string;
    }
    /**
     * A function that makes a line of a row, the titles without one; and the table's width.
     * @param max_width In columns; default as wide as the terminal.
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function table(
        columns: readonly Column[],
        max_width?: number,
    ): LuaMultiReturn<[line: (this: void, row?: object) => string, width: number]>;
    /**
     * Seconds of a duration such as "2 days", "30min"; undefined where it is none.
     * @since 13.0
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function parse_duration(text: string): number | undefined;
    /**
     * The same, where "m" may stand for months.
     * @since 13.0
     * @see [util/human/io.lua](https://hg.prosody.im/trunk/file/tip/util/human/io.lua)
     */
    export function parse_duration_lax(text: string): number | undefined;
}
