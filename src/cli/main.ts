#!/usr/bin/env node
import { runCommandLine } from "./command-line.ts";
import { processTerminal } from "./terminal.ts";

/** Ctrl-C, or whatever else asks the process to end. */
function untilInterrupted(): AbortSignal {
    const stopping = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stopping.abort());
    return stopping.signal;
}

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), untilInterrupted);
