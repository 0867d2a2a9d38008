/** Positions in generated Lua, back to the TypeScript that they came from. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { decodedMappings, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

export interface Position {
    /** Absolute. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** From 1. */
    readonly column: number;
}

export interface Positions {
    /**
     * The TypeScript behind a line of a Lua file; undefined for Lua that was not generated here.
     * @param file As Lua names it: relative to the project, absolute, or its end behind "...".
     */
    locate(file: string, line: number): Position | undefined;
    /** Replaces positions in a text, `x.lua:12`, by those in TypeScript, relative to the project. */
    rewrite(text: string): string;
}

interface KnownFile {
    /** Relative to the project, with slashes. */
    readonly lua: string;
    /** The folder that source names in the map are relative to, absolute. */
    readonly base: string;
    readonly json: string;
    map?: TraceMap;
}

/** Maps of modules that `typed-prosody build` wrote. */
function moduleMaps(projectDir: string): KnownFile[] {
    const folder = path.join(projectDir, "dist-maps");
    let names: string[];
    try {
        names = readdirSync(folder).filter((name) => name.startsWith("mod_"));
    } catch {
        return [];
    }
    return names.flatMap((name) => {
        try {
            const json = readFileSync(path.join(folder, name, `${name}.lua.map`), "utf8");
            return [{ lua: `dist-lua/${name}/${name}.lua`, base: path.join(folder, name), json }];
        } catch {
            return [];
        }
    });
}

/** @param specMaps Maps by Lua file, relative to the project; their source names are relative to that file's folder. */
export function createPositions(projectDir: string, specMaps: ReadonlyMap<string, string>): Positions {
    const known: KnownFile[] = [
        ...[...specMaps].map(([lua, json]) => ({ lua, json, base: path.join(projectDir, path.dirname(lua)) })),
        ...moduleMaps(projectDir),
    ];

    const find = (file: string): KnownFile | undefined => {
        // Lua shortens long names of files to their ends.
        const end = file.replace(/^\.\.\./, "").replace(/^\.\//, "");
        return known.find(({ lua }) => lua === end || lua.endsWith(end) || end.endsWith(`/${lua}`));
    };

    const locate = (file: string, line: number): Position | undefined => {
        const found = find(file);
        if (found === undefined) return undefined;
        found.map ??= new TraceMap(found.json);
        // The first thing on the line that came from somewhere.
        const segment = decodedMappings(found.map)[line - 1]?.find((candidate) => candidate.length > 1);
        const position = originalPositionFor(found.map, { line, column: segment?.[0] ?? 0 });
        if (position.source === null) return undefined;
        return { file: path.resolve(found.base, position.source), line: position.line, column: position.column + 1 };
    };

    const rewrite = (text: string): string =>
        text.replace(/([^\s:<>"'()[\]]+\.lua):(\d+)/g, (whole, file: string, line: string) => {
            const position = locate(file, Number(line));
            if (position === undefined) return whole;
            return `${path.relative(projectDir, position.file).split(path.sep).join("/")}:${position.line}`;
        });

    return { locate, rewrite };
}
