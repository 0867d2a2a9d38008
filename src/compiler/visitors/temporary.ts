import type ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext } from "typescript-to-lua";

/** A variable of the compiler's own, which the linker names as near to `name` as it can. */
export function temporary(context: TransformationContext, name: string, node: ts.Node): lua.Identifier {
    return lua.createIdentifier(context.createTempName(name), node);
}

/** `session` for a value of type `Session`. */
export function nameOfType(type: ts.Type): string | undefined {
    const name = type.aliasSymbol?.name ?? type.symbol?.name ?? "";
    return /^[A-Z]\w*$/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : undefined;
}
