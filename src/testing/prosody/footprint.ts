import type { ProsodyServer } from "./launch.ts";

/** What a server holds at one moment: what a module leaves behind shows here. */
export interface Footprint {
    /** Event handlers of the server and all its hosts. */
    readonly handlers: number;
    /** Timers that are still to fire. */
    readonly timers: number;
    /** Where the functions that these timers call are written (`file:line`), and how many of them call each. */
    readonly timersAt: Readonly<Record<string, number>>;
    /** Modules, by host, that are loaded or whose environment something still holds. */
    readonly environments: number;
    /** Lua's memory after a full garbage collection. */
    readonly kilobytes: number;
}

/**
 * Prosody keeps its timers in heaps that are locals of util.timer and of the network backend. They are found by what they look
 * like, from the functions that add to them: names and places differ between versions.
 */
const MEASURE = `
    local function count(map) local n = 0; for _ in pairs(map) do n = n + 1; end return n; end
    local environments = module.spec_environments or setmetatable({}, { __mode = "k" });
    module.spec_environments = environments;
    local function note(host, modules)
        for _, module in pairs(modules) do environments[module] = host; end
    end
    for host, session in pairs(prosody.hosts) do note(host, session.modules or {}); end
    for _ = 1, 3 do collectgarbage(); end

    local handlers = 0;
    local function add_handlers(events)
        for _, of_event in pairs(events._event_map) do handlers = handlers + count(of_event); end
    end
    add_handlers(prosody.events);
    for _, session in pairs(prosody.hosts) do add_handlers(session.events); end

    local timers, timers_at, seen = 0, {}, {};
    local function upvalue_of(timer, name)
        for index = 1, 5 do
            local found, value = debug.getupvalue(timer, index);
            if found == name then return value; end
        end
    end
    -- Since 0.12 a connection that the HTTP server resumes when it is closed already gets a last timer for its silence.
    local function is_of_closed_connection(timer)
        local connection = upvalue_of(timer, "self");
        return type(connection) == "table" and connection._readtimeout and not connection.conn;
    end
    local function note_timer(timer)
        -- A timer with a parameter has a function around the one that matters.
        local info = debug.getinfo(upvalue_of(timer, "timer_callback") or timer, "S");
        local place = info.short_src..":"..info.linedefined;
        timers_at[place] = (timers_at[place] or 0) + 1;
    end
    local function search(value, depth)
        if seen[value] or depth > 3 then return; end
        if type(value) == "table" then
            seen[value] = true;
            if type(rawget(value, "ids")) == "table" and type(rawget(value, "priorities")) == "table" then
                timers = timers + #value.ids;
                for _, timer in pairs(value.items) do
                    if type(timer) == "function" then
                        if is_of_closed_connection(timer) then timers = timers - 1; else note_timer(timer); end
                    end
                end
            end
        elseif type(value) == "function" then
            seen[value] = true;
            for index = 1, math.huge do
                local name, upvalue = debug.getupvalue(value, index);
                if not name then break; end
                search(upvalue, depth + 1);
            end
        end
    end
    local server = require "net.server";
    search(require "util.timer".add_task, 0);
    search(server.add_task, 0);
    search(server._addtimer, 0);
    return {
        handlers = handlers, timers = timers, timersAt = timers_at, environments = count(environments),
        kilobytes = collectgarbage("count"),
    };
`;

/** Takes stock inside the server. */
export async function takeFootprint(server: ProsodyServer): Promise<Footprint> {
    return server.evaluate<Footprint>(MEASURE);
}
