/** @noSelfInFile */

import type { Stanza } from "prosody.util.stanza";
import { delegations } from "./delegations";

export const DATA_FORMS = "jabber:x:data";

/** What a host says about itself in disco#info. */
type Kind = "feature" | "identity" | "extension";

const KINDS: Kind[] = ["feature", "identity", "extension"];

interface HiddenItem {
    source: Prosody.Module;
    kind: Kind;
    item: unknown;
}

/** What was taken from other modules and goes back to them. */
let hidden: HiddenItem[] = [];
/** Modules that implement a delegated namespace themselves. */
const implementations = new LuaSet<Prosody.Module>();
let isHiding = true;

/** Whether a feature belongs to one of some namespaces: it is the namespace, or goes on with `#` or `/`. */
export function belongsTo(feature: string | undefined, namespaces: ReadonlyLuaMap<string, unknown>): boolean {
    if (feature === undefined) {
        return false;
    } else if (namespaces.has(feature)) {
        return true;
    }
    for (const [namespace] of namespaces) {
        const length = namespace.length;
        if (feature.startsWith(namespace)) {
            const next = string.sub(feature, length + 1, length + 1);
            if (next === "#" || next === "/") {
                return true;
            }
        }
    }
    return false;
}

/** Whether a feature belongs to what the configuration delegates. */
function isDelegatedFeature(feature: string | undefined): boolean {
    return belongsTo(feature, delegations);
}

/** The FORM_TYPE of a data form. XEP-0068, section 3. */
export function formType(form: Stanza): string | undefined {
    for (const field of form.childtags("field", DATA_FORMS)) {
        if (field.attr["var"] === "FORM_TYPE") {
            return field.get_child_text("value", DATA_FORMS);
        }
    }
    return undefined;
}

function isHidden(source: Prosody.Module, kind: Kind, item: unknown): boolean {
    if (kind === "feature") {
        return isDelegatedFeature(item as string);
    } else if (source.name === "disco") {
        // The server's own identity, whoever answers for disco.
        return false;
    }
    return implementations.has(source) || (kind === "extension" && isDelegatedFeature(formType(item as Stanza)));
}

function hideItem(source: Prosody.Module, kind: Kind, item: unknown): void {
    hidden.push({ source, kind, item });
    source.remove_item(kind, item);
}

/** Hides what a module says of a delegated namespace; where there is a feature, its identities and forms too. */
function hideItems(source: Prosody.Module): void {
    for (const kind of KINDS) {
        // Taking items out moves those behind them.
        const items: unknown[] = [];
        for (const item of source.items?.[kind] ?? []) {
            if (isHidden(source, kind, item)) {
                items.push(item);
            }
        }
        if (kind === "feature" && items.length > 0) {
            implementations.add(source);
        }
        for (const item of items) {
            hideItem(source, kind, item);
        }
    }
}

function handleAdded(kind: Kind, { source, item }: Prosody.ItemEvent): void {
    if (!isHiding || source === undefined || source === module || !isHidden(source, kind, item)) {
        return;
    }
    hideItem(source, kind, item);
    if (kind === "feature" && !implementations.has(source)) {
        implementations.add(source);
        hideItems(source);
    }
}

/** XEP-0355, section 7.2: while a namespace is delegated, what the server itself can do about it is not shown. */
export function hideInternalDisco(): void {
    if (next(delegations)[0] === undefined) {
        return;
    }
    for (const [, environment] of pairs(prosody.hosts[module.host]!.modules)) {
        if (environment!.module !== module) {
            hideItems(environment!.module);
        }
    }
    for (const kind of KINDS) {
        module.hook(`item-added/${kind}`, (event: Prosody.ItemEvent) => {
            handleAdded(kind, event);
        });
    }
    module.hook("module-unloaded", ({ module: name }) => {
        const others: HiddenItem[] = [];
        for (const entry of hidden) {
            if (entry.source.name === name) {
                implementations.delete(entry.source);
            } else {
                others.push(entry);
            }
        }
        hidden = others;
    });
}

/** Gives everything back to the modules that still are there. */
export function showInternalDisco(): void {
    isHiding = false;
    const { modules } = prosody.hosts[module.host]!;
    for (const { source, kind, item } of hidden) {
        const environment = modules[source.name];
        if (environment !== undefined && environment.module === source) {
            source.add_item(kind as string, item);
        }
    }
    hidden = [];
}
