/**
 * One of each object that Prosody hands out to modules, made or found in the running server.
 *
 * Nothing here uses the declarations: what proves them must not depend on them.
 *
 * @noSelfInFile
 */

import { describeObject, type Description } from "./describe";

/** What an HTTP route gets. */
export interface HttpExchange {
    request: object;
    response: object;
}

/** Any object of Prosody's. A method is called with a colon, a field is whatever it is. */
type Thing = any;
/** A library: plain functions by name. */
type Library = Record<string, (this: void, ...args: Thing[]) => Thing>;

const library = (name: string): Library => require(name) as Library;

interface Recipe {
    /** How a person would come by it. */
    made: string;
    make: (this: void) => Thing;
}

const HOST = "localhost";
const ROOMS = "rooms.localhost";
const PUBSUB = "pubsub.localhost";

function session(): Thing {
    return prosody.full_sessions[`romeo@${HOST}/orchard`];
}

function environment(host: string, name: string): Thing {
    return prosody.hosts[host]?.modules[name];
}

/** An iterator's first value. */
function first(iterator: (this: void, state: Thing, last: Thing) => Thing, state?: Thing, initial?: Thing): Thing {
    return iterator(state, initial);
}

function room(): Thing {
    return environment(ROOMS, "muc").get_room_from_jid(`verona@${ROOMS}`);
}

function store(type: string): Thing {
    return (module as Thing).open_store(`api_dump_${string.gsub(type, "%W", "_")[0]}`, type);
}

const RECIPES: Record<string, Recipe> = {
    "prosody.util.cache.Cache": { made: "cache.new(2)", make: () => library("util.cache").new!(2) },
};

export interface Objects {
    made: Record<string, Description & { made: string }>;
    unmade: Record<string, string>;
}

export function describeObjects(exchange: HttpExchange | undefined): Objects {
    const result: Objects = { made: {}, unmade: {} };
    for (const [name, recipe] of pairs(RECIPES)) {
        const [ok, thing] = pcall(recipe.make);
        if (ok && thing !== undefined) {
            const { kind, members } = describeObject(thing);
            result.made[name] = { made: recipe.made, kind, members };
        } else {
            result.unmade[name] = ok ? "there is none" : string.gsub(tostring(thing), "^[^ ]*:%d+: ", "")[0];
        }
    }
    return result;
}
