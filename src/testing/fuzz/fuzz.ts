/** Plays generated scripts to a module until one shows a fault, and makes that as short as it can. */
import fc from "fast-check";
import { judge } from "./judge.ts";
import { PlayerError, type Player } from "./player.ts";
import type { Observation, Script } from "./script.ts";

/** A module, what to play to it, and what must be true of it beyond what is of every module. */
export interface FuzzTarget {
    /** "mod_component_http" */
    readonly module: string;
    /** What is generated: "options"; default "stanzas". A module may have several targets. */
    readonly subject?: string;
    readonly scripts: fc.Arbitrary<Script>;
    /** What is wrong, a line each. */
    readonly judge: (script: Script, observation: Observation) => readonly string[];
}

export interface FuzzOptions {
    readonly cases: number;
    /** Makes a run repeatable: the one that a failure named. */
    readonly seed?: number;
    /** Goes straight to the script that a failure named. */
    readonly path?: string;
    /** Is called behind each script. */
    readonly hasRun?: () => void;
}

export interface Finding {
    readonly seed: number;
    readonly path: string;
    /** Scripts that were played until the fault showed itself. */
    readonly cases: number;
    /** The shortest script that has the fault. */
    readonly script: Script;
    readonly faults: readonly string[];
}

class FoundFaults extends Error {
    constructor(readonly faults: readonly string[]) {
        super(faults.join("\n"));
    }
}

/** What the stand-ins for Prosody's C libraries say of characters that they do not know: nothing can be said of a module then. */
const BEYOND_STAND_INS = "has no stand-in for";

/** All that is wrong with what a script brings about. */
export async function faultsOf(target: FuzzTarget, player: Player, script: Script): Promise<string[]> {
    let observation: Observation;
    try {
        observation = await player.play(script);
    } catch (error) {
        // A module that hangs or brings the process down has a fault; so may the player, and the text says which.
        if (error instanceof PlayerError) return [error.message];
        throw error;
    }
    if (observation.seen.some((each) => "message" in each && each.message.includes(BEYOND_STAND_INS))) {
        player.restart();
        return [];
    }
    const faults = [...judge(script, observation), ...target.judge(script, observation)];
    // What a fault has left behind must not be taken for the next script's.
    if (faults.length > 0) player.restart();
    return faults;
}

/** @returns The fault that was found; undefined where all scripts went well. */
export async function fuzz(target: FuzzTarget, player: Player, options: FuzzOptions): Promise<Finding | undefined> {
    const details = await fc.check(
        fc.asyncProperty(target.scripts, async (script) => {
            const faults = await faultsOf(target, player, script);
            if (faults.length > 0) throw new FoundFaults(faults);
            options.hasRun?.();
        }),
        {
            numRuns: options.cases,
            ...(options.seed !== undefined && { seed: options.seed }),
            ...(options.path !== undefined && { path: options.path }),
        },
    );
    if (!details.failed) return undefined;
    const { errorInstance, counterexample, counterexamplePath } = details;
    if (!(errorInstance instanceof FoundFaults) || counterexample === null) throw errorInstance;
    return {
        seed: details.seed,
        path: counterexamplePath ?? "",
        cases: details.numRuns,
        script: counterexample[0],
        faults: errorInstance.faults,
    };
}

/** What is generated for the module. */
export function subjectOf(target: FuzzTarget): string {
    return target.subject ?? "stanzas";
}

/** A finding as text: how to repeat it, and what to keep as a fixed test. */
export function describeFinding(target: FuzzTarget, finding: Finding): string {
    return [
        `${target.module} has a fault, found by script ${finding.cases}:`,
        ...finding.faults.map((fault) => `- ${fault}`),
        `again: npm run fuzz -- --module ${target.module} --subject ${subjectOf(target)} ` +
            `--seed ${finding.seed} --path ${finding.path}`,
        `for spec/fuzz/${target.module}/found.json, under "${subjectOf(target)}":`,
        JSON.stringify(finding.script, null, 2),
    ].join("\n");
}
