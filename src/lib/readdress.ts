/** @noSelfInFile */

import * as st from "prosody.util.stanza";

/**
 * A stanza with other addresses. It shares its children with the original, which stays as it was: who sent that may be about
 * to send it to others, and may wait for an answer to it. A deep copy costs several times as much.
 */
export function readdress<S extends st.Stanza>(stanza: S, to: string | undefined, from: string): S {
    const attr: st.Attributes = {};
    for (const [name, value] of pairs(stanza.attr)) {
        attr[name] = value;
    }
    attr.to = to;
    attr.from = from;
    const tags: st.Stanza[] = [];
    const copy: st.Stanza = setmetatable(
        { name: stanza.name, attr, namespaces: stanza.namespaces, tags } as st.Stanza,
        st.stanza_mt,
    );
    for (const [position, child] of ipairs(stanza)) {
        copy[position] = child;
    }
    for (const [position, child] of ipairs(stanza.tags)) {
        tags[position - 1] = child;
    }
    return copy as S;
}
