/** Sizes of the generated modules. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface Size {
    /** "mod_component_http" */
    readonly module: string;
    readonly lines: number;
    readonly bytes: number;
}

export async function measureSizes(projectDir: string): Promise<Size[]> {
    const folder = path.join(projectDir, "dist-lua");
    const names = (await readdir(folder)).filter((name) => name.startsWith("mod_")).sort();
    return Promise.all(
        names.map(async (module): Promise<Size> => {
            const text = await readFile(path.join(folder, module, `${module}.lua`), "utf8");
            return { module, lines: text.split("\n").length - 1, bytes: Buffer.byteLength(text) };
        }),
    );
}
