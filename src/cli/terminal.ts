/** Where results are told. One for each run of a command, so that tests can look at what was said. */
export interface Terminal {
    out(text: string): void;
    err(text: string): void;
    /** Paths are shown relative to it. */
    cwd: string;
    color: boolean;
    /** Shows where in typed-prosody an internal error happened. */
    verbose: boolean;
}

/** `typed-prosody build | head -1`: who reads no further ends nothing. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
    if (error.code !== "EPIPE") throw error;
}

export function processTerminal(): Terminal {
    const { env, stdout } = process;
    for (const stream of [stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
    // https://no-color.org: set and not empty means no colour, whatever else is set.
    const forbidden = env.NO_COLOR !== undefined && env.NO_COLOR !== "";
    const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "";
    return {
        out: (text) => void process.stdout.write(`${text}\n`),
        err: (text) => void process.stderr.write(`${text}\n`),
        cwd: process.cwd(),
        verbose: env.DEBUG !== undefined && env.DEBUG !== "",
        color:
            !forbidden && (forced || (stdout.isTTY === true && process.stderr.isTTY === true && env.TERM !== "dumb")),
    };
}
