import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { countInstructions } from "../../bench/measure/instructions.ts";
import { prosodyVersions } from "../../src/testing/index.ts";
import { debianModuleFolder } from "../../src/testing/lua/debian-packages.ts";
import { PAGE_FILE, readKnown, renderPage, SITUATIONS } from "./delegation/comparison-page.ts";
import { playAll, type Outcome } from "./delegation/contenders.ts";
import { isFor, scenarios } from "./delegation/scenarios.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Scenarios wait for what never comes, and some have a server of their own. */
const TIMEOUT = 400_000;

describe.each(prosodyVersions())("namespace delegation on Prosody %s", (version) => {
    const names = scenarios.filter((scenario) => isFor(version, scenario)).map(({ name }) => name);

    describe("this project's mod_delegation", () => {
        const outcomes = new Map<string, Outcome>();
        beforeAll(() => playAll("ours", version, ({ name }, outcome) => void outcomes.set(name, outcome)), TIMEOUT);

        it.each(names)("%s", (name) => {
            expect(outcomes.has(name)).toBe(true);
            expect(outcomes.get(name) ?? "passes").toBe("passes");
        });
    });

    describe("Debian's mod_delegation does as the page says:", () => {
        const outcomes = new Map<string, Outcome>();
        beforeAll(() => playAll("debian", version, ({ name }, outcome) => void outcomes.set(name, outcome)), TIMEOUT);

        it.each(names)("%s", async (name) => {
            const known = await readKnown();
            const outcome = outcomes.get(name);
            const said = outcome === undefined ? "passes" : "fails";
            expect(said, outcome).toBe(known.debian[name]?.[version] === true ? "passes" : "fails");
        });
    });
});

describe("the comparison of both modules", () => {
    it("stands in docs as it is known", async () => {
        const options = await prettier.resolveConfig(PAGE_FILE);
        const page = await prettier.format(await renderPage(await readKnown()), { ...options, filepath: PAGE_FILE });
        // npm run compare-delegation
        expect(await readFile(PAGE_FILE, "utf8")).toBe(page);
    });

    it("has the instructions that Debian's module costs", { timeout: 120_000 }, async () => {
        const plugins = await debianModuleFolder("bookworm", "mod_delegation");
        const modules = ["mod_delegation"];
        const { generated } = await countInstructions({ projectDir, modules, generatedOnly: true, plugins });
        const counted = Object.fromEntries(generated.map(({ name, own, libraries }) => [name, own + libraries]));
        expect(counted).toEqual((await readKnown()).instructions);
        expect(Object.keys(counted)).toEqual(SITUATIONS.map(({ name }) => name));
    });
});
