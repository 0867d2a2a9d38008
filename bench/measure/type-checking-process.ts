/** The process that `type-checking.ts` measures: type-checks a project as a compiler does, and prints what that took. */
import path from "node:path";
import ts from "typescript";
import type { Run } from "./type-checking.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("type-checking-process.ts is called with a project's folder");

const since = (start: NodeJS.CpuUsage): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
};

const start = process.cpuUsage();
const config = ts.getParsedCommandLineOfConfigFile(path.join(folder, "tsconfig.json"), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
    },
});
if (!config) throw new Error(`There is no tsconfig.json in ${folder}`);
const program = ts.createProgram({ rootNames: config.fileNames, options: config.options });
const afterProgram = since(start);
const [problem] = ts.getPreEmitDiagnostics(program);
const total = since(start);
if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
const run: Run = {
    files: program.getSourceFiles().length,
    lines: program.getSourceFiles().reduce((sum, file) => sum + file.getLineStarts().length, 0),
    identifiers: program.getIdentifierCount(),
    symbols: program.getSymbolCount(),
    types: program.getTypeCount(),
    instantiations: program.getInstantiationCount(),
    program: afterProgram,
    total,
    memory: process.memoryUsage().heapUsed,
};
console.log(JSON.stringify(run));
