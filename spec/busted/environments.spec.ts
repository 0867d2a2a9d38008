import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chosenEnvironments, LUA_ENVIRONMENTS } from "../../src/testing/lua/environments.ts";

afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
});

const titles = () => chosenEnvironments().map(({ title }) => title);

describe("the environments of specs", () => {
    it("are all Lua versions and all Prosody releases, and say whose C libraries modules meet", () => {
        vi.stubEnv("TYPED_PROSODY_LUA", "");
        vi.stubEnv("TYPED_PROSODY_VERSIONS", "");
        expect(titles()).toEqual([
            "Lua 5.1, Prosody 0.11.9, stand-ins for its C libraries",
            "Lua 5.2, Prosody 0.11.9",
            "Lua 5.3, Prosody 13.0.1, stand-ins for its C libraries",
            "Lua 5.4, Prosody 0.12.3",
            "Lua 5.4, Prosody 13.0.1",
            "LuaJIT, Prosody 0.12.3, stand-ins for its C libraries",
        ]);
    });

    it("are restricted by Lua version", () => {
        vi.stubEnv("TYPED_PROSODY_LUA", "5.1, LuaJIT");
        vi.stubEnv("TYPED_PROSODY_VERSIONS", "");
        expect(chosenEnvironments().map(({ lua }) => lua)).toEqual(["5.1", "luajit"]);
    });

    it("are restricted by Prosody version", () => {
        vi.stubEnv("TYPED_PROSODY_LUA", "");
        vi.stubEnv("TYPED_PROSODY_VERSIONS", "13.0.1");
        expect(titles()).toEqual(["Lua 5.3, Prosody 13.0.1, stand-ins for its C libraries", "Lua 5.4, Prosody 13.0.1"]);
    });

    it("refuse a Lua version that there is none of", () => {
        vi.stubEnv("TYPED_PROSODY_LUA", "5.5");
        expect(titles).toThrow(/"5\.5".*5\.1, 5\.2, 5\.3, 5\.4, luajit/);
    });
});

describe("the folder of Debian packages", () => {
    it("says what is needed where it cannot be made, and leaves nothing half-made behind", async () => {
        const cache = await mkdtemp(path.join(tmpdir(), "typed-prosody-cache-"));
        try {
            vi.stubEnv("XDG_CACHE_HOME", cache);
            // Nothing listens at port 9, so no mirror can be reached.
            const configuration = path.join(cache, "apt.conf");
            const nowhere = ["deb.debian.org", "archive.debian.org"].map(
                (host) => `Acquire::http::Proxy::${host} "http://127.0.0.1:9";\n`,
            );
            await writeFile(configuration, `${nowhere.join("")}Acquire::Retries "0";\n`);
            vi.stubEnv("APT_CONFIG", configuration);
            vi.resetModules();
            const { suiteFolder } = await import("../../src/testing/lua/debian-packages.ts");
            await expect(suiteFolder("bullseye")).rejects.toThrow(
                /cannot be downloaded .*; apt-get of Debian or Ubuntu/,
            );
            expect(await readdir(path.join(cache, "typed-prosody"))).toEqual([]);
        } finally {
            await rm(cache, { recursive: true, force: true });
        }
    });

    it("has all that the environments name", async () => {
        const { suiteFolder } = await import("../../src/testing/lua/debian-packages.ts");
        for (const suite of new Set(LUA_ENVIRONMENTS.flatMap(({ suite, prosody }) => [suite, prosody.suite]))) {
            const folder = await suiteFolder(suite);
            expect(await readdir(path.join(folder, "usr/lib/prosody"))).toContain("core");
        }
    });
});
