import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    checkLog,
    connectClient,
    prosodyVersions,
    startProsody,
    xml,
    type LogEntry,
    type LogExpectation,
    type ProsodyServer,
    type XmppSession,
} from "../../../src/testing/index.ts";

const plugins = fileURLToPath(new URL("plugins", import.meta.url));
const PROBE = "urn:typed-prosody:probe";

describe.each(prosodyVersions())("the log of Prosody %s", (version) => {
    let server: ProsodyServer;
    let romeo: XmppSession;

    beforeAll(async () => {
        server = await startProsody({
            version,
            pluginPaths: [plugins],
            config: { hosts: { localhost: { modules: ["harness_probe"], users: { romeo: "r" } } } },
        });
        romeo = await connectClient(server, "romeo@localhost", "r");
    });

    afterAll(async () => {
        await romeo.stop();
        await server.stop();
    });

    async function logOf(action: () => Promise<unknown>): Promise<readonly LogEntry[]> {
        await server.flushLog();
        const mark = server.log.mark();
        await action();
        await server.flushLog();
        return server.log.since(mark);
    }

    const warn = (text: string): Promise<unknown> =>
        romeo.iq(xml`<iq type="set" to="localhost"><warn xmlns="${PROBE}">${text}</warn></iq>`);
    const complaints = (entries: readonly LogEntry[], ...expected: LogExpectation[]): string[] =>
        checkLog(version, entries, expected);

    it("has nothing to complain of from a sound start", async () => {
        await server.flushLog();
        expect(complaints(server.log.entries)).toEqual([]);
    });

    it("shows a warning that was not announced", async () => {
        const entries = await logOf(() => warn("the roof leaks"));
        expect(complaints(entries)).toEqual([
            "The server logged, unannounced: localhost:harness_probe\twarn\tthe roof leaks",
        ]);
    });

    it("is content with a warning that was announced", async () => {
        const entries = await logOf(() => warn("the roof leaks"));
        expect(complaints(entries, { pattern: /roof leaks$/ })).toEqual([]);
        expect(complaints(entries, { pattern: /roof leaks$/, level: "warn" })).toEqual([]);
    });

    it("misses an announced line that never came, came too often, or at another level", async () => {
        const entries = await logOf(async () => {
            await warn("drip");
            await warn("drip");
        });
        expect(complaints(entries, { pattern: /drip/, times: 2 }, { pattern: /flood/ })).toEqual([
            "The log line /flood/ was announced and never came.",
        ]);
        expect(complaints(entries, { pattern: /drip/ })).toEqual([
            "The log line /drip/ was announced 1 times and came 2 times.",
        ]);
        expect(complaints(entries, { pattern: /drip/, atLeast: 1 })).toEqual([]);
        expect(complaints(entries, { pattern: /drip/, atLeast: 3 })).toEqual([
            "The log line /drip/ was announced at least 3 times and came 2 times.",
        ]);
        expect(complaints(entries, { pattern: /drip/, level: "error" }, { pattern: /drip/, times: 2 })).toEqual([
            "The log line /drip/ at level error was announced and never came.",
        ]);
    });

    it("shows an error raised in a handler as one entry with its traceback", async () => {
        const entries = await logOf(async () => {
            await romeo.send(xml`<iq type="set" id="r1" to="localhost"><raise xmlns="${PROBE}"/></iq>`);
            await romeo.roundTrip();
        });
        expect(complaints(entries).join("\n")).toMatch(
            /raised by the probe[\s\S]*stack traceback:[\s\S]*mod_harness_probe/,
        );
        const raised = entries.filter((entry) => entry.message.includes("raised by the probe"));
        expect(raised.every((entry) => entry.message.includes("stack traceback:"))).toBe(true);
        expect(raised.length).toBeGreaterThan(0);
    });

    it("keeps a message of several lines together, and every character of it", async () => {
        const entries = await logOf(() =>
            server.evaluate(`module:log("info", "%s", (...).text)`, { text: "erste Zeile é\nzweite 🌹" }),
        );
        const said = entries.filter((entry) => entry.level === "info");
        expect(said).toHaveLength(1);
        expect(said[0]?.message).toMatch(/^erste Zeile é\n\t?zweite 🌹$/);
    });
});
