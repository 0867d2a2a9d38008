/** What was measured, as a page to read. */
import type { BuildTimes } from "./measure/build-times.ts";
import { underCeiling, type Count, type Counts } from "./measure/instructions.ts";
import type { PingTimes, RosterRefresh } from "./measure/roster-refresh.ts";
import type { Size } from "./measure/sizes.ts";
import type { Throughput } from "./measure/throughput.ts";
import { TYPE_CHECKING_CEILING, type TypeChecking } from "./measure/type-checking.ts";

export interface Measurements {
    /** What the times were measured on: processor, system, Node. */
    readonly machine: string;
    readonly sizes: readonly Size[];
    readonly counts: Counts;
    readonly builds: readonly BuildTimes[];
    readonly typeChecking: readonly TypeChecking[];
    readonly throughput: readonly Throughput[];
    readonly rosterRefreshes: readonly RosterRefresh[];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    // The first column says what the row is about; the others are numbers.
    const rule = head.map((_, column) => (column === 0 ? "---" : "--:"));
    const line = (cells: readonly string[]): string =>
        `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    return [head, rule, ...rows].map(line).join("\n");
}

const total = (count: Count): number => count.own + count.libraries;

function ratio(value: number, to: number | undefined): string {
    return to === undefined || to === 0 ? "" : (value / to).toFixed(2);
}

function instructions({ generated, reference }: Counts): string {
    const modules = [...new Set(generated.map((count) => count.module))];
    const parts = modules.map((module) => {
        const counts = generated.filter((count) => count.module === module);
        const rows = counts.map((count) => {
            const byHand = reference.find((other) => other.module === module && other.name === count.name);
            const { per = 1 } = count;
            const each = (instructions: number): string => String(Math.round(instructions / per));
            const name = per === 1 ? count.name : `${count.name}, each`;
            return [
                count.spread === 0 ? name : `${name} (runs differ by up to ${count.spread})`,
                each(count.own),
                each(count.libraries),
                count.json === undefined ? "" : each(count.json),
                each(total(count)),
                count.ceiling === undefined ? "" : `${count.ceiling}${count.ceilingWithoutJson ? " + util.json" : ""}`,
                ratio(underCeiling(count), count.ceiling),
                byHand === undefined ? "" : each(total(byHand)),
                byHand === undefined ? "" : ratio(total(count), total(byHand)),
            ];
        });
        const head = [
            "Stanza",
            "Module",
            "Libraries",
            "Of these util.json",
            "Together",
            "Ceiling",
            "Ratio",
            "By hand",
            "Ratio",
        ];
        return `### ${module}\n\n${table(head, rows)}`;
    });
    return parts.join("\n\n");
}

const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

function builds(times: readonly BuildTimes[]): string {
    return table(
        ["Modules", "`typed-prosody build`", "Cold build", "Nothing changed", "One module changed", "Changed / cold"],
        times.map((each) => [
            String(each.modules),
            milliseconds(each.command),
            milliseconds(each.cold),
            milliseconds(each.unchanged),
            milliseconds(each.rebuild),
            ratio(each.rebuild, each.cold),
        ]),
    );
}

function typeChecking(results: readonly TypeChecking[]): string {
    return table(
        ["Project", "Files", "Lines", "Symbols", "Types", "Instantiations", "Memory", "Reading", "In all", "Ratio"],
        results.map(({ name, run, ratio: toEmpty }) => [
            name,
            ...[run.files, run.lines, run.symbols, run.types, run.instantiations].map(String),
            `${(run.memory / 1e6).toFixed(0)} MB`,
            milliseconds(run.program),
            milliseconds(run.total),
            toEmpty.toFixed(2),
        ]),
    );
}

function throughput(results: readonly Throughput[]): string {
    return table(
        ["Prosody", "Module", "Exchange", "Per second", "Processor each", "Over Prosody's own"],
        results.map((each) => {
            const own = results.find((other) => other.prosody === each.prosody && other.module === undefined);
            return [
                each.prosody,
                each.module ?? "none",
                each.name,
                each.perSecond.toFixed(0),
                `${each.processor.toFixed(0)} µs`,
                each.module === undefined ? "" : ratio(each.processor, own?.processor),
            ];
        }),
    );
}

function rosterRefreshes(results: readonly RosterRefresh[]): string {
    const times = ({ median, p95, p99, longest }: PingTimes): string[] =>
        [median, p95, p99, longest].map((time) => `${time.toFixed(1)} ms`);
    return table(
        ["Prosody", "Refresh of all", "Pings", "Pings to", "Median", "95%", "99%", "Longest", "Median / idle"],
        results.flatMap((each) => [
            [each.prosody, "", String(each.idle.pings), "the idle server", ...times(each.idle), ""],
            [
                each.prosody,
                milliseconds(each.duration),
                String(each.meanwhile.pings),
                "the busy one",
                ...times(each.meanwhile),
                ratio(each.meanwhile.median, each.idle.median),
            ],
        ]),
    );
}

export function renderReport(measured: Measurements): string {
    return `# Performance

Written by \`npm run bench\`. Instructions and sizes are the same on every machine; times are of the one that is named below.

## Instructions per stanza

Lua VM instructions of Lua 5.4, with Prosody 0.12.3's own libraries: in the module's file, and in the \`util\` libraries that it
calls. Sending, logging, timers and HTTP requests are Prosody's work and not counted, but for the call. *Ceiling* is what hand-written
Lua without the module's checks spends; *By hand* is the Lua in \`bench/reference\`, which trusts everybody.

${instructions(measured.counts)}

## Sizes

${table(
    ["Module", "Lines", "Bytes"],
    measured.sizes.map(({ module, lines, bytes }) => [module, String(lines), String(bytes)]),
)}

## Build times

Medians, on ${measured.machine}. The command's time includes the start of Node; the other columns are builds within one process, as \`watch\` does them.

${builds(measured.builds)}

## Type-checking

What TypeScript itself spends on a module of one file, with all of Prosody declared, next to an empty project of TypeScriptToLua with
Lua 5.4 and ESNext declared. Milliseconds of the processor, medians of processes of their own, on the same machine. A project that
extends \`tstl.base.json\` does not check the declarations, an empty one of TypeScriptToLua does. *Ratio* is to the empty project with the
same setting; at most ${TYPE_CHECKING_CEILING} is allowed.

${typeChecking(measured.typeChecking)}

## Throughput

On the same machine, which sender, server and HTTP backend share; the server logs at level debug. *Processor* is what the server's
process used for one exchange, next to what it used for a ping that needs no module.

${throughput(measured.throughput)}

## Responsiveness

How long a client waits for the answer to a ping, from an idle server and while mod_http_roster_admin fetches the rosters of
${measured.rosterRefreshes[0]?.users ?? 0} other users, ${measured.rosterRefreshes[0]?.contacts ?? 0} contacts each of which one has changed. Server, backend and all clients share the machine.

${rosterRefreshes(measured.rosterRefreshes)}
`;
}
