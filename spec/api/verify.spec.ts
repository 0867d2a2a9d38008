/** The declarations against real servers: `npm run verify-api`, as a part of the tests. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compare, type Fault } from "../../src/testing/api/compare.ts";
import { COVERAGE_FILE, coverageReport, README_FILE, withCoverage } from "../../src/testing/api/coverage.ts";
import { readDeclarations } from "../../src/testing/api/declarations.ts";
import { differences } from "../../src/testing/api/difference.ts";
import { FACTS_FOLDER, type Facts } from "../../src/testing/api/facts.ts";
import { dumpVersions, formatFault, readKnownFacts, verifyFacts } from "../../src/testing/api/verify.ts";
import { BACKEND_VARIABLE } from "../../src/testing/prosody/backend.ts";
import { recordNoEvents } from "../../src/testing/prosody/event-recording.ts";
import { PROSODY_RELEASES, prosodyVersions } from "../../src/testing/prosody/versions.ts";

// The dumper calls what no client can.
recordNoEvents();

const projectDir = path.resolve(import.meta.dirname, "../..");
const known = await readKnownFacts(path.join(projectDir, FACTS_FOLDER));

it("there are facts of every release under test, and of no other", () => {
    expect(known.map(({ prosody }) => prosody)).toEqual(PROSODY_RELEASES.map(({ version }) => version));
});

// What is installed on a machine has not all that the images have: the packages that some of Prosody's libraries need.
const inImages = process.env[BACKEND_VARIABLE] === "docker";

describe.runIf(inImages)("a running Prosody", () => {
    const versions = prosodyVersions();
    let dumped: Facts[];
    beforeAll(async () => {
        dumped = await dumpVersions(projectDir, versions);
    });

    it.each(versions)("%s shows what its committed facts say", (version) => {
        const index = versions.indexOf(version);
        expect(dumped[index]!.prosody).toBe(version);
        expect(
            differences(
                known.find(({ prosody }) => prosody === version)!,
                dumped[index]!,
            ),
        ).toEqual([]);
    });

    it.each(versions)("%s has nothing that is not declared right, and lacks nothing that is declared", (version) => {
        const others = known.filter(({ prosody }) => !versions.includes(prosody));
        const { facts, comparisons } = verifyFacts(projectDir, [...others, ...dumped]);
        const { faults } = comparisons[facts.findIndex(({ prosody }) => prosody === version)]!;
        expect(faults.map(formatFault)).toEqual([]);
    });
});

describe("the reports", () => {
    const verification = verifyFacts(projectDir, known);

    it(`${COVERAGE_FILE} is what facts and declarations give`, async () => {
        expect(await readFile(path.join(projectDir, COVERAGE_FILE), "utf8")).toBe(await coverageReport(verification));
    });

    it(`the table in ${README_FILE} is what facts and declarations give`, async () => {
        const readme = await readFile(path.join(projectDir, README_FILE), "utf8");
        expect(readme).toBe(await withCoverage(readme, verification));
    });
});

describe("the proof fails", () => {
    /** What is wrong once a piece of a declaration is another. */
    async function faultsOf(file: string, piece: string, instead: string): Promise<Fault[]> {
        const name = `src/prosody/${file}`;
        const text = await readFile(path.join(projectDir, name), "utf8");
        expect(text.split(piece), `${name} has this piece once`).toHaveLength(2);
        const declarations = readDeclarations(projectDir, new Map([[name, text.replace(piece, () => instead)]]));
        return compare(declarations, known).flatMap(({ faults }) => faults);
    }

    /** The kinds of faults with the versions in which they come up. */
    function kinds(faults: readonly Fault[]): string[] {
        return faults.map(({ kind, scope, member, version }) => `${kind}: ${scope} ${member}, ${version}`);
    }

    const cases: {
        when: string;
        file: string;
        piece: string;
        instead: string;
        then: string[];
    }[] = [
        {
            when: "a function is taken out of a library",
            file: "util/jid.d.ts",
            piece: "export function bare(jid: string | undefined): string | undefined;",
            instead: "",
            then: [
                "missing: util.jid bare, 0.11.9",
                "missing: util.jid bare, 0.12.3",
                "missing: util.jid bare, 13.0.1",
            ],
        },
        {
            when: "a function of a library is invented",
            file: "util/jid.d.ts",
            piece: "export function bare(",
            instead: "export function naked(jid: string): string;\n    export function bare(",
            then: [
                "surplus: util.jid naked, 0.11.9",
                "surplus: util.jid naked, 0.12.3",
                "surplus: util.jid naked, 13.0.1",
            ],
        },
        {
            when: "a method is taken out of an object",
            file: "util/throttle.d.ts",
            piece: "peek(cost?: number): boolean;",
            instead: "",
            then: [
                "missing: prosody.util.throttle.Throttle peek, 0.11.9",
                "missing: prosody.util.throttle.Throttle peek, 0.12.3",
                "missing: prosody.util.throttle.Throttle peek, 13.0.1",
            ],
        },
        {
            when: "a method of an object is invented",
            file: "util/throttle.d.ts",
            piece: "peek(",
            instead: "look(): void; peek(",
            then: [
                "surplus: prosody.util.throttle.Throttle look, 0.11.9",
                "surplus: prosody.util.throttle.Throttle look, 0.12.3",
                "surplus: prosody.util.throttle.Throttle look, 13.0.1",
            ],
        },
        {
            when: "a function is declared as a value of another kind",
            file: "util/id.d.ts",
            piece: "export function short(): string;",
            instead: "export const short: string;",
            then: [
                "wrong kind: util.id short, 0.11.9",
                "wrong kind: util.id short, 0.12.3",
                "wrong kind: util.id short, 13.0.1",
            ],
        },
        {
            when: "a member is said to be younger than it is",
            file: "util/id.d.ts",
            piece: "export function short(): string;",
            instead: "/** @since 0.12 */\n    export function short(): string;",
            then: ["wrong version: util.id short, 0.11.9"],
        },
        {
            when: "a member is said to be gone",
            file: "util/id.d.ts",
            piece: "export function short(): string;",
            instead: "/** @removed 13.0 */\n    export function short(): string;",
            then: ["wrong version: util.id short, 13.0.1"],
        },
        {
            when: "a function gets a parameter that it does not take",
            file: "util/id.d.ts",
            piece: "export function short(): string;",
            instead: "export function short(length: number): string;",
            then: [
                "wrong arity: util.id short, 0.11.9",
                "wrong arity: util.id short, 0.12.3",
                "wrong arity: util.id short, 13.0.1",
            ],
        },
        {
            when: "a function lacks a parameter that it takes",
            file: "util/throttle.d.ts",
            piece: "peek(cost?: number): boolean;",
            instead: "peek(): boolean;",
            then: [
                "wrong arity: prosody.util.throttle.Throttle peek, 0.11.9",
                "wrong arity: prosody.util.throttle.Throttle peek, 0.12.3",
                "wrong arity: prosody.util.throttle.Throttle peek, 13.0.1",
            ],
        },
        {
            when: "a field is invented that need not be there",
            file: "util/throttle.d.ts",
            piece: "peek(cost?: number): boolean;",
            instead: "peek(cost?: number): boolean; frobnication?: number;",
            then: [
                "surplus: prosody.util.throttle.Throttle frobnication, 0.11.9",
                "surplus: prosody.util.throttle.Throttle frobnication, 0.12.3",
                "surplus: prosody.util.throttle.Throttle frobnication, 13.0.1",
            ],
        },
        {
            when: "a field that came later does not say so",
            file: "items.d.ts",
            piece: "/** Whether only the headers are wanted. @since 0.12 */",
            instead: "/** Whether only the headers are wanted. */",
            then: ["wrong version: Prosody.HttpResponse is_head_request, 0.11.9"],
        },
        {
            when: "a type is declared that nobody has seen",
            file: "util/throttle.d.ts",
            piece: 'declare module "prosody.util.throttle" {',
            instead: 'declare module "prosody.util.throttle" {\n    export interface Choke { stop(): void; }',
            then: [
                "unproven: prosody.util.throttle.Choke , 0.11.9",
                "unproven: prosody.util.throttle.Choke , 0.12.3",
                "unproven: prosody.util.throttle.Choke , 13.0.1",
            ],
        },
        {
            when: "a library is left out",
            file: "util/throttle.d.ts",
            piece: 'declare module "prosody.util.throttle" {',
            instead: 'declare module "elsewhere.util.throttle" {',
            then: ["0.11.9", "0.12.3", "13.0.1"].flatMap((version) => [
                `missing: util.throttle , ${version}`,
                `missing: prosody.util.throttle.Throttle , ${version}`,
            ]),
        },
        {
            when: "a library is invented",
            file: "util/throttle.d.ts",
            piece: 'declare module "prosody.util.throttle" {',
            instead: 'declare module "prosody.util.choke" {\n}\ndeclare module "prosody.util.throttle" {',
            then: ["surplus: util.choke , 0.11.9", "surplus: util.choke , 0.12.3", "surplus: util.choke , 13.0.1"],
        },
    ];

    it.each(cases.map((one) => [one.when, one] as const))("when %s", async (_when, { file, piece, instead, then }) => {
        const faults = await faultsOf(file, piece, instead);
        expect(kinds(faults)).toEqual(then);
        // Each tells the place; of what is not declared at all there is none but the folder.
        for (const fault of faults) expect(formatFault(fault)).toMatch(/^src\/prosody(\/[\w/.]+:\d+)? {2}\S/);
    });
});
