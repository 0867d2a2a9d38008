import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { describe, expect, it } from "vitest";
import { answering, createProject, readme, runHere, startCli } from "./temporary-project.ts";

/** What a running watch has said so far, on both streams, in order. */
class Output {
    #text = "";
    #seen = 0;
    #wake: (() => void) | undefined;

    constructor(child: ChildProcessWithoutNullStreams) {
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding("utf8").on("data", (text: string) => {
                this.#text += text;
                this.#wake?.();
            });
        }
    }

    /** Waits for text that has not been waited for yet, and gives what came with and before it. */
    async next(pattern: RegExp): Promise<string> {
        const deadline = Date.now() + 50_000;
        for (;;) {
            const fresh = this.#text.slice(this.#seen);
            const match = pattern.exec(fresh);
            if (match) {
                this.#seen += match.index + match[0].length;
                return fresh.slice(0, match.index + match[0].length);
            }
            const rest = deadline - Date.now();
            if (rest <= 0) throw new Error(`${String(pattern)} did not come; this did: ${fresh}`);
            await new Promise<void>((resolve) => {
                const timer = setTimeout(resolve, rest);
                this.#wake = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
        }
    }

    get unseen(): string {
        return this.#text.slice(this.#seen);
    }
}

const rebuilt = /^\d\d:\d\d:\d\d .*$/m;

describe("typed-prosody watch", () => {
    it(
        "builds, rebuilds what changed in one line, survives errors and ends with Ctrl-C",
        { timeout: 200_000 },
        async () => {
            const project = createProject({
                "src/modules/mod_greeter/mod_greeter.ts": answering("Hello"),
                "src/modules/mod_greeter/README.md": readme,
                "src/modules/mod_parrot/mod_parrot.ts": answering("Polly"),
                "src/modules/mod_parrot/README.md": readme,
            });
            const child = startCli(["watch"], { cwd: project.dir });
            const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
            const output = new Output(child);
            const start = await output.next(/^Watching for changes; Ctrl-C ends it\.$/m);
            expect(start).toMatch(/^mod_greeter .* written$/m);
            expect(start).toMatch(/^mod_parrot .* written$/m);

            project.write({ "src/modules/mod_greeter/mod_greeter.ts": answering("Good morning") });
            const changed = await output.next(rebuilt);
            expect(changed).toMatch(/mod_greeter\.ts → ok in [\d.]+ m?s: mod_greeter written$/);
            expect(project.read("dist-lua/mod_greeter/mod_greeter.lua")).toContain("Good morning");

            project.write({ "src/modules/mod_parrot/mod_parrot.ts": "const port: number = module.host;\n" });
            const failed = await output.next(rebuilt);
            expect(failed).toMatch(/mod_parrot\.ts:1:7 - error TS2322/);
            expect(failed).toMatch(/mod_parrot\.ts → 1 error in 1 file, nothing was written$/);
            expect(project.read("dist-lua/mod_parrot/mod_parrot.lua")).toContain("Polly");

            project.write({ "src/modules/mod_parrot/mod_parrot.ts": answering("Wants a cracker") });
            expect(await output.next(rebuilt)).toMatch(/→ ok in [\d.]+ m?s: mod_parrot written$/);
            expect(project.read("dist-lua/mod_parrot/mod_parrot.lua")).toContain("Wants a cracker");

            project.write({ "src/modules/mod_greeter/README.md": `${readme}\nMore.\n` });
            expect(await output.next(rebuilt)).toMatch(/README\.md → ok/);
            expect(project.read("dist-lua/mod_greeter/README.md")).toContain("More.");

            project.write({
                "src/modules/mod_third/mod_third.ts": answering("Third"),
                "src/modules/mod_third/README.md": readme,
            });
            await output.next(/mod_third written$/m);
            expect(project.read("dist-lua/mod_third/mod_third.lua")).toContain("Third");

            child.kill("SIGINT");
            // Windows knows no signals: there the process just ends.
            expect(await ended).toBe(process.platform === "win32" ? null : 0);
            expect(output.unseen.trim()).toBe("");
        },
    );

    it("ends at once when there is nothing it could watch for", async () => {
        const project = createProject({ "src/modules/mod_greeter/mod_greeter.ts": answering("Hello") });
        const { code, stderr } = await runHere(["watch", "greter"], project.dir);
        expect(code).toBe(2);
        expect(stderr).toContain("did you mean mod_greeter?");
    });
});
