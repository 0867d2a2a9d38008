/** What is asked of a type is asked of each part where it is a union: `string | undefined` is no text for certain. */
import ts from "typescript";

/** The parts of a union; any other type is its only part. */
export function partsOf(type: ts.Type): readonly ts.Type[] {
    return type.isUnion() ? type.types : [type];
}

/** Whether a value of the type is one of these kinds, whatever it is. */
export function isAlways(type: ts.Type, kinds: ts.TypeFlags): boolean {
    return partsOf(type).every((part) => (part.flags & kinds) !== 0);
}

/** Whether a value of the type may be one of these kinds. */
export function mayBe(type: ts.Type, kinds: ts.TypeFlags): boolean {
    return partsOf(type).some((part) => (part.flags & kinds) !== 0);
}

const nil = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void;
/** What says nothing about the value. */
export const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter;

/** Whether a value of the type may be nil in Lua, for all that is known: no table keeps it then, and no list its place. */
export function mayBeNil(type: ts.Type): boolean {
    return mayBe(type, nil | anything);
}
