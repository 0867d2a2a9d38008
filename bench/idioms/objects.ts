/** What authors do with objects, records and classes. */

interface Settings {
    host: string;
    port?: number;
    limits?: { burst?: number };
}

const settings: Settings = { host: "montague.example", limits: { burst: 20 } };
const ages: Record<string, number> = { romeo: 16 };
const labels: Record<string, string> = { away: "Away", chat: "Free for chat", dnd: "Do not disturb", xa: "Gone" };

export function objectLiteral(): Settings {
    const host = "capulet.example";
    return { host, port: 5222, limits: { burst: 5 } };
}

export function destructureFields(): string {
    const { host, port = 5222 } = settings;
    return `${host}:${port.toString()}`;
}

export function optionalChain(): number {
    return settings.limits?.burst ?? 0;
}

export function copyWithChange(): Settings {
    return { ...settings, port: 5269 };
}

export function lookUpOrDefault(): string {
    return labels["dnd"] ?? "Online";
}

export function entriesOfRecord(): number {
    let size = 0;
    for (const [key, value] of Object.entries(labels)) size += key.length + value.length;
    return size;
}

export function keysOfRecord(): number {
    let count = 0;
    for (const key of Object.keys(labels)) {
        if (key !== "away") count++;
    }
    return count;
}

export function keyInRecord(): boolean {
    return "romeo" in ages && !("nurse" in ages);
}

export function deleteKey(): number | undefined {
    ages["tybalt"] = 20;
    delete ages["tybalt"];
    return ages["tybalt"];
}

export function updateFields(): number {
    const state = { sent: 0, failed: 0 };
    state.sent += 2;
    state.failed++;
    return state.sent - state.failed;
}

export function mapAsDictionary(): number {
    const counts = new Map<string, number>();
    for (const key of ["a", "b", "a", "c", "a"]) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.has("b") ? (counts.get("a") ?? 0) : 0;
}

export function setOfNames(): number {
    const seen = new Set<string>();
    let repeated = 0;
    for (const name of ["romeo", "juliet", "romeo"]) {
        if (seen.has(name)) repeated++;
        else seen.add(name);
    }
    return repeated;
}

class Counter {
    private count = 0;

    constructor(private readonly step: number) {}

    bump(): void {
        this.count += this.step;
    }

    total(): number {
        return this.count;
    }
}

export function classInstance(): number {
    const counter = new Counter(2);
    counter.bump();
    counter.bump();
    return counter.total();
}

class Shape {
    constructor(protected readonly name: string) {}

    describe(): string {
        return `a ${this.name}`;
    }
}

class Square extends Shape {
    constructor(private readonly side: number) {
        super("square");
    }

    override describe(): string {
        return `${super.describe()} of ${this.side.toString()}`;
    }
}

export function subclassInstance(): string {
    return new Square(3).describe();
}
