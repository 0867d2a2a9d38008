import { bustedTests } from "../../src/testing/lua/vitest.ts";

// The specs in spec/lua, each test by its name, on every Lua version.
await bustedTests();
