/** A Lua process that plays scripts to a module, one after the other. */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { luaCommand, type LuaCommand, type LuaEnvironment } from "../lua/environments.ts";
import { luaScript, type Observation, type Script } from "./script.ts";

/** Raised where the process ended, hung or could not make sense of a script: nothing that a module may cause. */
export class PlayerError extends Error {
    override name = "PlayerError";
}

/** A script that takes longer than this runs for ever. */
const PATIENCE = 20_000;

export interface PlayerOptions {
    readonly environment: LuaEnvironment;
    /** The player's Lua file. */
    readonly file: string;
    readonly projectDir: string;
    /** Where modules are looked for, relative to the project or absolute. */
    readonly plugins: readonly string[];
}

export class Player {
    readonly #options: PlayerOptions;
    readonly #command: LuaCommand;
    #process: ChildProcessWithoutNullStreams | undefined;
    #lines: Interface | undefined;
    #complaints = "";

    private constructor(options: PlayerOptions, command: LuaCommand) {
        this.#options = options;
        this.#command = command;
    }

    static async start(options: PlayerOptions): Promise<Player> {
        return new Player(options, await luaCommand(options.environment, (line) => console.error(line)));
    }

    /** Plays a script to a freshly loaded module. @throws PlayerError */
    async play(script: Script): Promise<Observation> {
        const child = (this.#process ??= this.#launch());
        const answer = await new Promise<string>((resolve, reject) => {
            const fail = (problem: string): void => {
                this.restart();
                reject(new PlayerError(`${problem}\n${this.#complaints}`));
            };
            const timer = setTimeout(() => fail(`The script did not end within ${PATIENCE / 1000} s`), PATIENCE);
            const onEnd = (): void => {
                clearTimeout(timer);
                fail("The Lua process ended");
            };
            child.once("close", onEnd);
            this.#lines!.once("line", (line) => {
                clearTimeout(timer);
                child.off("close", onEnd);
                resolve(line);
            });
            child.stdin.write(`${luaScript(script)}\n`);
        });
        const observation = JSON.parse(answer) as Observation | { readonly failure: string };
        if ("failure" in observation) {
            this.restart();
            throw new PlayerError(observation.failure);
        }
        // An empty Lua table goes as an object.
        const list = <Item>(value: readonly Item[]): readonly Item[] =>
            Array.isArray(value) ? (value as readonly Item[]) : [];
        return {
            ...observation,
            seen: list(observation.seen).map((each) =>
                each.event === "sent" ? { ...each, attr: { ...each.attr } } : each,
            ),
            owned: { ...observation.owned },
        };
    }

    /** Ends the process; the next script has a new one. */
    restart(): void {
        this.#process?.removeAllListeners("close");
        this.#process?.kill("SIGKILL");
        this.#lines?.close();
        this.#process = undefined;
    }

    #launch(): ChildProcessWithoutNullStreams {
        this.#complaints = "";
        const child = spawn(this.#command.file, [...this.#command.args, this.#options.file], {
            cwd: this.#options.projectDir,
            env: {
                PATH: process.env["PATH"] ?? "",
                LC_ALL: "C",
                ...this.#command.env,
                TYPED_PROSODY_PLUGINS: this.#options.plugins.join(";"),
            },
        });
        child.stderr.on("data", (chunk: Buffer) => (this.#complaints += chunk.toString("utf8")));
        // The end of the process is noticed by whoever waits for its answer.
        child.stdin.on("error", () => {});
        this.#lines = createInterface({ input: child.stdout });
        return child;
    }
}
