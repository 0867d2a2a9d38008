/**
 * Keeps ordinary comments above statements. TypeScriptToLua keeps JSDoc alone, and a reviewer of the Lua file
 * wants to read why, not only what.
 */
import ts from "typescript";
import type * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";

/** Words to tools, not to people. */
const directive = /^\s*(eslint|@ts-|prettier-|tslint|\/\s*<|#(end)?region|istanbul|c8 |v8 )/;

/** The text of a comment, line by line, without its marks. A doc comment's first line begins as LDoc's do: `---`. */
export function commentLines(text: string, range: ts.CommentRange): string[] {
    const raw = text.slice(range.pos, range.end);
    if (range.kind === ts.SyntaxKind.SingleLineCommentTrivia) {
        const line = raw.slice(2);
        return directive.test(line) ? [] : [line.trimEnd()];
    }
    const isDoc = raw.startsWith("/**");
    const lines = raw
        .slice(isDoc ? 3 : 2, -2)
        .split(/\r?\n/)
        .map((line) => line.replace(/^\s*\*?\s?/, "").trimEnd());
    while (lines.length > 0 && lines[0] === "") lines.shift();
    while (lines.length > 0 && lines.at(-1) === "") lines.pop();
    if (lines.some((line) => directive.test(line))) return [];
    return lines.map((line, index) => (line === "" ? "" : isDoc && index === 0 ? `- ${line}` : ` ${line}`));
}

/**
 * What a file says of itself: the comment above its first import, which would go with the import otherwise.
 * Above any other statement the comment stays where it is.
 */
export function fileComment(file: ts.SourceFile): string[] {
    const [first] = file.statements;
    if (!first || !ts.isImportDeclaration(first)) return [];
    const ranges = ts.getLeadingCommentRanges(file.text, 0) ?? [];
    // Nothing is documented here but the file: its comment is prose.
    const comments = ranges.map((range) => commentLines(file.text, range).filter((line) => !/@noSelf/.test(line)));
    const kept = (comments.find((lines) => lines.some((line) => line !== "")) ?? []).map((line) =>
        line.replace(/^- /, " "),
    );
    while (kept.length > 0 && kept[0] === "") kept.shift();
    while (kept.length > 0 && kept.at(-1) === "") kept.pop();
    return kept;
}

/** Among comment lines: a blank line of the text, not of the comment. */
export const blankLine = "\0";

/**
 * Lines directly above the node, JSDoc only where the transpiler has not kept it already. A comment at the file's
 * beginning that a blank line parts from the node belongs to the file.
 */
function commentsAbove(node: ts.Node, withDocs: boolean): string[] {
    const file = ts.getOriginalNode(node).getSourceFile();
    if (!file) return [];
    const text = file.text;
    const ranges = ts.getLeadingCommentRanges(text, node.pos) ?? [];
    const first = ranges[0];
    const partedFromCode =
        first !== undefined && first.pos === 0 && /^\s*\n\s*\n/.test(text.slice(ranges.at(-1)!.end)) === true;
    if (partedFromCode) return [];
    const kept = ranges.filter((range) => withDocs || !text.startsWith("/**", range.pos));
    return kept.flatMap((range) => {
        const lines = commentLines(text, range);
        const isParted = /^[^\S\n]*\n[^\S\n]*\r?\n/.test(text.slice(range.end)) && lines.length > 0;
        return isParted ? [...lines, blankLine] : lines;
    });
}

/** Behind the statement, or behind the brace in front of it, on the same line: Lua gets it as a line above. */
function commentsBeside(node: ts.Node): string[] {
    const file = ts.getOriginalNode(node).getSourceFile();
    if (!file) return [];
    const { parent } = node;
    const isFirst = parent && (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)) && parent.statements[0] === node;
    const ranges = [
        ...((isFirst && ts.getTrailingCommentRanges(file.text, node.pos)) || []),
        ...(ts.getTrailingCommentRanges(file.text, node.end) ?? []),
    ];
    return ranges.flatMap((range) => commentLines(file.text, range));
}

function visitStatement(node: ts.Statement, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    const first = statements[0];
    if (first && node.pos >= 0) {
        const above = commentsAbove(node, first.leadingComments === undefined);
        const beside = commentsBeside(node);
        // Between a doc comment that the transpiler has kept and the code.
        if (beside.length > 0) first.leadingComments = [...(first.leadingComments ?? []), ...beside];
        if (above.length > 0) first.leadingComments = [...above, ...(first.leadingComments ?? [])];
    }
    return statements;
}

const kinds = [
    ts.SyntaxKind.VariableStatement,
    ts.SyntaxKind.ExpressionStatement,
    ts.SyntaxKind.FunctionDeclaration,
    ts.SyntaxKind.ClassDeclaration,
    ts.SyntaxKind.IfStatement,
    ts.SyntaxKind.ReturnStatement,
    ts.SyntaxKind.ForStatement,
    ts.SyntaxKind.ForOfStatement,
    ts.SyntaxKind.ForInStatement,
    ts.SyntaxKind.WhileStatement,
    ts.SyntaxKind.DoStatement,
    ts.SyntaxKind.SwitchStatement,
    ts.SyntaxKind.TryStatement,
    ts.SyntaxKind.ThrowStatement,
    ts.SyntaxKind.BreakStatement,
    ts.SyntaxKind.ContinueStatement,
    ts.SyntaxKind.EnumDeclaration,
] as const;

export const commentVisitors = Object.fromEntries(
    kinds.map((kind) => [kind, { transform: visitStatement, priority: 10 }]),
) as unknown as Visitors;
