/** What JavaScript makes of a snippet: the standard that its Lua is held to. */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import ts from "typescript";

const resolution: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** Lets all that waits for promises go on, as far as it can. */
export async function untilNothingIsReady(): Promise<void> {
    // What is ready goes on before the next immediate.
    await new Promise((resolve) => setImmediate(resolve));
}

/** Runs a TypeScript file and what it imports; gives what it exports. */
export function runAsJavaScript(entry: string): Record<string, unknown> {
    const loaded = new Map<string, { exports: Record<string, unknown> }>();
    const load = (file: string): Record<string, unknown> => {
        const known = loaded.get(file);
        if (known) return known.exports;
        const module = { exports: {} as Record<string, unknown> };
        loaded.set(file, module);
        const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
            fileName: file,
            compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
        });
        const require = (specifier: string) => {
            const found = ts.resolveModuleName(specifier, file, resolution, ts.sys).resolvedModule;
            if (!found) throw new Error(`${file}: cannot find ${specifier}`);
            return load(found.resolvedFileName);
        };
        const run = vm.runInThisContext(`(function (require, module, exports) {${outputText}\n})`, { filename: file });
        (run as (...args: unknown[]) => void)(require, module, module.exports);
        return module.exports;
    };
    return load(entry);
}
