/** @noSelfInFile */
/**
 * Result set management (XEP-0059).
 * @see [util/rsm.lua](https://hg.prosody.im/trunk/file/tip/util/rsm.lua)
 */
declare module "prosody.util.rsm" {
    import type { Stanza } from "prosody.util.stanza";
    /** Which part of a long result is meant (XEP-0059). */
    export interface ResultSet {
        /** Behind this item. */
        after?: string | undefined;
        /** Before this item; true for the last page. */
        before?: string | true | undefined;
        /** How many items at most. */
        max?: number | undefined;
        /** From which position on, from 0. */
        index?: number | undefined;
        /** The first item of a page: its id at position 1, and its index. */
        first?:
            | {
                  /** Id of the first item. */
                  [position: number]: string;
                  /** Its position, from 0. */
                  index?: number | undefined;
              }
            | string
            | undefined;
        /** The last item of a page. */
        last?: string | undefined;
        /** How many items there are altogether. */
        count?: number | undefined;
    }
    /**
     * What a `<set>` says.
     * @see [util/rsm.lua](https://hg.prosody.im/trunk/file/tip/util/rsm.lua)
     */
    export function parse(set: Stanza): ResultSet;
    /**
     * A `<set>`.
     * @see [util/rsm.lua](https://hg.prosody.im/trunk/file/tip/util/rsm.lua)
     */
    export function generate(set: ResultSet): Stanza;
    /**
     * What the `<set>` inside an element says; undefined where there is none, or an empty one.
     * @see [util/rsm.lua](https://hg.prosody.im/trunk/file/tip/util/rsm.lua)
     */
    export function get(parent: Stanza): ResultSet | undefined;
}
