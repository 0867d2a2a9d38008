/** @noSelfInFile */

/** Who is there to manage. */

import { bare as jidBare, split as splitJid } from "prosody.util.jid";

/** Whether the module is there to tell who comes and goes on a host. */
export function isWatched(host: string): boolean {
    const known = prosody.hosts[host];
    return known !== undefined && (host === module.host || known.modules["delegation"] !== undefined);
}

/** Whether an external component or a client is there to hear of it. */
export function isOnline(jid: string): boolean {
    const component = prosody.hosts[jid]?.modules["component"];
    return prosody.full_sessions[jid] !== undefined || (component !== undefined && component["connected"] === true);
}

/** The JIDs that are online for an entity's, those that came first before others. */
export function onlineNow(jid: string): string[] {
    const [node, host, resource] = splitJid(jid);
    if (host === undefined || !isWatched(host)) {
        return [];
    } else if (node === undefined) {
        return isOnline(jid) ? [jid] : [];
    }
    const available: Prosody.C2sSession[] = [];
    for (const [, session] of pairs(prosody.bare_sessions[jidBare(jid)!]?.sessions ?? {})) {
        if (session!.presence !== undefined && (resource === undefined || session!.full_jid === jid)) {
            available.push(session!);
        }
    }
    table.sort(available, (a, b) => {
        const earlier = (a.conntime ?? 0) - (b.conntime ?? 0);
        return earlier < 0 || (earlier === 0 && a.full_jid < b.full_jid);
    });
    return available.map((session) => session.full_jid);
}
