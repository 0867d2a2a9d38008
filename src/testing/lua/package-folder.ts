import { createRequire } from "node:module";
import { dirname } from "node:path";

/** The folder of this package. Through its own name, so that it is found alike from the sources and from dist. */
export const packageFolder = dirname(createRequire(import.meta.url).resolve("typed-prosody/package.json"));
