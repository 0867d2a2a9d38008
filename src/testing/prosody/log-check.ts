import { formatLogEntry, type LogEntry, type LogLevel } from "./log.ts";
import { prosodySeries } from "./versions.ts";

/** A line that Prosody itself writes on a sound server, and why it says nothing against the module under test. */
interface OwnLine {
    /** The release series that write it; all of them when absent. */
    readonly series?: readonly string[];
    readonly source: RegExp;
    readonly level: LogEntry["level"];
    readonly message: RegExp;
    readonly reason: string;
}

const OWN_LINES: readonly OwnLine[] = [
    {
        series: ["0.12", "13.0"],
        source: /^$/,
        level: "output",
        message: /Prosody was unable to find lua-unbound/,
        reason: "An optional resolver that an installed Prosody may lack; our images have it.",
    },
    {
        series: ["0.11"],
        source: /^net\.connect$/,
        level: "warn",
        message: /^Failed connection, but unexpected!$/,
        reason: "A TLS handshake that fails at once is told twice, the second time for a connection already forgotten.",
    },
];

/** How often an announced line must come. */
export interface ExpectedTimes {
    /** Exactly so often. Default 1. */
    readonly times?: number;
    /** At least so often, instead of `times`. */
    readonly atLeast?: number;
    /** Only entries of this level count. */
    readonly level?: LogLevel;
}

/** A log line that a spec announces. */
export interface LogExpectation extends ExpectedTimes {
    readonly pattern: RegExp;
}

function isOwnLine(version: string, entry: LogEntry): boolean {
    return OWN_LINES.some(
        (line) =>
            (line.series === undefined || line.series.includes(prosodySeries(version))) &&
            line.level === entry.level &&
            line.source.test(entry.source) &&
            line.message.test(entry.message),
    );
}

/** A warning, an error, a traceback at any level, or output that is no log entry at all. */
function isTrouble(entry: LogEntry): boolean {
    return (
        entry.level === "warn" ||
        entry.level === "error" ||
        entry.level === "output" ||
        /stack traceback:|Traceback\[/.test(entry.message)
    );
}

/**
 * What a part of a log says against the spec that ran meanwhile: troubles it did not announce, and announced lines that never
 * came, or not as often as announced.
 * @returns one sentence per complaint; empty when all is well.
 */
export function checkLog(
    version: string,
    entries: readonly LogEntry[],
    expectations: readonly LogExpectation[],
): string[] {
    const complaints: string[] = [];
    const announced = new Set<LogEntry>();
    for (const { pattern, times, atLeast, level } of expectations) {
        const matching = entries.filter(
            (entry) => pattern.test(entry.message) && (level === undefined || level === entry.level),
        );
        for (const entry of matching) announced.add(entry);
        const wanted = atLeast === undefined ? `${times ?? 1} times` : `at least ${atLeast} times`;
        const enough = atLeast === undefined ? matching.length === (times ?? 1) : matching.length >= atLeast;
        if (!enough) {
            const named = level === undefined ? String(pattern) : `${pattern} at level ${level}`;
            complaints.push(
                matching.length === 0
                    ? `The log line ${named} was announced and never came.`
                    : `The log line ${named} was announced ${wanted} and came ${matching.length} times.`,
            );
        }
    }
    for (const entry of entries) {
        if (isTrouble(entry) && !announced.has(entry) && !isOwnLine(version, entry)) {
            complaints.push(`The server logged, unannounced: ${formatLogEntry(entry)}`);
        }
    }
    return complaints;
}
