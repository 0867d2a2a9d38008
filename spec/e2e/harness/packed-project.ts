/** A project whose node_modules hold typed-prosody as npm would publish it: files that the package leaves out show here alone. */
import { mkdir, mkdtemp, readdir, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { prosodyVersions } from "../../../src/testing/index.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

export interface PackedProject {
    readonly folder: string;
    /** Runs a command in the project, for its specs with one version of Prosody. @throws with all it wrote when it fails. */
    run(command: string, ...args: string[]): Promise<string>;
}

export async function createPackedProject(): Promise<PackedProject> {
    const folder = await mkdtemp(join(tmpdir(), "typed-prosody-author-"));
    const run = async (command: string, ...args: string[]): Promise<string> => {
        const result = await x(command, args, {
            nodeOptions: { cwd: folder, env: { TYPED_PROSODY_VERSIONS: prosodyVersions().at(-1) } },
        });
        if (result.exitCode !== 0) throw new Error(`${command} ${args.join(" ")}:\n${result.stdout}\n${result.stderr}`);
        return result.stdout;
    };
    const modules = join(folder, "node_modules");
    const own = join(modules, "typed-prosody");
    await mkdir(own, { recursive: true });
    await run("npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", folder, repository);
    const archive = (await readdir(folder)).find((name) => name.endsWith(".tgz")) ?? "";
    await run("tar", "-xzf", archive, "--strip-components=1", "-C", own);
    // Dependencies are what they are in this repository: only the package itself is under test.
    for (const name of await readdir(join(repository, "node_modules"))) {
        if (name !== "typed-prosody" && !name.startsWith(".")) {
            await symlink(join(repository, "node_modules", name), join(modules, name), "junction");
        }
    }
    return { folder, run };
}
