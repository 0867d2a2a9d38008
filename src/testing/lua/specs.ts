/** Specs in TypeScript, and the modules that only specs have, compiled to Lua files that busted runs. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { compileFiles } from "../../compiler/compile.ts";

export interface CompiledSpecs {
    /** The specs' Lua files, relative to the project. */
    readonly files: readonly string[];
    /** The plugin path of modules that lie among the specs, relative to the project; undefined where there are none. */
    readonly plugins?: string;
    /** Takes the files away; the maps stay. */
    remove(): Promise<void>;
    /** Source maps as JSON by Lua file, relative to the project. Source names in them are relative to the Lua file's folder. */
    readonly maps: ReadonlyMap<string, string>;
}

/** Beside the maps of modules, where nothing is committed. */
const OUTPUT_PARENT = "dist-maps";

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
    if (specs.length === 0) return { files: [], maps: new Map(), remove: () => Promise.resolve() };

    // A folder for each run: two may run side by side. Its name is short because Lua cuts long ones in its messages.
    await mkdir(path.join(projectDir, OUTPUT_PARENT), { recursive: true });
    const output = await mkdtemp(path.join(projectDir, OUTPUT_PARENT, "busted-"));
    const remove = () => rm(output, { recursive: true, force: true });
    try {
        return {
            ...(await compileInto(slashed(path.relative(projectDir, output)), projectDir, folder, specs, modules)),
            remove,
        };
    } catch (error) {
        await remove();
        throw error;
    }
}

async function compileInto(
    output: string,
    projectDir: string,
    folder: string,
    specs: readonly string[],
    modules: readonly string[],
): Promise<Omit<CompiledSpecs, "remove">> {
    const target = new Map<string, string>();
    for (const spec of specs) {
        const name = slashed(path.relative(path.join(projectDir, folder), spec)).replace(/\.ts$/, ".lua");
        target.set(spec, `${output}/${name}`);
    }
    for (const module of modules) {
        const name = path.basename(module, ".ts");
        target.set(module, `${output}/plugins/${name}/${name}.lua`);
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
    for (const chunk of compiled.outputs) {
        const file = target.get(chunk.entry)!;
        maps.set(file, chunk.map);
        await mkdir(path.join(projectDir, path.dirname(file)), { recursive: true });
        await writeFile(path.join(projectDir, file), chunk.lua);
    }
    return {
        files: specs.map((spec) => target.get(spec)!),
        ...(modules.length > 0 && { plugins: `${output}/plugins` }),
        maps,
    };
}
