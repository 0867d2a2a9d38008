/** The proof: what is declared against what real servers have. */
import { compare, type Comparison, type Fault } from "./compare.ts";
import { readDeclarations, type Declarations } from "./declarations.ts";
import { compileDumper, dumpProsody } from "./dump.ts";
import { knownVersions, readFacts, type Facts } from "./facts.ts";

export interface Verification {
    readonly declarations: Declarations;
    readonly facts: readonly Facts[];
    readonly comparisons: readonly Comparison[];
}

/** Holds the declarations against facts, and says nothing of where these come from. */
export function verifyFacts(projectDir: string, facts: readonly Facts[]): Verification {
    const declarations = readDeclarations(projectDir);
    return { declarations, facts, comparisons: compare(declarations, facts) };
}

/** Dumps real servers of the versions, one after the other: two at once gain nothing on few processors. */
export async function dumpVersions(projectDir: string, versions: readonly string[]): Promise<Facts[]> {
    const dumper = await compileDumper(projectDir);
    try {
        const facts: Facts[] = [];
        for (const version of versions) facts.push(await dumpProsody(version, dumper));
        return facts;
    } finally {
        await dumper.remove();
    }
}

/** One line for a person: where it is, what is wrong, what was found, what is declared. */
export function formatFault({ kind, scope, member, version, found, declared, where }: Fault): string {
    const name = member === "" ? scope : `${scope}: ${member}`;
    return `${where === "" ? "src/prosody" : where}  ${name}  Prosody ${version}  ${kind}: found ${found}; declared ${declared}`;
}

export async function readKnownFacts(folder: string): Promise<Facts[]> {
    const versions = await knownVersions(folder);
    return Promise.all(versions.map((version) => readFacts(folder, version)));
}
