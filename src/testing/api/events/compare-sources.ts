/** Holds what Prosody's sources fire and wait for against the map of events that is declared. */
import ts from "typescript";
import { lifetimesOf } from "../declarations.ts";
import type { EventFault } from "./compare.ts";
import { allEvents, findEvent, keyOf, literally, type DeclaredEvent, type DeclaredEvents } from "./declared.ts";
import type { EventFacts } from "./facts.ts";
import { existsIn } from "./fit.ts";
import type { FiringSite } from "./sources.ts";

/** A pattern with less text than that says nothing: `*`. */
const SHORTEST_PATTERN = 5;

/** What stands for a part of a name that is computed. */
const ANY_PART = "any";

/** Names of which the sources say too little: whole ones are in variables. What is fired under them is seen in a running server. */
export function isTold(name: string): boolean {
    return !name.startsWith("*");
}

/** Folders whose events are not fired by the server or its hosts. */
function scopesOf(file: string): string[] {
    const own = file.replace(/\.lua$/, "");
    return [own, "host", "server", "util/pubsub", "net/http/server", "net/http", "util/adminstream", "util/fsm"];
}

/** The declarations that a name of the sources falls under, or that fall under the name where it is the wider one. */
function declarationsOf(declared: DeclaredEvents, name: string, files: readonly string[]): DeclaredEvent[] {
    const example = name.replaceAll("*", ANY_PART);
    const wide = new RegExp(`^${name.split("*").map(literally).join(".+")}$`);
    const scopes = new Set(files.flatMap(scopesOf));
    const found = [...scopes].flatMap((scope) => {
        const map = declared.maps.get(scope);
        if (!map) return [];
        const event = map.patterns.find((pattern) => pattern.name === name) ?? findEvent(map, example);
        if (event) return [event];
        if (!name.includes("*") || name.length < SHORTEST_PATTERN) return [];
        return [...map.literals.values(), ...map.patterns].filter((one) =>
            wide.test(one.name.replaceAll("*", ANY_PART)),
        );
    });
    return [...new Map(found.map((event) => [keyOf(event), event])).values()];
}

/**
 * @returns faults: an event of the sources that is not declared, or not for this version; a declared one that this version
 * neither has in its sources nor was seen to fire; a key that a site gives and the payload lacks, or needs and a site does not give.
 */
export function compareSources(declared: DeclaredEvents, { prosody: version, events, seen }: EventFacts): EventFault[] {
    const faults: EventFault[] = [];
    const backed = new Set(seen);
    for (const [name, { fired, hooked }] of Object.entries(events)) {
        const files = [...fired.map(({ file }) => file), ...hooked];
        // A fired event goes by its library; what waits says little of who fires.
        const candidates = declarationsOf(declared, name, files);
        for (const event of candidates) backed.add(keyOf(event));
        if (!isTold(name)) continue;
        const [event] = candidates.filter(({ lifetime }) => existsIn(version, lifetime));
        if (event) {
            for (const site of fired) faults.push(...compareSite(declared.checker, version, event, site));
            continue;
        }
        const [other] = candidates;
        faults.push({
            kind: other ? "wrong version" : "undeclared event",
            version,
            event: name,
            text: `in ${[...new Set(files)].join(", ")}`,
            where: other?.where ?? "",
        });
    }
    for (const event of allEvents(declared)) {
        if (backed.has(keyOf(event)) || !existsIn(version, event.lifetime)) continue;
        const text = "declared, but in no source and never fired";
        faults.push({ kind: "surplus event", version, event: event.name, text, where: event.where });
    }
    return faults;
}

/** The keys that a site writes out. */
function compareSite(checker: ts.TypeChecker, version: string, event: DeclaredEvent, site: FiringSite): EventFault[] {
    const { file, keys } = site;
    const { payload, where } = event;
    if (keys === undefined || payload.isUnion() || (payload.flags & ts.TypeFlags.Any) !== 0) return [];
    const fault = (kind: EventFault["kind"], text: string): EventFault => ({
        kind,
        version,
        event: event.name,
        text,
        where,
    });
    const properties = new Map(checker.getPropertiesOfType(payload).map((property) => [property.name, property]));
    if (payload.getStringIndexType() !== undefined || (payload.flags & ts.TypeFlags.StringLike) !== 0) return [];
    const strange = keys.filter((key) => !properties.has(key));
    const missing = [...properties.values()].filter(
        (property) =>
            !keys.includes(property.name) &&
            (property.flags & ts.SymbolFlags.Optional) === 0 &&
            lifetimesOf(property.declarations ?? []).some((lifetime) => existsIn(version, lifetime)),
    );
    return [
        ...strange.map((key) => fault("undeclared key", `${file} gives ${key}`)),
        ...missing.map(({ name }) => fault("missing key", `${file} does not give ${name}`)),
    ];
}
