import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./command.ts";

const MIRRORS: Readonly<Record<string, readonly string[]>> = {
    // A suite leaves the main mirrors some years after its release; the archive keeps it.
    bullseye: ["http://deb.debian.org/debian", "http://archive.debian.org/debian"],
};
const DEFAULT_MIRRORS = ["http://deb.debian.org/debian"];

const KEYRINGS = [
    "/usr/share/keyrings/debian-archive-keyring.gpg",
    // Signatures of an old suite may be by keys that Debian has retired since.
    "/usr/share/keyrings/debian-archive-removed-keys.gpg",
];

/** How long a registry may take to give a base image before one is made here. */
const PULL_TIMEOUT = 120_000;

async function imageExists(tag: string): Promise<boolean> {
    return (await runCommand("docker", ["image", "inspect", "--format", "{{.Id}}", tag])).ok;
}

const ownTag = (suite: string): string => `typed-prosody/debian:${suite}-slim`;

const searches = new Map<string, Promise<string | undefined>>();

/**
 * The base image of a Debian suite as far as it can be had without making one: `debian:<suite>-slim` as published, here
 * already or pulled, or one that was made here before.
 * @returns its tag, undefined when there is none.
 */
export function findBaseImage(suite: string, say: (line: string) => void): Promise<string | undefined> {
    // A registry that does not answer is not asked twice.
    let search = searches.get(suite);
    if (!search) {
        search = searchBaseImage(suite, say);
        searches.set(suite, search);
    }
    return search;
}

async function searchBaseImage(suite: string, say: (line: string) => void): Promise<string | undefined> {
    const published = `debian:${suite}-slim`;
    for (const tag of [published, ownTag(suite)]) if (await imageExists(tag)) return tag;
    say(`pulling ${published}`);
    const pull = await runCommand("docker", ["pull", "--quiet", published], { timeout: PULL_TIMEOUT });
    if (pull.ok) return published;
    say(`${published} cannot be pulled: ${pull.output.split("\n").at(0)}`);
    return undefined;
}

/**
 * A base image of a Debian suite: the published one, or, where it cannot be pulled, one made from Debian's own packages
 * under a tag of ours.
 * @returns the tag to build `FROM`.
 */
export async function ensureBaseImage(suite: string, say: (line: string) => void): Promise<string> {
    const found = await findBaseImage(suite, say);
    if (found !== undefined) return found;
    const own = ownTag(suite);
    say(`making ${own} from Debian packages`);
    await makeBaseImage(suite, own);
    return own;
}

async function makeBaseImage(suite: string, tag: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "typed-prosody-base-"));
    try {
        const archive = join(folder, `${suite}.tar`);
        const failures: string[] = [];
        for (const mirror of MIRRORS[suite] ?? DEFAULT_MIRRORS) {
            const made = await runCommand("mmdebstrap", [
                "--variant=minbase",
                ...KEYRINGS.filter((file) => existsSync(file)).map((file) => `--keyring=${file}`),
                // Images need no documentation or translations.
                "--dpkgopt=path-exclude=/usr/share/doc/*",
                "--dpkgopt=path-exclude=/usr/share/man/*",
                "--dpkgopt=path-exclude=/usr/share/locale/*",
                suite,
                archive,
                mirror,
            ]);
            if (made.ok) {
                const imported = await runCommand("docker", ["import", archive, tag]);
                if (imported.ok) return;
                failures.push(`docker import: ${imported.output}`);
            } else {
                failures.push(`${mirror}: ${made.output}`);
            }
        }
        throw new Error(
            `No base image of Debian ${suite}: debian:${suite}-slim cannot be pulled, and making one with mmdebstrap failed.\n` +
                failures.join("\n"),
        );
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
