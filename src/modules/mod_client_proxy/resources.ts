/** @noSelfInFile */

/** Full JIDs of the target's available resources, in no order. */
const available: string[] = [];
/** Where each of them stands there, from 1 on. */
const positions = new LuaMap<string, number>();

/** All of them, for who goes on after a reload. */
export function allResources(): readonly string[] {
    return available;
}

/** One of them, each as likely as any other; undefined where there are none. */
export function pickResource(): string | undefined {
    return available.length > 0 ? available[math.random(available.length) - 1]! : undefined;
}

/** One of the others, each as likely as any other; undefined where there are none. */
export function pickOtherResource(than: string): string | undefined {
    const position = positions.get(than);
    if (position === undefined) {
        return pickResource();
    } else if (available.length === 1) {
        return undefined;
    }
    const drawn = math.random(available.length - 1);
    return drawn < position ? available[drawn - 1]! : available[drawn]!;
}

export function addResource(resource: string): void {
    if (!positions.has(resource)) {
        const position = available.length + 1;
        available[position - 1] = resource;
        positions.set(resource, position);
    }
}

/** Takes a resource out; whether it was in. The last one gets its place, so that none has to move up. */
export function removeResource(resource: string): boolean {
    const position = positions.get(resource);
    if (position === undefined) {
        return false;
    }
    const last = available.pop()!;
    if (last !== resource) {
        available[position - 1] = last;
        positions.set(last, position);
    }
    positions.delete(resource);
    return true;
}
