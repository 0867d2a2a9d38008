/**
 * One TypeScript program for everything that is compiled in one go. Building it is most of a build's time, so it
 * can be made again from an older one, of which only changed files are read anew.
 */
import path from "node:path";
import ts from "typescript";
import * as tstl from "typescript-to-lua";

export interface LuaProgram {
    program: ts.Program;
    /** Of the config file itself. */
    configDiagnostics: readonly ts.Diagnostic[];
}

export interface ProgramOptions {
    /** Absolute path of tstl.json. */
    configFile: string;
    /** The files to compile; global declarations of the project are added. */
    entries: readonly string[];
    /** Its unchanged files are used again. */
    previous?: ts.Program | undefined;
}

/** What the linker stands on; a project's tstl.json may not say otherwise. */
const fixedOptions: tstl.CompilerOptions = {
    luaTarget: tstl.LuaTarget.Universal,
    luaLibImport: tstl.LuaLibImportKind.None,
    noImplicitSelf: true,
    noHeader: true,
    noEmit: true,
    composite: false,
    incremental: false,
    emitDeclarationOnly: false,
    declaration: false,
    sourceMap: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
};

/** The file that says which JavaScript built-ins exist in Lua. The transpiler must take it for the default library. */
function isLuaLibrary(file: ts.SourceFile): boolean {
    return /[\\/]src[\\/]prosody[\\/]lib(\.[\w-]+)?\.d\.ts$/.test(file.fileName);
}

/** Source files by name, kept as long as their text stays the same. */
const parsed = new Map<string, ts.SourceFile>();

function createHost(options: ts.CompilerOptions): ts.CompilerHost {
    const host = ts.createCompilerHost(options, true);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (fileName, languageVersion, onError) => {
        const text = ts.sys.readFile(fileName);
        const known = parsed.get(fileName);
        if (known && known.text === text) return known;
        const file = read(fileName, languageVersion, onError);
        if (file) {
            // TypeScript's builder, which knows what depends on what, wants one; the file object changes with its text.
            Object.assign(file, { version: ts.sys.createHash?.(file.text) ?? file.text });
            parsed.set(fileName, file);
        } else parsed.delete(fileName);
        return file;
    };
    return host;
}

export function createLuaProgram({ configFile, entries, previous }: ProgramOptions): LuaProgram {
    const config = tstl.parseConfigFileWithSystem(configFile, {}, ts.sys);
    const options = { ...config.options, ...fixedOptions } as ts.CompilerOptions;
    const declarations = config.fileNames.filter((file) => /\.d\.[cm]?ts$/.test(file));
    const program = ts.createProgram({
        rootNames: [...new Set([...declarations, ...entries.map((file) => path.resolve(file))])],
        options,
        host: createHost(options),
        ...(previous ? { oldProgram: previous } : {}),
    });
    const isDefaultLibrary = program.isSourceFileDefaultLibrary.bind(program);
    program.isSourceFileDefaultLibrary = (file) => isLuaLibrary(file) || isDefaultLibrary(file);
    // noImplicitSelf stops at node_modules; TypeScript that is linked from there must mean the same as here.
    program.isSourceFileFromExternalLibrary = () => false;
    // An empty entry list is no mistake here: the entries come from discovery, not from the config file.
    const configDiagnostics = config.errors.filter((error) => error.code !== 18003);
    return { program, configDiagnostics };
}
