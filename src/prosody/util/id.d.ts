/** @noSelfInFile */

/** Random identifiers from the system's entropy, in base64url letters. https://prosody.im/doc/developers/util/id */
declare module "prosody.util.id" {
    /**
     * 24 bits in 4 letters: for things that live briefly and among few.
     * @since 0.12
     */
    export function tiny(): string;
    /** 72 bits in 12 letters: enough within a user or a host. */
    export function short(): string;
    /** 144 bits in 24 letters: enough for the world, and for secrets. */
    export function medium(): string;
    /** 216 bits in 36 letters. */
    export function long(): string;
    /** A function that makes identifiers of so many random bytes. */
    export function custom(bytes: number): (this: void) => string;
}
