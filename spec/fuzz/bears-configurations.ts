/** Plays generated configurations to a module, of all options that its README declares. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import type { OptionsTarget } from "../../src/testing/fuzz/options.ts";
import { bearsScripts } from "./bears-scripts.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Configurations for each Lua: beside the module's other scripts. */
const CASES = 1_000;

/** The options in the table of a module's README, old names too. */
async function declaredOptions(module: string): Promise<string[]> {
    const readme = await readFile(path.join(projectDir, "dist-lua", module, "README.md"), "utf8");
    const table = /^\| Option +\|.*\n(?:\|.*\n)+/m.exec(readme)?.[0] ?? "";
    return table.split("\n").flatMap((row) => {
        const name = /^\| `(\w+)`/.exec(row)?.[1];
        const oldName = /Its old name is `(\w+)`/.exec(row)?.[1];
        return [name, oldName].filter((each) => each !== undefined);
    });
}

/** Declares the tests of a module. */
export function bearsConfigurations(target: FuzzTarget, { options }: OptionsTarget): void {
    it(`all options of ${target.module}'s README are generated`, async () => {
        const generated = Object.entries(options).flatMap(([name, { legacy }]) =>
            legacy === undefined ? [name] : [name, legacy],
        );
        expect(generated.length).toBeGreaterThan(0);
        expect(generated.sort()).toEqual((await declaredOptions(target.module)).sort());
    });

    bearsScripts(target, { cases: CASES });
}
