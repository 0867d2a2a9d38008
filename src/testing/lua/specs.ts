/** Specs in TypeScript, and the modules that only specs have, compiled to Lua files that busted runs. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { compileFiles } from "../../compiler/compile.ts";

export interface CompiledSpecs {
    /** The specs' Lua files, relative to the project. */
    readonly files: readonly string[];
    /** The plugin path of modules that lie among the specs, relative to the project; undefined where there are none. */
    readonly plugins?: string;
    /** Source maps as JSON by Lua file, relative to the project. Source names in them are relative to the Lua file's folder. */
    readonly maps: ReadonlyMap<string, string>;
}

/** Beside the maps of modules; not committed. */
const OUTPUT = "dist-maps/busted";

const SPEC = /\.spec\.ts$/;
const MODULE = /^mod_\w+\.ts$/;

async function filesBelow(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".d.ts"))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort();
}

/** Forward slashes, as Lua and source maps have them. */
function slashed(file: string): string {
    return file.split(path.sep).join("/");
}

/**
 * Compiles `*.spec.ts` below the folder and the modules `mod_x.ts` beside them.
 * Raises an error with all diagnostics where there is an error in any of them.
 * @param wanted Which specs, by file name without `.spec.ts`; all where empty.
 */
export async function compileSpecs(
    projectDir: string,
    folder: string,
    wanted: readonly string[] = [],
): Promise<CompiledSpecs> {
    const all = await filesBelow(path.join(projectDir, folder));
    const specs = all.filter(
        (file) => SPEC.test(file) && (wanted.length === 0 || wanted.includes(path.basename(file).replace(SPEC, ""))),
    );
    const modules = all.filter((file) => MODULE.test(path.basename(file)));
    await rm(path.join(projectDir, OUTPUT), { recursive: true, force: true });
    if (specs.length === 0) return { files: [], maps: new Map() };

    const target = new Map<string, string>();
    for (const spec of specs) {
        const name = slashed(path.relative(path.join(projectDir, folder), spec)).replace(/\.ts$/, ".lua");
        target.set(spec, `${OUTPUT}/${name}`);
    }
    for (const module of modules) {
        const name = path.basename(module, ".ts");
        target.set(module, `${OUTPUT}/plugins/${name}/${name}.lua`);
    }
    const compiled = compileFiles({
        projectDir,
        entries: [...specs, ...modules],
        mapFolder: (entry) => path.join(projectDir, path.dirname(target.get(entry)!)),
    });
    const errors = compiled.diagnostics.filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
    if (errors.length > 0) {
        const host: ts.FormatDiagnosticsHost = {
            getCanonicalFileName: (file) => file,
            getCurrentDirectory: () => projectDir,
            getNewLine: () => "\n",
        };
        throw new Error(`The specs do not compile.\n${ts.formatDiagnosticsWithColorAndContext(errors, host)}`);
    }
    const maps = new Map<string, string>();
    for (const output of compiled.outputs) {
        const file = target.get(output.entry)!;
        maps.set(file, output.map);
        await mkdir(path.join(projectDir, path.dirname(file)), { recursive: true });
        await writeFile(path.join(projectDir, file), output.lua);
    }
    return {
        files: specs.map((spec) => target.get(spec)!),
        ...(modules.length > 0 && { plugins: `${OUTPUT}/plugins` }),
        maps,
    };
}
