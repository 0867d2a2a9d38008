/** The layers of tests, in the order in which they run: the quickest to point at a fault comes first. */
export const LAYERS = ["compiler", "types", "lua", "fuzz", "api", "e2e"] as const;

export type Layer = (typeof LAYERS)[number];

/** The layers whose specs start servers. */
const WITH_SERVERS: ReadonlySet<Layer> = new Set(["api", "e2e"]);

export function needsServers(layer: Layer): boolean {
    return WITH_SERVERS.has(layer);
}

export function isLayer(name: string): name is Layer {
    return (LAYERS as readonly string[]).includes(name);
}
