/**
 * Builds modules of this folder as an author's project is built: typed-prosody in node_modules, a tstl.json that extends ours,
 * everything checked and verified.
 */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll } from "vitest";
import { build, outputFolder } from "../../../src/compiler/build.ts";
import { readmeMissing } from "../../../src/compiler/diagnostics.ts";

const packageDir = fileURLToPath(new URL("../../../", import.meta.url));

/** Where the modules of this folder are. */
export const modulesDir = fileURLToPath(new URL("modules", import.meta.url));

/**
 * Builds modules into a folder that goes away with the specs of the file: a plugin path for `useProsody`.
 * @throws with what the compiler says of them.
 */
export function buildPlugins(...modules: string[]): string {
    return buildPluginsFrom(modulesDir, ...modules);
}

/** The same for modules of another folder. */
export function buildPluginsFrom(folder: string, ...modules: string[]): string {
    const projectDir = realpathSync(mkdtempSync(join(tmpdir(), "typed-prosody-plugins-")));
    afterAll(() => rmSync(projectDir, { recursive: true, force: true }));
    // The server runs as another user inside its container.
    chmodSync(projectDir, 0o755);
    mkdirSync(join(projectDir, "node_modules"));
    // A junction needs no privileges on Windows.
    symlinkSync(packageDir, join(projectDir, "node_modules", "typed-prosody"), "junction");
    cpSync(folder, join(projectDir, "src", "modules"), { recursive: true });
    writeFileSync(
        join(projectDir, "tstl.json"),
        JSON.stringify({
            extends: "typed-prosody/tstl.base.json",
            compilerOptions: { types: ["typed-prosody/prosody"] },
            include: ["src"],
        }),
    );
    const { diagnostics } = build({ projectDir, modules });
    // No administrator reads about them.
    const complaints = diagnostics.filter(
        ({ source, code }) => source !== "typed-prosody" || code !== readmeMissing.code,
    );
    if (complaints.length > 0) {
        throw new Error(
            ts.formatDiagnostics(complaints, {
                getCurrentDirectory: () => projectDir,
                getCanonicalFileName: (name) => name,
                getNewLine: () => "\n",
            }),
        );
    }
    return join(projectDir, outputFolder);
}
