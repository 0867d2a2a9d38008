import type { BustedTestsOptions } from "./lua/vitest.ts";

export { prosodyVersions, PROSODY_RELEASES, type ProsodyRelease } from "./prosody/versions.ts";
export type { ComponentConfig, HostConfig, LuaValue, ProsodyConfig, ProsodyOptions } from "./prosody/config.ts";
export {
    startProsody,
    ProsodyServer,
    ProsodyStartError,
    type ProsodyStartOptions,
    type ServerSurroundings,
} from "./prosody/launch.ts";
export { ServerLog, type LogEntry, type LogLevel } from "./prosody/log.ts";
export { takeFootprint, type Footprint } from "./prosody/footprint.ts";
export { checkLog, type ExpectedTimes, type LogExpectation } from "./prosody/log-check.ts";
export { useProsody, type ProsodyUnderTest, type UseProsodyOptions } from "./prosody/use-prosody.ts";
export { connectClient, connectComponent, type SaslMechanism } from "./xmpp/connect.ts";
export { XmppSession, type StanzaPredicate } from "./xmpp/session.ts";
export { errorCondition, errorType, parseXml, xml, type XmlElement } from "./xmpp/stanza.ts";
export {
    HttpBackend,
    startHttpBackend,
    type BackendAnswer,
    type BackendBehaviour,
    type BackendHandler,
    type RecordedRequest,
} from "./http/backend.ts";
export type { BustedTestsOptions } from "./lua/vitest.ts";

/**
 * Compiles the specs below `spec/lua`, runs them in busted on each Lua version, and declares what came of it as vitest
 * tests. To be awaited at the top of a vitest file; `src/testing/lua/vitest.ts` says more.
 */
export async function bustedTests(options: BustedTestsOptions = {}): Promise<void> {
    // It brings the compiler along, which end-to-end specs need not wait for.
    const lua = await import("./lua/vitest.ts");
    await lua.bustedTests(options);
}
