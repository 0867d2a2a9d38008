import { availableParallelism } from "node:os";
import { expect, it } from "vitest";
import { describeCompilerFinding, fuzzCompiler } from "./fuzz-compiler.ts";

const PROGRAMS = 2_000;
/** How many of all the compiler may refuse: the generator knows what it takes, and TypeScript's types. */
const REFUSED = 0.02;

const seed = Math.floor(Math.random() * 2 ** 31);

it(
    `${PROGRAMS} generated programs do in Lua what they do in JavaScript, seed ${seed}`,
    { timeout: 600_000 },
    async () => {
        const { same, refused, finding } = await fuzzCompiler(PROGRAMS, seed, availableParallelism());
        expect(finding === undefined ? "" : describeCompilerFinding(finding)).toBe("");
        const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
        expect(refusals, JSON.stringify(refused)).toBeLessThanOrEqual(REFUSED * PROGRAMS);
        expect(same).toBeGreaterThanOrEqual((1 - REFUSED) * PROGRAMS);
    },
);
