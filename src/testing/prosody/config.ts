/** A value that Prosody's configuration file can hold. Arrays become Lua lists, objects become tables with string keys. */
export type LuaValue = string | number | boolean | readonly LuaValue[] | { readonly [key: string]: LuaValue };

/** Options as they stand in prosody.cfg.lua, by name. */
export type ProsodyOptions = Readonly<Record<string, LuaValue>>;

/** What a VirtualHost section holds. */
export interface HostConfig {
    /** Options of this host alone. */
    readonly options?: ProsodyOptions;
    /** Modules to load on this host, beside those of the whole server. */
    readonly modules?: readonly string[];
    /** Accounts to create before the specs run: local part to password. */
    readonly users?: Readonly<Record<string, string>>;
    /** Lines of Lua for this section, written as they are: for a configuration that no value can express. */
    readonly lua?: string;
}

/** What a Component section holds. */
export interface ComponentConfig {
    /** The module that makes the component ("component_http", "muc"); none for an external component (XEP-0114). */
    readonly module?: string;
    /** Shared secret of an external component. */
    readonly secret?: string;
    readonly options?: ProsodyOptions;
    /** Modules to load on the component beside its own. */
    readonly modules?: readonly string[];
    readonly lua?: string;
}

/** What a spec says of its server's configuration; ports, logging, storage and the like are the harness's. */
export interface ProsodyConfig {
    /** Options of the whole server. */
    readonly options?: ProsodyOptions;
    /** Modules to load on every VirtualHost, beside those any XMPP server has (roster, saslauth, disco, ping). */
    readonly modules?: readonly string[];
    /** VirtualHosts by name. Without any, the server has one host, "localhost". */
    readonly hosts?: Readonly<Record<string, HostConfig>>;
    /** Components by name. */
    readonly components?: Readonly<Record<string, ComponentConfig>>;
    /** Lines of Lua for the server's section, written as they are. */
    readonly lua?: string;
}

const RESERVED_WORDS = new Set(
    (
        "and break do else elseif end false for function goto if in local nil not or repeat return then true until while " +
        // Names that the configuration file itself gives a meaning.
        "Host VirtualHost Component Include RunScript Credential FileContents FileLine FileLines Lua"
    ).split(" "),
);

/** A Lua string literal with exactly the bytes of the text in UTF-8. */
export function luaString(text: string): string {
    const escaped = text.replace(
        // eslint-disable-next-line no-control-regex -- control characters are what must be escaped
        /["\\\u0000-\u001f\u007f]/g,
        // Three digits always: a shorter escape would swallow a digit that follows.
        (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`,
    );
    return `"${escaped}"`;
}

/** A Lua expression for the value. Numbers that Lua's configuration cannot write (NaN, infinities) are refused. */
export function luaExpression(value: LuaValue): string {
    switch (typeof value) {
        case "string":
            return luaString(value);
        case "boolean":
            return String(value);
        case "number":
            if (!Number.isFinite(value)) throw new TypeError(`${value} cannot stand in a configuration file`);
            return String(value);
        default:
            if (Array.isArray(value)) return `{ ${value.map((item: LuaValue) => luaExpression(item)).join(", ")} }`;
            return `{ ${Object.entries(value)
                .map(([key, item]) => `[${luaString(key)}] = ${luaExpression(item)}`)
                .join(", ")} }`;
    }
}

function optionLines(options: ProsodyOptions): string[] {
    return Object.entries(options).map(([name, value]) => {
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || RESERVED_WORDS.has(name)) {
            throw new TypeError(`"${name}" cannot be the name of an option in prosody.cfg.lua`);
        }
        return `${name} = ${luaExpression(value)}`;
    });
}

function sectionLines(section: { modules?: readonly string[]; options?: ProsodyOptions; lua?: string }): string[] {
    return [
        ...(section.modules === undefined ? [] : [`modules_enabled = ${luaExpression(section.modules)}`]),
        ...optionLines(section.options ?? {}),
        ...(section.lua === undefined ? [] : [section.lua]),
    ];
}

/**
 * The text of a prosody.cfg.lua. What the spec says comes after the harness's own options, so that it wins.
 */
export function renderConfig(own: ProsodyOptions, ownModules: readonly string[], config: ProsodyConfig): string {
    const lines = [
        ...optionLines(own),
        ...sectionLines({
            modules: [...ownModules, ...(config.modules ?? [])],
            ...(config.options && { options: config.options }),
            ...(config.lua !== undefined && { lua: config.lua }),
        }),
    ];
    for (const [name, host] of Object.entries(config.hosts ?? { localhost: {} })) {
        lines.push("", `VirtualHost ${luaString(name)}`, ...sectionLines(host));
    }
    for (const [name, component] of Object.entries(config.components ?? {})) {
        const kind = component.module === undefined ? "" : ` ${luaString(component.module)}`;
        lines.push("", `Component ${luaString(name)}${kind}`);
        if (component.secret !== undefined) lines.push(`component_secret = ${luaString(component.secret)}`);
        lines.push(...sectionLines(component));
    }
    return `${lines.join("\n")}\n`;
}
