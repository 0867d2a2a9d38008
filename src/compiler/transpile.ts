/** TypeScript -> Lua syntax, one file at a time, by TypeScriptToLua with our visitors on top. */
import ts from "typescript";
import * as tstl from "typescript-to-lua";
import { createVisitorMap, transformSourceFile } from "typescript-to-lua/dist/transformation/index.js";
import { truthyOnlyConditionalValue } from "typescript-to-lua/dist/transformation/utils/diagnostics.js";
import { diagnosticId, transpilerGaveUp } from "./diagnostics.ts";
import { callbackVisitors } from "./visitors/callbacks.ts";
import { asyncVisitors, returnPlainly, setParametersInside } from "./visitors/async.ts";
import { commentVisitors, fileComment } from "./visitors/comments.ts";
import { concatVisitors } from "./visitors/concat.ts";
import { conditionalVisitors } from "./visitors/conditional.ts";
import { copyVisitors } from "./visitors/copies.ts";
import { deleteVisitors } from "./visitors/delete.ts";
import { dictionaryVisitors } from "./visitors/dictionaries.ts";
import { entriesVisitors } from "./visitors/entries.ts";
import { enumVisitors } from "./visitors/enum.ts";
import { errorVisitors, inspectsCaughtErrors } from "./visitors/errors.ts";
import { globalVisitors } from "./visitors/globals.ts";
import { importVisitors } from "./visitors/imports.ts";
import { dropUnreachable } from "./visitors/jumps.ts";
import { iterationVisitors } from "./visitors/iteration.ts";
import { loopVisitors } from "./visitors/loop.ts";
import { mathVisitors } from "./visitors/math.ts";
import { membershipVisitors } from "./visitors/membership.ts";
import { operandVisitors } from "./visitors/operands.ts";
import { optionalVisitors } from "./visitors/optional.ts";
import { parameterVisitors } from "./visitors/parameters.ts";
import { severalResultsVisitors } from "./visitors/several-results.ts";
import { sortingVisitors } from "./visitors/sorting.ts";
import { spreadVisitors } from "./visitors/spread.ts";
import { stringVisitors } from "./visitors/strings.ts";
import { switchVisitors } from "./visitors/switch.ts";
import { tryVisitors } from "./visitors/try.ts";
import { variableVisitors } from "./visitors/variables.ts";
import { mayBeNil } from "./union-parts.ts";

export interface TranspiledFile {
    /** Absolute, as TypeScript spells it. */
    fileName: string;
    /** The text that line numbers in the tree refer to. */
    text: string;
    ast: tstl.File;
    /** Some `catch` looks into what it caught, so errors must be objects as in JavaScript. */
    inspectsErrors: boolean;
    /** Names of exported variables that may be nil at some time. */
    mayBeNil: ReadonlySet<string>;
    /** What the file says of itself, as comment lines without their marks. */
    comment: readonly string[];
    diagnostics: readonly ts.Diagnostic[];
}

const visitors = createVisitorMap([
    importVisitors,
    globalVisitors,
    asyncVisitors,
    enumVisitors,
    errorVisitors,
    spreadVisitors,
    stringVisitors,
    callbackVisitors,
    copyVisitors,
    dictionaryVisitors,
    entriesVisitors,
    membershipVisitors,
    sortingVisitors,
    concatVisitors,
    conditionalVisitors,
    deleteVisitors,
    mathVisitors,
    operandVisitors,
    optionalVisitors,
    parameterVisitors,
    severalResultsVisitors,
    variableVisitors,
    loopVisitors,
    switchVisitors,
    tryVisitors,
    iterationVisitors,
    commentVisitors,
]);

/** What the transpiler does not know it throws up at, without saying where: the author shall at least see which file. */
function transform(program: ts.Program, file: ts.SourceFile): ReturnType<typeof transformSourceFile> {
    try {
        return transformSourceFile(program, file, visitors);
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const gaveUp = transpilerGaveUp({ file, start: 0, length: 0 }, reason);
        return { ...nothing(), diagnostics: [gaveUp] };
    }
}

function nothing(): ReturnType<typeof transformSourceFile> {
    return { file: tstl.createFile([], new Set(), ""), diagnostics: [] };
}

function exportsThatMayBeNil(checker: ts.TypeChecker, file: ts.SourceFile): Set<string> {
    const found = new Set<string>();
    const module = checker.getSymbolAtLocation(file);
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
        const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
        if (!(symbol.flags & ts.SymbolFlags.Variable)) continue;
        const declaration = symbol.valueDeclaration;
        const isUnset = declaration && ts.isVariableDeclaration(declaration) && !declaration.initializer;
        const type = checker.getTypeOfSymbol(symbol);
        if (isUnset || mayBeNil(type)) found.add(exported.name);
    }
    return found;
}

/** Makes a function that transpiles the files of one program, each at most once. */
export function createTranspiler(program: ts.Program): (file: ts.SourceFile) => TranspiledFile {
    const done = new Map<ts.SourceFile, TranspiledFile>();
    // The type checker stays in the middle of what it was at: it would find fault with every other file then.
    let hasGivenUp = false;
    return (file) => {
        let result = done.get(file);
        if (!result) {
            const { file: ast, diagnostics } = hasGivenUp ? nothing() : transform(program, file);
            hasGivenUp ||= diagnostics.some((each) => diagnosticId(each) === "TP3006");
            returnPlainly(ast);
            setParametersInside(ast);
            dropUnreachable(ast);
            result = {
                fileName: file.fileName,
                text: file.text,
                ast,
                inspectsErrors: inspectsCaughtErrors(file),
                mayBeNil: exportsThatMayBeNil(program.getTypeChecker(), file),
                comment: fileComment(file),
                // Conditions on 0 and "" are errors of ours; on functions they ask for the version: if (module.may).
                diagnostics: diagnostics.filter(({ code }) => code !== truthyOnlyConditionalValue.code),
            };
            done.set(file, result);
        }
        return result;
    };
}
