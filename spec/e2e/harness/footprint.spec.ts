import { describe, expect, it } from "vitest";
import { prosodyVersions, takeFootprint, useProsody } from "../../../src/testing/index.ts";

describe.each(prosodyVersions())("A server's footprint on Prosody %s", (version) => {
    const prosody = useProsody({ version });

    it("stays the same while nothing happens", async () => {
        const before = await takeFootprint(prosody.server);
        const { kilobytes, ...after } = await takeFootprint(prosody.server);
        expect({ ...after, kilobytes: before.kilobytes }).toEqual(before);
        expect(kilobytes - before.kilobytes).toBeLessThan(16);
    });

    it("shows a handler, a timer, a module and memory that somebody left behind", async () => {
        const { server } = prosody;
        const before = await takeFootprint(server);
        await server.load("version", "localhost");
        await takeFootprint(server);
        await server.evaluate(`
            module.leak = {
                of_module = prosody.hosts.localhost.modules.version,
                ballast = ("x"):rep(100000),
                handler = function () end,
            };
            prosody.hosts.localhost.events.add_handler("never", module.leak.handler);
            module.leak.timer = require "util.timer".add_task(3600, function () end);
            return true;`);
        await server.unload("version", "localhost");
        const after = await takeFootprint(server);
        expect(after.handlers).toBe(before.handlers + 1);
        expect(after.timers).toBe(before.timers + 1);
        expect(after.environments).toBe(before.environments + 1);
        expect(after.kilobytes - before.kilobytes).toBeGreaterThan(90);
        await server.evaluate(`
            prosody.hosts.localhost.events.remove_handler("never", module.leak.handler);
            require "util.timer".stop(module.leak.timer);
            module.leak = nil;
            return true;`);
        const { kilobytes, ...released } = await takeFootprint(server);
        expect({ ...released, kilobytes: before.kilobytes }).toEqual(before);
        expect(kilobytes - before.kilobytes).toBeLessThan(64);
    });
});
