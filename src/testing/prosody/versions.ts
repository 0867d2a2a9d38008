/** A Prosody release that generated modules are proven on, and the Debian suite whose packages have it. */
export interface ProsodyRelease {
    readonly version: string;
    readonly suite: string;
}

/** The releases under test, oldest first. */
export const PROSODY_RELEASES: readonly ProsodyRelease[] = [
    { version: "0.11.9", suite: "bullseye" },
    { version: "0.12.3", suite: "bookworm" },
    { version: "13.0.1", suite: "trixie" },
];

/** Environment variable with the comma-separated versions that a run is restricted to. */
export const VERSIONS_VARIABLE = "TYPED_PROSODY_VERSIONS";

/**
 * The versions that specs run on, for `describe.each(prosodyVersions())("mod_x on Prosody %s", ...)`: all releases under test,
 * or those that the run was restricted to (`npm test -- --prosody 0.12.3`), or the one that is installed where servers run without Docker.
 */
export function prosodyVersions(): string[] {
    const chosen = process.env[VERSIONS_VARIABLE];
    if (chosen === undefined || chosen === "") return PROSODY_RELEASES.map((release) => release.version);
    return chosen.split(",").map((version) => version.trim());
}

/**
 * The release series of a version, by which Prosody names what changes: "0.11" for 0.11.9, "13.0" for 13.0.1.
 */
export function prosodySeries(version: string): string {
    const [major = "", minor = ""] = version.split(".");
    return `${major}.${minor}`;
}
