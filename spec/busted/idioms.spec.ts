/** What authors write shall cost what Lua written by hand costs: docs/what-it-costs.md, measured again. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { geometricMean, renderIdioms } from "../../bench/idiom-table.ts";
import { measureIdioms, type IdiomCost } from "../../bench/measure/idioms.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Instructions for each of hand-written Lua. */
const CEILING = 1.05;
const MEAN_CEILING = 1.02;

describe("What TypeScript costs beside Lua written by hand", () => {
    let costs: IdiomCost[];
    const ratio = ({ generated, byHand }: IdiomCost) => generated / byHand;
    beforeAll(async () => {
        costs = await measureIdioms(projectDir);
    });

    test("there are 30 idioms and 10 whole modules", () => {
        const modules = costs.filter(({ group }) => group === "handlers").length;
        expect(modules).toBeGreaterThanOrEqual(10);
        expect(costs.length - modules).toBeGreaterThanOrEqual(30);
    });

    test(`each costs at most ${CEILING} of it`, () => {
        const over = costs.filter((cost) => ratio(cost) > CEILING);
        expect(over.map((cost) => `${cost.name}: ${cost.generated} instead of ${cost.byHand}`)).toEqual([]);
    });

    test(`the geometric mean is at most ${MEAN_CEILING}`, () => {
        expect(geometricMean(costs)).toBeLessThanOrEqual(MEAN_CEILING);
    });

    test("docs/what-it-costs.md says what was measured", async () => {
        const document = await readFile(path.join(projectDir, "docs", "what-it-costs.md"), "utf8");
        expect(document, "npm run bench -- --update-idioms").toBe(renderIdioms(costs));
    });
});
