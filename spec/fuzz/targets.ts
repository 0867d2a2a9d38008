import type { FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import { blockSubscriptions } from "./mod_block_subscriptions/target.ts";
import { clientProxyOptions } from "./mod_client_proxy/options.ts";
import { clientProxy } from "./mod_client_proxy/target.ts";
import { componentHttpOptions } from "./mod_component_http/options.ts";
import { componentHttp } from "./mod_component_http/target.ts";
import { delegationOptions } from "./mod_delegation/options.ts";
import { delegation } from "./mod_delegation/target.ts";
import { httpRosterAdminOptions } from "./mod_http_roster_admin/options.ts";
import { httpRosterAdmin } from "./mod_http_roster_admin/target.ts";

/** The modules under fuzzing. */
export const targets: readonly FuzzTarget[] = [
    blockSubscriptions,
    clientProxy,
    clientProxyOptions,
    componentHttp,
    componentHttpOptions,
    delegation,
    delegationOptions,
    httpRosterAdmin,
    httpRosterAdminOptions,
];
