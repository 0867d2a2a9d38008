/**
 * Lua, busted and Prosody's libraries as Debian builds them, unpacked side by side into a folder of the user's: nothing is
 * installed, no privilege is needed, and three Debian releases live on one machine. Programs in there run with their own
 * dynamic loader and libraries, whatever the machine's are.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { basename, join } from "node:path";
import { runCommand } from "../docker/command.ts";

/** A Debian release and the packages that specs need from it. */
interface Suite {
    readonly packages: readonly string[];
    readonly mirrors: readonly string[];
}

const MIRROR = "http://deb.debian.org/debian";
const ARCHIVE = "http://archive.debian.org/debian";

const SUITES: Readonly<Record<string, Suite>> = {
    // A release leaves the main mirrors some years after it came out; the archive keeps it.
    bullseye: { packages: ["prosody", "lua5.2", "lua-busted"], mirrors: [MIRROR, ARCHIVE] },
    // busted comes from here alone, so that specs meet one version of it.
    bookworm: {
        packages: ["prosody", "lua5.1", "lua5.3", "lua5.4", "luajit", "lua-busted"],
        mirrors: [MIRROR, ARCHIVE],
    },
    trixie: { packages: ["prosody", "lua5.4", "lua-busted"], mirrors: [MIRROR] },
};

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

// What Lua and its libraries load. The rest of what the packages depend on serves an installed system.
const UNPACKED =
    /^(prosody|lua.*|zlib1g|lib(c6|crypt1|expat1|gcc-s1|icu\d+|idn.*|unistring.*|ssl.*|stdc\+\+6|yaml-0.*|lua.*|readline.*|tinfo.*|bsd0|md0|zstd1))$/;

const USELESS = ["usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/lintian", "usr/share/icu", "var"];

/** Changes with what is unpacked, so that an older folder is not taken for a new one. */
const LAYOUT = 1;

const DOWNLOAD_TIMEOUT = 600_000;

function cacheFolder(): string {
    const base = process.env["XDG_CACHE_HOME"];
    return join(base === undefined || base === "" ? join(homedir(), ".cache") : base, "typed-prosody");
}

const folders = new Map<string, Promise<string>>();

/**
 * The folder that holds a suite's packages as they would lie on a machine, unpacked now where that was not done before.
 * Raises an error that says what is missing where it cannot be made.
 */
export function suiteFolder(suite: string, say: (line: string) => void = () => {}): Promise<string> {
    let folder = folders.get(suite);
    if (folder === undefined) {
        folder = makeSuiteFolder(suite, say);
        folders.set(suite, folder);
    }
    return folder;
}

async function makeSuiteFolder(suite: string, say: (line: string) => void): Promise<string> {
    const folder = join(cacheFolder(), `debian-${suite}-${LAYOUT}`);
    if (existsSync(folder)) return folder;
    if (platform() !== "linux") {
        throw new Error(`Specs in busted need Linux: they run the libraries of Debian's package prosody (${suite}).`);
    }
    await mkdir(cacheFolder(), { recursive: true });
    const work = await mkdtemp(join(cacheFolder(), `${suite}-`));
    try {
        say(`unpacking Lua, busted and Prosody's libraries of Debian ${suite} into ${folder}`);
        const archives = join(work, "cache", "archives");
        const packages = SUITES[suite]?.packages ?? [];
        // With all that they depend on.
        const command = ["install", "--yes", "--download-only", "--no-install-recommends", ...packages];
        const files = await download(suite, work, command, archives);
        const root = join(work, "root");
        await mkdir(root);
        for (const file of files.filter((each) => UNPACKED.test(basename(each).split("_")[0] ?? ""))) {
            const unpacked = await runCommand("dpkg-deb", ["-x", file, root]);
            if (!unpacked.ok) throw new Error(`dpkg-deb cannot unpack ${file}:\n${unpacked.output}`);
        }
        for (const path of USELESS) await rm(join(root, path), { recursive: true, force: true });
        // Whoever comes second, at the same time, finds the folder there.
        await rename(root, folder).catch((error: unknown) => {
            if (!existsSync(folder)) throw error;
        });
    } finally {
        await rm(work, { recursive: true, force: true });
    }
    return folder;
}

/**
 * The folder of a module of Debian's package `prosody-modules`, for runs beside ours: nothing of the package but this module is
 * kept.
 * @param module "mod_delegation"
 * @returns A folder that can be a plugin path.
 */
export function debianModuleFolder(
    suite: string,
    module: string,
    say: (line: string) => void = () => {},
): Promise<string> {
    const name = `${module}-${suite}`;
    let folder = folders.get(name);
    if (folder === undefined) {
        folder = makeModuleFolder(suite, module, join(cacheFolder(), name), say);
        folders.set(name, folder);
    }
    return folder;
}

async function makeModuleFolder(
    suite: string,
    module: string,
    folder: string,
    say: (line: string) => void,
): Promise<string> {
    if (existsSync(folder)) return folder;
    await mkdir(cacheFolder(), { recursive: true });
    const work = await mkdtemp(join(cacheFolder(), `${suite}-`));
    try {
        say(`unpacking ${module} of Debian ${suite}'s prosody-modules into ${folder}`);
        const [file] = await download(suite, work, ["download", "prosody-modules"], work);
        const unpacked = await runCommand("dpkg-deb", ["-x", file!, join(work, "root")]);
        if (!unpacked.ok) throw new Error(`dpkg-deb cannot unpack ${file}:\n${unpacked.output}`);
        await mkdir(join(work, "plugins"));
        await rename(join(work, "root", "usr/lib/prosody/modules", module), join(work, "plugins", module));
        // Whoever comes second, at the same time, finds the folder there.
        await rename(join(work, "plugins"), folder).catch((error: unknown) => {
            if (!existsSync(folder)) throw error;
        });
    } finally {
        await rm(work, { recursive: true, force: true });
    }
    return folder;
}

/** Downloads packages of a suite with a command of apt-get into a folder; gives back the files. */
async function download(suite: string, work: string, command: readonly string[], into: string): Promise<string[]> {
    const known = SUITES[suite];
    if (known === undefined) throw new Error(`No packages are known for Debian ${suite}`);
    if (!existsSync(KEYRING)) {
        throw new Error(
            `Debian's signing keys are not here (${KEYRING}): install them with "apt-get install debian-archive-keyring".`,
        );
    }
    const archives = join(work, "cache", "archives");
    await mkdir(join(work, "lists", "partial"), { recursive: true });
    await mkdir(join(archives, "partial"), { recursive: true });
    // As if nothing were installed, so that every dependency comes along.
    await writeFile(join(work, "status"), "");
    const failures: string[] = [];
    for (const mirror of known.mirrors) {
        await writeFile(join(work, "sources.list"), `deb [signed-by=${KEYRING}] ${mirror} ${suite} main\n`);
        const options = {
            "Dir::Etc::sourcelist": join(work, "sources.list"),
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::Etc::preferencesparts": "/dev/null",
            "Dir::State::lists": join(work, "lists"),
            "Dir::State::status": join(work, "status"),
            "Dir::Cache": join(work, "cache"),
            // Its own user may not reach into the folder.
            "APT::Sandbox::User": "",
            "Debug::NoLocking": "1",
            // The archive's lists are never renewed.
            "Acquire::Check-Valid-Until": "false",
        };
        const apt = ["-qq", ...Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`])];
        const update = await runCommand("apt-get", [...apt, "update"], { timeout: DOWNLOAD_TIMEOUT });
        const got = update.ok
            ? await runCommand("apt-get", [...apt, ...command], { timeout: DOWNLOAD_TIMEOUT, cwd: into })
            : update;
        if (got.ok) {
            const files = (await readdir(into)).filter((file) => file.endsWith(".deb"));
            if (files.length > 0) return files.map((file) => join(into, file));
        }
        failures.push(`${mirror}: ${got.output}`);
    }
    throw new Error(
        `Packages of Debian ${suite} cannot be downloaded (${command.join(" ")}); apt-get of Debian or Ubuntu and a connection ` +
            `to a mirror are needed.\n${failures.join("\n")}`,
    );
}
