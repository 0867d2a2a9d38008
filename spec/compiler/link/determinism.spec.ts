import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileFiles, nothingEarlier } from "../../../src/compiler/compile.ts";

const packageFolder = fileURLToPath(new URL("../../../", import.meta.url));

const files: Record<string, string> = {
    "one/one.ts": `import { shared, Box } from "../shared"; import { pair } from "../pair"; export const result = [shared([3, 1]), new Box(2).n, pair("a")].length;`,
    "two/two.ts": `import { pair } from "../pair"; import { shared } from "../shared"; const local = pair("b"); export const result = shared([local.length]).map((n) => n + 1);`,
    "three/three.ts": `import * as everything from "../shared"; export const result = everything.shared([1]).filter((n) => n > 0);`,
    "shared.ts": `import { order } from "./order"; export function shared(list: number[]) { order.push("s"); return [...list].sort((a, b) => a - b).map((n) => n * 2); } export class Box { constructor(readonly n: number) {} }`,
    "pair.ts": `import { order } from "./order"; export const pair = (s: string) => { order.push(s); return [s.trim(), s.padStart(3)]; };`,
    "order.ts": `export const order: string[] = [];`,
};

describe("The same input gives the same bytes", () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "typed-prosody-bytes-")));
    const project = path.join(folder, "project");
    const entries = ["one/one.ts", "two/two.ts", "three/three.ts"];

    beforeAll(() => {
        mkdirSync(project);
        const config = {
            extends: path.join(packageFolder, "tstl.base.json"),
            include: [path.join(packageFolder, "src/prosody")],
        };
        writeFileSync(path.join(project, "tstl.json"), JSON.stringify(config));
        for (const [name, text] of Object.entries(files)) {
            mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
            writeFileSync(path.join(project, name), text);
        }
        cpSync(project, path.join(folder, "elsewhere", "deeper", "copy"), { recursive: true });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function compiled(projectDir: string, names: readonly string[], earlier = nothingEarlier()): Map<string, string> {
        const result = compileFiles({ projectDir, entries: names.map((name) => path.join(projectDir, name)), earlier });
        expect(result.diagnostics).toEqual([]);
        return new Map(result.outputs.map(({ lua, map }, index) => [names[index]!, `${lua}\n${map}`]));
    }

    const expectSame = (found: Map<string, string>, expected: Map<string, string>) => {
        for (const [name, text] of found) expect(text, name).toBe(expected.get(name));
    };

    test("twice in one process, in another order, alone, from another folder, and after earlier runs", () => {
        const first = compiled(project, entries);
        expect([...first.values()].join("").length).toBeGreaterThan(500);
        expectSame(compiled(project, entries), first);
        expectSame(compiled(project, [...entries].reverse()), first);
        for (const name of entries) expectSame(compiled(project, [name]), first);
        expectSame(compiled(path.join(folder, "elsewhere", "deeper", "copy"), entries), first);
        const earlier = nothingEarlier();
        compiled(project, ["two/two.ts"], earlier);
        expectSame(compiled(project, entries, earlier), first);
        expectSame(compiled(project, entries, earlier), first);
    });

    test("a change in one file changes the chunks that hold it, and a change back restores them", () => {
        const earlier = nothingEarlier();
        const first = compiled(project, entries, earlier);
        const file = path.join(project, "pair.ts");
        writeFileSync(file, files["pair.ts"]!.replace("padStart(3)", "padStart(4)"));
        const changed = compiled(project, entries, earlier);
        expect(changed.get("one/one.ts")).toContain("4");
        expect(changed.get("one/one.ts")).not.toBe(first.get("one/one.ts"));
        expect(changed.get("two/two.ts")).not.toBe(first.get("two/two.ts"));
        expect(changed.get("three/three.ts")).toBe(first.get("three/three.ts"));
        writeFileSync(file, files["pair.ts"]!);
        expectSame(compiled(project, entries, earlier), first);
    });
});
