/** What the declarations say of Prosody's API, read with TypeScript as the compiler reads them. */
import path from "node:path";
import ts from "typescript";
import { createLuaProgram } from "../../compiler/program.ts";

/** What a value can be in Lua. "any" stands for all of them. */
export type LuaKind = "any" | "nil" | "boolean" | "number" | "string" | "function" | "table" | "userdata" | "thread";

export interface DeclaredSignature {
    /** Parameters without a self. */
    readonly parameters: number;
    readonly takesRest: boolean;
    readonly takesSelf: boolean;
}

/** From which release on something exists, and from which it does no more. */
export interface Lifetime {
    readonly since?: string;
    readonly removed?: string;
}

export interface DeclaredMember {
    readonly name: string;
    readonly kinds: ReadonlySet<LuaKind>;
    readonly isOptional: boolean;
    readonly signatures: readonly DeclaredSignature[];
    /** Of each of its declarations: an overload may be younger than the member. */
    readonly lifetimes: readonly Lifetime[];
    /** The file, relative to the project, and the line. */
    readonly where: string;
    /** What the member itself holds, where names are declared for that and nothing else may be in it. */
    readonly members: ReadonlyMap<string, DeclaredMember>;
}

export interface DeclaredLibrary {
    /** Without the prefix "prosody.". */
    readonly name: string;
    readonly kinds: ReadonlySet<LuaKind>;
    readonly lifetimes: readonly Lifetime[];
    readonly where: string;
    readonly members: ReadonlyMap<string, DeclaredMember>;
}

export interface DeclaredType {
    readonly name: string;
    readonly kinds: ReadonlySet<LuaKind>;
    readonly lifetimes: readonly Lifetime[];
    readonly where: string;
    readonly members: ReadonlyMap<string, DeclaredMember>;
    /** Whether it may hold names that are data: a roster's JIDs. */
    readonly isOpen: boolean;
    /** Of a type that is a function itself. */
    readonly signatures: readonly DeclaredSignature[];
    /** Whether it is an interface with methods, and not one that others build upon. */
    readonly isClass: boolean;
}

export interface Declarations {
    readonly libraries: ReadonlyMap<string, DeclaredLibrary>;
    /** Object types by name: "prosody.util.cache.Cache", "Prosody.MucRoom". */
    readonly types: ReadonlyMap<string, DeclaredType>;
    /** Global values, JavaScript's own left out. */
    readonly globals: ReadonlyMap<string, DeclaredMember>;
}

const PRIMITIVE = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;

const PREFIX = "prosody.";
/** The namespace of types that belong to no single library. */
const NAMESPACE = "Prosody";
const MODULE_EXPORTS = "ModuleExports";

/**
 * @param projectDir The folder of tstl.json, whose declarations are read.
 * @param text Replaces the text of a declaration file, by its path relative to the project.
 */
export function readDeclarations(projectDir: string, text?: ReadonlyMap<string, string>): Declarations {
    return new Reader(projectDir, text).read();
}

class Reader {
    readonly #projectDir: string;
    readonly #program: ts.Program;
    readonly #checker: ts.TypeChecker;
    readonly #extended: ReadonlySet<ts.Symbol>;

    constructor(projectDir: string, text?: ReadonlyMap<string, string>) {
        this.#projectDir = projectDir;
        const { program } = createLuaProgram({ configFile: path.join(projectDir, "tstl.json"), entries: [] });
        this.#program = text ? withText(program, projectDir, text) : program;
        this.#checker = this.#program.getTypeChecker();
        this.#extended = this.#findExtended();
    }

    read(): Declarations {
        const libraries = new Map<string, DeclaredLibrary>();
        const types = new Map<string, DeclaredType>();
        for (const symbol of this.#checker.getAmbientModules()) {
            const fullName = symbol.name.replace(/^"|"$/g, "");
            if (!fullName.startsWith(PREFIX)) continue;
            const name = fullName.slice(PREFIX.length);
            libraries.set(name, this.#library(name, symbol));
            for (const exported of this.#checker.getExportsOfModule(symbol)) this.#addType(types, fullName, exported);
        }
        const namespace = this.#checker.resolveName(NAMESPACE, undefined, ts.SymbolFlags.Namespace, false);
        if (namespace) {
            for (const exported of this.#checker.getExportsOfModule(namespace)) {
                this.#addType(types, NAMESPACE, exported);
                if (exported.name === MODULE_EXPORTS) this.#addModuleExports(types, exported);
            }
        }
        return { libraries, types, globals: this.#globals() };
    }

    #library(name: string, symbol: ts.Symbol): DeclaredLibrary {
        const exported = symbol.exports?.get(ts.InternalSymbolName.ExportEquals);
        const value = exported && this.#resolve(exported);
        const type = value?.valueDeclaration && this.#checker.getTypeOfSymbolAtLocation(value, value.valueDeclaration);
        return {
            name,
            kinds: type ? this.#kinds(type) : new Set(["table"]),
            lifetimes: lifetimesOf(symbol.declarations ?? []),
            where: this.#where(symbol),
            members: this.#members(this.#exportedValues(symbol)),
        };
    }

    /** Exports of a library; where it is a value of its own, the properties of that. */
    #exportedValues(symbol: ts.Symbol): ts.Symbol[] {
        const exported = symbol.exports?.get(ts.InternalSymbolName.ExportEquals);
        if (!exported) return this.#checker.getExportsOfModule(symbol);
        const value = this.#resolve(exported);
        const own = this.#checker.getExportsOfModule(value);
        const { valueDeclaration } = value;
        if (!valueDeclaration) return own;
        const type = this.#checker.getTypeOfSymbolAtLocation(value, valueDeclaration);
        return [...new Set([...own, ...this.#properties(type)])];
    }

    #addType(types: Map<string, DeclaredType>, scope: string, exported: ts.Symbol): void {
        const symbol = this.#resolve(exported);
        if ((symbol.flags & ts.SymbolFlags.Type) === 0) return;
        const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
        const parts = type.isUnion() ? type.types : [type];
        if (!parts.every((part) => (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0)) return;
        const name = `${scope}.${exported.name}`;
        types.set(name, {
            name,
            kinds: this.#kinds(type),
            lifetimes: lifetimesOf(symbol.declarations ?? []),
            where: this.#where(symbol),
            members: this.#members(this.#properties(type)),
            isOpen: this.#isOpen(type),
            signatures: this.#signatures(type),
            isClass: (exported.flags & ts.SymbolFlags.Interface) !== 0 && !this.#extended.has(symbol),
        });
    }

    /** The interfaces that others extend. */
    #findExtended(): Set<ts.Symbol> {
        const extended = new Set<ts.Symbol>();
        const visit = (node: ts.Node): void => {
            if (ts.isInterfaceDeclaration(node)) {
                for (const { expression } of node.heritageClauses?.flatMap(({ types }) => types) ?? []) {
                    const symbol = this.#checker.getSymbolAtLocation(expression);
                    if (symbol) extended.add(this.#resolve(symbol));
                }
            } else ts.forEachChild(node, visit);
        };
        for (const file of this.#program.getSourceFiles()) {
            if (/[\\/]src[\\/]prosody[\\/]/.test(file.fileName)) visit(file);
        }
        return extended;
    }

    /** What each of Prosody's modules gives to those who depend on it is a type of its own. */
    #addModuleExports(types: Map<string, DeclaredType>, symbol: ts.Symbol): void {
        for (const property of this.#properties(this.#checker.getDeclaredTypeOfSymbol(symbol))) {
            const type = this.#typeOf(property);
            const name = `${NAMESPACE}.${MODULE_EXPORTS}.${property.name}`;
            types.set(name, {
                name,
                kinds: this.#kinds(type),
                lifetimes: lifetimesOf(property.declarations ?? []),
                where: this.#where(property),
                // Every module has itself in its globals.
                members: this.#members(this.#properties(type).filter((member) => member.name !== "module")),
                isOpen: this.#isOpen(type),
                signatures: [],
                isClass: false,
            });
        }
    }

    #globals(): Map<string, DeclaredMember> {
        const symbols: ts.Symbol[] = [];
        for (const symbol of this.#checker.getSymbolsInScope(
            this.#program.getSourceFiles()[0]!,
            ts.SymbolFlags.Value | ts.SymbolFlags.Namespace,
        )) {
            const declarations = symbol.declarations ?? [];
            const ofLua = declarations.filter((declaration) => {
                const file = declaration.getSourceFile().fileName;
                return /[\\/](src[\\/]prosody|lua-types)[\\/]/.test(file) && !/[\\/]lib(\.[\w-]+)?\.d\.ts$/.test(file);
            });
            const isLibrary = symbol.name.startsWith('"');
            if (!isLibrary && ofLua.some((declaration) => isValueDeclaration(declaration))) symbols.push(symbol);
        }
        return this.#members(symbols);
    }

    #members(symbols: readonly ts.Symbol[], depth = 0): Map<string, DeclaredMember> {
        const members = new Map<string, DeclaredMember>();
        for (const listed of symbols) {
            const symbol = this.#resolve(listed);
            if ((symbol.flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Namespace)) === 0) continue;
            if (!(symbol.declarations ?? []).some((declaration) => isValueDeclaration(declaration))) continue;
            if ((symbol.declarations ?? []).every((declaration) => isOfJavaScript(declaration))) continue;
            const type = this.#typeOf(symbol);
            if (isOnlyForTheCompiler(type)) continue;
            members.set(listed.name, {
                name: listed.name,
                kinds: this.#kinds(type),
                isOptional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
                signatures: isCallback(symbol) ? [] : this.#signatures(type),
                lifetimes: lifetimesOf(symbol.declarations ?? []),
                where: this.#where(symbol),
                members: depth === 0 ? this.#inner(symbol, type) : new Map(),
            });
        }
        return members;
    }

    /** Named members of a plain table; a class's methods are looked at where its type is. */
    #inner(symbol: ts.Symbol, type: ts.Type): Map<string, DeclaredMember> {
        if ((symbol.flags & ts.SymbolFlags.Namespace) !== 0) {
            return this.#members(this.#checker.getExportsOfModule(symbol), 1);
        }
        const own = this.#checker.getNonNullableType(type);
        if ((own.flags & ts.TypeFlags.Object) === 0 || own.getCallSignatures().length > 0) return new Map();
        if (this.#isOpen(own)) return new Map();
        return this.#members(this.#properties(own), 1);
    }

    #resolve(symbol: ts.Symbol): ts.Symbol {
        return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.#checker.getAliasedSymbol(symbol);
    }

    #typeOf(symbol: ts.Symbol): ts.Type {
        return this.#checker.getTypeOfSymbol(symbol);
    }

    /** Of a union, what any of its parts has. */
    #properties(type: ts.Type): ts.Symbol[] {
        if (!type.isUnion()) return this.#checker.getPropertiesOfType(type);
        const byName = new Map<string, ts.Symbol>();
        for (const part of type.types) {
            for (const property of this.#checker.getPropertiesOfType(part)) {
                const known = byName.get(property.name);
                // A union asks little: what one part does not need is not needed.
                if (!known || (property.flags & ts.SymbolFlags.Optional) !== 0) byName.set(property.name, property);
            }
        }
        return [...byName.values()];
    }

    #isOpen(type: ts.Type): boolean {
        const parts = type.isUnionOrIntersection() ? type.types : [type];
        return parts.some((part) => this.#checker.getIndexInfoOfType(part, ts.IndexKind.String) !== undefined);
    }

    #kinds(type: ts.Type): Set<LuaKind> {
        const kinds = new Set<LuaKind>();
        this.#addKinds(type, kinds);
        return kinds;
    }

    #addKinds(type: ts.Type, kinds: Set<LuaKind>): void {
        const { flags } = type;
        if ((flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) kinds.add("any");
        else if ((flags & ts.TypeFlags.StringLike) !== 0) kinds.add("string");
        else if ((flags & ts.TypeFlags.NumberLike) !== 0) kinds.add("number");
        else if ((flags & ts.TypeFlags.BooleanLike) !== 0) kinds.add("boolean");
        else if ((flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Null)) !== 0) kinds.add("nil");
        else if ((flags & ts.TypeFlags.NonPrimitive) !== 0) {
            for (const kind of ["table", "userdata", "function", "thread"] as const) kinds.add(kind);
        } else if (type.isUnion()) for (const part of type.types) this.#addKinds(part, kinds);
        else if (type.isIntersection()) this.#addIntersectionKinds(type, kinds);
        else if ((flags & ts.TypeFlags.Object) !== 0) this.#addObjectKinds(type, kinds);
        else if ((flags & ts.TypeFlags.Instantiable) !== 0) {
            const constraint = this.#checker.getBaseConstraintOfType(type);
            if (constraint && constraint !== type) this.#addKinds(constraint, kinds);
            else kinds.add("any");
        }
    }

    /** `string & {}` is a string. */
    #addIntersectionKinds(type: ts.IntersectionType, kinds: Set<LuaKind>): void {
        const primitive = type.types.find((part) => (part.flags & PRIMITIVE) !== 0);
        if (primitive) this.#addKinds(primitive, kinds);
        else this.#addObjectKinds(type, kinds);
    }

    #addObjectKinds(type: ts.Type, kinds: Set<LuaKind>): void {
        const isCallable = type.getCallSignatures().length > 0;
        const hasNames = type.getProperties().length > 0 || this.#checker.getIndexInfosOfType(type).length > 0;
        if (isCallable) kinds.add("function");
        if (!isCallable || hasNames) {
            kinds.add("table");
            kinds.add("userdata");
        }
        // `{}` is everything but nil.
        const isEverything = !isCallable && !hasNames && (type.symbol?.flags ?? 0) === ts.SymbolFlags.TypeLiteral;
        if (isEverything) kinds.add("any");
    }

    #signatures(type: ts.Type): DeclaredSignature[] {
        const own = this.#checker.getNonNullableType(type);
        const parts = own.isUnion() ? own.types : [own];
        return parts.flatMap((part) => part.getCallSignatures()).map((signature) => this.#signature(signature));
    }

    #signature(signature: ts.Signature): DeclaredSignature {
        const last = signature.parameters.at(-1)?.valueDeclaration;
        const takesRest = last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined;
        return {
            parameters: signature.parameters.length - (takesRest ? 1 : 0),
            takesRest,
            takesSelf: this.#takesSelf(signature),
        };
    }

    /** By the rules of TypeScriptToLua: methods take self, functions of files with noSelfInFile do not, and `this` decides where it stands. */
    #takesSelf(signature: ts.Signature): boolean {
        const self = signature.thisParameter?.valueDeclaration;
        if (self && ts.isParameter(self)) return self.type?.kind !== ts.SyntaxKind.VoidKeyword;
        const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined;
        if (!declaration) return false;
        if (!ts.isMethodSignature(declaration) && !ts.isMethodDeclaration(declaration)) return false;
        return !ts.getJSDocTags(declaration.parent).some((tag) => tag.tagName.text === "noSelf");
    }

    #where(symbol: ts.Symbol): string {
        const declaration = symbol.declarations?.[0];
        if (!declaration) return "";
        const file = declaration.getSourceFile();
        const { line } = file.getLineAndCharacterOfPosition(declaration.getStart(file));
        return `${path.relative(this.#projectDir, file.fileName).split(path.sep).join("/")}:${line + 1}`;
    }
}

/** Whether a declaration makes a value, not only a type or a namespace of types. */
function isValueDeclaration(declaration: ts.Declaration): boolean {
    if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) return false;
    if (!ts.isModuleDeclaration(declaration)) return true;
    const { body } = declaration;
    if (!body || !ts.isModuleBlock(body)) return true;
    return body.statements.some(
        (statement) => !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement),
    );
}

/** A function that others put there, and that need not take all it is given: a property, where Prosody's own are methods. */
function isCallback(symbol: ts.Symbol): boolean {
    // What a mapped type (`Required<...>`) makes of a property has declarations, but none of a value.
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
    return declaration !== undefined && ts.isPropertySignature(declaration);
}

/** What TypeScript's syntax needs (`then` for `await`, an array's methods); the compiler makes something else of it. */
function isOfJavaScript(declaration: ts.Declaration): boolean {
    return /[\\/]src[\\/]prosody[\\/]lib\.d\.ts$/.test(declaration.getSourceFile().fileName);
}

/** Methods that TypeScriptToLua turns into syntax (`table.get(key)` into `table[key]`), and marks that tell types apart. */
function isOnlyForTheCompiler(type: ts.Type): boolean {
    if ((type.flags & ts.TypeFlags.ESSymbolLike) !== 0) return true;
    const name = type.aliasSymbol?.name ?? "";
    return /^Lua(Table|Map|Set)?(Get|Set|Has|Delete|AddKey|Add|IsEmpty|Length)(Method)?$/.test(name);
}

export function lifetimesOf(declarations: readonly ts.Declaration[]): Lifetime[] {
    return declarations.map((declaration) => {
        const version = (name: string): string | undefined => {
            const tag = ts.getJSDocTags(declaration).find(({ tagName }) => tagName.text === name);
            return /^\d+(\.\d+)*/.exec(ts.getTextOfJSDocComment(tag?.comment) ?? "")?.[0];
        };
        const since = version("since");
        const removed = version("removed");
        return { ...(since !== undefined && { since }), ...(removed !== undefined && { removed }) };
    });
}

export function withText(program: ts.Program, projectDir: string, text: ReadonlyMap<string, string>): ts.Program {
    const options = program.getCompilerOptions();
    const host = ts.createCompilerHost(options, true);
    const read = host.readFile.bind(host);
    const replaced = (file: string): string | undefined =>
        text.get(path.relative(projectDir, file).split(path.sep).join("/"));
    host.readFile = (file) => replaced(path.resolve(file)) ?? read(file);
    host.getSourceFile = (file, languageVersion) => {
        const changed = replaced(path.resolve(file));
        // What is not replaced is the same file object: TypeScript need not read it again.
        if (changed === undefined) return program.getSourceFile(file);
        return ts.createSourceFile(file, changed, languageVersion, true);
    };
    return ts.createProgram({ rootNames: program.getRootFileNames(), options, host });
}
