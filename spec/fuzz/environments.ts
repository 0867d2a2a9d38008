import { LUA_ENVIRONMENTS, type LuaEnvironment } from "../../src/testing/lua/environments.ts";

/** The newest Lua with Prosody's own C libraries, and the oldest Lua with the oldest Prosody. */
export const FUZZ_ENVIRONMENTS: readonly LuaEnvironment[] = LUA_ENVIRONMENTS.filter(
    ({ lua, prosody }) =>
        (lua === "5.4" && prosody.version === "0.12.3") || (lua === "5.1" && prosody.version === "0.11.9"),
);
