/** What authors do with text. */

const address = "romeo@montague.example/orchard";
const greeting = "  Good morrow, cousin ";
const csv = "romeo,juliet,nurse";
const title = "Wherefore art thou";

function shout(text: string): string {
    return text.toUpperCase();
}

export function templateText(): string {
    const who = "Juliet";
    const count = 3;
    return `${who} has ${count.toString()} suitors at ${address}`;
}

export function prefixAndSuffix(): boolean {
    return address.startsWith("romeo@") && address.endsWith("/orchard");
}

export function searchText(): number {
    return address.includes("@") ? address.indexOf("/") : -1;
}

export function splitAndCount(): number {
    return csv.split(",").length;
}

export function lowerAndCompare(): boolean {
    return title.toLowerCase() === "wherefore art thou";
}

export function trimText(): string {
    return greeting.trim();
}

export function characters(): number {
    let spaces = 0;
    for (const character of title) {
        if (character === " ") spaces++;
    }
    return spaces;
}

export function joinParts(): string {
    const parts: string[] = [];
    for (let i = 1; i <= 5; i++) parts.push(`item ${i.toString()}`);
    return parts.join("\n");
}

export function padAndRepeat(): string {
    return "=".repeat(5) + shout("act") + "=".repeat(5);
}

export function patternMatch(): string | undefined {
    const [node, host] = string.match(address, "^([^@]+)@([^/]+)");
    return node === undefined ? undefined : `${host!}!${node}`;
}

export function replaceOne(): string {
    return csv.replace(",", ";");
}
