import { relative } from "node:path";
import Table from "cli-table3";
import pc from "picocolors";
import ts from "typescript";
import type { BuildResult, ModuleResult } from "../compiler/build.ts";
import { diagnosticId, splitMessage } from "../compiler/diagnostics.ts";
import type { Terminal } from "./terminal.ts";

/** Each error and warning as `file:line:col`, with the code and what to do about it. */
export function reportDiagnostics(diagnostics: readonly ts.Diagnostic[], terminal: Terminal): void {
    for (const diagnostic of diagnostics) terminal.err(`${formatDiagnostic(diagnostic, terminal)}\n`);
}

export function formatDiagnostic(diagnostic: ts.Diagnostic, { cwd, color }: Terminal): string {
    const colors = pc.createColors(color);
    const isError = diagnostic.category === ts.DiagnosticCategory.Error;
    const mark = isError ? colors.red : colors.yellow;
    const { problem, suggestion } = splitMessage(diagnostic);
    const place = placeOf(diagnostic, cwd);
    const lines = [
        `${place === undefined ? "" : `${colors.cyan(place)} - `}${mark(isError ? "error" : "warning")} ` +
            `${colors.dim(`${diagnosticId(diagnostic)}:`)} ${problem}`,
    ];
    if (suggestion !== undefined) lines.push(`${colors.green("Suggestion:")} ${suggestion}`);
    if (diagnostic.file && diagnostic.start !== undefined) {
        lines.push("", ...codeFrame(diagnostic.file, diagnostic.start, diagnostic.length ?? 0, colors, mark));
    }
    for (const related of diagnostic.relatedInformation ?? []) {
        const text = ts.flattenDiagnosticMessageText(related.messageText, "\n");
        const relatedPlace = placeOf(related, cwd);
        lines.push(`  ${relatedPlace === undefined ? "" : `${colors.cyan(relatedPlace)} - `}${text}`);
    }
    return lines.join("\n");
}

function placeOf({ file, start }: Pick<ts.Diagnostic, "file" | "start">, cwd: string): string | undefined {
    if (!file) return undefined;
    const path = relative(cwd, file.fileName);
    const shown = path === "" || path.startsWith("..") ? file.fileName : path;
    if (start === undefined) return shown;
    const { line, character } = ts.getLineAndCharacterOfPosition(file, start);
    return `${shown}:${line + 1}:${character + 1}`;
}

const frameLines = 4;

/** The lines in question with a wavy line below the part that is meant. Tabs stand as they are, in both. */
function codeFrame(
    file: ts.SourceFile,
    start: number,
    length: number,
    colors: ReturnType<typeof pc.createColors>,
    mark: (text: string) => string,
): string[] {
    const sourceLines = file.text.split(/\r\n|\n|\r/);
    const first = ts.getLineAndCharacterOfPosition(file, start);
    const last = ts.getLineAndCharacterOfPosition(file, Math.min(start + length, file.text.length));
    const lastShown = Math.min(last.line, first.line + frameLines - 1);
    const width = String(lastShown + 1).length;
    const frame: string[] = [];
    for (let line = first.line; line <= lastShown; line++) {
        const text = sourceLines[line] ?? "";
        const from = line === first.line ? first.character : text.length - text.trimStart().length;
        const to = line === last.line ? last.character : text.length;
        const indent = text.slice(0, from).replace(/[^\t]/g, " ");
        frame.push(`${colors.dim(String(line + 1).padStart(width))} ${text}`);
        frame.push(`${" ".repeat(width)} ${indent}${mark("~".repeat(Math.max(1, to - from)))}`);
    }
    if (last.line > lastShown) frame.push(colors.dim(`${" ".repeat(width)} …`));
    return frame;
}

export function countErrors(diagnostics: readonly ts.Diagnostic[]): number {
    return diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error).length;
}

/** "2 errors in 1 file, 1 warning" */
export function summarize(diagnostics: readonly ts.Diagnostic[]): string {
    const errors = countErrors(diagnostics);
    const files = new Set(
        diagnostics.flatMap(({ category, file }) =>
            category === ts.DiagnosticCategory.Error && file ? [file.fileName] : [],
        ),
    ).size;
    const warnings = diagnostics.length - errors;
    const parts = [
        ...(errors > 0 ? [count(errors, "error") + (files > 0 ? ` in ${count(files, "file")}` : "")] : []),
        ...(warnings > 0 ? [count(warnings, "warning")] : []),
    ];
    return parts.length === 0 ? "no errors" : parts.join(", ");
}

export function count(amount: number, noun: string): string {
    return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

export function seconds(milliseconds: number): string {
    return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Module, size and what each tool said of it; below, what could not be run. */
export function formatTable(result: BuildResult, { written }: { written: boolean }, { color }: Terminal): string {
    const colors = pc.createColors(color);
    const tools = [...new Set(result.modules.flatMap(({ checks }) => checks.map(({ tool }) => tool)))];
    const plain = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"];
    const rules = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid"];
    const table = new Table({
        head: ["module", "lines", "bytes", ...tools, ...(written ? ["file"] : [])],
        colAligns: ["left", "right", "right"],
        chars: { ...Object.fromEntries([...plain, ...rules].map((name) => [name, ""])), middle: "  " },
        style: { head: color ? ["bold"] : [], border: [], "padding-left": 0, "padding-right": 0 },
    });
    const outcome = (module: ModuleResult, tool: string): string => {
        switch (module.checks.find((check) => check.tool === tool)?.outcome) {
            case "passed":
                return colors.green("ok");
            case "failed":
                return colors.red("failed");
            default:
                return colors.dim("not run");
        }
    };
    for (const module of result.modules) {
        table.push([
            module.name,
            String(module.lines),
            String(module.bytes),
            ...tools.map((tool) => outcome(module, tool)),
            ...(written ? [module.changed ? "written" : "unchanged"] : []),
        ]);
    }
    const lines = table
        .toString()
        .split("\n")
        .map((line) => line.trimEnd());
    const skipped = new Map(
        result.modules.flatMap(({ checks }) =>
            checks.filter(({ outcome }) => outcome === "skipped").map(({ tool, detail }) => [tool, detail] as const),
        ),
    );
    for (const [tool, reason] of skipped) lines.push(colors.dim(`${tool} was not run: ${reason ?? "unknown reason"}.`));
    return lines.join("\n");
}
