/** Holds the compiler to JavaScript over generated programs, and makes one that shows a fault as short as it can. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { fileOf, program } from "./program.ts";
import { Workshop } from "./run.ts";

export interface CompilerFinding {
    readonly seed: number;
    readonly path: string;
    readonly problem: string;
    /** The shortest program that has the fault. */
    readonly source: string;
}

export interface CompilerFuzzResult {
    readonly same: number;
    /** By the diagnostics that refused them. */
    readonly refused: Readonly<Record<string, number>>;
    readonly finding?: CompilerFinding;
}

/** What one process of several does of a run. */
export interface Share {
    readonly programs: number;
    readonly seed: number;
    /** Every how many-th batch is its own, and which is the first. */
    readonly processes: number;
    readonly number: number;
}

/** Programs that are compiled together, and that have a seed together: the run's, and the batch's number more. */
const BATCH = 200;
/** Seconds that making a program shorter may take. */
const PATIENCE = 120;

class Fault extends Error {}

/** Makes the program shorter that a seed and a path lead to. */
export async function shrink(workshop: Workshop, seed: number, path: string): Promise<CompilerFinding> {
    let problem = "";
    const details = await fc.check(
        fc.asyncProperty(program, async (each) => {
            const [outcome] = await workshop.run([each]);
            if (outcome?.kind === "fault") throw new Fault((problem = outcome.problem));
        }),
        { seed, path, numRuns: 1, interruptAfterTimeLimit: PATIENCE * 1000, markInterruptAsFailure: true },
    );
    if (details.errorInstance instanceof Fault) problem = details.errorInstance.message;
    return {
        seed,
        path: details.counterexamplePath ?? path,
        problem,
        source: details.counterexample ? fileOf(details.counterexample) : "",
    };
}

/** Runs this process's share of the programs until one shows a fault. @param hasRun Is told how many have run, batch by batch. */
export async function runShare(
    { programs, seed, processes, number }: Share,
    hasRun: (programs: number) => void,
): Promise<CompilerFuzzResult> {
    const workshop = new Workshop();
    try {
        let same = 0;
        const refused: Record<string, number> = {};
        for (let batch = number; batch * BATCH < programs; batch += processes) {
            const own = seed + batch;
            const all = fc.sample(program, { numRuns: Math.min(BATCH, programs - batch * BATCH), seed: own });
            const outcomes = await workshop.run(all);
            for (const [index, outcome] of outcomes.entries()) {
                if (outcome.kind === "same") same += 1;
                else if (outcome.kind === "refused") {
                    for (const code of new Set(outcome.codes)) refused[code] = (refused[code] ?? 0) + 1;
                } else {
                    return { same, refused, finding: await shrink(workshop, own, String(index)) };
                }
            }
            hasRun(all.length);
        }
        return { same, refused };
    } finally {
        workshop.close();
    }
}

/** How many programs of a batch have run, or what came of a share in the end. */
export type ShareMessage = { readonly hasRun: number } | { readonly result: CompilerFuzzResult };

function runInProcess(share: Share, hasRun: (programs: number) => void): Promise<CompilerFuzzResult> {
    return new Promise((resolve, reject) => {
        const file = fileURLToPath(new URL("share.ts", import.meta.url));
        const execArgv = ["--import", import.meta.resolve("tsx")];
        const child = fork(file, [JSON.stringify(share)], { execArgv, stdio: ["ignore", "ignore", "pipe", "ipc"] });
        let complaints = "";
        child.stderr!.on("data", (chunk: Buffer) => (complaints += chunk.toString("utf8")));
        let result: CompilerFuzzResult | undefined;
        child.on("message", (message: ShareMessage) => {
            if ("result" in message) result = message.result;
            else hasRun(message.hasRun);
        });
        child.on("error", reject);
        child.on("close", (code) => {
            if (result !== undefined) resolve(result);
            else reject(new Error(`A process that runs programs ended with ${code}:\n${complaints}`));
        });
    });
}

/**
 * Runs programs in several processes.
 * @param hasRun Is told how many more have run, now and then.
 * @returns All that they count, and the first fault.
 */
export async function fuzzCompiler(
    programs: number,
    seed: number,
    processes: number,
    hasRun: (programs: number) => void = () => undefined,
): Promise<CompilerFuzzResult> {
    const shares = Array.from({ length: processes }, (_, number) =>
        runInProcess({ programs, seed, processes, number }, hasRun),
    );
    const results = await Promise.all(shares);
    const refused: Record<string, number> = {};
    for (const each of results) {
        for (const [code, count] of Object.entries(each.refused)) refused[code] = (refused[code] ?? 0) + count;
    }
    const finding = results.find((each) => each.finding !== undefined)?.finding;
    const same = results.reduce((sum, each) => sum + each.same, 0);
    return { same, refused, ...(finding !== undefined && { finding }) };
}

/** A finding as text: how to repeat it, and what to keep as a test. */
export function describeCompilerFinding({ seed, path, problem, source }: CompilerFinding): string {
    return [
        "A program that the compiler has wrong:",
        problem,
        `again: npm run fuzz -- --compiler --seed ${seed} --path ${path}`,
        source,
    ].join("\n");
}
