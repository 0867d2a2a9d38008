/** @noSelfInFile */

/**
 * vCards: text, tables, and XML (XEP-0054, XEP-0292).
 * @removed 13.0
 * @see [util/vcard.lua](https://hg.prosody.im/0.12/file/tip/util/vcard.lua)
 */
declare module "prosody.util.vcard" {
    import type { Stanza } from "prosody.util.stanza";
    /** A field: its name, its values from 1 on, and its parameters by name. */
    export interface Item {
        /** Which property: "FN", "TEL" ... */
        name: string;
        /** What it holds, in parts. */
        [position: number]: string;
        /** A parameter, such as TYPE. */
        [parameter: string]: any;
    }
    /** Fields from 1 on. */
    export type VCard = Item[];
    /**
     * The vCards of a text.
     * @see [util/vcard.lua](https://hg.prosody.im/0.12/file/tip/util/vcard.lua)
     */
    export function from_text(text: string): VCard[];
    /**
     * vCards as text.
     * @see [util/vcard.lua](https://hg.prosody.im/0.12/file/tip/util/vcard.lua)
     */
    export function to_text(vcards: VCard[] | VCard): string;
    /**
     * The vCards of an element.
     * @see [util/vcard.lua](https://hg.prosody.im/0.12/file/tip/util/vcard.lua)
     */
    export function from_xep54(element: Stanza): VCard[];
    /**
     * vCards as element.
     * @see [util/vcard.lua](https://hg.prosody.im/0.12/file/tip/util/vcard.lua)
     */
    export function to_xep54(vcards: VCard[] | VCard): Stanza;
    /**
     * vCards as element of vCard 4.
     * @see [util/vcard.lua](https://hg.prosody.im/0.12/file/tip/util/vcard.lua)
     */
    export function to_vcard4(vcards: VCard[] | VCard): Stanza;
}
