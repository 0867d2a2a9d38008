/**
 * Says what a running Prosody has to offer modules: its libraries, its globals, and the objects that it hands out. For the proof of
 * the declarations, which calls the exported functions from outside; no module to put in a real server.
 *
 * @noSelfInFile
 */

import * as json from "prosody.util.json";
import { describeObject } from "./describe";
import { describeLibraries } from "./libraries";
import { describeWords } from "./words";
import { describeObjects, type HttpExchange } from "./objects";

let exchange: HttpExchange | undefined;

module.provides("http", {
    name: "api_dump",
    route: {
        ["POST /request"]: (event) => {
            exchange = event;
            return "kept";
        },
    },
});

/** Everything, as JSON. */
export function dump(): string {
    const libraries = describeLibraries();
    const { made, unmade } = describeObjects(exchange);
    return json.encode({
        prosody: prosody.version,
        lua: _VERSION,
        libraries: libraries.loaded,
        failed: libraries.failed,
        globals: describeObject(_G).members,
        objects: made,
        unmade,
        words: describeWords(),
    });
}
