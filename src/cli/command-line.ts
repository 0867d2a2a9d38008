import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { BuildCommand } from "./build.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

interface GlobalOptions {
    project?: string;
}

const { version, bugs } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
    bugs?: { url?: string };
};

/**
 * Runs a command line (without the program's name) and gives the exit code. A command that would go on for ever asks for
 * a signal that ends it; the others may be killed at any time.
 */
export async function runCommandLine(
    args: readonly string[],
    terminal: Terminal,
    untilStopped: () => AbortSignal,
): Promise<number> {
    let exitCode = 0;
    const program = new Command("typed-prosody")
        .description("Builds Prosody modules written in TypeScript into drop-in Lua.")
        .version(version, "-V, --version", "print the version")
        .helpOption("-h, --help", "print this help")
        .helpCommand("help [command]", "print a command's help")
        .option(
            "-p, --project <dir>",
            "the project's folder (default: the nearest with a tstl.json, from here upwards)",
        )
        .option("--verbose", "print where in typed-prosody an internal error happened (DEBUG=1 does so too)")
        .on("option:verbose", () => (terminal.verbose = true))
        .configureHelp({ showGlobalOptions: true })
        .addHelpText(
            "after",
            "\nExit codes: 0 all is well, 1 the project has errors, 2 the command was called wrongly.",
        )
        .showHelpAfterError("(typed-prosody --help lists commands and options)")
        .configureOutput({
            writeOut: (text) => terminal.out(text.trimEnd()),
            writeErr: (text) => terminal.err(text.trimEnd()),
        })
        .exitOverride();

    const modulesHelp = 'modules by name, "mod_example" or "example" (default: all)';

    // Commands are imported when they are run: the compiler takes a second to load, and help must not.
    const request = async (modules: string[]): Promise<BuildCommand> => {
        const { findProject } = await import("./project.ts");
        return { projectDir: findProject(program.opts<GlobalOptions>().project, terminal.cwd), modules };
    };

    program
        .command("init")
        .description("write what a project of your own begins with; files that exist stay as they are")
        .argument("[folder]", "the project's folder, made where it is not there (default: the current one)")
        .action(async (folder: string | undefined) => {
            const { runInit } = await import("./init.ts");
            exitCode = runInit({ folder: folder ?? program.opts<GlobalOptions>().project }, terminal);
        });

    program
        .command("build")
        .description("check all modules and write them to dist-lua, or nothing if anything is wrong")
        .argument("[modules...]", modulesHelp)
        .action(async (modules: string[]) => {
            const { runBuild } = await import("./build.ts");
            exitCode = runBuild(await request(modules), terminal);
        });

    program
        .command("check")
        .description("do all that build does, without writing anything")
        .argument("[modules...]", modulesHelp)
        .action(async (modules: string[]) => {
            const { runCheck } = await import("./check.ts");
            exitCode = runCheck(await request(modules), terminal);
        });

    program
        .command("watch")
        .description("build, then build again what a change touches, until Ctrl-C")
        .argument("[modules...]", modulesHelp)
        .action(async (modules: string[]) => {
            const { runWatch } = await import("./watch.ts");
            exitCode = await runWatch(await request(modules), terminal, untilStopped());
        });

    try {
        await program.parseAsync(args, { from: "user" });
    } catch (error) {
        exitCode = await explainFailure(error, terminal);
    }
    return exitCode;
}

/** Says why a command did not come to its end, and gives the exit code. */
async function explainFailure(error: unknown, terminal: Terminal): Promise<number> {
    // Commander has said it already; --help and --version end this way too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
        const { formatDiagnostic } = await import("./report.ts");
        terminal.err(error.diagnostic ? formatDiagnostic(error.diagnostic, terminal) : `error: ${error.message}`);
        return 2;
    }
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    if (isSystemError(error)) {
        // The machine refused something: a file that may not be read, a temporary folder that is not there.
        terminal.err(`error: ${error.message}`);
        if (terminal.verbose) terminal.err(stack);
        return 1;
    }
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(`typed-prosody has failed: ${message.split("\n")[0]}`);
    terminal.err("This is a fault of typed-prosody, not of your code. Nothing was written.");
    if (terminal.verbose) terminal.err(stack);
    else {
        const where = bugs?.url === undefined ? "" : ` at ${bugs.url}`;
        terminal.err(`Please report it${where}, with the module and with what --verbose prints.`);
    }
    return 1;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
    return error instanceof Error && "syscall" in error && "code" in error;
}
