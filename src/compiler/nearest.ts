/** The candidate that was probably meant by `name`, or undefined when none is near enough to be worth a guess. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
    let best: string | undefined;
    // One slip in three letters is a slip; more is another word.
    let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
        if (distance < bestDistance && candidate !== name) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); gives up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
    if (Math.abs(a.length - b.length) >= limit) return limit;
    let beforePrevious: number[] = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
            let distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                distance = Math.min(distance, beforePrevious[j - 2]! + 1);
            }
            current.push(distance);
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[b.length]!;
}
