/** What authors do with lists. */

const numbers = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
const words = ["romeo", "juliet", "nurse", "mercutio", "tybalt"];
const people = [
    { name: "Romeo", house: "Montague", age: 16 },
    { name: "Juliet", house: "Capulet", age: 13 },
    { name: "Benvolio", house: "Montague", age: 17 },
];

export function sumOfElements(): number {
    let total = 0;
    for (const n of numbers) total += n;
    return total;
}

export function indexLoop(): number {
    let total = 0;
    for (let i = 0; i < numbers.length; i++) total += numbers[i]! * i;
    return total;
}

export function countDown(): string[] {
    const reversed: string[] = [];
    for (let i = words.length - 1; i >= 0; i--) reversed.push(words[i]!);
    return reversed;
}

export function mapElements(): number[] {
    return numbers.map((n) => n * 2);
}

export function filterElements(): string[] {
    return words.filter((word) => word.length > 5);
}

export function filterMapJoin(): string {
    return words
        .filter((word) => word.length > 5)
        .map((word) => word.toUpperCase())
        .join(", ");
}

export function findElement(): number | undefined {
    return people.find((person) => person.house === "Capulet")?.age;
}

export function someAndEvery(): boolean {
    return numbers.some((n) => n > 8) && numbers.every((n) => n > 0);
}

export function reduceToSum(): number {
    return numbers.reduce((total, n) => total + n, 0);
}

export function forEachElement(): number {
    let weighted = 0;
    numbers.forEach((n, index) => {
        weighted += n * index;
    });
    return weighted;
}

export function elementIncluded(): boolean {
    return words.includes("nurse");
}

export function lastElement(): string {
    return words[words.length - 1]!;
}

export function copyAndAppend(): number[] {
    return [...numbers, 7];
}

export function sortDescending(): number[] {
    return [...numbers].sort((a, b) => b - a);
}

export function entriesOfList(): string {
    let text = "";
    for (const [index, word] of words.entries()) {
        if (index > 0) text += ";";
        text += word;
    }
    return text;
}

export function groupByField(): Record<string, number> {
    const ages: Record<string, number> = {};
    for (const { house, age } of people) ages[house] = (ages[house] ?? 0) + age;
    return ages;
}
