/** @noSelfInFile */

/**
 * Counts the Lua VM instructions that a module spends on a stanza. A hook runs after each instruction and asks the call stack
 * whose work it is:
 *
 * - the module's own, where the running function is written in its file;
 * - a library's, where a function of Prosody's `util` runs because the module called it;
 * - nobody's, for all else: Prosody's core and network code, the event loop, and what these call. So sending, logging, timers
 *   and the making of an HTTP request cost what the call in the module costs, as if they were stubs.
 *
 * Only Lua instructions count; C functions (encodings, JIDs, string patterns) are one call each.
 */

import * as json from "prosody.util.json";

type Owner = "module" | "util" | "json" | "other";

interface FrameInfo {
    func: AnyNotNil;
    source: string;
    short_src: string;
    linedefined: number;
    currentline: number;
    what: string;
    name?: string;
}

/** What busted specs and modules have no use for. */
const { sethook, getinfo } = debug as unknown as {
    sethook(this: void, hook?: () => void, mask?: string, count?: number): void;
    sethook(this: void, thread: LuaThread, hook?: () => void, mask?: string, count?: number): void;
    getinfo(this: void, level: number, what: string): FrameInfo | undefined;
};

/** A situation that repeats: one stanza, and what has to stand before and to be cleared away behind it. */
export interface Situation {
    /** Instructions of hand-written Lua for the same stanza, the libraries' included, which the module should not exceed. */
    ceiling?: number;
    /** The ceiling is without what util.json spends, which nobody can help who takes JSON. */
    ceilingWithoutJson?: true;
    /** How many of the same are in it, such as contacts: ceiling and report are for one of them. */
    per?: number;
    /** The module goes on in coroutines and in later turns of the event loop, which counts as well. */
    waits?: true;
    /** Large ones are counted once, and not before they have run: where there is nothing to warm up. */
    once?: boolean;
    /** What is put up before each run, uncounted. */
    before?: (this: void) => void;
    /** What is counted. */
    run: (this: void) => void;
    /** What is cleared away behind each run, uncounted. */
    after?: (this: void) => void;
}

/** Runs before the first that counts: they fill caches and let tables grow to their size. */
const WARM_RUNS = 3;
const COUNTED_RUNS = 9;

const withProfile = os.getenv("TYPED_PROSODY_PROFILE") !== undefined;

/** Owners by function; its source does not change. */
const owners = new LuaTable<AnyNotNil, Owner>();
/** Of the situation: instructions by function, and by line of the module. */
let byFunction = new LuaTable<string, number>();
let byLine = new LuaTable<string, number>();

function ownerOf(info: FrameInfo, moduleFile: string): Owner {
    if (string.sub(info.source, -moduleFile.length) === moduleFile) {
        return "module";
    }
    const [library] = string.match(info.source, "/util/([%w_]+)%.lua$");
    if (library === "json") {
        return "json";
    }
    // Events and timers are Prosody's machinery around a module, not libraries that it works with.
    return library === undefined || library === "events" || library === "timer" || library === "startup"
        ? "other"
        : "util";
}

/** The owner of the frame at a level of the caller's stack; undefined for C functions, and false above the last frame. */
function ownerAt(level: number, moduleFile: string): Owner | undefined | false {
    const frame = getinfo(level + 1, "f");
    if (frame === undefined) {
        return false;
    }
    const known: Owner | undefined = owners.get(frame.func);
    if (known !== undefined) {
        return known;
    }
    const info = getinfo(level + 1, "S")!;
    if (info.what === "C") {
        return undefined;
    }
    const owner = ownerOf(info, moduleFile);
    owners.set(frame.func, owner);
    return owner;
}

function note(counts: LuaTable<string, number>, key: string): void {
    const before: number | undefined = counts.get(key);
    counts.set(key, (before ?? 0) + 1);
}

function profile(level: number, owner: Owner): void {
    const info = getinfo(level + 1, "Sln")!;
    const [file] = string.match(info.source, "([%w_]+%.lua)$");
    note(byFunction, `${file}:${info.linedefined}`);
    if (owner === "module") {
        note(byLine, `${file}:${info.currentline}`);
    }
}

/**
 * Whether util.promise or util.async works at a level of the caller's stack on what the module waits for, though the module is
 * not among those that called it: the event loop is, or nobody, in a coroutine of util.async.
 */
function isWaiting(level: number, caller: Owner | false, callerLevel: number): boolean {
    const [library] = string.match(getinfo(level + 1, "S")!.source, "/util/([%w_]+)%.lua$");
    if (library !== "promise" && library !== "async") return false;
    if (caller === false) return true;
    const [file] = string.match(getinfo(callerLevel + 1, "S")!.source, "/(%w+/%w+)%.lua$");
    return file === "util/timer" || file === "net/server" || file === "util/startup";
}

/** What looks at coroutines as well that begin now: a hook belongs to one. */
let threadsTick: (() => void) | undefined;
const threads = coroutine as { create: (this: void, body: (this: void, ...args: any[]) => any) => LuaThread };
const { create } = threads;
// Before modules load, which keep the function.
threads.create = (body) => {
    const thread = create(body);
    if (threadsTick !== undefined) sethook(thread, threadsTick, "", 1);
    return thread;
};

/** Instructions of the module, of the libraries that it calls, and of util.json among those, while `run` runs. */
function count(
    moduleFile: string,
    run: () => void,
    waits: boolean,
): LuaMultiReturn<[own: number, libraries: number, ofJson: number]> {
    let own = 0;
    let libraries = 0;
    let ofJson = 0;
    const tick = () => {
        const running = ownerAt(2, moduleFile);
        if (running === "module") {
            own += 1;
            if (withProfile) profile(2, running);
        } else if (running === "util" || running === "json") {
            let level = 3;
            let caller = ownerAt(level, moduleFile);
            while (caller === "util" || caller === "json" || caller === undefined) {
                level += 1;
                caller = ownerAt(level, moduleFile);
            }
            if (caller === "module" || (waits && isWaiting(2, caller, level))) {
                libraries += 1;
                if (running === "json") ofJson += 1;
                if (withProfile) profile(2, running);
            }
        }
    };
    threadsTick = waits ? tick : undefined;
    sethook(tick, "", 1);
    run();
    sethook();
    threadsTick = undefined;
    return $multi(own, libraries, ofJson);
}

function median(values: number[]): number {
    table.sort(values);
    return values[(values.length - 1) / 2]!;
}

function average(counts: LuaTable<string, number>, runs: number): Record<string, number> {
    const rounded: Record<string, number> = {};
    for (const [key, total] of pairs(counts)) {
        rounded[key] = math.floor(total / runs + 0.5);
    }
    return rounded;
}

/**
 * Measures a situation and prints what came out as one line of JSON.
 * @param module As `mod_x`.
 * @param name What happens, as the report says it.
 */
export function measure(module: string, name: string, situation: Situation): void {
    const own: number[] = [];
    const libraries: number[] = [];
    const ofJson: number[] = [];
    const warmRuns = situation.once ? 0 : WARM_RUNS;
    const runs = warmRuns + (situation.once ? 1 : COUNTED_RUNS);
    byFunction = new LuaTable();
    byLine = new LuaTable();
    for (const run of $range(1, runs)) {
        situation.before?.();
        const [inModule, inLibraries, inJson] = count(`/${module}.lua`, situation.run, situation.waits === true);
        situation.after?.();
        if (run > warmRuns) {
            own[own.length] = inModule;
            libraries[libraries.length] = inLibraries;
            ofJson[ofJson.length] = inJson;
        }
    }
    if (own[0] === 0) {
        error(`${module} did nothing in "${name}"`, 2);
    }
    print(
        json.encode({
            module,
            name,
            ceiling: situation.ceiling,
            ceilingWithoutJson: situation.ceilingWithoutJson,
            per: situation.per,
            own: median(own),
            libraries: median(libraries),
            json: median(ofJson),
            // The arrays are sorted by now.
            spread: own[own.length - 1]! - own[0]! + (libraries[libraries.length - 1]! - libraries[0]!),
            functions: withProfile ? average(byFunction, runs) : undefined,
            lines: withProfile ? average(byLine, runs) : undefined,
        }),
    );
}
