import { describe } from "vitest";
import { accepts, emits, rejects } from "./snippets.ts";

describe("module", () => {
    emits(
        "is called with a colon",
        'module.log("info", "hello %s", "world");\nmodule.hook("config-reloaded", () => {});',
        'module:log("info", "hello %s", "world")',
        'module:hook(\n    "config-reloaded",\n    function()',
    );
    emits(
        "calls hooks without self",
        'module.hook("message/bare", (event) => { event.origin.send(event.stanza); return true; });',
        "function(event)",
        "event.origin.send(event.stanza)",
    );
    emits("takes functions without self", "module.unload = () => { print(1); };", "module.unload = function()");
    emits(
        "passes further arguments to timers",
        "module.add_timer(1, (now, a) => { print(now, a); }, 5);",
        "function(now, a)",
    );
    rejects(
        "knows the levels of the log",
        'module.log("warning", "x");',
        "'\"warning\"' is not assignable to parameter",
    );
    rejects("has no field of another name", "module.unlaod = () => {};", "Did you mean 'unload'?");
});

describe("options", () => {
    accepts(
        "are narrowed by their default",
        `
        const a: string = module.get_option_string("a", "x");
        const b: string | undefined = module.get_option_string("b");
        const c: number = module.get_option_number("c", 5);
        const d: boolean = module.get_option_boolean("d", false);
        print(a, b, c, d);
        for (const item of module.get_option_set("e", ["x"]).items()) if (typeof item === "string") print(item.length);
        `,
    );
    rejects(
        "may be undefined without one",
        'const a: string = module.get_option_string("a"); print(a);',
        "Type 'string | undefined' is not assignable to type 'string'",
    );
    rejects(
        "are not of a kind that nobody checked",
        'const names: string[] = module.get_option_array("a", ["x"]); print(names);',
        "Type 'ConfigValue' is not assignable to type 'string'",
    );
});

describe("stores", () => {
    accepts(
        "are opened by kind",
        `
        const [notes, problem] = module.open_store<string>("notes", "map");
        if (notes) {
            const [text] = notes.get("juliet", "balcony");
            const maybe: string | undefined = text;
            print(maybe);
        } else {
            const message: string = problem;
            print(message);
        }
        `,
    );
    rejects(
        "of an unknown kind would lose data",
        'module.open_store("x", "keyvalue");',
        "No overload matches this call",
    );
    rejects(
        "may fail to open",
        'const [store] = module.open_store("x"); store.get("u");',
        "'store' is possibly 'undefined'",
    );
});

describe("modules that others depend on", () => {
    accepts(
        "are typed by declaration merging",
        `
        declare global {
            namespace Prosody {
                interface ModuleExports {
                    weather: { forecast(this: void, city: string): string };
                }
            }
        }
        const forecast: string = module.depends("weather").forecast("Verona");
        print(forecast);
        export {};
        `,
    );
    emits("give functions without self", 'module.depends("rain").fall(1);', 'module:depends("rain").fall(1)');
});

describe("HTTP routes", () => {
    emits(
        "get the event and the rest of the path",
        `
        module.provides("http", {
            route: {
                "GET /": "hello",
                "GET /*": ({ request, response }, path) => {
                    response.headers.content_type = "text/plain";
                    return { status_code: 200, body: request.path + (path ?? "") };
                },
                "POST /later": ({ response }) => {
                    module.add_timer(1, () => response.send("late"));
                    return true;
                },
            },
        });
        `,
        "function(____bindingPattern0, path)",
        'response:send("late")',
    );
    rejects(
        "do not return what the server cannot send",
        'module.provides("http", { route: { GET: () => false } });',
        "is not assignable to type",
    );
});
