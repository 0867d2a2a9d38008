/**
 * What type-checking a module of one file costs, next to an empty project of TypeScriptToLua: the price of declaring all of
 * Prosody. Each run is a process of its own, as a command's is; the projects take turns, so that what else the machine does
 * meets both.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";

/** How much TypeScript looks at; the same in each run and on every machine. */
export interface Work {
    readonly files: number;
    readonly lines: number;
    readonly identifiers: number;
    readonly symbols: number;
    readonly types: number;
    readonly instantiations: number;
}

/** One run, as the measured process prints it. */
export interface Run extends Work {
    /** Milliseconds of the processor for reading and parsing. */
    readonly program: number;
    /** Milliseconds of the processor in all: program, binding, checking. */
    readonly total: number;
    /** Bytes of the heap afterwards. */
    readonly memory: number;
}

export interface TypeChecking {
    readonly name: string;
    /** Times and memory are medians. */
    readonly run: Run;
    /** The total over that of the empty project with the same settings. */
    readonly ratio: number;
}

/** A one-file module may cost so many times what an empty project of TypeScriptToLua does. */
export const TYPE_CHECKING_CEILING = 1.5;

const RUNS = 5;

/** What TypeScriptToLua's documentation gives to begin with, and Lua's own declarations. */
const emptyProject = {
    compilerOptions: {
        target: "ESNext",
        lib: ["ESNext"],
        module: "ESNext",
        moduleResolution: "bundler",
        types: ["lua-types/5.4", "@typescript-to-lua/language-extensions"],
        strict: true,
    },
    tstl: { luaTarget: "5.4" },
};

const oneFileModule = {
    extends: "typed-prosody/tstl.base.json",
    compilerOptions: { types: ["typed-prosody/prosody"] },
};

const moduleCode = `import * as st from "prosody.util.stanza";

const name = module.get_option_string("hello_name", "Prosody");

module.hook("iq-get/host/urn:example:hello:query", ({ stanza, origin }) => {
    const greeting = os.date("*t").hour < 12 ? "Good morning" : "Good day";
    origin.send(st.reply(stanza).text_tag("greeting", \`\${greeting}, this is \${name}.\`));
    return true;
});
`;

interface Project {
    readonly name: string;
    readonly config: typeof emptyProject | typeof oneFileModule;
    readonly code: string;
    readonly skipLibCheck: boolean;
}

const PROJECTS: readonly Project[] = [false, true].flatMap((skipLibCheck) => {
    const name = skipLibCheck ? ", declarations not checked" : ", declarations checked";
    return [
        { name: `empty project${name}`, config: emptyProject, code: "export {};\n", skipLibCheck },
        { name: `one-file module${name}`, config: oneFileModule, code: moduleCode, skipLibCheck },
    ];
});

function median(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)]!;
}

async function writeProject(projectDir: string, folder: string, project: Project): Promise<void> {
    await mkdir(path.join(folder, "node_modules"), { recursive: true });
    // Junctions need no privilege on Windows.
    await symlink(projectDir, path.join(folder, "node_modules", "typed-prosody"), "junction");
    for (const name of ["lua-types", "@typescript-to-lua"]) {
        await symlink(path.join(projectDir, "node_modules", name), path.join(folder, "node_modules", name), "junction");
    }
    const { config, code, skipLibCheck } = project;
    const compilerOptions = { ...config.compilerOptions, skipLibCheck };
    await writeFile(
        path.join(folder, "tsconfig.json"),
        JSON.stringify({ ...config, compilerOptions, files: ["main.ts"] }),
    );
    await writeFile(path.join(folder, "main.ts"), code);
}

/** The empty project and the module, with their declarations checked and not. */
export async function measureTypeChecking(projectDir: string): Promise<TypeChecking[]> {
    const folder = await mkdtemp(path.join(tmpdir(), "typed-prosody-types-"));
    try {
        const folders = PROJECTS.map((_, index) => path.join(folder, String(index)));
        await Promise.all(PROJECTS.map((project, index) => writeProject(projectDir, folders[index]!, project)));
        const script = fileURLToPath(new URL("type-checking-process.ts", import.meta.url));
        const tsx = path.join(projectDir, "node_modules", "tsx", "dist", "cli.mjs");
        const runs: Run[][] = PROJECTS.map(() => []);
        for (let round = 0; round < RUNS; round += 1) {
            for (const [index, each] of folders.entries()) {
                const { stdout } = await promisify(execFile)(process.execPath, [tsx, script, each]);
                runs[index]!.push(JSON.parse(stdout) as Run);
            }
        }
        const medians = runs.map((all): Run => ({
            ...all[0]!,
            program: median(all.map((run) => run.program)),
            total: median(all.map((run) => run.total)),
            memory: median(all.map((run) => run.memory)),
        }));
        return PROJECTS.map(({ name, skipLibCheck }, index) => {
            const empty = PROJECTS.findIndex(
                (other) => other.config === emptyProject && other.skipLibCheck === skipLibCheck,
            );
            const run = medians[index]!;
            return { name, run, ratio: run.total / medians[empty]!.total };
        });
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
