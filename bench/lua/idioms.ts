/** @noSelfInFile */

/**
 * Counts the Lua VM instructions of idioms: functions of one name in two files, one generated and one written by hand. Both must
 * give the same result, or there is nothing to compare. The files are named by TYPED_PROSODY_IDIOMS, `generated:by hand`.
 */

import * as json from "prosody.util.json";
import * as serialization from "prosody.util.serialization";

type Idiom = (this: void) => unknown;

/** What modules have no use for. */
const { loadfile } = _G as unknown as {
    loadfile(
        this: void,
        path: string,
        mode: string,
        env: object,
    ): LuaMultiReturn<[(this: void) => void] | [undefined, string]>;
};
const { sethook } = debug as unknown as {
    sethook(this: void, hook?: () => void, mask?: string, count?: number): void;
};

/** A file's global functions. */
function load_idioms(path: string): Record<string, Idiom> {
    const idioms: Record<string, Idiom> = {};
    const [chunk, reason] = loadfile(path, "t", setmetatable(idioms, { __index: _G }));
    if (chunk === undefined) error(reason, 0);
    chunk();
    return idioms;
}

let instructions = 0;
const tick = () => {
    instructions += 1;
};

function count(idiom: Idiom): number {
    // Tables and coroutines that are made once are not the idiom's price.
    idiom();
    instructions = 0;
    sethook(tick, "", 1);
    idiom();
    sethook();
    return instructions;
}

const [generated_path, by_hand_path] = string.match(os.getenv("TYPED_PROSODY_IDIOMS") ?? "", "^(.*):(.*)$");
const by_hand = load_idioms(by_hand_path!);
for (const [name, idiom] of pairs(load_idioms(generated_path!))) {
    const expert = by_hand[name];
    if (expert === undefined) error(`${by_hand_path} has no ${name}`, 0);
    print(
        json.encode({
            name,
            generated: count(idiom),
            by_hand: count(expert),
            results: [serialization.serialize(idiom()), serialization.serialize(expert())],
        }),
    );
}
