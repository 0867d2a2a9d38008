import { Command, InvalidArgumentError } from "commander";
import { CannotRunError } from "../run/cannot-run-error.ts";
import { proveApi, type ProofOptions } from "./prove.ts";

function parseVersion(value: string, chosen: readonly string[] = []): string[] {
    if (!/^\d+\.\d+\.\d+$/.test(value)) throw new InvalidArgumentError("A version has three numbers: 13.0.2.");
    return [...chosen, value];
}

const program = new Command("npm run verify-api --")
    .description(
        "Asks real servers for their whole API and holds the declarations against it. Without options: all versions under test, " +
            "whose facts and report of coverage must be the committed ones.",
    )
    .option("-p, --prosody <version>", "only this version; can be given several times", parseVersion)
    .option("--image <tag>", "run the version in this Docker image, which is there already")
    .option(
        "--suite <name>",
        "make the version's image from the packages of this Debian suite: for a new release of Prosody",
    )
    .option("--no-docker", "ask the Prosody that is installed on this machine")
    .option("--offline", "start no server: hold the declarations against the committed facts")
    .option("--write", "write facts and report of coverage anew instead of comparing them")
    .allowExcessArguments(false);

const { prosody, image, suite, docker, offline, write } = program.parse().opts<{
    prosody?: string[];
    image?: string;
    suite?: string;
    docker: boolean;
    offline?: boolean;
    write?: boolean;
}>();

const options: ProofOptions = {
    projectDir: process.cwd(),
    versions: prosody ?? [],
    useDocker: docker,
    offline: offline ?? false,
    write: write ?? false,
    ...(image !== undefined && { image }),
    ...(suite !== undefined && { suite }),
};

try {
    process.exitCode = (await proveApi(options, (line) => console.log(line))) ? 0 : 1;
} catch (error) {
    // What a person can mend is told in words; anything else is a fault of the proof and keeps its stack.
    console.error(error instanceof CannotRunError ? error.message : error);
    process.exitCode = 1;
}
// Sockets and timers that a library left open must not keep the result from being told.
process.exit();
