import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { verify } from "../../../src/compiler/verify.ts";
import { garbled } from "./garbled.ts";
import { Workshop } from "./run.ts";

const SOURCES = 300;

const modules = path.resolve(import.meta.dirname, "..", "..", "..", "src", "modules");

/** The modules' own sources: what authors write, and all that the compiler knows of Prosody is used there. */
const sources = readdirSync(modules, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => readFileSync(path.join(modules, name), "utf8"))
    // Files that import others of their module are of no use elsewhere.
    .filter((text) => !/from "\.\.?\//.test(text));

const seed = Math.floor(Math.random() * 2 ** 31);

it(
    `${SOURCES} garbled sources are refused in words, or become Lua that loads, seed ${seed}`,
    { timeout: 300_000 },
    () => {
        expect(sources.length).toBeGreaterThan(3);
        const workshop = new Workshop();
        try {
            const texts = fc.sample(garbled(sources), { numRuns: SOURCES, seed });
            const outcomes = workshop.compile(texts);
            const faults = outcomes.flatMap((outcome, index) =>
                typeof outcome !== "string" && outcome.kind === "fault" ? [`${outcome.problem}\n${texts[index]!}`] : [],
            );
            expect(faults).toEqual([]);
            const written = outcomes.filter((outcome) => typeof outcome === "string");
            const files = written.map((text, index) => ({ name: `mod_g${index}`, text }));
            const refused = outcomes.length - written.length;
            // Else this would prove nothing: most are wrong, and a few are right by chance.
            expect(refused).toBeGreaterThan(SOURCES / 2);
            expect(written.length).toBeGreaterThan(0);
            // What loads nowhere is told as a fault of the generated Lua, and never written.
            const broken = verify(files).flatMap(({ checks }, index) =>
                checks
                    .filter(({ tool, outcome }) => tool !== "luacheck" && outcome === "failed")
                    .map(({ tool, detail }) => `${tool}: ${detail}\n${files[index]!.text}`),
            );
            expect(broken).toEqual([]);
        } finally {
            workshop.close();
        }
    },
);
