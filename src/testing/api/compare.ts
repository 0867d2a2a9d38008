/** Holds what is declared against what a running Prosody has. */
import type {
    DeclaredLibrary,
    DeclaredMember,
    DeclaredSignature,
    DeclaredType,
    Declarations,
    Lifetime,
    LuaKind,
} from "./declarations.ts";
import type { Facts, FoundThing, Members } from "./facts.ts";
import {
    dependsOnState,
    hasInternalParameters,
    isImplementedByModules,
    isNotExported,
    isPrivate,
    isWithoutSelf,
    lenderOf,
    mayTakeLess,
    NOT_LOOKED_AT,
    undeclaredGlobal,
} from "./rules.ts";

export type FaultKind = "missing" | "surplus" | "wrong kind" | "wrong version" | "wrong arity" | "unproven";

/** One thing that the declarations get wrong. */
export interface Fault {
    readonly kind: FaultKind;
    /** The library ("util.stanza"), the object type, or "globals". */
    readonly scope: string;
    /** The member; empty for the library or type itself. */
    readonly member: string;
    readonly version: string;
    readonly found: string;
    readonly declared: string;
    readonly where: string;
}

/** What a comparison looked at, for the report of coverage. */
export interface Tally {
    /** Members that were found. */
    found: number;
    /** Of these, those that are declared and right. */
    right: number;
}

export interface Comparison {
    readonly faults: readonly Fault[];
    readonly libraries: ReadonlyMap<string, Tally>;
    readonly types: ReadonlyMap<string, Tally>;
    readonly globals: Tally;
}

function compareVersions(a: string, b: string): number {
    const left = a.split(".").map(Number);
    const right = b.split(".").map(Number);
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0) return difference;
    }
    return 0;
}

/** Whether something with these lifetimes exists in a version. */
export function existsIn(lifetimes: readonly Lifetime[], version: string): boolean {
    return (
        lifetimes.length === 0 ||
        lifetimes.some(
            ({ since, removed }) =>
                (since === undefined || compareVersions(version, since) >= 0) &&
                (removed === undefined || compareVersions(version, removed) < 0),
        )
    );
}

function describeLifetimes(lifetimes: readonly Lifetime[]): string {
    const words = lifetimes.map(({ since, removed }) =>
        [since && `@since ${since}`, removed && `@removed ${removed}`].filter(Boolean).join(" "),
    );
    return words.every((word) => word === "") ? "without version" : [...new Set(words.filter(Boolean))].join(", ");
}

function describeKinds(kinds: ReadonlySet<LuaKind>): string {
    return [...kinds].sort().join(" | ");
}

/** "function(a, b)" is a function; "table callable" is a table that may stand where a function does. */
function allows(kinds: ReadonlySet<LuaKind>, found: string): boolean {
    if (kinds.has("any")) return true;
    const [kind = ""] = found.split(/[ (]/);
    if (kinds.has(kind as LuaKind)) return true;
    return found.endsWith(" callable") && kinds.has("function");
}

/** Two objects of one type are told apart in brackets: "Prosody.HostSession (component)". */
export function typeOf(object: string): string {
    return object.replace(/ \(.*\)$/, "");
}

/** Where a module offers something to others, all its globals are found, meant or not: what is declared has to be there. */
const MODULE_EXPORTS = "Prosody.ModuleExports.";

function holdsMore(type: string): boolean {
    return type.startsWith(MODULE_EXPORTS) || isImplementedByModules(type);
}

/** Where else the same members are found: in other versions, or in other objects of the type. */
type Elsewhere = (facts: Facts) => readonly Members[];

interface Arity {
    readonly names: readonly string[];
    readonly takesRest: boolean;
}

function arityOf(found: string): Arity | undefined {
    const match = /^function\((.*)\)$/.exec(found);
    if (!match) return undefined;
    const names = (match[1] ?? "").split(", ").filter((name) => name !== "");
    return { names: names.filter((name) => name !== "..."), takesRest: names.includes("...") };
}

function describeSignature({ parameters, takesRest, takesSelf }: DeclaredSignature): string {
    return `${parameters} parameters${takesRest ? " and more" : ""}${takesSelf ? " after self" : ""}`;
}

/** What is wrong with a signature for a function with these parameters. */
function isImpossible(signature: DeclaredSignature, arity: Arity, isMethod: boolean): boolean {
    if (isMethod && arity.names[0] === "self" && !signature.takesSelf) return true;
    if (arity.takesRest) return false;
    if (signature.takesRest) return true;
    // A method that needs nothing of its object may leave self out: Lua drops what a function does not take.
    if (signature.takesSelf && arity.names.length === 0) return signature.parameters > 0;
    return signature.parameters + (signature.takesSelf ? 1 : 0) > arity.names.length;
}

/** Whether a function takes more than any of its signatures gives. A name with an underscore says that it is not used. */
function lacksParameters(signatures: readonly DeclaredSignature[], { names, takesRest }: Arity): boolean {
    if (signatures.length === 0 || takesRest) return false;
    const given = Math.max(
        ...signatures.map((one) => (one.takesRest ? Infinity : one.parameters + (one.takesSelf ? 1 : 0))),
    );
    return names.findLastIndex((name) => !name.startsWith("_")) >= given;
}

/** The signature that a function with these parameters cannot have, or the last where they all lack some. */
function wrongSignature(
    signatures: readonly DeclaredSignature[],
    arity: Arity,
    how: { isMethod: boolean; mayLack: boolean },
): DeclaredSignature | undefined {
    const impossible = signatures.find((signature) => isImpossible(signature, arity, how.isMethod));
    return impossible ?? (!how.mayLack && lacksParameters(signatures, arity) ? signatures.at(-1) : undefined);
}

const words = new WeakMap<Facts, ReadonlySet<string>>();

/** Whether the sources of a version speak of a field of this name. */
function speakOf(facts: Facts, name: string): boolean {
    let known = words.get(facts);
    if (!known) {
        known = new Set(Object.values(facts.words).flatMap((list) => list.split(" ")));
        words.set(facts, known);
    }
    return known.has(name);
}

export function compare(declarations: Declarations, all: readonly Facts[]): Comparison[] {
    return all.map((facts) => new Comparer(declarations, facts, all).run());
}

class Comparer {
    readonly #declared: Declarations;
    readonly #facts: Facts;
    readonly #all: readonly Facts[];
    readonly #faults: Fault[] = [];

    constructor(declared: Declarations, facts: Facts, all: readonly Facts[]) {
        this.#declared = declared;
        this.#facts = facts;
        this.#all = all;
    }

    run(): Comparison {
        const libraries = new Map<string, Tally>();
        for (const [name, found] of Object.entries(this.#facts.libraries))
            libraries.set(name, this.#library(name, found));
        for (const library of this.#declared.libraries.values()) this.#surplusLibrary(library);
        const types = new Map<string, Tally>();
        for (const [name, found] of Object.entries(this.#facts.objects)) {
            const type = this.#declared.types.get(typeOf(name));
            if (type) types.set(name, this.#type(name, type, found));
            else if (!this.#offersNothing(name, found))
                this.#fault("missing", name, "", found.kind, "no such type", "");
        }
        for (const [name, reason] of Object.entries(this.#facts.unmade)) this.#unmade(name, reason);
        for (const type of this.#declared.types.values()) {
            this.#unseen(type);
            this.#neverLookedAt(type);
        }
        const globals = this.#globals();
        return { faults: this.#faults, libraries, types, globals };
    }

    #fault(kind: FaultKind, scope: string, member: string, found: string, declared: string, where: string): void {
        this.#faults.push({ kind, scope, member, version: this.#facts.prosody, found, declared, where });
    }

    #exists(lifetimes: readonly Lifetime[]): boolean {
        return existsIn(lifetimes, this.#facts.prosody);
    }

    /** Whether all globals of a module of Prosody's are for itself. */
    #offersNothing(object: string, { members }: FoundThing): boolean {
        if (!object.startsWith(MODULE_EXPORTS)) return false;
        const module = object.slice(MODULE_EXPORTS.length);
        return Object.keys(members).every((name) => isNotExported(module, name));
    }

    /**
     * Members that need not be there and that no object of the type was seen to have: they may come up in a state that the dumper
     * does not bring about, but then the sources speak of them.
     */
    #unseen(type: DeclaredType): void {
        const isOfType = ([name]: [string, unknown]): boolean => typeOf(name) === type.name;
        const objects = Object.entries(this.#facts.objects).filter(isOfType);
        if (objects.length === 0) return;
        const elsewhere = this.#all.flatMap((facts) => Object.entries(facts.objects).filter(isOfType));
        for (const member of type.members.values()) {
            const { name, kinds } = member;
            if (!this.#exists(member.lifetimes) || !(member.isOptional || kinds.has("nil") || kinds.has("any")))
                continue;
            if ([...kinds].every((kind) => kind === "nil") || dependsOnState(type.name, name)) continue;
            if (objects.some(([, { members }]) => members[name] !== undefined || members["@index"] !== undefined))
                continue;
            const isSeen = elsewhere.some(([, { members }]) => members[name] !== undefined);
            if (!isSeen && speakOf(this.#facts, name)) continue;
            const others = this.#all.filter(
                (facts) =>
                    speakOf(facts, name) &&
                    (!isSeen || Object.entries(facts.objects).some((one) => isOfType(one) && one[1].members[name])),
            );
            const versions = others.map(({ prosody }) => prosody).join(", ");
            this.#fault(
                others.length > 0 ? "wrong version" : "surplus",
                type.name,
                name,
                others.length > 0 ? `only in ${versions}` : "in no version",
                describeLifetimes(member.lifetimes),
                member.where,
            );
        }
    }

    /** A type with methods of which the dumper brings no object: its declaration would stand unproven. */
    #neverLookedAt(type: DeclaredType): void {
        const hasMethods = [...type.members.values()].some(({ signatures }) => signatures.some((one) => one.takesSelf));
        if (!type.isClass || !hasMethods || !this.#exists(type.lifetimes) || NOT_LOOKED_AT.has(type.name)) return;
        const isKnown = this.#all.some(({ objects, unmade }) =>
            [...Object.keys(objects), ...Object.keys(unmade)].some((name) => typeOf(name) === type.name),
        );
        if (isKnown) return;
        this.#fault("unproven", type.name, "", "no object of it is looked at", "an interface with methods", type.where);
    }

    #library(name: string, found: FoundThing): Tally {
        const members = Object.keys(found.members).filter((member) => !isPrivate(name, member));
        const library = this.#declared.libraries.get(name);
        if (!library) {
            this.#fault("missing", name, "", found.kind, "not declared", "");
            return { found: members.length, right: 0 };
        }
        if (!this.#exists(library.lifetimes)) {
            this.#fault("wrong version", name, "", found.kind, describeLifetimes(library.lifetimes), library.where);
            return { found: members.length, right: 0 };
        }
        // A library that exports nothing is loaded for what it does; Lua's `require` gives true for it.
        const isEmpty = library.members.size === 0 && found.kind === "boolean";
        if (!isEmpty && !allows(library.kinds, found.kind)) {
            this.#fault("wrong kind", name, "", found.kind, describeKinds(library.kinds), library.where);
        }
        return this.#compareMembers(name, found.members, library.members, {
            isOpen: false,
            isObject: false,
            elsewhere: (facts) => (facts.libraries[name] ? [facts.libraries[name].members] : []),
        });
    }

    #surplusLibrary(library: DeclaredLibrary): void {
        const { name, lifetimes, where } = library;
        if (!this.#exists(lifetimes) || this.#facts.libraries[name]) return;
        const reason = this.#facts.failed[name];
        if (reason !== undefined) {
            this.#fault("unproven", name, "", `cannot be loaded: ${reason}`, describeLifetimes(lifetimes), where);
            return;
        }
        const others = this.#all.filter((facts) => facts.libraries[name]).map(({ prosody }) => prosody);
        const found = others.length > 0 ? `only in ${others.join(", ")}` : "in no version";
        this.#fault(
            others.length > 0 ? "wrong version" : "surplus",
            name,
            "",
            found,
            describeLifetimes(lifetimes),
            where,
        );
    }

    /** An object that cannot be made in a version that is declared to have it. */
    #unmade(name: string, reason: string): void {
        const type = this.#declared.types.get(typeOf(name));
        const library = [...this.#declared.libraries.values()].find((one) => name.startsWith(`prosody.${one.name}.`));
        if (!type || !this.#exists(type.lifetimes) || (library && !this.#exists(library.lifetimes))) return;
        if (this.#isUndeclaredHere(reason)) return;
        const declared = describeLifetimes(type.lifetimes);
        this.#fault("unproven", name, "", `cannot be made: ${reason}`, declared, type.where);
    }

    /** Whether what an object is made with is declared as not there in this version. */
    #isUndeclaredHere(reason: string): boolean {
        const [, missing] = /^module '([\w.]+)' not found/.exec(reason) ?? [];
        const [, owner = missing, member] = /^([\w.]+) has no (\w+)$/.exec(reason) ?? [];
        const library = owner === undefined ? undefined : this.#declared.libraries.get(owner);
        if (!library) return false;
        if (!this.#exists(library.lifetimes)) return true;
        const declared = member === undefined ? undefined : library.members.get(member);
        return declared !== undefined && !this.#exists(declared.lifetimes);
    }

    #type(name: string, type: DeclaredType, found: FoundThing): Tally {
        if (!this.#exists(type.lifetimes)) {
            const declared = describeLifetimes(type.lifetimes);
            this.#fault("wrong version", name, "", found.kind, declared, type.where);
        }
        if (!allows(type.kinds, found.kind)) {
            this.#fault("wrong kind", name, "", found.kind, describeKinds(type.kinds), type.where);
        }
        const arity = arityOf(found.kind);
        const wrong = arity && wrongSignature(type.signatures, arity, { isMethod: false, mayLack: false });
        if (wrong) this.#fault("wrong arity", name, "", found.kind, describeSignature(wrong), type.where);
        return this.#compareMembers(name, found.members, type.members, {
            isOpen: type.isOpen || found.members["@index"] !== undefined || holdsMore(type.name),
            isObject: true,
            // Objects of one type may come from several hands, each with its own functions for the same methods.
            elsewhere: (facts) =>
                Object.entries(facts.objects)
                    .filter(([other]) => typeOf(other) === type.name)
                    .map(([, { members }]) => members),
        });
    }

    #compareMembers(
        scope: string,
        found: Members,
        declared: ReadonlyMap<string, DeclaredMember>,
        how: { isOpen: boolean; isObject: boolean; elsewhere: Elsewhere },
    ): Tally {
        const tally: Tally = { found: 0, right: 0 };
        for (const [name, kind] of Object.entries(found)) {
            const [outer = "", inner] = name.split(/\.(.*)/s);
            const holder = declared.get(outer);
            // Inside of a table that is declared as open, or as an object of a class, names are data.
            if (inner !== undefined && (!holder || holder.members.size === 0)) continue;
            const member = inner === undefined ? (declared.get(name) ?? undefined) : holder?.members.get(inner);
            if (!member && this.#needsNoDeclaration(scope, inner ?? outer, how.isOpen && inner === undefined)) continue;
            tally.found++;
            if (this.#isRight(scope, name, kind, member, how)) tally.right++;
        }
        for (const member of declared.values()) {
            this.#surplus(scope, member.name, member, found, how);
            for (const inner of member.members.values()) {
                // Only groups of functions are dumped with what is in them.
                const isDumped = Object.keys(found).some((name) => name.startsWith(`${member.name}.`));
                if (isDumped) this.#surplus(scope, `${member.name}.${inner.name}`, inner, found, how);
            }
        }
        return tally;
    }

    #needsNoDeclaration(scope: string, name: string, isOpen: boolean): boolean {
        const type = typeOf(scope);
        const lender = lenderOf(type);
        return (
            isOpen ||
            isPrivate(type, name) ||
            (lender !== undefined &&
                (isPrivate(lender, name) || (this.#declared.types.get(lender)?.members.has(name) ?? false)))
        );
    }

    #isRight(
        scope: string,
        name: string,
        found: string,
        member: DeclaredMember | undefined,
        { isObject, elsewhere }: { isObject: boolean; elsewhere: Elsewhere },
    ): boolean {
        if (!member) {
            this.#fault("missing", scope, name, found, "not declared", this.#placeOf(scope));
            return false;
        }
        if (!this.#exists(member.lifetimes)) {
            this.#fault("wrong version", scope, name, found, describeLifetimes(member.lifetimes), member.where);
            return false;
        }
        if (!allows(member.kinds, found)) {
            this.#fault("wrong kind", scope, name, found, describeKinds(member.kinds), member.where);
            return false;
        }
        const arity = this.#arityInAny(name, elsewhere);
        const takesAnything = mayTakeLess(typeOf(scope));
        const isMethod = isObject && !isWithoutSelf(typeOf(scope), name);
        const mayLack = hasInternalParameters(typeOf(scope), name);
        const wrong =
            arity && !takesAnything ? wrongSignature(member.signatures, arity, { isMethod, mayLack }) : undefined;
        if (wrong) {
            this.#fault("wrong arity", scope, name, found, describeSignature(wrong), member.where);
            return false;
        }
        return true;
    }

    /**
     * The most parameters that a function takes in any version. Lua drops arguments that a function does not take, so a parameter
     * that came later is right for the earlier versions, too.
     */
    #arityInAny(name: string, elsewhere: Elsewhere): Arity | undefined {
        let most: Arity | undefined;
        for (const members of this.#all.flatMap(elsewhere)) {
            const found = members[name];
            if (found === undefined) continue;
            const arity = arityOf(found);
            if (!arity) return undefined;
            most = {
                names: arity.names.length > (most?.names.length ?? -1) ? arity.names : most!.names,
                takesRest: arity.takesRest || (most?.takesRest ?? false),
            };
        }
        return most;
    }

    #surplus(
        scope: string,
        name: string,
        member: DeclaredMember,
        found: Members,
        how: { isObject: boolean; elsewhere: Elsewhere },
    ): void {
        if (found[name] !== undefined || !this.#exists(member.lifetimes)) return;
        // What need not be there is looked at for all objects of the type together.
        if (how.isObject && (member.kinds.has("nil") || member.kinds.has("any") || member.isOptional)) return;
        // What a class looks up by a function of its own cannot be listed.
        if (found["@index"] !== undefined && how.isObject) return;
        const others = this.#all.filter((facts) => how.elsewhere(facts).some((members) => members[name] !== undefined));
        const declared = describeLifetimes(member.lifetimes);
        if (others.length > 0) {
            const versions = others.map(({ prosody }) => prosody).join(", ");
            this.#fault("wrong version", scope, name, `only in ${versions}`, declared, member.where);
        } else this.#fault("surplus", scope, name, "in no version", declared, member.where);
    }

    #placeOf(scope: string): string {
        return (this.#declared.libraries.get(scope) ?? this.#declared.types.get(typeOf(scope)))?.where ?? "";
    }

    #globals(): Tally {
        const { globals } = this.#facts;
        const tally: Tally = { found: 0, right: 0 };
        const how = { isObject: false, elsewhere: (facts: Facts) => [facts.globals] };
        for (const [name, kind] of Object.entries(globals)) {
            if (EACH_MODULES_OWN.has(name)) continue;
            const member = this.#declared.globals.get(name);
            if (!member && (undeclaredGlobal(name) || isPrivate("globals", name))) continue;
            tally.found++;
            if (this.#isRight("globals", name, kind, member, how)) tally.right++;
        }
        for (const member of this.#declared.globals.values()) {
            if (EACH_MODULES_OWN.has(member.name)) continue;
            this.#surplus("globals", member.name, member, globals, how);
        }
        return tally;
    }
}

/** Globals that a module has instead of the server's. */
const EACH_MODULES_OWN: ReadonlySet<string> = new Set(["module"]);
