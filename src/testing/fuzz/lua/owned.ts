/** @noSelfInFile */

/** What reaches into a function's inside. */
const { getinfo, getupvalue } = debug as unknown as {
    getinfo(this: void, f: AnyNotNil, what: string): { source: string };
    getupvalue(this: void, f: AnyNotNil, index: number): LuaMultiReturn<[string, unknown] | []>;
};

/** Whether a function stands in a file of this name, in whatever folder. */
export function isDefinedIn(f: AnyNotNil, file: string): boolean {
    return string.sub(getinfo(f, "S").source, -file.length) === file;
}

interface HandlerTable {
    iter(...path: unknown[]): LuaIterable<LuaMultiReturn<unknown[]>>;
}

/** Caches of util.cache have a size of their own that they never exceed. */
function isCache(table: LuaTable<AnyNotNil, unknown>): boolean {
    return (
        rawget(table as object as Record<string, unknown>, "_count") !== undefined && table.get("size") !== undefined
    );
}

/**
 * Counts the tables that a loaded module can reach through its functions, and the entries in them: what it remembers. Libraries,
 * the server and what these own are not counted.
 * @param caches Variables of the module whose tables grow on purpose, up to a bound of their own.
 */
export function ownedBy(environment: Prosody.ModuleEnvironment, name: string, caches: string[]): number {
    const file = `mod_${name}.lua`;
    const cacheNames = new LuaSet<string>();
    for (const cache of caches) cacheNames.add(cache);
    const visited = new LuaSet<AnyNotNil>();
    visited.add(_G);
    for (const [, library] of pairs((_G as { package: { loaded: Record<string, AnyNotNil> } }).package.loaded)) {
        visited.add(library);
    }
    const { module } = environment as unknown as { module: { event_handlers: HandlerTable } };
    visited.add(module);
    visited.add((_G as { prosody: AnyNotNil }).prosody);

    let count = 0;
    let open: AnyNotNil[] = [];
    const reach = (value: unknown): void => {
        if ((type(value) === "table" || type(value) === "function") && !visited.has(value as AnyNotNil)) {
            visited.add(value as AnyNotNil);
            open[open.length] = value as AnyNotNil;
        }
    };
    reach(environment);
    for (const [, , handler] of module.event_handlers.iter(undefined, undefined, undefined)) {
        reach(handler);
    }
    for (const hook of ["unload", "save", "restore", "load"]) {
        reach(rawget(module as unknown as Record<string, unknown>, hook));
    }
    while (open.length > 0) {
        const round = open;
        open = [];
        for (const value of round) {
            if (type(value) === "function") {
                if (isDefinedIn(value, file)) {
                    let index = 1;
                    let [upvalue, held] = getupvalue(value, index);
                    while (upvalue !== undefined) {
                        if (!cacheNames.has(upvalue)) {
                            reach(held);
                        }
                        index += 1;
                        [upvalue, held] = getupvalue(value, index);
                    }
                }
            } else if (!isCache(value as LuaTable<AnyNotNil, unknown>)) {
                count += 1;
                for (const [key, held] of pairs(value as LuaTable<AnyNotNil, unknown>)) {
                    count += 1;
                    reach(key);
                    reach(held);
                }
            }
        }
    }
    return count;
}
