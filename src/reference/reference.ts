/** The API reference: pages with a search, made by TypeDoc from the declarations in src/prosody. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, Logger, LogLevel, OptionDefaults, type Reflection, type TypeDocOptions } from "typedoc";
import { ModulePagesRouter, ModulePagesTheme } from "./module-pages.ts";
import { oneFile } from "./one-file.ts";

const packageDir = fileURLToPath(new URL("../..", import.meta.url));
const declarationsDir = join(packageDir, "src", "prosody");

export interface Reference {
    /** What TypeDoc complains about: a link that leads nowhere, a tag that it does not know, something that is not described. */
    readonly complaints: readonly string[];
    /** Where something is described, by its full name: a page, relative to the folder, and an anchor on it. */
    readonly places: ReadonlyMap<string, string>;
}

const options: Partial<TypeDocOptions> = {
    name: "Prosody for TypeScript",
    readme: fileURLToPath(new URL("front-page.md", import.meta.url)),
    router: "module-pages",
    theme: "module-pages",
    blockTags: [...OptionDefaults.blockTags, "@removed"],
    // For TypeScriptToLua, in what JavaScript has of its own.
    modifierTags: [...OptionDefaults.modifierTags, "@noSelfInFile"],
    // The declarations were put together into one file; each of them names Prosody's source instead.
    disableSources: true,
    disableGit: true,
    hideGenerator: true,
    // Errors in declarations are found by the type tests, with their place.
    skipErrorChecking: true,
    suppressCommentWarningsInDeclarationFiles: false,
    // Short helper types stand where they are used.
    validation: {
        notExported: false,
        invalidLink: true,
        rewrittenLink: true,
        notDocumented: true,
        unusedMergeModuleWith: true,
    },
    // What a type asks of others only says its shape.
    intentionallyNotDocumented: ["prosody.util.events.HandlersOf.__type.add_handler"],
    requiredToBeDocumented: ["Module", "Namespace", "Function", "Method"],
};

/** Keeps what would go to the terminal. */
class Complaints extends Logger {
    readonly messages: string[] = [];

    override log(message: string, level: Exclude<LogLevel, LogLevel.None>): void {
        super.log(message, level);
        // lua-types describes namespaces of Lua too.
        if (/^(io|math|os|string|table) has multiple declarations with a comment/.test(message)) return;
        if (level >= LogLevel.Warn) this.messages.push(message.replace(/, defined in [^,]*,/, ""));
    }
}

/** Writes the reference into a folder, in place of what was there. */
export async function writeReference(folder: string): Promise<Reference> {
    const work = await mkdtemp(join(tmpdir(), "typed-prosody-reference-"));
    try {
        await prepareProject(work);
        const app = await Application.bootstrap({
            ...options,
            tsconfig: join(work, "tsconfig.json"),
            entryPoints: [join(work, "prosody.d.cts")],
        });
        const complaints = new Complaints();
        app.logger = complaints;
        const routers: ModulePagesRouter[] = [];
        app.renderer.defineRouter(
            "module-pages",
            class extends ModulePagesRouter {
                constructor(application: Application) {
                    super(application);
                    // TypeDoc forgets it once the pages are written.
                    routers.push(this);
                }
            },
        );
        app.renderer.defineTheme("module-pages", ModulePagesTheme);
        const project = await app.convert();
        if (!project) throw new Error(`TypeDoc did not understand the declarations: ${complaints.messages.join("\n")}`);
        app.validate(project);
        await mkdir(folder, { recursive: true });
        await app.generateDocs(project, folder);

        const places = new Map<string, string>();
        const note = (reflection: Reflection): void => {
            for (const router of routers) {
                if (router.hasUrl(reflection)) places.set(reflection.getFullName(), router.getFullUrl(reflection));
            }
            reflection.traverse((child) => {
                note(child);
                return true;
            });
        };
        note(project);
        return { complaints: complaints.messages, places };
    } finally {
        await rm(work, { recursive: true, force: true });
    }
}

/** A project of the declarations alone, for TypeDoc to read. */
async function prepareProject(folder: string): Promise<void> {
    // A junction needs no privileges on Windows.
    await symlink(join(packageDir, "node_modules"), join(folder, "node_modules"), "junction");
    await writeFile(join(folder, "prosody.d.cts"), await oneFile(declarationsDir));
    const index = await readFile(join(declarationsDir, "index.d.ts"), "utf8");
    await writeFile(join(folder, "lua.d.ts"), index.match(/^\/\/\/ <reference types=.*$/gm)?.join("\n") ?? "");
    await writeFile(
        join(folder, "tsconfig.json"),
        JSON.stringify({
            extends: join(packageDir, "tstl.base.json"),
            files: ["prosody.d.cts", "lua.d.ts", join(declarationsDir, "lib.d.ts")],
        }),
    );
}
