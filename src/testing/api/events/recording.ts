/** What servers recorded of their events: made possible, read back, and put together. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { compileFiles } from "../../../compiler/compile.ts";
import { RECORDING_VARIABLE } from "../../prosody/event-recording.ts";

/** What was seen in one place; see recorder/shape.ts. */
export interface Shape {
    readonly count: number;
    readonly kinds: Readonly<Record<string, Kind>>;
}

export interface Kind {
    readonly lua: string;
    readonly count: number;
    readonly values?: readonly string[];
    readonly many?: boolean;
    readonly looked?: number;
    readonly fields?: Readonly<Record<string, Shape>>;
    readonly dynamic?: boolean;
    readonly otherKeys?: Readonly<Record<string, boolean>>;
}

export interface RecordedEvent {
    readonly count: number;
    readonly payload: Shape;
    readonly added: Readonly<Record<string, Shape>>;
    readonly result: Shape;
}

/** Events by name, by who fires them: "server", "host", "util/pubsub" ... */
export type Recording = ReadonlyMap<string, ReadonlyMap<string, RecordedEvent>>;

/** Where the servers of the end-to-end specs keep what they recorded, from the project's root. */
export const RECORDINGS_FOLDER = path.join(".test-results", "events");

const RECORDER = path.join("src", "testing", "api", "events", "recorder", "event_recorder.ts");

/**
 * Compiles the recorder into a folder and has all servers that are started from now on record there.
 * @throws with the diagnostics when the recorder does not compile.
 */
export async function recordInto(projectDir: string, folder: string): Promise<void> {
    const { diagnostics, outputs } = compileFiles({ projectDir, entries: [path.join(projectDir, RECORDER)] });
    const [output] = outputs;
    if (!output) {
        const texts = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
        throw new Error(`The recorder of events does not compile:\n${texts.join("\n")}`);
    }
    const recorder = path.join(folder, "recorder");
    await mkdir(recorder, { recursive: true });
    // What earlier servers recorded says nothing of those to come.
    for (const file of await readdir(folder)) {
        if (file.endsWith(".jsonl")) await rm(path.join(folder, file));
    }
    await writeFile(path.join(recorder, "event_recorder.lua"), output.lua);
    // The server runs as another user inside its container.
    await chmod(folder, 0o755);
    await chmod(recorder, 0o755);
    process.env[RECORDING_VARIABLE] = folder;
}

function mergeRecords<T>(
    a: Readonly<Record<string, T>> = {},
    b: Readonly<Record<string, T>> = {},
    merge: (a: T, b: T) => T,
): Record<string, T> {
    const merged: Record<string, T> = { ...a };
    for (const [key, value] of Object.entries(b)) {
        merged[key] = merged[key] === undefined ? value : merge(merged[key], value);
    }
    return merged;
}

function mergeKinds(a: Kind, b: Kind): Kind {
    const values = [...new Set([...(a.values ?? []), ...(b.values ?? [])])];
    return {
        lua: a.lua,
        count: a.count + b.count,
        ...(values.length > 0 && { values }),
        ...((a.many === true || b.many === true) && { many: true }),
        looked: (a.looked ?? 0) + (b.looked ?? 0),
        ...((a.fields ?? b.fields) && { fields: mergeRecords(a.fields, b.fields, mergeShapes) }),
        ...((a.dynamic === true || b.dynamic === true) && { dynamic: true }),
        otherKeys: { ...a.otherKeys, ...b.otherKeys },
    };
}

function mergeShapes(a: Shape, b: Shape): Shape {
    return { count: a.count + b.count, kinds: mergeRecords(a.kinds, b.kinds, mergeKinds) };
}

function mergeEvents(a: RecordedEvent, b: RecordedEvent): RecordedEvent {
    return {
        count: a.count + b.count,
        payload: mergeShapes(a.payload, b.payload),
        added: mergeRecords(a.added, b.added, mergeShapes),
        result: mergeShapes(a.result, b.result),
    };
}

interface Line {
    readonly scope: string;
    readonly event: string;
    readonly recorded: RecordedEvent;
}

/** An empty table of Lua is a list and none. */
function mend(key: string, value: unknown): unknown {
    const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
    if (!isEmpty) return value;
    return key === "values" ? [] : {};
}

/** The recordings of a folder by Prosody version, each put together of all its servers'. */
export async function readRecordings(folder: string): Promise<Map<string, Recording>> {
    const byVersion = new Map<string, Map<string, Map<string, RecordedEvent>>>();
    const files = (await readdir(folder)).filter((file) => file.endsWith(".jsonl")).sort();
    for (const file of files) {
        const version = file.slice(0, file.lastIndexOf("-"));
        const scopes = byVersion.get(version) ?? new Map<string, Map<string, RecordedEvent>>();
        byVersion.set(version, scopes);
        for (const line of (await readFile(path.join(folder, file), "utf8")).split("\n")) {
            if (line === "") continue;
            const { scope, event, recorded } = JSON.parse(line, mend) as Line;
            const events = scopes.get(scope) ?? new Map<string, RecordedEvent>();
            scopes.set(scope, events);
            const known = events.get(event);
            events.set(event, known ? mergeEvents(known, recorded) : recorded);
        }
    }
    return byVersion;
}
