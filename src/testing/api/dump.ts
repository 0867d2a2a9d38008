/** Asks a running Prosody for its API, through the dumper module. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { compileFiles } from "../../compiler/compile.ts";
import type { ProsodyConfig } from "../prosody/config.ts";
import { startProsody, type ProsodyServer } from "../prosody/launch.ts";
import { connectClient, connectComponent } from "../xmpp/connect.ts";
import { xml } from "../xmpp/stanza.ts";
import { sortFacts, type Facts } from "./facts.ts";

const DUMPER = path.join("src", "testing", "api", "dumper", "mod_api_dump.ts");

/** The dumper as Lua, in a plugin folder of its own. */
export interface CompiledDumper {
    readonly pluginPath: string;
    remove(): Promise<void>;
}

/** @throws with the diagnostics when the dumper does not compile. */
export async function compileDumper(projectDir: string): Promise<CompiledDumper> {
    const entry = path.join(projectDir, DUMPER);
    const { diagnostics, outputs } = compileFiles({ projectDir, entries: [entry] });
    const [output] = outputs;
    if (!output) {
        const host = {
            getCurrentDirectory: () => projectDir,
            getCanonicalFileName: (name: string) => name,
            getNewLine: () => "\n",
        };
        throw new Error(`The dumper does not compile:\n${ts.formatDiagnostics(diagnostics, host)}`);
    }
    const pluginPath = await mkdtemp(path.join(tmpdir(), "typed-prosody-api-"));
    // The server runs as another user inside its container.
    await mkdir(path.join(pluginPath, "mod_api_dump"), { mode: 0o755 });
    await writeFile(path.join(pluginPath, "mod_api_dump", "mod_api_dump.lua"), output.lua);
    await chmod(pluginPath, 0o755);
    return { pluginPath, remove: () => rm(pluginPath, { recursive: true, force: true }) };
}

const HOST = "localhost";
const ROOMS = "rooms.localhost";
const COMPONENT = "component.localhost";
const SECRET = "secret";

/** A server with one of everything that the dumper looks at. */
const CONFIG: ProsodyConfig = {
    // A request that names no host of the server goes to this one.
    // Without statistics the functions that measure are others, which do nothing.
    options: {
        http_default_host: HOST,
        statistics: "internal",
        // Streams to and from other servers are looked at, too; none comes in from outside.
        modules_disabled: ["tls"],
        s2s_ports: [],
        s2s_require_encryption: false,
        s2s_secure_auth: false,
    },
    // Whatever offers something to other modules; earlier versions lack some and say so in their log.
    modules: [
        ..."api_dump http adhoc pep disco blocklist carbons mam csi_simple smacks external_services groups http_files".split(
            " ",
        ),
        ..."invites flags tokenauth tombstones server_info user_account_management account_activity cron".split(" "),
        ..."announce bosh websocket http_file_share invites_register limits uptime vcard_legacy dialback".split(" "),
    ],
    hosts: {
        [HOST]: { users: { romeo: "love", juliet: "love" } },
        // Passwords are kept in other ways, which other mechanisms of SASL need.
        "sha1.localhost": { options: { authentication: "internal_hashed" } },
        "sha256.localhost": { options: { authentication: "internal_hashed", password_hash: "SHA-256" } },
        "guests.localhost": { options: { authentication: "anonymous" } },
    },
    components: {
        [ROOMS]: { module: "muc" },
        [COMPONENT]: { secret: SECRET },
        "pubsub.localhost": { module: "pubsub" },
    },
};

/** Starts a Prosody of the version, with clients, a component and a room in it, and asks it for everything. */
export async function dumpProsody(version: string, dumper: CompiledDumper): Promise<Facts> {
    const server = await startProsody({ version, config: CONFIG, pluginPaths: [dumper.pluginPath] });
    try {
        return await dumpServer(server);
    } finally {
        await server.stop();
    }
}

async function dumpServer(server: ProsodyServer): Promise<Facts> {
    const romeo = await connectClient(server, `romeo@${HOST}/orchard`, "love");
    const component = await connectComponent(server, COMPONENT, SECRET);
    try {
        await romeo.send(xml`<presence/>`);
        await romeo.send(
            xml`<presence to='${`verona@${ROOMS}/romeo`}'><x xmlns='http://jabber.org/protocol/muc'/></presence>`,
        );
        // The room's subject is the last that an occupant gets on entering (XEP-0045, section 7.1).
        await romeo.next((stanza) => stanza.is("message") && stanza.getChild("subject") !== undefined);
        // The dumper keeps what its HTTP route is given.
        const response = await fetch(server.url("/api_dump/request"), { method: "POST", body: "wherefore" });
        if (!response.ok) throw new Error(`The dumper's HTTP route answered ${response.status}`);
        const text = await server.evaluate<string>(
            `return require "core.modulemanager".get_module("${HOST}", "api_dump").dump()`,
        );
        return sortFacts(JSON.parse(text) as Facts);
    } finally {
        await romeo.stop();
        await component.stop();
    }
}
