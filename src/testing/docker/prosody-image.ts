import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { DOCKERFILE } from "../package-files.ts";
import { PROSODY_RELEASES, type ProsodyRelease } from "../prosody/versions.ts";
import { ensureBaseImage } from "./base-image.ts";
import { runCommand } from "./command.ts";

const made = new Map<string, Promise<string>>();

/**
 * The image of a Prosody version, built when it is not there yet. Its tag carries a hash of the Dockerfile: an image is built once
 * and again only when the Dockerfile changes.
 */
export function ensureProsodyImage(version: string, say: (line: string) => void = () => {}): Promise<string> {
    let image = made.get(version);
    if (!image) {
        image = buildProsodyImage(releaseOf(version), say);
        made.set(version, image);
    }
    return image;
}

/**
 * The image of a release that is not under test yet, from the packages of a Debian suite.
 * @returns its tag; servers of the version run in it from now on.
 */
export function makeProsodyImage(release: ProsodyRelease, say: (line: string) => void): Promise<string> {
    const image = buildProsodyImage(release, say);
    made.set(release.version, image);
    return image;
}

/**
 * Has servers of a version run in an image that somebody else made: of a release that there is no Dockerfile for yet.
 * @throws when there is no such image.
 */
export async function useProsodyImage(version: string, tag: string): Promise<void> {
    if (!(await imageExists(tag))) throw new Error(`There is no image ${tag}`);
    made.set(version, Promise.resolve(tag));
}

function releaseOf(version: string): ProsodyRelease {
    const release = PROSODY_RELEASES.find((candidate) => candidate.version === version);
    if (release) return release;
    const known = PROSODY_RELEASES.map((candidate) => candidate.version).join(", ");
    throw new Error(`There is no image of Prosody ${version}; there are images of ${known}`);
}

async function tagOf(version: string): Promise<string> {
    const hash = createHash("sha256")
        .update(await readFile(DOCKERFILE))
        .digest("hex")
        .slice(0, 12);
    return `typed-prosody/prosody:${version}-${hash}`;
}

async function imageExists(tag: string): Promise<boolean> {
    return (await runCommand("docker", ["image", "inspect", "--format", "{{.Id}}", tag])).ok;
}

/** Those of the versions whose image is still to be made, with the Debian suite each is made from. */
export async function missingProsodyImages(versions: readonly string[]): Promise<ProsodyRelease[]> {
    const releases = await Promise.all(
        versions.map(async (version) => ((await imageExists(await tagOf(version))) ? undefined : releaseOf(version))),
    );
    return releases.filter((release) => release !== undefined);
}

async function buildProsodyImage({ version, suite }: ProsodyRelease, say: (line: string) => void): Promise<string> {
    const tag = await tagOf(version);
    if (await imageExists(tag)) return tag;

    const base = await ensureBaseImage(suite, say);
    say(`building ${tag} from ${base}`);
    const built = await runCommand("docker", [
        "build",
        "--tag",
        tag,
        "--build-arg",
        `BASE=${base}`,
        "--file",
        DOCKERFILE,
        dirname(DOCKERFILE),
    ]);
    if (!built.ok) throw new Error(`The image of Prosody ${version} cannot be built:\n${built.output}`);
    return tag;
}
