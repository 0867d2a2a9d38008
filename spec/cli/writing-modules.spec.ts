/** The examples of docs/writing-modules.md and docs/async.md, built as an author would build them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createProject, runHere } from "./temporary-project.ts";

const guide = ["writing-modules.md", "async.md"]
    .map((name) => readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), "utf8"))
    .join("\n");

/** The code block below `<!-- example: NAME -->`. */
function example(name: string): string {
    const marker = `<!-- example: ${name} -->`;
    const [, found] = /^\s+```\w+\n([\s\S]*?)```/.exec(guide.slice(guide.indexOf(marker) + marker.length)) ?? [];
    if (!guide.includes(marker) || found === undefined)
        throw new Error(`neither docs/writing-modules.md nor docs/async.md has an example ${name}`);
    return found;
}

const readme = '---\nsummary: "Of the guide"\nlabels: [Stage-Alpha]\n---\n';

function umbrella(files: Record<string, string> = {}) {
    return createProject({
        "src/others/mod_weather.d.ts": example("mod_weather.d.ts"),
        "src/modules/mod_umbrella/mod_umbrella.ts": example("mod_umbrella.ts"),
        "src/modules/mod_umbrella/README.md": readme,
        ...files,
    });
}

async function check(code: string) {
    const { dir } = umbrella({ "src/modules/mod_umbrella/mod_umbrella.ts": code });
    return runHere(["check"], dir);
}

describe("Prosody's versions", () => {
    it.each(["versions", "constants", "libraries"])("the example of %s compiles for all of them", async (name) => {
        const project = createProject({
            "src/modules/mod_example/mod_example.ts": example(name),
            "src/modules/mod_example/README.md": readme,
        });
        expect(await runHere(["build"], project.dir)).toMatchObject({ code: 0, stderr: "" });
    });

    it("a guard becomes the Lua that the guide shows", async () => {
        const project = createProject({
            "src/modules/mod_example/mod_example.ts": example("versions"),
            "src/modules/mod_example/README.md": readme,
        });
        await runHere(["build"], project.dir);
        const lua = project.read("dist-lua/mod_example/mod_example.lua");
        expect(lua.slice(lua.indexOf("local is_admin"))).toBe(example("versions.lua"));
    });
});

describe("async functions", () => {
    it("become the Lua that the page on them shows", async () => {
        const project = createProject({
            "src/modules/mod_example/mod_example.ts": example("greeting"),
            "src/modules/mod_example/README.md": readme.replace("labels", 'prosody: ">=0.12"\nlabels'),
        });
        expect(await runHere(["build"], project.dir)).toMatchObject({ code: 0, stderr: "" });
        const lua = project.read("dist-lua/mod_example/mod_example.lua");
        expect(lua.slice(lua.indexOf("local function greeting"))).toBe(example("greeting.lua"));
    });
});

describe("modules of others", () => {
    it("are typed by declaration merging, and compile to plain calls", async () => {
        const project = umbrella();
        expect(await runHere(["build"], project.dir)).toMatchObject({ code: 0, stderr: "" });
        const lua = project.read("dist-lua/mod_umbrella/mod_umbrella.lua");
        expect(lua).toContain('local weather = module:depends("weather")');
        expect(lua).toContain("weather.forecast(city)");
    });

    it.each([
        ["a misspelt function", 'module.depends("weather").forcast("Paris");', "Property 'forcast' does not exist"],
        [
            "a wrong argument",
            'module.depends("weather").forecast(5);',
            "'number' is not assignable to parameter of type 'string'",
        ],
        ["a missing argument", 'module.depends("weather").forecast();', "Expected 1 arguments, but got 0"],
        [
            "what may be nil",
            'const [t] = module.depends("weather").forecast("x"); export const n = t.length;',
            "'t' is possibly 'undefined'",
        ],
        ["a misspelt event", 'module.hook("weather/chnged", () => undefined);', 'did you mean "weather/changed"?'],
        [
            "another payload",
            'module.hook("weather/changed", (e) => module.log("info", e.town));',
            "Property 'town' does not exist",
        ],
        ["an item that lacks something", 'module.add_item("weather-source", {});', "Property 'url' is missing"],
        [
            "a library's misspelt function",
            'import { decod } from "lunajson"; decod("1");',
            "has no exported member named 'decod'",
        ],
    ])("%s is an error", async (_, code, message) => {
        const { code: status, stderr } = await check(`${code}\n`);
        expect(status).toBe(1);
        expect(stderr).toContain(message);
    });

    it("need no any: nothing of them is any", async () => {
        const { code, stderr } = await check(
            [
                'const weather = module.depends("weather");',
                "type IsAny<T> = 0 extends 1 & T ? true : false;",
                "export const none: [IsAny<typeof weather>, IsAny<typeof weather.forecast>, IsAny<typeof weather.cache_ttl>] = [",
                "    false, false, false,",
                "];",
                'export const stations: string[] = module.require("weather").stations();',
                "",
            ].join("\n"),
        );
        expect(stderr).toBe("");
        expect(code).toBe(0);
    });
});

describe("modules of one's own", () => {
    const readmeOf = { "mod_greeter/README.md": readme, "mod_host_greeter/README.md": readme };
    const greeters = (code = example("mod_host_greeter.ts")) =>
        createProject({
            "src/modules/mod_greeter/mod_greeter.ts": example("mod_greeter.ts"),
            "src/modules/mod_host_greeter/mod_host_greeter.ts": code,
            ...Object.fromEntries(Object.entries(readmeOf).map(([file, text]) => [`src/modules/${file}`, text])),
        });

    it.each([[], ["mod_host_greeter"]])("are typed by what they export, built all or alone: %j", async (...modules) => {
        const project = greeters();
        expect(await runHere(["build", ...modules], project.dir)).toMatchObject({ code: 0, stderr: "" });
        const lua = project.read("dist-lua/mod_host_greeter/mod_host_greeter.lua");
        expect(lua).toContain('local greeter = module:depends("greeter")');
        expect(lua).toContain("greeter.greet(session.username)");
    });

    it("publish what may be nil without an undefined global", async () => {
        const project = greeters();
        await runHere(["build"], project.dir);
        const lua = project.read("dist-lua/mod_greeter/mod_greeter.lua");
        expect(lua).toContain("local last\n");
        expect(lua).toContain("last = username\n\tmodule.environment.last = last\n");
        expect(lua).toContain("function greet(username)");
        expect(lua).toContain('local greeted = module:shared("greeter/greeted")');
    });

    it("are held to their types", async () => {
        const project = greeters('module.depends("greeter").greet(5); module.shared("greeter/greeted").set(5, 5);');
        const { code, stdout, stderr } = await runHere(["check"], project.dir);
        expect(code).toBe(1);
        expect((stdout + stderr).match(/is not assignable to parameter of type 'string'/g)).toHaveLength(2);
    });
});
