import ts from "typescript";
import { noArrayHole } from "./checks/array-hole.ts";
import { noAsync, typeScriptsWordsOnAsync } from "./checks/async.ts";
import { noFractionToString } from "./checks/fraction-to-string.ts";
import { handlerReturn } from "./checks/handler-return.ts";
import { lostSelf } from "./checks/lost-self.ts";
import { explainMissing } from "./checks/missing-builtin.ts";
import { noNumberAsKey } from "./checks/number-as-key.ts";
import { noRegularExpression } from "./checks/regular-expression.ts";
import type { Rule, RuleContext } from "./checks/rule.ts";
import { truthiness } from "./checks/truthiness.ts";

const rules: readonly Rule[] = [
    lostSelf,
    truthiness,
    handlerReturn,
    noFractionToString,
    noArrayHole,
    noNumberAsKey,
    noAsync,
    noRegularExpression,
];

const rulesByKind = new Map<ts.SyntaxKind, Rule[]>();
for (const rule of rules) {
    for (const kind of rule.kinds) {
        rulesByKind.set(kind, [...(rulesByKind.get(kind) ?? []), rule]);
    }
}

/** What TypeScript finds wrong in these files and what would be wrong in Lua only, in the order of files and lines. */
export function check(program: ts.Program, files: readonly ts.SourceFile[]): ts.Diagnostic[] {
    return [
        ...program.getOptionsDiagnostics(),
        ...program.getGlobalDiagnostics(),
        ...files.flatMap((file) => checkFile(program, file)),
    ];
}

function checkFile(program: ts.Program, file: ts.SourceFile): ts.Diagnostic[] {
    const syntactic = program.getSyntacticDiagnostics(file);
    // The types of a file that does not parse are guesses.
    if (syntactic.length > 0) return [...syntactic];
    const ours = file.isDeclarationFile ? [] : applyRules(program, file);
    const placesOfOurs = new Set(ours.map(({ start }) => start));
    const typeScripts = program
        .getSemanticDiagnostics(file)
        .filter(({ code }) => !typeScriptsWordsOnAsync.has(code))
        // Ours says why it matters in Lua, and what to write.
        .filter(({ code, start }) => !(notAssignable.has(code) && placesOfOurs.has(start)))
        .map((diagnostic) => explainMissing(diagnostic, program));
    return [...typeScripts, ...ours].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

const notAssignable: ReadonlySet<number> = new Set([2322, 2345, 2769]);

function applyRules(program: ts.Program, file: ts.SourceFile): ts.Diagnostic[] {
    const found: ts.Diagnostic[] = [];
    const context: RuleContext = {
        program,
        checker: program.getTypeChecker(),
        report: (diagnostic) => found.push(diagnostic),
    };
    const walk = (node: ts.Node): void => {
        for (const rule of rulesByKind.get(node.kind) ?? []) rule.visit(node, context);
        ts.forEachChild(node, walk);
    };
    walk(file);
    return found;
}
