import { ensureProsodyImage } from "../docker/prosody-image.ts";
import { BACKEND_VARIABLE, chooseBackend } from "./backend.ts";
import { removeEndedContainers } from "./docker-backend.ts";
import { installedProsodyVersion } from "./local-backend.ts";
import { PROSODY_RELEASES, prosodyVersions, VERSIONS_VARIABLE } from "./versions.ts";

/**
 * Vitest's global setup for end-to-end specs (`globalSetup: ["typed-prosody/testing/global-setup"]`): settles once, for all
 * spec files, how servers run and which versions there are, and makes the images that are missing.
 */
export async function setup(): Promise<void> {
    const backend = await chooseBackend();
    const say = (line: string): void => console.log(`[prosody] ${line}`);
    if (backend.name === "local") {
        const installed = (await installedProsodyVersion()) ?? "";
        const wanted = process.env[VERSIONS_VARIABLE];
        if (wanted && !prosodyVersions().includes(installed)) {
            throw new Error(`Prosody ${wanted} was asked for; without Docker there is only the installed ${installed}`);
        }
        process.env[VERSIONS_VARIABLE] = installed;
        say(`servers run as the installed Prosody ${installed}`);
    } else {
        const known = PROSODY_RELEASES.map((release) => release.version);
        const unknown = prosodyVersions().filter((version) => !known.includes(version));
        if (unknown.length > 0) {
            throw new Error(
                `There is no image of Prosody ${unknown.join(", ")}; there are images of ${known.join(", ")}`,
            );
        }
        await Promise.all(prosodyVersions().map((version) => ensureProsodyImage(version, say)));
    }
    process.env[BACKEND_VARIABLE] = backend.name;
}

/** Vitest's global teardown: what runs that were killed have left goes with this one. */
export async function teardown(): Promise<void> {
    if (process.env[BACKEND_VARIABLE] === "docker") await removeEndedContainers();
}
