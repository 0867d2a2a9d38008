import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { resultsFolder } from "../package-files.ts";
import { connectClient, connectComponent, type SaslMechanism } from "../xmpp/connect.ts";
import type { XmppSession } from "../xmpp/session.ts";
import { startProsody, type ProsodyServer, type ProsodyStartOptions } from "./launch.ts";
import { checkLog, type ExpectedTimes, type LogExpectation } from "./log-check.ts";

export interface UseProsodyOptions extends ProsodyStartOptions {
    /** Lines that the start itself shall log: a deprecated option's warning, say. Else any warning at start fails the specs. */
    readonly expectAtStart?: readonly (RegExp | LogExpectation)[];
}

/** The server of a group of specs. */
export interface ProsodyUnderTest {
    /** The running server; there from `beforeAll` on. */
    readonly server: ProsodyServer;
    /**
     * Announces a line that this spec makes the server log, matched against its message (traceback included). A warning, error or
     * traceback that no spec announced fails the spec in which it came, and so does an announced line that never came.
     * Valid for one spec; by default the line must come exactly once.
     */
    expectLog(pattern: RegExp, times?: ExpectedTimes): void;
    /** Logs an account in; it is logged out when the spec is over. */
    connect(jid: string, password: string, mechanism?: SaslMechanism): Promise<XmppSession>;
    /** Connects an external component; it is disconnected when the spec is over. */
    connectComponent(domain: string, secret: string): Promise<XmppSession>;
}

/**
 * Gives the specs of the enclosing `describe` a real Prosody: started before the first, stopped after the last, its log
 * checked after each of them and after its start and its end.
 */
export function useProsody(options: UseProsodyOptions): ProsodyUnderTest {
    let server: ProsodyServer | undefined;
    let expectations: LogExpectation[] = [];
    let sessions: XmppSession[] = [];
    let mark = 0;

    const running = (): ProsodyServer => {
        if (!server) throw new Error("The server runs only while specs and their hooks do");
        return server;
    };

    const check = (expected: readonly LogExpectation[], during: string): void => {
        const { log, version } = running();
        const entries = log.since(mark);
        mark = log.mark();
        const complaints = checkLog(version, entries, expected);
        if (complaints.length > 0) {
            throw new Error(`The log of Prosody ${version}, ${during}:\n${complaints.join("\n")}`);
        }
    };

    beforeAll(async () => {
        server = await startProsody(options);
        const expected = (options.expectAtStart ?? []).map((line) =>
            line instanceof RegExp ? { pattern: line } : line,
        );
        check(expected, "while it started");
        // The first start of a version may have to make its image first.
    }, 600_000);

    beforeEach(() => {
        expectations = [];
        mark = running().log.mark();
    });

    afterEach(async (context) => {
        const { log } = running();
        const from = mark;
        let isSound = context.task.result?.state !== "fail";
        try {
            await Promise.all(sessions.map((session) => session.stop()));
            sessions = [];
            await running().flushLog();
            check(expectations, "during this spec");
        } catch (error) {
            isSound = false;
            throw error;
        } finally {
            if (!isSound) {
                const file = await keepLog(`${options.version} ${context.task.name}`, log.text(from));
                console.error(`The server's log during "${context.task.name}" is in ${file}`);
            }
        }
    });

    afterAll(async () => {
        if (!server) return;
        await server.stop();
        check([], "while it stopped");
        server = undefined;
    });

    const keepSession = async (connecting: Promise<XmppSession>): Promise<XmppSession> => {
        const session = await connecting;
        sessions.push(session);
        return session;
    };

    return {
        get server() {
            return running();
        },
        expectLog(pattern, times = {}) {
            expectations.push({ pattern, ...times });
        },
        connect: (jid, password, mechanism) => keepSession(connectClient(running(), jid, password, mechanism)),
        connectComponent: (domain, secret) => keepSession(connectComponent(running(), domain, secret)),
    };
}

async function keepLog(title: string, text: string): Promise<string> {
    const folder = join(resultsFolder(), "prosody-logs");
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${title.replace(/[^\w.-]+/g, "-").slice(0, 120)}.log`);
    await writeFile(file, `${text}\n`);
    return file;
}
