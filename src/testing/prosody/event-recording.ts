/**
 * Has servers under test record the events that they fire, so that these can be held against the declared ones.
 *
 * Off unless the environment names a folder with the recorder: a recorder in every event costs time and memory.
 */
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { luaString, type ProsodyConfig } from "./config.ts";
import type { ServerLog } from "./log.ts";

/** Environment variable with a folder: `recorder/event_recorder.lua` in it is run by each server, and recordings are kept in it. */
export const RECORDING_VARIABLE = "TYPED_PROSODY_EVENT_RECORDING";

const RECORDER = "event_recorder.lua";
const RECORDED = /^recorded (\{.*\})$/s;

function recordingFolder(): string | undefined {
    const folder = process.env[RECORDING_VARIABLE];
    return folder === undefined || folder === "" ? undefined : folder;
}

/**
 * Has servers that this process starts record nothing: those whose memory is measured, which a recorder keeps from coming down again,
 * and those that get malformed stanzas on purpose, which no declared type has room for.
 */
export function recordNoEvents(): void {
    delete process.env[RECORDING_VARIABLE];
}

/** The folder with the recorder, which the server must see; undefined where nothing is recorded. */
export function recorderFolder(): string | undefined {
    const folder = recordingFolder();
    return folder === undefined ? undefined : join(folder, "recorder");
}

/**
 * The configuration with the line that runs the recorder while it is read, before anything can fire an event.
 * @param path the recorder's folder as the server sees it
 */
export function withRecorder(config: ProsodyConfig, path: string): ProsodyConfig {
    // From 13.0 on a configuration reaches Lua's own functions through this name; it warns of the older way.
    const line = `local _ = (Lua or _G).dofile(${luaString(`${path}/${RECORDER}`)});`;
    return { ...config, lua: config.lua === undefined ? line : `${line}\n${config.lua}` };
}

/** Keeps what a server that has ended recorded, where it did. */
export async function keepRecording(version: string, log: ServerLog): Promise<void> {
    const folder = recordingFolder();
    if (folder === undefined) return;
    const lines = log.entries
        .filter(({ source }) => source === "event_recorder")
        .map(({ message }) => RECORDED.exec(message)?.[1])
        .filter((line) => line !== undefined);
    if (lines.length === 0) return;
    const name = `${version}-${randomBytes(6).toString("hex")}.jsonl`;
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
}
