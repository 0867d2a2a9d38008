/** The map of events against real servers: `npm run verify-events`, as a part of the tests. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compareRecording, formatEventFault } from "../../src/testing/api/events/compare.ts";
import { compareSources } from "../../src/testing/api/events/compare-sources.ts";
import { readDeclaredEvents, type DeclaredEvents } from "../../src/testing/api/events/declared.ts";
import { EVENT_FACTS_FOLDER, readEventFacts } from "../../src/testing/api/events/facts.ts";
import type { RecordedEvent, Recording, Shape } from "../../src/testing/api/events/recording.ts";
import { EVENTS_FILE, eventsReport } from "../../src/testing/api/events/report.ts";
import { seeVersions, verifySeen, type EventVerification } from "../../src/testing/api/events/verify.ts";
import { BACKEND_VARIABLE } from "../../src/testing/prosody/backend.ts";
import { PROSODY_RELEASES, prosodyVersions } from "../../src/testing/prosody/versions.ts";

const projectDir = path.resolve(import.meta.dirname, "../..");
const facts = await readEventFacts(path.join(projectDir, EVENT_FACTS_FOLDER));
const newest = facts.at(-1)!;
const EVENTS = "src/prosody/events.d.ts";
const text = await readFile(path.join(projectDir, EVENTS), "utf8");
const declared = readDeclaredEvents(projectDir);

/** The declarations after a change, which has to be one. */
function changed(from: string | RegExp, to: string): DeclaredEvents {
    const after = text.replace(from, to);
    if (after === text) throw new Error(`${String(from)} is not in ${EVENTS}`);
    return readDeclaredEvents(projectDir, new Map([[EVENTS, after]]));
}

it("there are facts of every release under test, and of no other", () => {
    expect(facts.map(({ prosody }) => prosody)).toEqual(PROSODY_RELEASES.map(({ version }) => version));
});

it(`${EVENTS_FILE} is what facts and declarations give`, async () => {
    expect(await readFile(path.join(projectDir, EVENTS_FILE), "utf8")).toBe(await eventsReport(declared, facts));
});

describe("the sources", () => {
    it.each(facts)("of Prosody $prosody have the declared events, and no other", (one) => {
        expect(compareSources(declared, one).map(formatEventFault)).toEqual([]);
    });

    const faults = (map: DeclaredEvents): string[] =>
        compareSources(map, newest).map(({ kind, event, text }) => `${kind}: ${event}: ${text}`);

    it("show an event that is not declared", () => {
        expect(faults(changed(/"host-deactivating": [^;]*;[^;]*;[^;]*;[^;]*;/, ""))).toEqual([
            "undeclared event: host-deactivating: in core/hostmanager.lua",
        ]);
    });

    it("show an event that Prosody does not have", () => {
        expect(faults(changed('"server-reset":', '"server-rested": Notification<undefined>; "server-reset":'))).toEqual(
            ["surplus event: server-rested: declared, but in no source and never fired"],
        );
    });

    it("show an event of another version", () => {
        expect(faults(changed("/** A test server was reset. @since 13.0 */", "/** @removed 13.0 */"))).toEqual([
            "wrong version: server-reset: in modules/mod_debug_reset.lua",
        ]);
    });

    it("show a key that is not declared, and one that no site gives", () => {
        expect(faults(changed("host_session: HostSession;", "session: HostSession;"))).toEqual([
            "undeclared key: host-deactivating: core/hostmanager.lua gives host_session",
            "missing key: host-deactivating: core/hostmanager.lua does not give session",
        ]);
    });
});

describe("a recording", () => {
    const string = (...values: string[]): Shape => ({
        count: 1,
        kinds: { string: { lua: "string", count: 1, values } },
    });
    const nothing: Shape = { count: 0, kinds: {} };
    const table = (fields: Record<string, Shape>): Shape => ({
        count: 1,
        kinds: { table: { lua: "table", count: 1, looked: 1, fields } },
    });
    const record = (scope: string, event: string, recorded: Partial<RecordedEvent>): Recording =>
        new Map([[scope, new Map([[event, { count: 1, payload: nothing, added: {}, result: nothing, ...recorded }]])]]);
    const faults = (recording: Recording): string[] =>
        compareRecording(declared, "13.0.1", recording).faults.map(({ kind, text }) => `${kind}: ${text}`);
    const user = { username: string("romeo"), host: string("localhost") };

    it("that is as declared has no fault", () => {
        expect(faults(record("server", "user-deleted", { payload: table(user) }))).toEqual([]);
        expect(faults(record("server", "host-activated", { payload: string("localhost") }))).toEqual([]);
    });

    it("shows an event that nobody declares, and one that is declared elsewhere", () => {
        const undeclared = "undeclared event: fired 1 times by";
        expect(faults(record("server", "user-vanished", {}))).toEqual([`${undeclared} server, and in no GlobalEvents`]);
        expect(faults(record("server", "roster-load", {}))).toEqual([`${undeclared} server, and in no GlobalEvents`]);
        expect(faults(record("util/x", "y", {}))).toEqual([`${undeclared} util/x, and in no map of events`]);
    });

    it("shows a key that is missing, one that is not declared, and one of another type", () => {
        expect(faults(record("server", "user-deleted", { payload: table({ username: string("romeo") }) }))).toEqual([
            "missing key: host is never there, declared is that it always is",
        ]);
        expect(faults(record("server", "user-deleted", { payload: table({ ...user, age: string("16") }) }))).toEqual([
            'undeclared key: age: "16"',
        ]);
        const number: Shape = { count: 1, kinds: { number: { lua: "number", count: 1 } } };
        expect(faults(record("server", "user-deleted", { payload: table({ ...user, host: number }) }))).toEqual([
            "wrong type: host is a number, declared is string",
        ]);
    });

    it("shows a payload where none is declared, and none where one is", () => {
        expect(faults(record("server", "server-started", { payload: table({}) }))).toEqual([
            "wrong type:  is a table, declared is undefined",
        ]);
        expect(faults(record("server", "user-deleted", {}))).toEqual(["wrong type: without payload 1 of 1 times"]);
    });

    it("shows what a handler adds without its being declared", () => {
        const recording = record("server", "user-deleted", { payload: table(user), added: { buried: string("yes") } });
        expect(faults(recording)).toEqual(['undeclared key: a handler adds buried: "yes"']);
    });

    it("shows a handler that stops an event which is not to be stopped", () => {
        const recording = record("server", "user-deleted", { payload: table(user), result: string("stop") });
        expect(faults(recording)).toEqual(['wrong result: result is "stop", declared is void | undefined']);
    });

    it("shows an event of another version", () => {
        const { faults } = compareRecording(
            declared,
            "0.12.3",
            record("server", "user-enabled", { payload: table(user) }),
        );
        expect(faults.map(({ kind }) => kind)).toEqual(["wrong version"]);
    });
});

// Two servers talk to each other on addresses of the loopback interface, which containers can share.
const inImages = process.env[BACKEND_VARIABLE] === "docker";

describe.runIf(inImages)("a running Prosody", () => {
    const versions = prosodyVersions();
    let verification: EventVerification;
    beforeAll(async () => {
        verification = verifySeen(projectDir, await seeVersions(projectDir, versions));
    }, 600_000);

    it.each(versions)("%s fires what is declared, with the payload that is declared", (version) => {
        const comparison = verification.comparisons.find((one) => one.version === version)!;
        expect(comparison.faults.map(formatEventFault)).toEqual([]);
    });

    it.each(versions)("%s fires all that it fired before, and its sources are those of the facts", (version) => {
        const known = facts.find(({ prosody }) => prosody === version)!;
        const now = verification.facts.find(({ prosody }) => prosody === version)!;
        expect(known.seen.filter((key) => !now.seen.includes(key))).toEqual([]);
        expect(now.events).toEqual(known.events);
    });
});
