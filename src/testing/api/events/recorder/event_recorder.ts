/**
 * Records every event that a server fires, on all its objects that fire events: how often, what the payload held, what the handlers
 * added to it, and what they returned. For the proof of the declarations.
 *
 * It is run by the configuration file, before Prosody's own libraries ask `util.events` for what they fire events with: no module,
 * because a module comes too late for half of what happens at a start. When the server ends it writes what it recorded to the log.
 *
 * @noSelfInFile
 */

import * as json from "prosody.util.json";
import * as logger from "prosody.util.logger";
import { addValue, newShape, type Shape } from "./shape";

interface Recorded {
    count: number;
    payload: Shape;
    /** What handlers put into the payload. */
    added: Record<string, Shape>;
    /** What the handlers returned that stopped it. */
    result: Shape;
}

type Fire = (this: void, event: string, data: unknown) => unknown;
type Wrapper = (this: void, handlers: Fire, event: string, data: unknown) => unknown;
interface EventsObject {
    add_wrapper(this: void, event: false, wrapper: Wrapper): void;
}

const { getinfo } = debug as unknown as {
    getinfo(this: void, level: number, what: string): { source: string } | undefined;
};
const { loaded } = (_G as unknown as Record<string, { loaded: Record<string, unknown> }>)["package"]!;
const library = require("util.events") as { new: (this: void) => EventsObject };
const log = logger.init("event_recorder");

/** By who fires: "server", "host", or the library that has the events object; then by event. */
let recording: Record<string, Record<string, Recorded>> = {};

function stringKeys(data: unknown): LuaSet<string> {
    const keys = new LuaSet<string>();
    if (type(data) === "table") {
        for (const [key] of pairs(data as Record<string, unknown>)) {
            if (type(key) === "string") {
                keys.add(key);
            }
        }
    }
    return keys;
}

function record(scope: string, handlers: Fire, event: string, data: unknown): unknown {
    const events = (recording[scope] ??= {});
    const recorded = (events[event] ??= { count: 0, payload: newShape(), added: {}, result: newShape() });
    recorded.count++;
    addValue(recorded.payload, data, 1);
    const before = stringKeys(data);
    const result = handlers(event, data);
    for (const key of stringKeys(data)) {
        if (!before.has(key)) {
            addValue((recorded.added[key] ??= newShape()), (data as Record<string, unknown>)[key], 0);
        }
    }
    addValue(recorded.result, result, 0);
    return result;
}

/** One line for each event, which a log can bear. */
function write(): void {
    const written = recording;
    recording = {};
    for (const [scope, events] of pairs(written)) {
        for (const [event, recorded] of pairs(events)) {
            const [ok, text] = pcall(json.encode, { scope, event, recorded });
            log("debug", "recorded %s", ok ? text : `{"scope":"broken","event":"${tostring(text)}"}`);
        }
    }
}

function watch(events: EventsObject, scope: string): EventsObject {
    events.add_wrapper(false, (handlers, event, data) => {
        const result = record(scope, handlers, event, data);
        // Which of the two comes last is not the same in all versions.
        if (scope === "server" && (event === "server-stopped" || event === "server-cleanup")) {
            write();
        }
        return result;
    });
    return events;
}

/** The library that asks for an events object: the one that calls the function that calls this one. */
function asker(): string {
    const [name] = string.match(getinfo(3, "S")?.source ?? "", "(%w+/[%w/_.-]+)%.lua$");
    const [short] = string.gsub(name ?? "unknown", "^.*/lib/prosody/", "");
    return short === "core/hostmanager" ? "host" : short;
}

// The configuration file is read again with each reload.
if (loaded["event_recorder"] === undefined) {
    loaded["event_recorder"] = recording;
    const create = library.new;
    library.new = () => watch(create(), asker());
    watch(prosody.events as unknown as EventsObject, "server");
}
