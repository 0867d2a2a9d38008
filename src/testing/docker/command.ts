import { x } from "tinyexec";

export interface CommandResult {
    readonly ok: boolean;
    /** The last lines of what it wrote, errors first: what a person needs to see when it failed. */
    readonly output: string;
}

const LINES_KEPT = 30;

/** Runs a command to its end; a command that does not exist or takes too long has failed like any other. */
export async function runCommand(
    command: string,
    args: readonly string[],
    options: { timeout?: number; cwd?: string } = {},
): Promise<CommandResult> {
    try {
        const result = await x(command, [...args], {
            ...(options.timeout !== undefined && { timeout: options.timeout }),
            ...(options.cwd !== undefined && { nodeOptions: { cwd: options.cwd } }),
        });
        const written = `${result.stderr}\n${result.stdout}`.trim().split("\n");
        return { ok: result.exitCode === 0, output: written.slice(-LINES_KEPT).join("\n") };
    } catch (error) {
        return { ok: false, output: error instanceof Error ? error.message : String(error) };
    }
}
