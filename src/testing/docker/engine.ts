import { x } from "tinyexec";

/** What is known of the Docker engine that answers. */
export interface DockerEngine {
    /**
     * Whether containers can share this machine's network, so that both sides reach each other on 127.0.0.1: not where the
     * engine runs in a virtual machine (Docker Desktop) or on another host.
     */
    readonly sharesNetwork: boolean;
}

/** The engine that answers the `docker` command, or undefined where none does. */
export async function findDockerEngine(): Promise<DockerEngine | undefined> {
    try {
        const result = await x("docker", ["info", "--format", "{{json .}}"], { timeout: 15_000 });
        if (result.exitCode !== 0) return undefined;
        const info = JSON.parse(result.stdout) as { OperatingSystem?: string; ServerVersion?: string };
        // The client prints its own half even when no engine answers.
        if (!info.ServerVersion) return undefined;
        const remote = /^(tcp|ssh|https?):/.test(process.env["DOCKER_HOST"] ?? "");
        const desktop = info.OperatingSystem === "Docker Desktop";
        return { sharesNetwork: process.platform === "linux" && !desktop && !remote };
    } catch {
        // No `docker` command at all.
        return undefined;
    }
}
