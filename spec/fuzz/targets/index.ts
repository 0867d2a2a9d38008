import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { componentHttp } from "./mod_component_http.ts";

/** The modules under fuzzing. */
export const targets: readonly FuzzTarget[] = [componentHttp];
