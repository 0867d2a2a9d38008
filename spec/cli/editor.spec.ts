import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LanguageServer } from "./language-server.ts";

const projectDir = fileURLToPath(new URL("../../", import.meta.url));

describe("an editor", () => {
    let server: LanguageServer;
    beforeAll(() => {
        server = new LanguageServer(projectDir);
    });
    afterAll(() => server.stop());

    /** What is underlined when a file of ours is open with this text in it. */
    async function problems(file: string, text: string): Promise<string[]> {
        const path = join(projectDir, file);
        server.send("open", { file: path, fileContent: text });
        const found = await server.ask<ts.server.protocol.Diagnostic[]>("semanticDiagnosticsSync", { file: path });
        return found.map((diagnostic) => diagnostic.text);
    }

    async function configFile(file: string): Promise<string | undefined> {
        const info = await server.ask<ts.server.protocol.ProjectInfo>("projectInfo", {
            file: join(projectDir, file),
            needFileNameList: false,
        });
        return info.configFileName.replaceAll("\\", "/").split("/").at(-1);
    }

    it("sees Prosody's and Lua's names in a module, and not Node's or JavaScript's", async () => {
        const file = "src/modules/mod_component_http/mod_component_http.ts";
        const found = await problems(
            file,
            `import { bare } from "prosody.util.jid";
             module.hook("host-activated", () => undefined);
             export const own: string = module.host;
             export const found = string.match(bare("a@b/c") ?? "", "@(.*)");
             process.exit(1);
             JSON.stringify({});
             require("fs").readFileSync("x");
             module.exports = 1;
             setImmediate(() => undefined);
             setTimeout(() => undefined, 1).unref();
             new Date();
            `,
        );
        expect(await configFile(file)).toBe("tstl.json");
        const about = (name: string) => found.filter((text) => text.includes(`'${name}'`));
        expect(about("process")).toHaveLength(1);
        expect(about("JSON")).toHaveLength(1);
        expect(about("exports")).toHaveLength(1);
        expect(about("setImmediate")).toHaveLength(1);
        expect(about("Timeout")).toHaveLength(1);
        expect(found.filter((text) => text.includes("'DateConstructor'"))).toHaveLength(1);
        expect(found.filter((text) => /'(hook|host|match|bare|string)'/.test(text))).toEqual([]);
    });

    it("sees Node's names in the compiler, and not Prosody's", async () => {
        const file = "src/compiler/discover.ts";
        const found = await problems(
            file,
            `import { readFileSync } from "node:fs";
             export const text: string = readFileSync("x", "utf8");
             process.exitCode = JSON.parse(text);
             setTimeout(() => undefined, 1);
             export const when = new Date();
             module.hook("host-activated", () => undefined);
             string.match("x", "x");
            `,
        );
        expect(await configFile(file)).toBe("tsconfig.json");
        expect(found).toHaveLength(2);
        expect(found[0]).toContain("'hook'");
        expect(found[1]).toContain("'string'");
    });
});
