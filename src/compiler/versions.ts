/** The Prosody versions that a module supports, as its author states them: ">=0.12", ">=0.12 <14". */
import semver from "semver";
import type { Lifetime } from "./lifetimes.ts";

/** What holds for modules that say nothing: all that the declarations know. */
export const defaultVersions = ">=0.11";

/** The first release that the declarations describe. */
export const firstVersion = "0.11";

/** What one module states. */
export interface StatedVersions {
    /** "mod_component_http" */
    readonly module: string;
    readonly range: string;
}

/** What is wrong with a range, in words that follow "it"; undefined where nothing is. */
export function faultOfRange(range: unknown): string | undefined {
    if (typeof range !== "string" || range.trim() === "" || semver.validRange(range) === null)
        return "is no range of versions";
    if (semver.intersects(range, `<${full(firstVersion)}`)) {
        return `reaches below ${firstVersion}, of which nothing is known here`;
    }
    return semver.minVersion(range) === null ? "leaves no version at all" : undefined;
}

/** The part of a range in which something exists: ">=0.11 <14" and since 0.12 -> ">=0.12 <14". */
export function narrowedRange(range: string, { since, removed }: Lifetime): string {
    const bounds = range.includes("||") ? [] : range.trim().split(/\s+/);
    return [
        ...(since === undefined ? bounds.filter((bound) => !bound.startsWith("<")) : [`>=${since}`]),
        ...(removed === undefined ? bounds.filter((bound) => bound.startsWith("<")) : [`<${removed}`]),
    ].join(" ");
}

/** 0.12 -> 0.12.0 */
function full(version: string): string {
    const [major = "0", minor = "0", patch = "0"] = version.split(".");
    return `${major}.${minor}.${patch}`;
}

/** Sets of epochs, as bits: what is there in which, what a module supports, what a condition leaves. */
export type Epochs = number;

/** The time between two releases that brought or took something: nothing that is declared changes within. */
export class Timeline {
    /** The releases with which epochs begin, oldest first. */
    readonly releases: readonly string[];
    readonly all: Epochs;

    constructor(versions: Iterable<string>) {
        this.releases = [...new Set([firstVersion, ...versions])].sort((a, b) => semver.compare(full(a), full(b)));
        this.all = 2 ** this.releases.length - 1;
    }

    /** Those in which something exists. */
    of({ since, removed }: Lifetime): Epochs {
        return this.select(
            (release) =>
                (since === undefined || semver.gte(release, full(since))) &&
                (removed === undefined || semver.lt(release, full(removed))),
        );
    }

    /** Those of which a range has any version. */
    in(range: string): Epochs {
        return this.select((start, end) =>
            semver.intersects(range, end === undefined ? `>=${start}` : `>=${start} <${end}`),
        );
    }

    /** Their first releases. */
    names(epochs: Epochs): string[] {
        return this.releases.filter((_, index) => (epochs & (1 << index)) !== 0);
    }

    private select(holds: (start: string, end: string | undefined) => boolean): Epochs {
        let epochs = 0;
        this.releases.forEach((release, index) => {
            const next = this.releases[index + 1];
            if (holds(full(release), next === undefined ? undefined : full(next))) epochs |= 1 << index;
        });
        return epochs;
    }
}
