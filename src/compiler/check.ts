import ts from "typescript";
import { noArrayHole } from "./checks/array-hole.ts";
import { noArrayKeys } from "./checks/array-keys.ts";
import { asyncHandler, isTypeScriptsWordOnAsync, noAsync } from "./checks/async.ts";
import { noFractionToString } from "./checks/fraction-to-string.ts";
import { handlerReturn } from "./checks/handler-return.ts";
import { jsonNull } from "./checks/json-null.ts";
import { noReplacementPattern } from "./checks/replacement-pattern.ts";
import { noOrderByText } from "./checks/sort-order.ts";
import { noTableToString } from "./checks/table-to-string.ts";
import { lostSelf } from "./checks/lost-self.ts";
import { explainMissing } from "./checks/missing-builtin.ts";
import { noLabel } from "./checks/label.ts";
import { namespaceCopy } from "./checks/namespace-copy.ts";
import { noObjectAccessor } from "./checks/object-accessor.ts";
import { noPrivateName } from "./checks/private-name.ts";
import { noNumberAsKey } from "./checks/number-as-key.ts";
import { noBareBuiltin } from "./checks/bare-builtin.ts";
import { noMixedIterables, noMixedMethods } from "./checks/mixed-iterables.ts";
import { isAboutRegularExpression, noRegularExpression } from "./checks/regular-expression.ts";
import type { Rule, RuleContext } from "./checks/rule.ts";
import { severalResults } from "./checks/several-results.ts";
import { truthiness } from "./checks/truthiness.ts";
import { noUnsupportedSyntax } from "./checks/unsupported-syntax.ts";
import { noYieldInTry } from "./checks/yield-in-try.ts";
import { explainUnknownEvent } from "./checks/unknown-event.ts";
import { isVersionGuard, outsideVersions } from "./checks/versions.ts";
import { declarationsMissing } from "./diagnostics.ts";
import type { StatedVersions } from "./versions.ts";

const rules: readonly Rule[] = [
    lostSelf,
    truthiness,
    handlerReturn,
    noFractionToString,
    noArrayHole,
    noArrayKeys,
    noNumberAsKey,
    noAsync,
    asyncHandler,
    namespaceCopy,
    noRegularExpression,
    noLabel,
    noObjectAccessor,
    noUnsupportedSyntax,
    noPrivateName,
    noYieldInTry,
    outsideVersions,
    severalResults,
    noMixedIterables,
    noMixedMethods,
    noBareBuiltin,
    jsonNull,
    noOrderByText,
    noReplacementPattern,
    noTableToString,
];

const rulesByKind = new Map<ts.SyntaxKind, Rule[]>();
for (const rule of rules) {
    for (const kind of rule.kinds) {
        rulesByKind.set(kind, [...(rulesByKind.get(kind) ?? []), rule]);
    }
}

/**
 * What TypeScript finds wrong in these files and what would be wrong in Lua only, in the order of files and lines.
 * `supported` is what the modules state that these files are part of.
 */
export function check(
    program: ts.Program,
    files: readonly ts.SourceFile[],
    supported: readonly StatedVersions[] = [],
): ts.Diagnostic[] {
    return [
        ...program.getOptionsDiagnostics(),
        ...(hasLibrary(program)
            ? program.getGlobalDiagnostics().filter((diagnostic) => !isTypeScriptsWordOnAsync(diagnostic))
            : [declarationsMissing(undefined)]),
        ...files.flatMap((file) => checkFile(program, file, supported)),
    ];
}

/** Whether our library of built-ins is there: without it ("Cannot find global type 'Array'") all else is in error too. */
function hasLibrary(program: ts.Program): boolean {
    return !program
        .getGlobalDiagnostics()
        .some(
            ({ code, messageText }) =>
                code === 2318 && ts.flattenDiagnosticMessageText(messageText, "").includes("'Array'"),
        );
}

/** The same for one file, without what is to be said of the program as a whole. */
export function checkFile(
    program: ts.Program,
    file: ts.SourceFile,
    supported: readonly StatedVersions[],
): ts.Diagnostic[] {
    if (!hasLibrary(program)) return [];
    const syntactic = program.getSyntacticDiagnostics(file);
    // The types of a file that does not parse are guesses.
    if (syntactic.length > 0) return [...syntactic];
    const ours: ts.Diagnostic[] = [];
    const context: RuleContext = {
        program,
        checker: program.getTypeChecker(),
        supported,
        report: (diagnostic) => ours.push(diagnostic),
    };
    if (!file.isDeclarationFile) applyRules(file, context);
    const typeScripts = program
        .getSemanticDiagnostics(file)
        .filter((diagnostic) => !isTypeScriptsWordOnAsync(diagnostic))
        .filter(
            (diagnostic) => !(notAssignable.has(diagnostic.code) && ours.some((inner) => contains(diagnostic, inner))),
        )
        .filter((diagnostic) => !isAboutRegularExpression(diagnostic) && !isVersionGuard(diagnostic, context))
        .map((diagnostic) => explainUnknownEvent(explainMissing(diagnostic, program), program));
    return [...typeScripts, ...ours].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** "Type X is not assignable to type Y": where ours is in it, that says why it matters in Lua and what to write. */
const notAssignable: ReadonlySet<number> = new Set([2322, 2345, 2769]);

/** TypeScript underlines only the first line of a function that does not fit; what counts is all of it. */
function contains(outer: ts.Diagnostic, inner: ts.Diagnostic): boolean {
    const { file, start = 0, length = 0 } = outer;
    if (inner.start === undefined || inner.start < start) return false;
    let end = start + length;
    const look = (node: ts.Node): void => {
        if (node.pos > start || node.end < start) return;
        if (ts.isFunctionLike(node) && node.getStart(file) === start) end = Math.max(end, node.end);
        else ts.forEachChild(node, look);
    };
    if (file) look(file);
    return inner.start < end;
}

function applyRules(file: ts.SourceFile, context: RuleContext): void {
    const walk = (node: ts.Node): void => {
        for (const rule of rulesByKind.get(node.kind) ?? []) rule.visit(node, context);
        ts.forEachChild(node, walk);
    };
    walk(file);
}
