/**
 * What TypeScript as authors write it costs beside Lua that an expert wrote by hand: the functions in `bench/idioms`, and the whole
 * modules in `bench/handlers`.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { compileNamed, runCounting, type Count } from "./instructions.ts";

export interface IdiomCost {
    /** The file that it is in: "lists"; "handlers" for whole modules. */
    readonly group: string;
    /** The function, or the module. */
    readonly name: string;
    /** What is written. */
    readonly typescript: string;
    /** What comes out. */
    readonly lua: string;
    /** Lua VM instructions of what comes out. */
    readonly generated: number;
    /** Lua VM instructions of what an expert wrote. */
    readonly byHand: number;
}

interface IdiomCount {
    readonly name: string;
    readonly generated: number;
    readonly by_hand: number;
    readonly results: readonly [string, string];
}

/** All idioms and handlers, in the order of the files. Raises an error where the two languages' results differ. */
export async function measureIdioms(projectDir: string): Promise<IdiomCost[]> {
    const scratch = await mkdtemp(path.join(tmpdir(), "typed-prosody-idioms-"));
    try {
        return [...(await measureFunctions(projectDir, scratch)), ...(await measureHandlers(projectDir, scratch))];
    } finally {
        await rm(scratch, { recursive: true, force: true });
    }
}

async function typescriptFiles(folder: string): Promise<Map<string, string>> {
    const files = (await readdir(folder)).filter((file) => file.endsWith(".ts") && file !== "fixtures.ts").sort();
    return new Map(files.map((file) => [path.basename(file, ".ts"), path.join(folder, file)]));
}

async function measureFunctions(projectDir: string, scratch: string): Promise<IdiomCost[]> {
    const folder = path.join(projectDir, "bench", "idioms");
    const files = await typescriptFiles(folder);
    const counter = path.join(projectDir, "bench", "lua", "idioms.ts");
    const compiled = compileNamed(projectDir, new Map([...files, ["", counter]]));
    const counterFile = path.join(scratch, "counter.lua");
    await writeFile(counterFile, compiled.get("")!);
    const costs: IdiomCost[] = [];
    for (const [group, file] of files) {
        const text = await readFile(file, "utf8");
        const lua = compiled.get(group)!;
        const generated = path.join(scratch, `${group}.lua`);
        await writeFile(generated, lua);
        const counts = await runCounting<IdiomCount>(projectDir, counterFile, {
            TYPED_PROSODY_IDIOMS: `${generated}:${path.join(folder, `${group}.lua`)}`,
        });
        for (const name of exportedFunctions(text)) {
            const count = counts.find((candidate) => candidate.name === name);
            if (count === undefined)
                throw new Error(`bench/idioms/${group}.ts exports ${name}, which Lua did not find`);
            const [ours, expert] = count.results;
            if (ours !== expert) throw new Error(`${name} gives ${ours} generated, and ${expert} by hand`);
            costs.push({
                group,
                name,
                ...excerpts(text, lua, name),
                generated: count.generated,
                byHand: count.by_hand,
            });
        }
    }
    return costs;
}

function exportedFunctions(text: string): string[] {
    return [...text.matchAll(/^export function (\w+)/gm)].map((match) => match[1]!);
}

/** A function in both languages, with the functions and classes of its own that stand before it. */
function excerpts(text: string, lua: string, name: string): { typescript: string; lua: string } {
    const start = text.indexOf(`export function ${name}(`);
    const end = text.indexOf("\n}\n", start) + 2;
    const before = text
        .slice(0, start)
        .split(/^export function [^]*?^}\n/m)
        .at(-1)!;
    const own = /^(?:function|class) [^]*/m.exec(before)?.[0] ?? "";
    const names = [...own.matchAll(/^(?:function|class) (\w+)/gm)].map((match) => match[1]!);
    const ends = lua.indexOf("\nend\n", lua.indexOf(`\nfunction ${name}(`)) + 4;
    const starts = [
        `\nfunction ${name}(`,
        ...names.flatMap((each) => [`\nlocal function ${each}(`, `\nlocal ${each} = `]),
    ]
        .map((head) => lua.indexOf(head))
        .filter((at) => at >= 0);
    return { typescript: own + text.slice(start, end).trimEnd(), lua: lua.slice(Math.min(...starts), ends).trim() };
}

async function measureHandlers(projectDir: string, scratch: string): Promise<IdiomCost[]> {
    const folder = path.join(projectDir, "bench", "handlers");
    const files = await typescriptFiles(folder);
    const compiled = compileNamed(projectDir, new Map([...files, ["", path.join(folder, "fixtures.ts")]]));
    const fixtures = path.join(scratch, "fixtures.lua");
    await writeFile(fixtures, compiled.get("")!);
    const plugins = path.join(scratch, "plugins");
    await mkdir(plugins);
    for (const name of files.keys()) await writeFile(path.join(plugins, `${name}.lua`), compiled.get(name)!);
    const count = (where: string) => runCounting<Count>(projectDir, fixtures, { TYPED_PROSODY_PLUGINS: where });
    const generated = await count(plugins);
    const byHand = await count(folder);
    return await Promise.all(
        generated.map(async ({ module, name, own, libraries }, index) => ({
            group: "handlers",
            name: `${module}: ${name}`,
            typescript: await readFile(files.get(module)!, "utf8"),
            lua: compiled.get(module)!,
            generated: own + libraries,
            byHand: byHand[index]!.own + byHand[index]!.libraries,
        })),
    );
}
