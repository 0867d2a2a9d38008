/** What changed between two dumps, a line each, in the order of names. */
import type { Facts, Members } from "./facts.ts";

function flatten(facts: Facts): Map<string, string> {
    const all = new Map<string, string>();
    const add = (scope: string, members: Members): void => {
        for (const [name, kind] of Object.entries(members)) all.set(`${scope}: ${name}`, kind);
    };
    for (const [name, { kind, members }] of Object.entries(facts.libraries)) {
        all.set(name, kind);
        add(name, members);
    }
    for (const [name, reason] of Object.entries(facts.failed)) all.set(name, `cannot be loaded: ${reason}`);
    for (const [name, { kind, members }] of Object.entries(facts.objects)) {
        all.set(name, kind);
        add(name, members);
    }
    for (const [name, reason] of Object.entries(facts.unmade)) all.set(name, `cannot be made: ${reason}`);
    add("globals", facts.globals);
    return all;
}

/** "+ util.stanza: x  function(a)" for what came, "-" for what went, "~" for what is another. */
export function differences(before: Facts, after: Facts): string[] {
    const old = flatten(before);
    const now = flatten(after);
    const lines: string[] = [];
    // Of another version only what it offers is of interest, not how it is written.
    if (before.prosody === after.prosody) {
        for (const letter of new Set([...Object.keys(before.words), ...Object.keys(after.words)])) {
            if (before.words[letter] !== after.words[letter]) lines.push(`~ names in the sources: ${letter}...`);
        }
    }
    for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
        const was = old.get(name);
        const is = now.get(name);
        if (was === is) continue;
        if (was === undefined) lines.push(`+ ${name}  ${is}`);
        else if (is === undefined) lines.push(`- ${name}  ${was}`);
        else lines.push(`~ ${name}  ${was} -> ${is}`);
    }
    return lines;
}
