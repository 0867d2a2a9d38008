import type ts from "typescript";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import {
    readmeFieldInvalid,
    readmeFieldUnknown,
    readmeFrontMatterInvalid,
    readmeFrontMatterMissing,
    textFile,
} from "./diagnostics.ts";
import { nearest } from "./nearest.ts";
import { faultOfRange } from "./versions.ts";

/** A module's README.md. Its front matter has the fields that prosody-modules' READMEs have. */
export interface Readme {
    path: string;
    text: string;
    /** One line, shown in catalogues. */
    summary: string;
    /** "Stage-Beta", "Type-Auth", … */
    labels: string[];
    /** What `prosodyctl install` needs: dependencies and build, as a rockspec has them. */
    rockspec?: Record<string, unknown>;
    /** SPDX identifier, where it is not the project's. */
    license?: string;
    /** Where it is not the project's. */
    version?: string;
    /** The Prosody versions that it supports, where these are not the project's: ">=0.12", ">=0.12 <14". */
    prosody?: string;
}

const fields = ["summary", "labels", "rockspec", "license", "version", "prosody"];

/** `---`, YAML, `---` (or `...`, YAML's own end) at the very beginning; a byte order mark is let pass. */
const frontMatterPattern = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m;

/** Reads a README's front matter. Whatever is wrong with it is reported at its place; the rest is still read. */
export function parseReadme(
    moduleName: string,
    path: string,
    text: string,
): { readme: Readme; problems: ts.Diagnostic[] } {
    const readme: Readme = { path, text, summary: "", labels: [] };
    const file = textFile(path, text);
    const frontMatter = frontMatterPattern.exec(text);
    if (!frontMatter || frontMatter.index !== 0) {
        return { readme, problems: [readmeFrontMatterMissing({ file, start: 0, length: 0 }, moduleName)] };
    }
    const offset = frontMatter[1]!.length;
    const yaml = frontMatter[2]!;
    const problems: ts.Diagnostic[] = [];
    const at = (range: readonly number[] | null | undefined) => {
        const start = offset + Math.min(range?.[0] ?? 0, yaml.length);
        return { file, start, length: Math.max(0, offset + Math.min(range?.[1] ?? 0, yaml.length) - start) };
    };

    const document = parseDocument(yaml, { lineCounter: new LineCounter(), prettyErrors: false });
    for (const error of document.errors) problems.push(readmeFrontMatterInvalid(at(error.pos), error.message));
    if (problems.length > 0) return { readme, problems };
    if (!isMap(document.contents)) {
        return { readme, problems: [readmeFrontMatterInvalid(at([0, 0]), "it is no list of fields (name: value)")] };
    }

    const seen = new Set<string>();
    for (const { key, value } of document.contents.items) {
        const name = isScalar(key) ? String(key.value) : "";
        const found: unknown =
            typeof value === "object" && value !== null && "toJS" in value ? toPlain(value, document) : value;
        const place = at(rangeOf(value) ?? rangeOf(key));
        const wrong = (expected: string) => problems.push(readmeFieldInvalid(place, name, inWords(found), expected));
        seen.add(name);
        switch (name) {
            case "summary":
                if (typeof found === "string" && found.trim() !== "" && !found.includes("\n"))
                    readme.summary = found.trim();
                else wrong('one line of text: summary: "what the module does"');
                break;
            case "labels":
                if (Array.isArray(found) && found.every((label) => typeof label === "string")) readme.labels = found;
                else wrong("a list of words: labels: [Stage-Alpha, Type-Web]");
                break;
            case "rockspec":
                if (typeof found === "object" && found !== null && !Array.isArray(found)) {
                    readme.rockspec = found as Record<string, unknown>;
                } else wrong("an object: rockspec: { dependencies: [mod_other] }");
                break;
            case "license":
                if (typeof found === "string" && found.trim() !== "") readme.license = found.trim();
                else wrong("an SPDX identifier: license: MIT");
                break;
            case "version":
                if (typeof found === "string" && found.trim() !== "") readme.version = found.trim();
                else wrong('text in quotes (YAML reads 1.10 as the number 1.1): version: "1.10"');
                break;
            case "prosody": {
                const fault = faultOfRange(found);
                if (fault === undefined) readme.prosody = found as string;
                else {
                    const example = 'the supported Prosody versions in quotes: prosody: ">=0.12" or ">=0.12 <14"';
                    problems.push(readmeFieldInvalid(place, name, `${inWords(found)}, which ${fault}`, example));
                }
                break;
            }
            default: {
                // READMEs carry fields for other tools too: only what looks like a slip of the pen is worth a word.
                const meant = nearest(name, fields);
                if (meant !== undefined) problems.push(readmeFieldUnknown(at(rangeOf(key)), name, meant, fields));
            }
        }
    }
    for (const required of ["summary", "labels"]) {
        if (seen.has(required)) continue;
        const example = required === "summary" ? 'summary: "what the module does"' : "labels: [Stage-Alpha]";
        problems.push(readmeFieldInvalid({ file, start: 0, length: 3 }, required, "missing", example));
    }
    return { readme, problems };
}

function toPlain(value: object, document: ReturnType<typeof parseDocument>): unknown {
    return (value as { toJS(of: typeof document): unknown }).toJS(document);
}

function rangeOf(node: unknown): readonly number[] | undefined {
    return (node as { range?: readonly number[] | null } | null)?.range ?? undefined;
}

function inWords(value: unknown): string {
    if (value === null || value === undefined) return "empty";
    if (Array.isArray(value)) return "a list of other things";
    if (typeof value === "object") return "an object";
    return `the ${typeof value === "string" ? "text" : typeof value} ${JSON.stringify(value)}`;
}
