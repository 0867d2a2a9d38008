import { createInterface } from "node:readline/promises";
import { x } from "tinyexec";

/** What a step outside of this project would do to the machine, in words for the person who is asked. */
export interface MachineChange {
    /** "install lua5.1 and busted with apt-get" */
    readonly what: string;
    readonly why: readonly string[];
}

/** How a command that needs root is run here; undefined when it may not be run at all. */
export type RootPrefix = readonly string[] | undefined;

function personIsThere(): boolean {
    return process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env["CI"];
}

/**
 * Whether a change may be made to the machine, and how: as root at once, else by sudo after the person at the terminal has
 * agreed; without a person only where sudo asks for no password.
 */
export async function permissionFor(change: MachineChange): Promise<RootPrefix> {
    console.log(`\nTo run the tests it is needed to ${change.what}:`);
    for (const reason of change.why) console.log(`  - ${reason}`);
    if (process.getuid?.() === 0) return [];
    if (personIsThere()) {
        const terminal = createInterface({ input: process.stdin, output: process.stdout });
        const answer = await terminal.question("Do it now with sudo? [y/N] ");
        terminal.close();
        return /^y(es)?$/i.test(answer.trim()) ? ["sudo"] : undefined;
    }
    try {
        const probe = await x("sudo", ["-n", "true"]);
        return probe.exitCode === 0 ? ["sudo", "-n"] : undefined;
    } catch {
        return undefined;
    }
}
