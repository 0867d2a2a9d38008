/** What is known of the two modules, and the page that says it. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PROSODY_RELEASES } from "../../../src/testing/index.ts";
import type { Baseline } from "../../../bench/baseline.ts";
import { isFor, scenarios } from "./scenarios.ts";

const projectDir = fileURLToPath(new URL("../../..", import.meta.url));

/** Committed: what the hand-written module does. Of ours, every scenario has to pass. */
export interface KnownOutcomes {
    /** Which scenarios pass with Debian's module, by name and Prosody version. */
    readonly debian: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
    /** What it costs, by what happens: VM instructions, the libraries' included. */
    readonly instructions: Readonly<Record<string, number>>;
}

export const KNOWN_FILE = path.join(projectDir, "spec", "e2e", "delegation", "known.json");
export const PAGE_FILE = path.join(projectDir, "docs", "delegation-comparison.md");

export async function readKnown(): Promise<KnownOutcomes> {
    return JSON.parse(await readFile(KNOWN_FILE, "utf8")) as KnownOutcomes;
}

/** Situations of the bench that both modules know, in the order of the page. */
export const SITUATIONS: readonly { readonly name: string; readonly ceiling: string }[] = [
    { name: "iq forwarded", ceiling: "800" },
    { name: "reply passed on", ceiling: "160" },
    { name: "iq of another namespace, answered by the server", ceiling: "16" },
    { name: "iq of another namespace, answered by nobody", ceiling: "" },
];

const table = (rows: readonly (readonly string[])[]): string => {
    const [head = [], ...body] = rows;
    return [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
};

/** Undefined where the XEP's version that is spoken there has no such thing. */
const outcomeOf = (passes: boolean | undefined): string =>
    passes === undefined ? "" : passes ? "passes" : "**fails**";

export async function renderPage(known: KnownOutcomes): Promise<string> {
    const versions = PROSODY_RELEASES.map(({ version }) => version);
    const baseline = JSON.parse(await readFile(path.join(projectDir, "bench", "baseline.json"), "utf8")) as Baseline;
    const own = baseline.instructions["mod_delegation"] ?? {};
    const passing = (version: string): number => scenarios.filter(({ name }) => known.debian[name]?.[version]).length;
    const asked = (version: string): number => scenarios.filter((scenario) => isFor(version, scenario)).length;
    const rows = scenarios.map(({ name, section }) => [
        name,
        section ?? "",
        "passes",
        ...versions.map((version) => outcomeOf(known.debian[name]?.[version])),
    ]);
    const costs = SITUATIONS.map(({ name, ceiling }) => {
        const count = own[name];
        return [
            name,
            count ? String(count.own + count.libraries) : "",
            String(known.instructions[name] ?? ""),
            ceiling,
        ];
    });
    return `# mod_delegation beside the hand-written one

Written by \`npm run compare-delegation\`, from \`spec/e2e/delegation\`: the same scenarios, with real servers, clients and components,
are played to this project's mod_delegation and to the mod_delegation in Lua that Debian ships in its package \`prosody-modules\`
(on Debian 11, with Prosody 0.11.9, it speaks \`urn:xmpp:delegation:1\`; there both modules do). \`spec/e2e/mod_delegation_comparison.spec.ts\`
plays them all, and fails where one does not come out as it stands here, for the better or for the worse. A scenario in which the
module's own error shows up in the server's log fails.

## Scenarios

"The module ..." Sections are those of XEP-0355, version 0.5; where there is none, the scenario is about robustness.

${table([["Scenario", "Section", "Ours, all versions", ...versions.map((version) => `Debian's, ${version}`)], ...rows])}

Ours passes all ${scenarios.length}; Debian's passes ${versions.map((version) => `${passing(version)} of ${asked(version)} on ${version}`).join(", ")}.

## Cost

Lua VM instructions per stanza, those of Prosody's \`util\` libraries that the module calls included; Lua 5.4, Prosody 0.12.3, counted by the
same meter (\`npm run bench\`), which for this comparison has a component as managing entity.

${table([["Stanza", "Ours", "Debian's", "Ceiling"], ...costs])}
`;
}
