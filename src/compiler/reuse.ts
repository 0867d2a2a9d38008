/**
 * What a rebuild need not do again: a file's diagnostics and an entry's chunk stay right as long as no file that they
 * depend on changed, and no global declaration.
 */
import ts from "typescript";

/** Remembers results by name, together with the files that they were made from. */
export class Reuse<T> {
    private readonly known = new Map<string, { key: readonly unknown[]; value: T }>();

    get(name: string, key: readonly unknown[], make: () => T): T {
        const found = this.known.get(name);
        if (found && found.key.length === key.length && found.key.every((part, index) => part === key[index])) {
            return found.value;
        }
        const value = make();
        this.known.set(name, { key, value });
        return value;
    }
}

export interface Dependencies {
    /**
     * What a file's meaning depends on: the file, everything that it imports, directly or not, and all global declarations.
     * Unchanged files are the same objects in a program that was made from an older one.
     */
    readonly keyOf: (file: ts.SourceFile) => readonly unknown[];
    /** The file and everything that it imports, directly or not. */
    readonly importedBy: (file: ts.SourceFile) => readonly ts.SourceFile[];
}

export function dependencies(program: ts.Program): Dependencies {
    const builder = ts.createSemanticDiagnosticsBuilderProgram(program, {});
    // A file without imports and exports declares globals, and so does one that augments them.
    const global = program
        .getSourceFiles()
        .filter((file) => file.isDeclarationFile || !ts.isExternalModule(file) || file.text.includes("declare global"));
    const importedBy = (file: ts.SourceFile) =>
        builder
            .getAllDependencies(file)
            .map((name) => program.getSourceFile(name))
            .filter((source) => source !== undefined);
    return { importedBy, keyOf: (file) => [...global, ...importedBy(file)] };
}
