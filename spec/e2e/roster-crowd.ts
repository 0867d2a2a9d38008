/** A thousand users whose rosters come from an HTTP backend, for what has to bear that many. */
import {
    connectClient,
    type HostConfig,
    type ProsodyConfig,
    type ProsodyServer,
    type XmppSession,
} from "../../src/testing/index.ts";

export const CROWD: readonly string[] = Array.from({ length: 1_000 }, (_, index) => `user${index}`);
export const CONTACTS = 100;
export const TOKEN = "swordfish-4711";
const PASSWORD = "pw";

/** Logins at a time. */
const AT_ONCE = 25;

/** What the backend has about a user, by now: each edition renames one contact. */
export function rosterOf(username: string, edition: number): Record<string, { name: string }> {
    const contacts: Record<string, { name: string }> = {};
    for (let index = 0; index < CONTACTS; index++) {
        contacts[`c${index}@contacts.invalid`] = { name: `C${index} of ${username}` };
    }
    contacts["c0@contacts.invalid"] = { name: `edition ${edition}` };
    return contacts;
}

export function crowdConfig(rosterUrl: string, options: HostConfig["options"] = {}): ProsodyConfig {
    return {
        // Prosody 0.11 takes select by default, which ends at 1,024 connections.
        options: { http_default_host: "localhost", network_backend: "epoll" },
        hosts: {
            localhost: {
                modules: ["http_roster_admin", "block_subscriptions"],
                users: { observer: PASSWORD },
                options: {
                    authentication: "internal_plain",
                    modules_disabled: ["roster"],
                    storage: { roster: "memory" },
                    http_roster_url: rosterUrl,
                    http_roster_admin_token: TOKEN,
                    ...options,
                },
            },
        },
    };
}

/** Makes accounts without hashing passwords. */
export async function createUsers(server: ProsodyServer, prefix: string, count: number): Promise<void> {
    await server.evaluate(
        `local create = require "core.usermanager".create_user
        for index = 0, ${count - 1} do assert(create("${prefix}"..index, "${PASSWORD}", "localhost")) end
        return true`,
    );
}

/** Brings the crowd online, each with its roster but without presence, which would be a load of its own. */
export async function gatherCrowd(server: ProsodyServer): Promise<Map<string, XmppSession>> {
    await createUsers(server, "user", CROWD.length);
    const crowd = new Map<string, XmppSession>();
    const waiting = [...CROWD];
    const connect = async (): Promise<void> => {
        for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
            const session = await connectClient(server, `${name}@localhost/phone`, PASSWORD);
            crowd.set(name, session);
            await session.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>', 60_000);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, connect));
    return crowd;
}

/** A client of another user, who has nothing to do with the crowd. */
export function connectObserver(server: ProsodyServer): Promise<XmppSession> {
    return connectClient(server, "observer@localhost/desk", PASSWORD);
}

/** What POST /refresh says. */
export interface RefreshSummary {
    readonly status: string;
    readonly message: string;
    readonly updated: number;
    readonly errors: number;
    readonly failed?: Readonly<Record<string, string>>;
}

export async function postRefresh(
    server: ProsodyServer,
    names: readonly string[],
): Promise<{ status: number; summary: RefreshSummary }> {
    const response = await fetch(server.url("/roster_admin/refresh"), {
        method: "POST",
        headers: { Authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify(names),
    });
    return { status: response.status, summary: (await response.json()) as RefreshSummary };
}
