import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// Through the package's own name, so that it is found alike from the sources and from the compiled files in dist.
const packageFolder = dirname(createRequire(import.meta.url).resolve("typed-prosody/package.json"));

/** Where the Dockerfile of a Prosody server is. */
export const DOCKERFILE = join(packageFolder, "spec", "docker", "Dockerfile");

/** The plugin path that holds mod_spec_console. */
export const CONSOLE_PLUGIN_PATH = join(packageFolder, "src", "testing", "prosody", "console");

/** Where results of a test run are written (ignored by git): in the project whose tests run. */
export function resultsFolder(): string {
    return join(process.cwd(), ".test-results");
}
