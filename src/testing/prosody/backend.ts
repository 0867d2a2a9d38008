import { findDockerBackend } from "./docker-backend.ts";
import { findLocalBackend } from "./local-backend.ts";
import type { ServerBackend } from "./process.ts";

/** Environment variable that decides how servers run: "docker", "local", or unset for Docker where an engine answers. */
export const BACKEND_VARIABLE = "TYPED_PROSODY_BACKEND";

let chosen: Promise<ServerBackend> | undefined;

/**
 * The way servers run on this machine.
 * @throws when there is none, or not the one that was asked for.
 */
export function chooseBackend(): Promise<ServerBackend> {
    chosen ??= findBackend(process.env[BACKEND_VARIABLE]);
    return chosen;
}

async function findBackend(wanted: string | undefined): Promise<ServerBackend> {
    if (wanted !== undefined && wanted !== "" && wanted !== "docker" && wanted !== "local") {
        throw new Error(`${BACKEND_VARIABLE} is "${wanted}"; it can be "docker" or "local"`);
    }
    if (wanted !== "local") {
        const docker = await findDockerBackend();
        if (docker) return docker;
        if (wanted === "docker") throw new Error("No Docker engine answers");
    }
    const local = await findLocalBackend();
    if (local) return local;
    throw new Error(
        wanted === "local"
            ? "No Prosody is installed on this machine"
            : "End-to-end specs need a Docker engine or a Prosody installed on this machine; there is neither",
    );
}
