import type { FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import { clientProxyOptions } from "./mod_client_proxy/options.ts";
import { clientProxy } from "./mod_client_proxy/target.ts";
import { componentHttpOptions } from "./mod_component_http/options.ts";
import { componentHttp } from "./mod_component_http/target.ts";

/** The modules under fuzzing. */
export const targets: readonly FuzzTarget[] = [clientProxy, clientProxyOptions, componentHttp, componentHttpOptions];
