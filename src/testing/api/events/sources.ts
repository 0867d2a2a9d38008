/** Which events Prosody's own Lua sources fire and wait for, by name or pattern, and with what keys. */
import luaparse from "luaparse";
import type { ProsodyServer } from "../../prosody/launch.ts";

/** A place that fires an event. */
export interface FiringSite {
    /** Relative to Prosody's folder of sources: "modules/mod_c2s.lua". */
    readonly file: string;
    /** Of a payload that is written there as a table, the keys; else it is not known. */
    readonly keys?: readonly string[];
}

export interface SourceEvent {
    readonly fired: readonly FiringSite[];
    /** Files that wait for it. */
    readonly hooked: readonly string[];
}

/** Events by name; `*` stands for what is not written there as text. */
export type SourceEvents = Readonly<Record<string, SourceEvent>>;

/** Lua's sources by path, as a running server has them. */
export async function readSources(server: ProsodyServer): Promise<Map<string, string>> {
    const files = await server.evaluate<Record<string, string>>(
        `local lfs = require "lfs"; local files = {};
        local function walk(folder, prefix)
            for name in lfs.dir(folder) do
                local path = folder .. "/" .. name;
                if name:match("%.lua$") then
                    local file = assert(io.open(path)); files[prefix .. name] = file:read("*a"); file:close();
                elseif name:sub(1, 1) ~= "." and lfs.attributes(path, "mode") == "directory" then
                    walk(path, prefix .. name .. "/");
                end
            end
        end
        for _, folder in ipairs { "core", "net", "util", "modules" } do
            walk(prosody.paths.source .. "/" .. folder, folder .. "/");
        end
        return files;`,
    );
    // The parser takes a string of bytes, as Lua does.
    return new Map(Object.entries(files).map(([file, text]) => [file, Buffer.from(text, "utf8").toString("latin1")]));
}

type Node = luaparse.Node;
type Expression = luaparse.Expression;

/** Functions that fire, with the place of the name among their arguments. */
const FIRING = /^_?fire_event$/;
/** Makes a handler that fires another event with what it gets. */
const REFIRING = "refire_event";
/** Methods of the module API that wait for events, with the place of the name. */
const HOOKING: Readonly<Record<string, number>> = {
    hook: 0,
    hook_global: 0,
    unhook: 0,
    wrap_event: 0,
    hook_object_event: 1,
    wrap_object_event: 1,
    add_handler: 0,
};

class Scan {
    readonly #file: string;
    readonly #constants = new Map<string, string>();
    readonly #found: Map<string, { fired: FiringSite[]; hooked: Set<string> }>;

    constructor(file: string, found: Map<string, { fired: FiringSite[]; hooked: Set<string> }>) {
        this.#file = file;
        this.#found = found;
    }

    run(text: string): void {
        // Lua 5.3 knows what all of them write; a first line for the shell is no Lua.
        const chunk = luaparse.parse(text.replace(/^#.*/, ""), { luaVersion: "5.3", encodingMode: "pseudo-latin1" });
        walk(chunk, (node) => this.#constant(node));
        walk(chunk, (node) => this.#call(node));
        walk(chunk, (node) => this.#choice(node));
    }

    /** `local xmlns_ping = "urn:xmpp:ping"` */
    #constant(node: Node): void {
        if (node.type !== "LocalStatement") return;
        node.variables.forEach((variable, index) => {
            const value = node.init[index];
            if (value?.type === "StringLiteral") this.#constants.set(variable.name, value.value);
        });
    }

    /** `event_name = "muc-occupant-pre-join"`, which one call further down fires. */
    #choice(node: Node): void {
        if (node.type !== "AssignmentStatement") return;
        node.variables.forEach((variable, index) => {
            const value = node.init[index];
            if (variable.type !== "Identifier" || !/event_name$/.test(variable.name)) return;
            if (value?.type === "StringLiteral") this.#add(value.value).fired.push({ file: this.#file });
        });
    }

    #call(node: Node): void {
        if (node.type !== "CallExpression") return;
        const { base } = node;
        const name =
            base.type === "Identifier"
                ? base.name
                : base.type === "MemberExpression"
                  ? base.identifier.name
                  : undefined;
        if (name === undefined) return;
        const [first, second] = node.arguments;
        if (FIRING.test(name)) {
            if (first) this.#fires(this.#text(first), second);
            return;
        }
        if (name === REFIRING && first) {
            this.#add(this.#text(first)).fired.push({ file: this.#file });
            return;
        }
        const isMethod = base.type === "MemberExpression";
        if (isMethod && (name === "hook_tag" || name === "hook_stanza") && first && second) {
            const isNamed = second.type !== "FunctionDeclaration";
            const xmlns = isNamed && first.type !== "NilLiteral" ? `${this.#text(first)}:` : "";
            // What hook_tag waits for has no namespace where it is that of the stream.
            if (xmlns !== "") this.#add(`stanza/${xmlns}${this.#text(second)}`).hooked.add(this.#file);
            return;
        }
        const place = isMethod ? HOOKING[name] : undefined;
        const argument = place === undefined ? undefined : node.arguments[place];
        if (argument) this.#add(this.#text(argument)).hooked.add(this.#file);
    }

    #fires(name: string, payload: Expression | undefined): void {
        const site: FiringSite = { file: this.#file };
        if (payload?.type !== "TableConstructorExpression") {
            this.#add(name).fired.push(payload === undefined ? { ...site, keys: [] } : site);
            return;
        }
        const keys = payload.fields.flatMap((field) => (field.type === "TableKeyString" ? [field.key.name] : []));
        this.#add(name).fired.push({ ...site, keys: keys.sort() });
    }

    #add(name: string): { fired: FiringSite[]; hooked: Set<string> } {
        let event = this.#found.get(name);
        if (!event) {
            event = { fired: [], hooked: new Set() };
            this.#found.set(name, event);
        }
        return event;
    }

    /** The text of an expression, `*` for each part that is computed. */
    #text(expression: Expression): string {
        const parts = this.#parts(expression).join("");
        return parts.replace(/\*+/g, "*");
    }

    #parts(expression: Expression): string[] {
        if (expression.type === "StringLiteral") return [expression.value];
        if (expression.type === "Identifier") return [this.#constants.get(expression.name) ?? "*"];
        if (expression.type === "BinaryExpression" && expression.operator === "..") {
            return [...this.#parts(expression.left), ...this.#parts(expression.right)];
        }
        return ["*"];
    }
}

function walk(node: unknown, visit: (node: Node) => void): void {
    if (Array.isArray(node)) {
        for (const item of node) walk(item, visit);
    } else if (typeof node === "object" && node !== null) {
        if ("type" in node) visit(node as Node);
        for (const value of Object.values(node)) walk(value, visit);
    }
}

/** @returns the events that sources fire or wait for, in the order of names. */
export function scanSources(sources: ReadonlyMap<string, string>): SourceEvents {
    const found = new Map<string, { fired: FiringSite[]; hooked: Set<string> }>();
    for (const [file, text] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) new Scan(file, found).run(text);
    const names = [...found.keys()].sort();
    return Object.fromEntries(
        names.map((name) => {
            const { fired, hooked } = found.get(name)!;
            return [name, { fired, hooked: [...hooked].sort() }];
        }),
    );
}
