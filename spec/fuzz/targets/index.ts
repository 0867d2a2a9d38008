import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { clientProxy } from "./mod_client_proxy.ts";
import { componentHttp } from "./mod_component_http.ts";

/** The modules under fuzzing. */
export const targets: readonly FuzzTarget[] = [clientProxy, componentHttp];
