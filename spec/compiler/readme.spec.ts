import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { compileFiles } from "../../src/compiler/compile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = fs.readFileSync(path.join(root, "README.md"), "utf8");

/** The code block below `<!-- example: NAME -->`. */
function example(name: string): string {
    const found = new RegExp(`<!-- example: ${name.replace(".", "\\.")} -->\\s+\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(
        readme,
    );
    if (!found) throw new Error(`README.md has no example ${name}`);
    return found[1]!;
}

describe("README.md", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "typed-prosody-readme-"));
    afterAll(() => fs.rmSync(folder, { recursive: true }));

    it("shows the Lua that its TypeScript becomes", () => {
        const entry = path.join(folder, "mod_hello.ts");
        fs.writeFileSync(entry, example("mod_hello.ts"));
        fs.writeFileSync(
            path.join(folder, "tstl.json"),
            JSON.stringify({
                extends: path.join(root, "tstl.base.json"),
                include: [path.join(root, "src/prosody"), "."],
            }),
        );
        const { diagnostics, outputs } = compileFiles({ projectDir: folder, entries: [entry] });
        expect(diagnostics).toEqual([]);
        expect(outputs[0]!.lua).toBe(example("mod_hello.lua"));
    });
});
