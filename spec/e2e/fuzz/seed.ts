/** Environment variable that repeats a run: the seed that is in the test's name. */
const SEED_VARIABLE = "TYPED_PROSODY_FUZZ_SEED";

/** A seed for fast-check, another one each time. */
export function fuzzSeed(): number {
    const given = process.env[SEED_VARIABLE];
    return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
