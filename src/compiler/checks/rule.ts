import ts from "typescript";
import type { StatedVersions } from "../versions.ts";

/** What a rule knows while one program is checked. */
export interface RuleContext {
    readonly program: ts.Program;
    readonly checker: ts.TypeChecker;
    /** What the modules state that the file is part of; nothing for a file that is part of none, such as a spec. */
    readonly supported: readonly StatedVersions[];
    report(diagnostic: ts.Diagnostic): void;
}

/** One of our own checks. All rules are applied in a single walk: each names the nodes that it wants to see. */
export interface Rule {
    readonly kinds: readonly ts.SyntaxKind[];
    visit(node: ts.Node, context: RuleContext): void;
}

/** The innermost node that takes up exactly this span. */
export function nodeAt(file: ts.SourceFile, start: number, end: number): ts.Node | undefined {
    const find = (node: ts.Node): ts.Node | undefined =>
        ts.forEachChild(node, (child) => {
            if (child.end < end || child.getStart(file) > start) return undefined;
            return find(child) ?? (child.getStart(file) === start && child.end === end ? child : undefined);
        });
    return find(file);
}
