import { describe, expect, it } from "vitest";
import { faultOfRange, narrowedRange, Timeline } from "../../src/compiler/versions.ts";

describe("a range of Prosody versions", () => {
    it.each([">=0.11", ">=0.12 <14", "0.12", "0.12 || >=13.0", "13", ">=0.11.9", "^13.0", ">0.11"])(
        "may be %s",
        (range) => {
            expect(faultOfRange(range)).toBeUndefined();
        },
    );

    it.each(["", " ", "*", "x", ">=", "0.12 and later", ">=0.10", "<13", ">=13 <13", undefined, 13, null])(
        "may not be %j",
        (range) => {
            expect(faultOfRange(range)).toMatch(/^(is no range|reaches below 0\.11|leaves no version)/);
        },
    );

    it.each([
        [">=0.11", { since: "13.0" }, ">=13.0"],
        [">=0.11 <14", { since: "0.12" }, ">=0.12 <14"],
        [">=0.11", { removed: "0.12" }, ">=0.11 <0.12"],
        [">=0.11 <14", { since: "0.12", removed: "13.0" }, ">=0.12 <13.0"],
        ["0.11 || 13", { since: "13.0" }, ">=13.0"],
    ])("%s is narrowed for %j to %s, which has no version too many", (range, lifetime, narrowed) => {
        expect(narrowedRange(range, lifetime)).toBe(narrowed);
        const timeline = new Timeline(["0.12", "13.0"]);
        expect(timeline.in(narrowed) & ~timeline.of(lifetime)).toBe(0);
    });
});

describe("a timeline", () => {
    const timeline = new Timeline(["13.0", "0.12"]);
    const inRange = (range: string) => timeline.names(timeline.in(range));

    it("is cut where a release brought or took something", () => {
        expect(timeline.releases).toEqual(["0.11", "0.12", "13.0"]);
    });

    it("says what a range has any version of", () => {
        expect(inRange(">=0.11")).toEqual(["0.11", "0.12", "13.0"]);
        expect(inRange(">=0.11.9")).toEqual(["0.11", "0.12", "13.0"]);
        expect(inRange(">=0.12.3 <13")).toEqual(["0.12"]);
        expect(inRange("0.11 || >=13.1")).toEqual(["0.11", "13.0"]);
        expect(inRange("13")).toEqual(["13.0"]);
    });

    it("says what something exists in", () => {
        expect(timeline.names(timeline.of({ since: "0.12" }))).toEqual(["0.12", "13.0"]);
        expect(timeline.names(timeline.of({ removed: "0.12" }))).toEqual(["0.11"]);
        expect(timeline.names(timeline.of({ since: "0.12", removed: "13.0" }))).toEqual(["0.12"]);
    });
});
