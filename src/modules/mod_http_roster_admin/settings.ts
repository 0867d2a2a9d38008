/** @noSelfInFile */

import { match as isInNetwork, new_ip as newIp, parse_cidr as parseCidr, type Ip } from "prosody.util.ip";
import { configurationError } from "typed-prosody/lib/configuration-error";
import { quote } from "typed-prosody/lib/describe";
import { integerOption, listOption, periodOption, stringOption, urlOption } from "typed-prosody/lib/options";

/** Where rosters are fetched; `%s` stands for the URL-encoded username. Credentials in it become Basic authentication. */
export const rosterUrl = urlOption("http_roster_url");
/** The backend as log lines name it, without what may be secret: credentials, path and query. */
export const backend = string.gsub(string.match(rosterUrl, "^%a+://[^/?#]+")[0]!, "//.*@", "//")[0];
/** The Authorization header of requests to the backend, such as `"Bearer swordfish"`. */
const auth = stringOption("http_roster_auth", { optional: true, secret: true });
/** How long the backend's answer is awaited. Prosody closes connections that are silent for longer than 14 minutes. */
export const timeout = periodOption("http_roster_timeout", { default: 30, max: 840 });
/** How many rosters are fetched at the same time. */
export const parallel = integerOption("http_roster_parallel", { default: 20, min: 1, max: 1000 });
/** How often a request that fails at once (refused, 429, 5xx) is repeated, after 1, 2, 4 ... seconds. */
export const retries = integerOption("http_roster_retries", { default: 2, min: 0, max: 10 });
/** What requests to `/roster_admin` must bring: `Authorization: Bearer ...`. It has no spaces. */
const token = stringOption("http_roster_admin_token", { optional: true, secret: true });
/** Who may ask for a refresh: addresses and networks such as `"192.0.2.0/24"`. Default: this machine where there is no token, else any. */
const allow = listOption("http_roster_admin_allow", { optional: true });
/** The longest body of a refresh in bytes. */
export const maxBody = integerOption("http_roster_admin_max_body", { default: 1048576, min: 2 });
/** The most usernames in one refresh. */
export const maxUsers = integerOption("http_roster_admin_max_users", { default: 10000, min: 1 });

interface Network {
    ip: Ip;
    bits: number | undefined;
}

/** Readers never see half of a change. */
interface Access {
    auth: string | undefined;
    token: string | undefined;
    /** Undefined where any address may. */
    networks: Network[] | undefined;
}

/** This machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3). */
const LOOPBACK = ["127.0.0.0/8", "::1"];

function readNetworks(list: string[]): Network[] {
    const networks: Network[] = [];
    for (const item of list) {
        const [ok, ip, bits] = pcall(parseCidr, item);
        const longest = ip !== undefined && ok && ip.proto === "IPv4" ? 32 : 128;
        const isNetwork =
            string.find(item, "/", 1, true)[0] === undefined || (typeof bits === "number" && bits % 1 === 0);
        if (!ok || ip === undefined || !isNetwork || (typeof bits === "number" && (bits < 0 || bits > longest))) {
            configurationError(
                `Option http_roster_admin_allow of ${module.host}: found a string ${quote(item)}, ` +
                    'expected addresses and networks such as "192.0.2.1" or "192.0.2.0/24"',
            );
        }
        networks.push({ ip, bits });
    }
    return networks;
}

function access(newAuth: string | undefined, newToken: string | undefined, newAllow: string[] | undefined): Access {
    if (newAuth !== undefined && string.find(newAuth, "[%c]")[0] !== undefined) {
        // It would split the request's head.
        configurationError(
            `Option http_roster_auth of ${module.host}: found a string with control characters, expected a header's value`,
        );
    }
    if (newToken !== undefined && string.find(newToken, "[%c%s]")[0] !== undefined) {
        // No header could bring it (RFC 6750, section 2.1), and every refresh would be refused.
        configurationError(
            `Option http_roster_admin_token of ${module.host}: found a string with spaces or control characters, ` +
                "expected a token without",
        );
    }
    let networks: Network[] | undefined;
    if (newAllow !== undefined) {
        networks = readNetworks(newAllow);
    } else if (newToken === undefined) {
        networks = readNetworks(LOOPBACK);
    }
    return { auth: newAuth, token: newToken, networks };
}

let latest = access(auth, token, allow);

/** Takes secrets and addresses from a configuration that was loaded again; a malformed one changes nothing. */
export function readAccessAgain(): void {
    const [ok, result] = pcall(() =>
        access(
            stringOption("http_roster_auth", { optional: true, secret: true }),
            stringOption("http_roster_admin_token", { optional: true, secret: true }),
            listOption("http_roster_admin_allow", { optional: true }),
        ),
    );
    if (ok) {
        latest = result;
    } else {
        module.log("error", "%s; the former values stay", tostring(result));
    }
}

/** The header for the backend. */
export function backendAuthorization(): string | undefined {
    return latest.auth;
}

export function adminToken(): string | undefined {
    return latest.token;
}

/** Whether a refresh may come from an address. */
export function isAllowedAddress(address: string): boolean {
    const networks = latest.networks;
    if (networks === undefined) {
        return true;
    }
    // An IPv4 client on a socket for both (RFC 4291, section 2.5.5.2).
    const [mapped] = string.match(address, "^::[fF][fF][fF][fF]:(%d+%.%d+%.%d+%.%d+)$");
    const [ok, ip] = pcall(newIp, mapped ?? address);
    if (!ok || ip === undefined) {
        return false;
    }
    for (const { ip: network, bits } of networks) {
        if (ip.proto === network.proto && isInNetwork(ip, network, bits)) {
            return true;
        }
    }
    return false;
}
