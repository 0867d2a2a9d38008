/** What is played to a module, and what is seen then. */
import type { LuaValue } from "../prosody/config.ts";

/** A step of a script. All that is due happens before the next one. */
export type Step =
    /** A stanza from another server, as XML. */
    | { readonly do: "receive"; readonly xml: string }
    /** The answer to an IQ that the module sent; attributes are those of a proper answer unless given. */
    | {
          readonly do: "reply";
          /** Which of those that wait for one: counted from 0, over again behind the last. */
          readonly which: number;
          readonly type: "result" | "error";
          readonly xml: string;
          readonly from?: string;
          readonly id?: string;
      }
    /** The answer to an HTTP request as it goes over the wire; each character is a byte. */
    | { readonly do: "respond"; readonly which: number; readonly bytes: string; readonly close: boolean }
    /** The end of an HTTP request's connection without an answer. */
    | { readonly do: "drop"; readonly which: number }
    /** The passing of time. */
    | { readonly do: "advance"; readonly seconds: number }
    | { readonly do: "reload" };

export interface Script {
    /** The component's domain. */
    readonly host: string;
    /** Without "mod_". */
    readonly module: string;
    readonly options: Readonly<Record<string, LuaValue>>;
    /** Variables of the module whose tables grow on purpose, up to a bound of their own; default none. */
    readonly caches?: readonly string[];
    readonly steps: readonly Step[];
}

export interface Attributes {
    readonly to?: string;
    readonly from?: string;
    readonly type?: string;
    readonly id?: string;
}

/**
 * Something seen, with the step in which it happened: -1 is the loading of the module, and the number of steps its unloading.
 */
export type Seen = { readonly step: number } & (
    | {
          /** The module sent a stanza. */
          readonly event: "sent";
          readonly name: string;
          readonly attr: Attributes;
          /** Empty where there is a fault. */
          readonly xml: string;
          /** Why it cannot go over the wire. */
          readonly fault?: string;
      }
    /** The module made an HTTP request, numbered from 0. */
    | { readonly event: "posted"; readonly number: number; readonly body: string }
    /** A step answered, or dropped, an HTTP request. */
    | { readonly event: "answered"; readonly number: number }
    /** A step replied to an IQ that the module had sent, with another sender or id than it should have or not. */
    | { readonly event: "replied"; readonly xml: string; readonly from: string; readonly forged: boolean }
    /** There was nothing that a step could answer. */
    | { readonly event: "idle" }
    | { readonly event: "log"; readonly level: "warn" | "error"; readonly message: string }
    /** A step raised an error. */
    | { readonly event: "raised"; readonly message: string }
);

export interface Observation {
    readonly loaded: boolean;
    readonly seen: readonly Seen[];
    /** Timers that wait: before the module was loaded, then, at the end, and behind its unloading. The middle ones only when loaded. */
    readonly timers: readonly number[];
    /** How much the module remembers: when it was loaded, and at the end. */
    readonly owned: readonly number[];
    /** HTTP connections that are open at the end. */
    readonly connections: number;
}

/** A Lua string of exactly these bytes. */
function luaBytes(bytes: Buffer): string {
    let text = "";
    for (const byte of bytes) {
        text +=
            byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
                ? `\\${String(byte).padStart(3, "0")}`
                : String.fromCharCode(byte);
    }
    return `"${text}"`;
}

type Plain = LuaValue | Buffer | undefined | readonly Plain[] | { readonly [key: string]: Plain };

function luaLiteral(value: Plain): string {
    if (Buffer.isBuffer(value)) return luaBytes(value);
    if (typeof value === "string") return luaBytes(Buffer.from(value, "utf8"));
    if (typeof value === "number") {
        if (Number.isNaN(value)) return "(0/0)";
        return Number.isFinite(value) ? String(value) : value > 0 ? "math.huge" : "-math.huge";
    }
    if (typeof value === "boolean") return String(value);
    if (value === undefined) return "nil";
    if (Array.isArray(value)) return `{${value.map((item: Plain) => luaLiteral(item)).join(",")}}`;
    const entries = Object.entries(value as Readonly<Record<string, Plain>>).filter(([, item]) => item !== undefined);
    return `{${entries.map(([key, item]) => `[${luaLiteral(key)}]=${luaLiteral(item)}`).join(",")}}`;
}

/** A script as one line of Lua. */
export function luaScript(script: Script): string {
    const steps = script.steps.map((step) =>
        step.do === "respond" ? { ...step, bytes: Buffer.from(step.bytes, "latin1") } : { ...step },
    );
    return luaLiteral({ ...script, caches: script.caches ?? [], steps });
}
