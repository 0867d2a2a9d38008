/** The layers of tests, in the order in which they run: the quickest to point at a fault comes first. */
export const LAYERS = ["compiler", "types", "lua", "fuzz", "e2e"] as const;

export type Layer = (typeof LAYERS)[number];

export function isLayer(name: string): name is Layer {
    return (LAYERS as readonly string[]).includes(name);
}
