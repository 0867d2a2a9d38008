/** From which Prosody on something exists, and until which, as its declaration says with `@since` and `@removed`. */
import ts from "typescript";

export interface Lifetime {
    /** The first release that has it. */
    readonly since?: string;
    /** The first release that has it no more. */
    readonly removed?: string;
    /** What the tag says after the version: what to take instead. */
    readonly instead?: string;
}

/** Undefined where the declaration says nothing, so that it is there in all versions. */
export function lifetimeOf(declaration: ts.Node): Lifetime | undefined {
    let since: string | undefined;
    let removed: string | undefined;
    let instead: string | undefined;
    for (const tag of ts.getJSDocTags(declaration)) {
        const name = tag.tagName.text;
        if (name !== "since" && name !== "removed") continue;
        const text = ts.getTextOfJSDocComment(tag.comment) ?? "";
        const [, version, rest = ""] = /^(\d+(?:\.\d+)*)\.?\s*([\s\S]*)$/.exec(text) ?? [];
        if (version === undefined) continue;
        if (name === "since") since = version;
        else removed = version;
        instead ??= rest.replace(/\s+/g, " ").trim() || undefined;
    }
    if (since === undefined && removed === undefined) return undefined;
    return {
        ...(since !== undefined && { since }),
        ...(removed !== undefined && { removed }),
        ...(instead !== undefined && { instead }),
    };
}

/** What the tags in one declaration file are about. Looking a name up here spares asking for most names' symbols. */
export interface TaggedNames {
    /** Names of members, functions, variables and events that have a lifetime. */
    readonly names: ReadonlySet<string>;
    /** Modules (`prosody.util.error`) that have one. */
    readonly modules: ReadonlyMap<string, Lifetime>;
    /** Functions and methods of which an overload has one, by name. */
    readonly overloads: ReadonlySet<string>;
    /** All versions that the tags name. */
    readonly versions: ReadonlySet<string>;
    readonly keys: readonly DeclaredKey[];
}

/** An event, a kind of item or the like: what modules name by a text. */
export interface DeclaredKey {
    readonly scope: KeyScope;
    /** The name, or the fixed parts of a pattern: `user-flag-added/${string}` is ["user-flag-added/", ""]. */
    readonly parts: readonly string[];
    readonly lifetime: Lifetime | undefined;
}

/** The interfaces that say what each of these names means. */
export type KeyScope = "HostEvents" | "GlobalEvents" | "Items" | "Providers" | "ModuleExports";

const scopes: ReadonlySet<string> = new Set<KeyScope>([
    "HostEvents",
    "GlobalEvents",
    "Items",
    "Providers",
    "ModuleExports",
]);

/** Whether a file is one of those that declare Prosody: an author's own `@since` is about something else. */
export function declaresProsody(file: ts.SourceFile): boolean {
    return file.isDeclarationFile && /[\\/]src[\\/]prosody[\\/]/.test(file.fileName);
}

const read = new WeakMap<ts.SourceFile, TaggedNames>();

/** Read once for each file: a rebuild has the same file objects where nothing changed. */
export function taggedNames(file: ts.SourceFile): TaggedNames {
    let found = read.get(file);
    if (!found) read.set(file, (found = readTaggedNames(file)));
    return found;
}

function readTaggedNames(file: ts.SourceFile): TaggedNames {
    const names = new Set<string>();
    const modules = new Map<string, Lifetime>();
    const overloads = new Set<string>();
    const versions = new Set<string>();
    const keys: DeclaredKey[] = [];
    const tags = [...file.text.matchAll(/@(?:since|removed) /g)].map(({ index }) => index);
    const isTaggedBetween = (start: number, end: number) => tags.some((tag) => tag >= start && tag < end);
    const visit = (node: ts.Node): void => {
        const scope = ts.isTypeElement(node) ? scopeOf(node.parent) : undefined;
        const isTagged = isTaggedBetween(node.pos, node.end);
        // Asking every node for its tags would take four times as long. Without tags only keys are of interest.
        const mayHoldKeys = ts.isModuleDeclaration(node) || ts.isModuleBlock(node) || holdsKeys(node);
        if (!isTagged && !mayHoldKeys && scope === undefined) return;
        const mayHave = isTagged && (ts.isTypeElement(node) || ts.isStatement(node));
        const lifetime = mayHave && isTaggedBetween(node.pos, node.getStart(file)) ? lifetimeOf(node) : undefined;
        if (scope) keys.push({ scope, parts: keyParts(node as ts.TypeElement), lifetime });
        if (lifetime) {
            if (lifetime.since !== undefined) versions.add(lifetime.since);
            if (lifetime.removed !== undefined) versions.add(lifetime.removed);
            for (const name of declaredNames(node)) {
                if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) modules.set(name, lifetime);
                else names.add(name);
                if (ts.isMethodSignature(node) || ts.isFunctionDeclaration(node)) overloads.add(name);
            }
        }
        ts.forEachChild(node, visit);
    };
    ts.forEachChild(file, visit);
    return { names, modules, overloads, versions, keys };
}

function declaredNames(node: ts.Node): string[] {
    if (ts.isVariableStatement(node)) {
        return node.declarationList.declarations.map(({ name }) => name).map((name) => name.getText());
    }
    const name = ts.getNameOfDeclaration(node as ts.Declaration);
    return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? [name.text] : [];
}

function holdsKeys(node: ts.Node): node is ts.InterfaceDeclaration {
    return ts.isInterfaceDeclaration(node) && scopes.has(node.name.text);
}

function scopeOf(node: ts.Node): KeyScope | undefined {
    return holdsKeys(node) ? (node.name.text as KeyScope) : undefined;
}

function keyParts(member: ts.TypeElement): string[] {
    if (!ts.isIndexSignatureDeclaration(member)) return declaredNames(member);
    const type = member.parameters[0]?.type;
    if (!type || !ts.isTemplateLiteralTypeNode(type)) return [];
    return [type.head.text, ...type.templateSpans.map(({ literal }) => literal.text)];
}
