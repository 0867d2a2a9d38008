/** What is played to a module, and what is seen then. */
import type { LuaValue } from "../prosody/config.ts";

/** A step of a script. All that is due happens before the next one. */
export type Step =
    /** A stanza from another server, as XML. */
    | { readonly do: "receive"; readonly xml: string }
    /** The answer to an IQ that the module sent; attributes are those of a proper answer unless given. */
    | {
          readonly do: "reply";
          /** Which of those that wait for one: counted from 0, over again behind the last; -1 is the newest. */
          readonly which: number;
          readonly type: "result" | "error";
          /** `{inner.id}`, `{inner.to}` and `{inner.from}` stand for the attributes of an IQ that is forwarded in what is answered. */
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
    | { readonly do: "reload" }
    /** The configuration is read again, and holds these options of the host only; modules that listen for that are told. */
    | { readonly do: "configure"; readonly options: Options }
    /** Loads the module, or reloads it where it is loaded; where its options are malformed it has to refuse. */
    | { readonly do: "load" }
    /** A client of the host comes online, by its full JID. Clients that are there still go behind the last step. */
    | { readonly do: "connect"; readonly client: string }
    /** Its connection is lost. */
    | { readonly do: "disconnect"; readonly client: string }
    /**
     * A stanza from a client, as XML; the server says who it is from. `{field.NAME}` stands for the value of that field in the last
     * form that the client was shown.
     */
    | { readonly do: "send"; readonly client: string; readonly xml: string }
    /** An HTTP request to what the module provides. */
    | {
          readonly do: "request";
          readonly method: string;
          /** Path and query. */
          readonly path: string;
          readonly headers: Readonly<Record<string, string>>;
          readonly body?: string;
          /** Whether the HTTP client goes without waiting for the answer. */
          readonly leaves?: boolean;
      };

/** An expression of Lua, for values that JSON has not. Anywhere in an option's value. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface would be none of the configuration's values
export type LuaExpression = {
    readonly $lua: string;
};

/** Options of a host by name. In values, a table whose only key is `$lua` is a `LuaExpression`. */
export type Options = Readonly<Record<string, LuaValue>>;

/** The step that loads the module first. */
export const LOADING = -1;

/** A time at which the module has to refuse its options, with one line that names one of them. */
export interface Refusal {
    /** A `load` or `configure`, or `LOADING`. */
    readonly step: number;
    /** The malformed options by name, and what the line has to say of each: how what was found begins, such as "a number 5". */
    readonly options: Readonly<Record<string, string>>;
}

export interface Script {
    /** The component's domain, or that of a host with accounts. */
    readonly host: string;
    /** Without "mod_". */
    readonly module: string;
    readonly options: Options;
    /** Default: the module has to take its options whenever it is loaded. */
    readonly refusals?: readonly Refusal[];
    /** Variables of the module whose tables grow on purpose, up to a bound of their own; default none. */
    readonly caches?: readonly string[];
    /** Modules that the module depends on and that stay when it goes, without "mod_"; default none. */
    readonly needs?: readonly string[];
    /** Names of accounts, all of a host's; default none, then the domain is a component's. */
    readonly accounts?: readonly string[];
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
          /** The module sent a stanza; of a host with accounts, a stanza went to another server. */
          readonly event: "sent";
          readonly name: string;
          readonly attr: Attributes;
          /** Empty where there is a fault. */
          readonly xml: string;
          /** Why it cannot go over the wire. */
          readonly fault?: string;
      }
    /** The module made an HTTP request, numbered from 0. */
    | { readonly event: "posted"; readonly number: number; readonly target: string; readonly body: string }
    /** A step answered, or dropped, an HTTP request. */
    | { readonly event: "answered"; readonly number: number }
    /** A step replied to an IQ that the module had sent, with another sender or id than it should have or not. */
    | { readonly event: "replied"; readonly xml: string; readonly from: string; readonly forged: boolean }
    /** There was nothing that a step could answer. */
    | { readonly event: "idle" }
    | { readonly event: "log"; readonly level: "warn" | "error"; readonly message: string }
    /** A step raised an error. */
    | { readonly event: "raised"; readonly message: string }
    /** How an attempt to load the module went. */
    | { readonly event: "loaded" | "refused" }
    /** A client got a stanza. */
    | {
          readonly event: "delivered";
          /** Its full JID. */
          readonly client: string;
          readonly name: string;
          readonly attr: Attributes;
          /** Empty where there is a fault. */
          readonly xml: string;
          readonly fault?: string;
      }
    /** An HTTP request to the module, numbered from 0. */
    | { readonly event: "requested"; readonly number: number }
    /** Its answer. */
    | { readonly event: "responded"; readonly number: number; readonly status: number; readonly body: string }
);

/** A count when the module was loaded last, and at the end; absent where it was not loaded then. */
export interface Count {
    readonly loaded?: number;
    readonly end?: number;
}

export interface Observation {
    readonly seen: readonly Seen[];
    /** Timers that wait; also before the module was loaded, and when it was unloaded. */
    readonly timers: Count & { readonly before: number; readonly unloaded: number };
    /** How much the module remembers. */
    readonly owned: Count;
    /** Handlers of the module's that the server still has when it is unloaded. */
    readonly handlers: number;
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
    const [only] = entries;
    if (only?.[0] === "$lua" && typeof only[1] === "string" && entries.length === 1) return `(${only[1]})`;
    return `{${entries.map(([key, item]) => `[${luaLiteral(key)}]=${luaLiteral(item)}`).join(",")}}`;
}

/** A script as one line of Lua. */
export function luaScript(script: Script): string {
    const steps = script.steps.map((step) =>
        step.do === "respond" ? { ...step, bytes: Buffer.from(step.bytes, "latin1") } : { ...step },
    );
    const { host, module, options, caches = [], needs = [], accounts = [] } = script;
    return luaLiteral({ host, module, options, caches, needs, accounts, steps });
}
