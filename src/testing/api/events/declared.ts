/** The map of events as the compiler reads it from the declarations. */
import path from "node:path";
import ts from "typescript";
import { createLuaProgram } from "../../../compiler/program.ts";
import { lifetimesOf, withText, type Lifetime } from "../declarations.ts";

/** Who fires events, and the interface that maps them. */
export const EVENT_MAPS: Readonly<Record<string, string>> = {
    server: "GlobalEvents",
    host: "HostEvents",
    "util/pubsub": "PubsubEvents",
    "net/http": "HttpClientEvents",
    "net/http/server": "HttpServerEvents",
    "util/adminstream": "AdminStreamEvents",
    "util/fsm": "FsmEvents",
};

export interface DeclaredEvent {
    /** The name, or the pattern with `*` for what varies. */
    readonly name: string;
    readonly isPattern: boolean;
    /** The interface that declares it: HostEvents has those of GlobalEvents, too. */
    readonly map: string;
    /** What a handler gets. */
    readonly payload: ts.Type;
    /** What a handler may return, nothing included. */
    readonly result: ts.Type;
    readonly lifetime: Lifetime;
    /** The file, relative to the project, and the line. */
    readonly where: string;
}

export interface DeclaredMap {
    readonly name: string;
    /** Literal names. */
    readonly literals: ReadonlyMap<string, DeclaredEvent>;
    /** Patterns, in the order in which they are declared. */
    readonly patterns: readonly (DeclaredEvent & { readonly matches: (name: string) => boolean })[];
}

export interface DeclaredEvents {
    readonly checker: ts.TypeChecker;
    /** By who fires. */
    readonly maps: ReadonlyMap<string, DeclaredMap>;
}

/**
 * @param projectDir The folder of tstl.json, whose declarations are read.
 * @param text Replaces the text of a declaration file, by its path relative to the project.
 */
export function readDeclaredEvents(projectDir: string, text?: ReadonlyMap<string, string>): DeclaredEvents {
    const created = createLuaProgram({ configFile: path.join(projectDir, "tstl.json"), entries: [] }).program;
    const program = text ? withText(created, projectDir, text) : created;
    const checker = program.getTypeChecker();
    const namespace = checker.resolveName("Prosody", undefined, ts.SymbolFlags.Namespace, false);
    if (!namespace) throw new Error("The declarations have no namespace Prosody");
    const maps = new Map<string, DeclaredMap>();
    for (const [scope, name] of Object.entries(EVENT_MAPS)) {
        const symbol = checker.getExportsOfModule(namespace).find((exported) => exported.name === name);
        if (symbol) maps.set(scope, readMap(checker, projectDir, name, checker.getDeclaredTypeOfSymbol(symbol)));
    }
    return { checker, maps };
}

function whereOf(projectDir: string, declaration: ts.Declaration | undefined): string {
    if (!declaration) return "";
    const file = declaration.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(declaration.getStart(file));
    return `${path.relative(projectDir, file.fileName).split(path.sep).join("/")}:${line + 1}`;
}

/** The text as part of a regular expression. */
export function literally(text: string): string {
    return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}

function interfaceOf(declaration: ts.Declaration | undefined): string | undefined {
    const parent = declaration?.parent;
    return parent && ts.isInterfaceDeclaration(parent) ? parent.name.text : undefined;
}

/** What says which declaration it is, among all maps. */
export function keyOf({ map, name }: DeclaredEvent): string {
    return `${map} ${name}`;
}

/** Each declaration once, in the order of the maps. */
export function allEvents({ maps }: DeclaredEvents): DeclaredEvent[] {
    const events = [...maps.values()].flatMap(({ literals, patterns }) => [...literals.values(), ...patterns]);
    return [...new Map(events.map((event) => [keyOf(event), event])).values()];
}

function readMap(checker: ts.TypeChecker, projectDir: string, name: string, type: ts.Type): DeclaredMap {
    const read = (event: string, handler: ts.Type, declaration: ts.Declaration | undefined): DeclaredEvent => {
        const [signature] = handler.getCallSignatures();
        const [parameter] = signature?.parameters ?? [];
        return {
            name: event,
            isPattern: false,
            map: interfaceOf(declaration) ?? name,
            payload: parameter ? checker.getTypeOfSymbol(parameter) : checker.getUndefinedType(),
            result: signature ? checker.getReturnTypeOfSignature(signature) : checker.getVoidType(),
            lifetime: (declaration && lifetimesOf([declaration])[0]) ?? {},
            where: whereOf(projectDir, declaration),
        };
    };
    const literals = new Map<string, DeclaredEvent>();
    for (const property of checker.getPropertiesOfType(type)) {
        literals.set(property.name, read(property.name, checker.getTypeOfSymbol(property), property.declarations?.[0]));
    }
    const patterns = checker.getIndexInfosOfType(type).map((info) => {
        const texts = (info.keyType as ts.TemplateLiteralType).texts;
        const event = read(texts.join("*"), info.type, info.declaration);
        const expression = new RegExp(`^${texts.map(literally).join("(.*)")}$`, "s");
        return { ...event, isPattern: true, matches: (fired: string) => expression.test(fired) };
    });
    return { name, literals, patterns };
}

/** The declaration that a fired event falls under: its own name before patterns, and of these the one that says most. */
export function findEvent(map: DeclaredMap, name: string): DeclaredEvent | undefined {
    return (
        map.literals.get(name) ??
        map.patterns.filter(({ matches }) => matches(name)).sort((a, b) => b.name.length - a.name.length)[0]
    );
}
