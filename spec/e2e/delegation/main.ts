/**
 * `npm run compare-delegation`: plays the scenarios to Debian's mod_delegation, counts what it costs, and writes both down. With
 * `-- --page` only the page is written anew, of what is known: ours have other costs, say.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import { countInstructions } from "../../../bench/measure/instructions.ts";
import { PROSODY_RELEASES } from "../../../src/testing/index.ts";
import { debianModuleFolder } from "../../../src/testing/lua/debian-packages.ts";
import { KNOWN_FILE, PAGE_FILE, readKnown, renderPage, type KnownOutcomes } from "./comparison-page.ts";
import { playAll } from "./contenders.ts";
import { scenarios } from "./scenarios.ts";

const projectDir = fileURLToPath(new URL("../../..", import.meta.url));

async function learn(): Promise<KnownOutcomes> {
    const debian: Record<string, Record<string, boolean>> = Object.fromEntries(scenarios.map(({ name }) => [name, {}]));
    for (const { version } of PROSODY_RELEASES) {
        await playAll("debian", version, ({ name }, outcome) => {
            debian[name]![version] = outcome === undefined;
            console.log(
                `${version}: ${outcome === undefined ? "passes" : "fails "}: ${name}${outcome ? ` (${outcome})` : ""}`,
            );
        });
    }
    const plugins = await debianModuleFolder("bookworm", "mod_delegation");
    const { generated } = await countInstructions({
        projectDir,
        modules: ["mod_delegation"],
        generatedOnly: true,
        plugins,
    });
    const known = {
        debian,
        instructions: Object.fromEntries(generated.map(({ name, own, libraries }) => [name, own + libraries])),
    };
    await writeFile(KNOWN_FILE, `${JSON.stringify(known, null, 4)}\n`);
    return known;
}

const known = process.argv.includes("--page") ? await readKnown() : await learn();
const options = await prettier.resolveConfig(PAGE_FILE);
await writeFile(PAGE_FILE, await prettier.format(await renderPage(known), { ...options, filepath: PAGE_FILE }));
console.log(`${PAGE_FILE} is written.`);
