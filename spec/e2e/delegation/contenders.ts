/** The two modules, and what playing the scenarios to one of them comes to. */
import {
    connectClient,
    connectComponent,
    PROSODY_RELEASES,
    startProsody,
    type LogEntry,
    type ProsodyServer,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { debianModuleFolder } from "../../../src/testing/lua/debian-packages.ts";
import { configFor, isFor, namespaceFor, scenarios, type Scenario } from "./scenarios.ts";

export type Contender = "ours" | "debian";

/** Undefined where all went as expected; else why not, in a line. */
export type Outcome = string | undefined;

async function pluginPath(contender: Contender, version: string): Promise<string> {
    if (contender === "ours") return "dist-lua";
    const release = PROSODY_RELEASES.find((candidate) => candidate.version === version)!;
    return debianModuleFolder(release.suite, "mod_delegation", (line) => console.error(line));
}

/** An error of the module's that no scenario expects. */
const isFailure = ({ level, message }: LogEntry): boolean =>
    level === "error" || /stack traceback:|Traceback\[/.test(message);

async function playOne(server: ProsodyServer, version: string, scenario: Scenario): Promise<Outcome> {
    const sessions: XmppSession[] = [];
    const keep = async (connecting: Promise<XmppSession>): Promise<XmppSession> => {
        const session = await connecting;
        sessions.push(session);
        return session;
    };
    const mark = server.log.mark();
    let problem: string | undefined;
    try {
        await scenario.play({
            server,
            namespace: namespaceFor(version),
            login: (jid, password) => keep(connectClient(server, jid, password)),
            connect: (domain, secret) => keep(connectComponent(server, domain, secret)),
        });
    } catch (error) {
        problem = (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
    }
    // What a module leaves in pieces must not keep the others from being played.
    await Promise.all(sessions.map((session) => session.stop().catch(() => {})));
    await server.flushLog();
    const [failure] = server.log.since(mark).filter(isFailure);
    return problem ?? (failure && `the log has an error: ${failure.message.split("\n")[0]}`);
}

/** Plays all scenarios to a module in a Prosody version. */
export async function playAll(
    contender: Contender,
    version: string,
    tell: (scenario: Scenario, outcome: Outcome) => void,
): Promise<void> {
    const options = {
        version,
        pluginPaths: [await pluginPath(contender, version)],
        config: configFor(namespaceFor(version)),
    };
    const asked = scenarios.filter((scenario) => isFor(version, scenario));
    const common = await startProsody(options);
    try {
        for (const scenario of asked.filter(({ ownServer }) => !ownServer)) {
            tell(scenario, await playOne(common, version, scenario));
        }
    } finally {
        await common.stop();
    }
    for (const scenario of asked.filter(({ ownServer }) => ownServer)) {
        const server = await startProsody(options);
        try {
            tell(scenario, await playOne(server, version, scenario));
        } finally {
            await server.stop();
        }
    }
}
