/** How authors steer: functions, branches, loops, errors. */

const matrix = [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
];

const enum Show {
    Away = "away",
    Chat = "chat",
    Busy = "dnd",
}

function priorityOf(show: string): number {
    switch (show) {
        case Show.Chat:
            return 2;
        case Show.Away:
            return 1;
        case Show.Busy:
            return -1;
        default:
            return 0;
    }
}

export function switchOnText(): number {
    return priorityOf("away") + priorityOf("dnd") + priorityOf("xa");
}

function greet(name: string, greeting = "Hail", mark?: string): string {
    return greeting + ", " + name + (mark ?? ".");
}

export function defaultParameters(): string {
    return greet("Romeo") + greet("Juliet", "Good night", "!");
}

function longest(...names: string[]): string {
    let found = "";
    for (const name of names) {
        if (name.length > found.length) found = name;
    }
    return found;
}

export function restParameters(): string {
    return longest("Romeo", "Mercutio", "Paris");
}

function bounds(list: readonly number[]): [number, number] {
    let low = list[0]!;
    let high = low;
    for (const n of list) {
        if (n < low) low = n;
        else if (n > high) high = n;
    }
    return [low, high];
}

export function pairResult(): number {
    const [low, high] = bounds([3, 1, 2]);
    return high - low;
}

export function swapVariables(): string {
    let a = "Montague";
    let b = "Capulet";
    [a, b] = [b, a];
    return a + b;
}

export function closureState(): number {
    let count = 0;
    const next = () => {
        count += 1;
        return count;
    };
    next();
    next();
    return count;
}

export function nestedLoops(): number {
    let total = 0;
    for (const row of matrix) {
        for (const cell of row) {
            if (cell === 2) continue;
            if (cell === 8) return total;
            total += cell;
        }
    }
    return total;
}

export function whileLoop(): number {
    let n = 27;
    let steps = 0;
    while (n !== 1 && steps < 20) {
        n = n % 2 === 0 ? n / 2 : 3 * n + 1;
        steps++;
    }
    return steps;
}

export function typeGuard(): number {
    let size = 0;
    const values: (string | number)[] = ["x", 3, "yz"];
    for (const value of values) {
        if (typeof value === "string") size += value.length;
        else size += value;
    }
    return size;
}

export function ternaryAndLogic(): string {
    const port: number = matrix[1]![1]!;
    return port > 4 && port < 6 ? "five" : port === 0 ? "none" : "other";
}

function parse(text: string): number {
    const n = tonumber(text);
    if (n === undefined) throw new Error(`not a number: ${text}`);
    return n;
}

export function catchError(): number {
    try {
        return parse("12") + parse("30");
    } catch {
        return -1;
    }
}

export function roundNumbers(): number {
    return Math.floor(7.9) + Math.max(3, 5) + Math.min(2, 1) + Math.abs(-4);
}
