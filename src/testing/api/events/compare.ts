/** Holds what servers fired against the map of events that is declared. */
import ts from "typescript";
import { lifetimesOf, type Lifetime } from "../declarations.ts";
import { findEvent, keyOf, type DeclaredEvent, type DeclaredEvents } from "./declared.ts";
import { existsIn, Fit } from "./fit.ts";
import type { Kind, RecordedEvent, Recording, Shape } from "./recording.ts";

export type FaultKind =
    | "undeclared event"
    | "surplus event"
    | "wrong version"
    | "undeclared key"
    | "missing key"
    | "wrong type"
    | "wrong result";

export interface EventFault {
    readonly kind: FaultKind;
    readonly version: string;
    readonly event: string;
    /** What was seen against what is declared. */
    readonly text: string;
    readonly where: string;
}

export interface EventComparison {
    readonly version: string;
    readonly faults: readonly EventFault[];
    /** The declared events and patterns that were seen, by their keys. */
    readonly seen: ReadonlySet<string>;
    /** How many different names were fired. */
    readonly names: number;
    /** How often events were fired. */
    readonly firings: number;
}

/** Events that Prosody's own handlers stop although nobody asks for an answer: who else waits for them does so in vain. */
const OWN_STOPS: ReadonlySet<string> = new Set([
    // mod_cron takes each task for itself.
    "item-added/*",
    "item-removed/*",
    // muc/persistent.lib.lua says whether it has forgotten the room.
    "muc-room-destroyed",
]);

/** Events of modules under test, which are not Prosody's: these, their modules' own specs look at. */
export type IsForeign = (event: string) => boolean;

export function compareRecording(
    declared: DeclaredEvents,
    version: string,
    recording: Recording,
    isForeign: IsForeign = () => false,
): EventComparison {
    const faults: EventFault[] = [];
    const seen = new Set<string>();
    let names = 0;
    let firings = 0;
    const fit = new Fit(declared.checker, version);
    for (const [scope, events] of recording) {
        const map = declared.maps.get(scope);
        for (const [event, recorded] of events) {
            if (isForeign(event)) continue;
            names++;
            firings += recorded.count;
            const found = map && findEvent(map, event);
            if (!found) {
                const text = `fired ${recorded.count} times by ${scope}, and in no ${map?.name ?? "map of events"}`;
                faults.push({ kind: "undeclared event", version, event, text, where: "" });
                continue;
            }
            seen.add(keyOf(found));
            for (const [kind, text] of compareEvent(declared.checker, fit, version, found, recorded)) {
                faults.push({ kind, version, event, text, where: found.where });
            }
        }
    }
    return { version, faults, seen, names, firings };
}

type Found = [kind: FaultKind, text: string];

function compareEvent(
    checker: ts.TypeChecker,
    fit: Fit,
    version: string,
    declared: DeclaredEvent,
    recorded: RecordedEvent,
): Found[] {
    const faults: Found[] = [];
    if (!existsIn(version, declared.lifetime)) {
        const { since = "the first", removed } = declared.lifetime;
        const until = removed === undefined ? "" : ` until ${removed}`;
        faults.push(["wrong version", `fired ${recorded.count} times, declared is from ${since}${until}`]);
    }
    const { payload } = recorded;
    if (payload.count < recorded.count && !mayBeNothing(declared.payload)) {
        faults.push(["wrong type", `without payload ${recorded.count - payload.count} of ${recorded.count} times`]);
    }
    for (const text of fit.shape(declared.payload, payload, "")) {
        const kind = / is (never there|there \d+ of \d+ times), declared/.test(text) ? "missing key" : "wrong type";
        faults.push([kind, text]);
    }
    for (const [name, kind] of Object.entries(payload.kinds)) {
        // A stanza, or a table by name, has no keys of the event's.
        if (!name.startsWith("stanza")) faults.push(...compareKeys(checker, version, declared, kind));
    }
    for (const [key, shape] of Object.entries(recorded.added)) {
        const property = propertyOf(checker, declared.payload, key);
        if (property === undefined) faults.push(["undeclared key", `a handler adds ${key}: ${describe(shape.kinds)}`]);
        else if (property !== "any")
            faults.push(...fit.shape(property.type, shape, key).map((text): Found => ["wrong type", text]));
    }
    const stops = isTruth(declared.result) ? falsities(recorded.result) : recorded.result;
    if (!OWN_STOPS.has(declared.name)) {
        faults.push(...fit.shape(declared.result, stops, "result").map((text): Found => ["wrong result", text]));
    }
    return faults;
}

/** Whether true is a right answer: then any other that Lua takes for true is as good, and Prosody's own handlers give such. */
function isTruth(type: ts.Type): boolean {
    const parts = type.isUnion() ? type.types : [type];
    return parts.some((part) => (part.flags & ts.TypeFlags.BooleanLike) !== 0);
}

function falsities(result: Shape): Shape {
    const { boolean } = result.kinds;
    return { count: result.count, kinds: boolean === undefined ? {} : { boolean } };
}

function mayBeNothing(type: ts.Type): boolean {
    const parts = type.isUnion() ? type.types : [type];
    return parts.some((part) => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Any)) !== 0);
}

/** Keys of the payload that nothing declares, and keys of another version. */
function compareKeys(checker: ts.TypeChecker, version: string, declared: DeclaredEvent, kind: Kind): Found[] {
    if (kind.lua !== "table") return [];
    const faults: Found[] = [];
    for (const [key, shape] of Object.entries(kind.fields ?? {})) {
        const property = propertyOf(checker, declared.payload, key);
        if (property === undefined) faults.push(["undeclared key", `${key}: ${describe(shape.kinds)}`]);
        else if (property !== "any" && !existsIn(version, property.lifetime)) {
            faults.push(["wrong version", `${key} is there ${shape.count} times`]);
        }
    }
    return faults;
}

interface DeclaredKey {
    readonly type: ts.Type;
    readonly lifetime: Lifetime;
}

/** A key of any part of a payload; "any" where every key is right. */
function propertyOf(checker: ts.TypeChecker, payload: ts.Type, key: string): DeclaredKey | "any" | undefined {
    const parts = payload.isUnion() ? payload.types : [payload];
    for (const part of parts) {
        if ((part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return "any";
        const property = checker.getPropertyOfType(part, key);
        if (property) {
            const [lifetime = {}] = lifetimesOf(property.declarations ?? []);
            return { type: checker.getTypeOfSymbol(property), lifetime };
        }
        if (part.getStringIndexType() !== undefined) return "any";
    }
    return undefined;
}

function describe(kinds: Readonly<Record<string, Kind>>): string {
    return Object.entries(kinds)
        .map(([name, { values, many }]) =>
            values && many !== true && name === "string" ? values.map((value) => `"${value}"`).join(" | ") : name,
        )
        .join(" | ");
}

/** What was compared, and each fault on a line of its own before that. */
export function formatEventComparison({ version, faults, seen, names, firings }: EventComparison): string {
    const sum = `${firings} firings of ${names} events, which fall under ${seen.size} declared ones; ${faults.length} faults`;
    return [...faults.map(formatEventFault), `Prosody ${version}: ${sum}`].join("\n");
}

export function formatEventFault({ kind, version, event, text, where }: EventFault): string {
    return `${where === "" ? "src/prosody/events.d.ts" : where}  ${event}  Prosody ${version}  ${kind}: ${text}`;
}
