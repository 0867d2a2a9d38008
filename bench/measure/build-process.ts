/** The process that `build-times.ts` measures builds in: builds a project, changes a module again and again, and prints the times. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createBuilder, type BuildResult } from "../../src/compiler/build.ts";
import type { ProcessTimes } from "./build-times.ts";

const WARM_REBUILDS = 2;
const REBUILDS = 5;

const [projectDir] = process.argv.slice(2);
if (projectDir === undefined) throw new Error("build-process.ts is called with the project's folder");
const entry = path.join(projectDir, "src", "modules", "mod_component_http", "mod_component_http.ts");
const source = await readFile(entry, "utf8");
const builder = createBuilder({ projectDir });

function succeeded(result: BuildResult): BuildResult {
    if (!result.ok) throw new Error(result.diagnostics.map((each) => JSON.stringify(each.messageText)).join("\n"));
    return result;
}

const cold = succeeded(builder.build()).elapsed;
const unchanged: number[] = [];
const rebuild: number[] = [];
for (let run = 0; run < WARM_REBUILDS + REBUILDS; run += 1) {
    const same = succeeded(builder.build([])).elapsed;
    await writeFile(entry, `${source}\nmodule.log("debug", "Change ${run}");\n`);
    const result = succeeded(builder.build([entry]));
    if (!result.modules.some((module) => module.changed)) throw new Error("The change made no difference");
    if (run >= WARM_REBUILDS) {
        unchanged.push(same);
        rebuild.push(result.elapsed);
    }
}
const times: ProcessTimes = { cold, unchanged, rebuild };
console.log(JSON.stringify(times));
