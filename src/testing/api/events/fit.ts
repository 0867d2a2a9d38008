/** Whether what was recorded of a value fits the type that is declared for it. */
import ts from "typescript";
import { lifetimesOf, type Lifetime } from "../declarations.ts";
import type { Kind, Shape } from "./recording.ts";

/** How deep objects are compared: an event's payload, what it holds, and what that holds. */
const DEEPEST = 3;

const ANYTHING = ts.TypeFlags.Any | ts.TypeFlags.Unknown;
const NOTHING = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Null;

/** Whether something exists in a version: what is removed in 13.0 is there in 0.12.3. */
export function existsIn(version: string, { since, removed }: Lifetime): boolean {
    const compare = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });
    return (
        (since === undefined || compare(version, since) >= 0) &&
        (removed === undefined || compare(version, removed) < 0)
    );
}

/** What `npm run verify-api` looks at: its members differ from module to module and from storage to storage. */
const PROVEN_ELSEWHERE = /^(Module|KeyvalStore|KeyvalPlusStore|MapStore|ArchiveStore)$/;

export class Fit {
    readonly #checker: ts.TypeChecker;
    readonly #version: string;

    /** @param version what is declared for other versions of Prosody need not be there */
    constructor(checker: ts.TypeChecker, version: string) {
        this.#checker = checker;
        this.#version = version;
    }

    /** @returns what does not fit, one sentence each; empty when all does. */
    shape(type: ts.Type, shape: Shape, path: string, depth = 0): string[] {
        return Object.entries(shape.kinds).flatMap(([name, kind]) => this.#kind(type, name, kind, path, depth));
    }

    #kind(type: ts.Type, name: string, kind: Kind, path: string, depth: number): string[] {
        const parts = this.#parts(type);
        if (parts.some((part) => (part.flags & ANYTHING) !== 0)) return [];
        if (kind.lua === "string" || kind.lua === "boolean") return this.#values(parts, type, kind, path);
        const possible = parts.filter((part) => this.#isOfKind(part, kind.lua));
        if (possible.length === 0) return [`${path} is a ${name}, declared is ${this.#text(type)}`];
        if (kind.lua !== "table" || kind.fields === undefined || depth >= DEEPEST) return [];
        const faults = possible.map((part) => this.#fields(part, kind, path, depth));
        if (faults.some((list) => list.length === 0)) return [];
        // What fits best says what is wrong.
        const [best] = faults.sort((a, b) => a.length - b.length);
        return best!.map((fault) => (possible.length > 1 ? `${fault} (as ${name})` : fault));
    }

    #values(
        parts: readonly ts.Type[],
        type: ts.Type,
        { lua, values = [], many = false }: Kind,
        path: string,
    ): string[] {
        const wide = lua === "string" ? ts.TypeFlags.String : ts.TypeFlags.Boolean;
        if (parts.some((part) => (part.flags & wide) !== 0 || isStringLike(part, lua) || isEverything(part))) return [];
        const isDeclared = (value: string): boolean =>
            parts.some((part) =>
                part.isStringLiteral()
                    ? lua === "string" && part.value === value
                    : (part.flags & ts.TypeFlags.BooleanLiteral) !== 0 &&
                      lua === "boolean" &&
                      this.#checker.typeToString(part) === value,
            );
        const strange = values
            .filter((value) => !isDeclared(value))
            .map((value) => (lua === "string" ? `"${value}"` : value));
        if (strange.length === 0 && !many) return [];
        const found = strange.length > 0 ? strange.join(", ") : "any text";
        return [`${path} is ${found}, declared is ${this.#text(type)}`];
    }

    #fields(type: ts.Type, kind: Kind, path: string, depth: number): string[] {
        if (isOfTheLanguage(type) || kind.dynamic === true) return [];
        if (PROVEN_ELSEWHERE.test((type.aliasSymbol ?? type.symbol)?.name ?? "")) return [];
        const faults: string[] = [];
        for (const property of this.#checker.getPropertiesOfType(type)) {
            const declared = this.#checker.getTypeOfSymbol(property);
            if (isForTheCompiler(property, declared)) continue;
            const inner = kind.fields?.[property.name];
            const where = path === "" ? property.name : `${path}.${property.name}`;
            const isOptional =
                (property.flags & ts.SymbolFlags.Optional) !== 0 ||
                this.#parts(declared).some((part) => (part.flags & (NOTHING | ANYTHING)) !== 0) ||
                !lifetimesOf(property.declarations ?? []).some((lifetime) => existsIn(this.#version, lifetime));
            if (inner === undefined || inner.count < (kind.looked ?? 0)) {
                const times = inner === undefined ? "never there" : `there ${inner.count} of ${kind.looked} times`;
                if (!isOptional) faults.push(`${where} is ${times}, declared is that it always is`);
            }
            if (inner !== undefined) faults.push(...this.shape(declared, inner, where, depth + 1));
        }
        return faults;
    }

    #isOfKind(type: ts.Type, lua: string): boolean {
        const { flags } = type;
        if ((flags & ts.TypeFlags.NonPrimitive) !== 0) return lua !== "number";
        if (isEverything(type)) return true;
        if (lua === "number") return (flags & ts.TypeFlags.NumberLike) !== 0;
        if ((flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return false;
        const isCallable = type.getCallSignatures().length > 0;
        if (lua === "function") return isCallable;
        return !isCallable || type.getProperties().length > 0;
    }

    #parts(type: ts.Type): readonly ts.Type[] {
        const constraint =
            (type.flags & ts.TypeFlags.Instantiable) !== 0 && this.#checker.getBaseConstraintOfType(type);
        const own = constraint === false || constraint === undefined ? type : constraint;
        return own.isUnion() ? own.types : [own];
    }

    #text(type: ts.Type): string {
        return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    }
}

/** `string & {}` keeps an editor's proposals; a template literal says how a string looks. */
function isStringLike(type: ts.Type, lua: string): boolean {
    if (lua !== "string") return false;
    if ((type.flags & ts.TypeFlags.TemplateLiteral) !== 0) return true;
    return type.isIntersection() && type.types.some((part) => (part.flags & ts.TypeFlags.String) !== 0);
}

/** `{}` is everything but nil. */
function isEverything(type: ts.Type): boolean {
    if ((type.flags & ts.TypeFlags.Object) === 0 || type.getProperties().length > 0) return false;
    return (
        type.getCallSignatures().length === 0 && type.symbol?.flags === ts.SymbolFlags.TypeLiteral && !hasIndex(type)
    );
}

function hasIndex(type: ts.Type): boolean {
    return type.getStringIndexType() !== undefined || type.getNumberIndexType() !== undefined;
}

/** Arrays, LuaTable and their kin are tables without names of their own. */
function isOfTheLanguage(type: ts.Type): boolean {
    const parts = type.isIntersection() ? type.types : [type];
    return parts.every((part) =>
        (part.symbol?.declarations ?? []).some((declaration) => {
            const file = declaration.getSourceFile().fileName;
            return /[\\/]language-extensions[\\/]|[\\/]lib(\.[\w-]+)?\.d\.ts$/.test(file);
        }),
    );
}

/** What TypeScriptToLua turns into syntax, marks that tell types apart, and `length`. */
function isForTheCompiler(property: ts.Symbol, type: ts.Type): boolean {
    if ((type.flags & ts.TypeFlags.ESSymbolLike) !== 0 || property.name.startsWith("__")) return true;
    if (
        /^Lua(Table|Map|Set)?(Get|Set|Has|Delete|AddKey|Add|IsEmpty|Length)(Method)?$/.test(
            type.aliasSymbol?.name ?? "",
        )
    ) {
        return true;
    }
    return (property.declarations ?? []).some((declaration) => {
        const file = declaration.getSourceFile().fileName;
        return /[\\/]language-extensions[\\/]|[\\/]lib(\.[\w-]+)?\.d\.ts$/.test(file);
    });
}
