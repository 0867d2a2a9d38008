/** The committed numbers that a change is held to: instructions and sizes, which are the same on every machine. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { underCeiling, type Count } from "./measure/instructions.ts";
import type { Size } from "./measure/sizes.ts";

export interface Baseline {
    /** Instructions by module and situation. */
    readonly instructions: Readonly<
        Record<string, Readonly<Record<string, { readonly own: number; readonly libraries: number }>>>
    >;
    /** Bytes of the generated file by module. */
    readonly bytes: Readonly<Record<string, number>>;
}

/** How far a number may grow before somebody has to agree to it. */
const TOLERANCE = 0.03;

function baselineFile(projectDir: string): string {
    return path.join(projectDir, "bench", "baseline.json");
}

export function makeBaseline(counts: readonly Count[], sizes: readonly Size[]): Baseline {
    const instructions: Record<string, Record<string, { own: number; libraries: number }>> = {};
    for (const { module, name, own, libraries } of counts) {
        (instructions[module] ??= {})[name] = { own, libraries };
    }
    return { instructions, bytes: Object.fromEntries(sizes.map(({ module, bytes }) => [module, bytes])) };
}

export async function readBaseline(projectDir: string): Promise<Baseline> {
    return JSON.parse(await readFile(baselineFile(projectDir), "utf8")) as Baseline;
}

export async function writeBaseline(projectDir: string, baseline: Baseline): Promise<void> {
    await writeFile(baselineFile(projectDir), `${JSON.stringify(baseline, null, 2)}\n`);
}

/** What exceeds the baseline or a ceiling, a line each; also what one of the two lacks, since nothing watches over that. */
export function compare(baseline: Baseline, counts: readonly Count[], sizes: readonly Size[]): string[] {
    const problems: string[] = [];
    const missing = "npm run bench -- --update-baseline";
    const measure = (what: string, before: number, now: number): void => {
        if (now > before * (1 + TOLERANCE)) {
            const growth = before === 0 ? "from nothing" : `by ${(100 * (now / before - 1)).toFixed(1)}%`;
            problems.push(`${what} grew ${growth}: ${before} before, ${now} now`);
        }
    };
    for (const count of counts) {
        const { module, name, own, libraries, ceiling } = count;
        if (ceiling !== undefined && underCeiling(count) > ceiling) {
            problems.push(
                `${module}, ${name}: ${underCeiling(count).toFixed(0)} instructions are more than the ceiling of ${ceiling}`,
            );
        }
        const before = baseline.instructions[module]?.[name];
        if (before === undefined) {
            problems.push(`${module}, ${name}: not in the baseline yet: ${missing}`);
            continue;
        }
        measure(`${module}, ${name}: instructions of the module`, before.own, own);
        measure(
            `${module}, ${name}: instructions of module and libraries`,
            before.own + before.libraries,
            own + libraries,
        );
    }
    for (const [module, situations] of Object.entries(baseline.instructions)) {
        for (const name of Object.keys(situations)) {
            if (!counts.some((count) => count.module === module && count.name === name)) {
                problems.push(`${module}, ${name}: in the baseline, but no fixture measures it: ${missing}`);
            }
        }
    }
    for (const { module, bytes } of sizes) {
        const before = baseline.bytes[module];
        if (before === undefined) problems.push(`${module}: its size is not in the baseline yet: ${missing}`);
        else measure(`${module}: bytes of its file`, before, bytes);
        if (!counts.some((count) => count.module === module)) {
            problems.push(`${module}: no fixture in bench/fixtures/${module}.ts measures it`);
        }
    }
    return problems;
}
