import { Command, InvalidArgumentError } from "commander";
import { runTests, type RunOptions } from "./run.ts";
import { isLayer, LAYERS, type Layer } from "./layers.ts";
import { PROSODY_RELEASES } from "../prosody/versions.ts";
import { CannotRunError } from "./cannot-run-error.ts";

function parseLayer(value: string, chosen: readonly Layer[] = []): Layer[] {
    if (!isLayer(value)) throw new InvalidArgumentError(`A layer is one of ${LAYERS.join(", ")}.`);
    return [...chosen, value];
}

function parseVersion(value: string, chosen: readonly string[] = []): string[] {
    return [...chosen, value];
}

function parseModule(value: string, chosen: readonly string[] = []): string[] {
    return [...chosen, value.startsWith("mod_") ? value : `mod_${value}`];
}

const program = new Command("npm test --")
    .description(
        "Installs what the tests lack, builds, and runs all layers of tests. Filters can be given several times.",
    )
    .option("-m, --module <name>", "only specs of this module (component_http)", parseModule)
    .option("-l, --layer <name>", `only this layer (${LAYERS.join(", ")})`, parseLayer)
    .option(
        "-p, --prosody <version>",
        `servers only of this Prosody (${PROSODY_RELEASES.map(({ version }) => version).join(", ")})`,
        parseVersion,
    )
    .option("-t, --name <pattern>", "only tests whose full name matches this regular expression")
    .option("--no-docker", "servers are the Prosody that is installed on this machine, without containers")
    .allowExcessArguments(false);

const {
    module: modules,
    layer: layers,
    prosody,
    name,
    docker,
} = program.parse().opts<{
    module?: string[];
    layer?: Layer[];
    prosody?: string[];
    name?: string;
    docker: boolean;
}>();

const options: RunOptions = {
    modules: modules ?? [],
    layers: layers ?? LAYERS,
    versions: prosody ?? [],
    useDocker: docker,
    ...(name !== undefined && { namePattern: name }),
};

try {
    process.exitCode = (await runTests(options)) ? 0 : 1;
} catch (error) {
    // What a person can mend is told in words; anything else is a fault of the runner and keeps its stack.
    console.error(error instanceof CannotRunError ? `\n${error.message}` : error);
    process.exitCode = 1;
}
// Sockets and timers that a library left open must not keep the run from ending; what it said has to be out first.
process.stdout.write("", () => process.exit());
