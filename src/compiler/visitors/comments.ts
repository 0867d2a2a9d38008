/**
 * Keeps comments: around statements, and on properties, elements, arguments, links of a chain and members of classes.
 * TypeScriptToLua keeps JSDoc alone, and a reviewer of the Lua file wants to read why, not only what.
 */
import ts from "typescript";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformInPrecedingStatementScope } from "typescript-to-lua/dist/transformation/utils/preceding-statements.js";
import { lua, walk, type Commented } from "../lua/syntax.ts";

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

/** Begins a comment line that stands behind what it is about, where the printer has room for it there. */
export const besideMark = "\x01";

/** Begins a comment line that stands below what it is about: the last words in a block or a literal. */
export const belowMark = "\x02";

function marked(mark: string, lines: readonly string[]): string[] {
    return lines.map((line) => mark + line);
}

// ---------------------------------------------------------------- around statements

/** Where the comments around a statement stand in the file. */
interface RangesAround {
    /** On the lines above. */
    above: ts.CommentRange[];
    /** In front of the block that the statement begins: behind the brace, above `else` or `case`. */
    leadIn: ts.CommentRange[];
    /** Behind it, on its last line. */
    beside: ts.CommentRange[];
    /** Between it and the brace that ends the block. */
    below: ts.CommentRange[];
}

function rangesAround(node: ts.Node, text: string): RangesAround {
    const { parent } = node as { parent: ts.Node | undefined };
    const leading = (at: number) => ts.getLeadingCommentRanges(text, at) ?? [];
    const trailing = (at: number) => ts.getTrailingCommentRanges(text, at) ?? [];
    const leadIn: ts.CommentRange[] = [];
    const isList = parent && (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent));
    if (isList && parent.statements[0] === node) {
        if (ts.isCaseOrDefaultClause(parent)) leadIn.push(...leading(parent.pos));
        const branch = branchAbove(parent);
        if (branch) leadIn.push(...trailing(branch.end), ...leading(branch.end));
        leadIn.push(...trailing(node.pos));
    }
    const isLast = parent && (ts.isBlock(parent) || ts.isSourceFile(parent)) && parent.statements.at(-1) === node;
    return { above: leading(node.pos), leadIn, beside: trailing(node.end), below: isLast ? leading(node.end) : [] };
}

/** What stands above the `else` or `else if` that a block belongs to. */
function branchAbove(block: ts.Node): ts.Statement | undefined {
    const { parent } = block;
    if (!ts.isIfStatement(parent)) return undefined;
    if (parent.elseStatement === block) return parent.thenStatement;
    const around = parent.parent;
    return ts.isIfStatement(around) && around.elseStatement === parent ? around.thenStatement : undefined;
}

/**
 * Lines directly above the node, JSDoc only where the transpiler has not kept it already. A comment at the file's
 * beginning that a blank line parts from the node belongs to the file.
 */
function linesAbove(text: string, ranges: readonly ts.CommentRange[], withDocs: boolean): string[] {
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

function visitStatement(node: ts.Statement, context: TransformationContext): lua.Statement[] {
    const file = ts.getOriginalNode(node).getSourceFile() as ts.SourceFile | undefined;
    if (!file || node.pos < 0) return context.superTransformStatements(node);
    const { text } = file;
    const inside = commentsInside(node, file);
    const { precedingStatements, result: statements } = transformInPrecedingStatementScope(context, () =>
        context.superTransformStatements(node),
    );
    context.addPrecedingStatements(precedingStatements);
    const homeless = attach(inside, [...precedingStatements, ...statements]);
    const [first] = statements;
    if (!first) return statements;
    const { above, leadIn, beside, below } = rangesAround(node, text);
    const lines = (ranges: readonly ts.CommentRange[]) => ranges.flatMap((range) => commentLines(text, range));
    const behind = lines(beside);
    // Between a doc comment that the transpiler has kept and the code.
    const between = [
        ...homeless.flatMap((comment) => comment.lines),
        ...(statements.length === 1 && behind.length === 1 ? marked(besideMark, behind) : behind),
    ];
    const docs = first.leadingComments;
    const comments = [...lines(leadIn), ...linesAbove(text, above, docs === undefined), ...(docs ?? []), ...between];
    if (comments.length > 0) first.leadingComments = comments;
    const last = statements.at(-1)!;
    const ending = marked(belowMark, lines(below));
    if (ending.length > 0) last.leadingComments = [...(last.leadingComments ?? []), ...ending];
    return statements;
}

// ---------------------------------------------------------------- inside statements

interface InnerComment {
    lines: string[];
    /** Where the property, element, argument, link or member that it is about begins; nowhere else in Lua is room for it. */
    about?: string;
}

/** Comments in a statement, without those around the statements of functions and blocks in it. */
function commentsInside(statement: ts.Statement, file: ts.SourceFile): InnerComment[] {
    const { text } = file;
    const found: InnerComment[] = [];
    const taken = new Set<number>();
    const leading = (at: number) => ts.getLeadingCommentRanges(text, at) ?? [];
    const trailing = (at: number) => ts.getTrailingCommentRanges(text, at) ?? [];
    const take = (ranges: readonly ts.CommentRange[], about?: ts.Node, mark = ""): void => {
        for (const range of ranges) {
            if (taken.has(range.pos) || range.pos < statement.getStart(file) || range.end > statement.end) continue;
            taken.add(range.pos);
            const lines = commentLines(text, range);
            if (lines.length === 0) continue;
            // `f(/* isStrict */ true)` stays on its line, and Lua has no place for it there.
            const isInline = range.kind === ts.SyntaxKind.MultiLineCommentTrivia && !isAlone(range, text);
            const isPlaced = about !== undefined && !isInline;
            found.push(isPlaced ? { lines: marked(mark, lines), about: startOf(about, file) } : { lines });
        }
    };
    const takeItems = (items: ts.NodeArray<ts.Node>): void => {
        items.forEach((item, index) => {
            const next = items[index + 1];
            if (index === 0) take(trailing(item.pos), item);
            take(leading(item.pos), item);
            take([...trailing(item.end), ...trailing(next ? next.pos : items.end)], item, besideMark);
        });
        const last = items.at(-1);
        if (last) take(leading(items.end), last, belowMark);
        else take([...trailing(items.pos), ...leading(items.pos)]);
    };
    const visit = (node: ts.Node): void => {
        if (isOfTypes(node)) return;
        if (node !== statement && isVisited(node)) {
            const { above, leadIn, beside, below } = rangesAround(node, text);
            const around = [...above, ...leadIn, ...beside, ...below];
            // `default: break;` is nothing in Lua.
            const { parent } = node;
            const isNothing = ts.isBreakStatement(node) && ts.isDefaultClause(parent) && parent.statements[0] === node;
            if (isNothing) take(around);
            else for (const { pos } of around) taken.add(pos);
            return;
        }
        if (ts.isObjectLiteralExpression(node)) takeItems(node.properties);
        else if (ts.isArrayLiteralExpression(node)) takeItems(node.elements);
        else if (ts.isCallExpression(node) || ts.isNewExpression(node)) takeItems(node.arguments ?? noArguments);
        else if (ts.isClassLike(node) || ts.isEnumDeclaration(node)) takeItems(node.members);
        else if (ts.isBlock(node) && node.statements.length === 0) takeItems(node.statements);
        else if (ts.isPropertyAccessExpression(node)) {
            const { end } = node.expression;
            const { expression: before } = node.expression as Partial<ts.CallExpression>;
            const link = before && ts.isPropertyAccessExpression(before) ? before.name : undefined;
            take(trailing(end), link, besideMark);
            take(leading(end), node.name);
        }
        ts.forEachChild(node, visit);
        ts.forEachChild(node, (child) => {
            if (isOfTypes(child) || isVisited(child)) return;
            take([...trailing(child.pos), ...leading(child.pos), ...trailing(child.end), ...leading(child.end)]);
        });
    };
    visit(statement);
    return found;
}

const noArguments = ts.factory.createNodeArray<ts.Node>();

function isOfTypes(node: ts.Node): boolean {
    return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

/** Whether nothing else stands on the comment's lines. */
function isAlone({ pos, end }: ts.CommentRange, text: string): boolean {
    return /(^|\n)[^\S\n]*$/.test(text.slice(0, pos)) && /^[^\S\n]*(\r?\n|$)/.test(text.slice(end));
}

function startOf(node: ts.Node, file: ts.SourceFile): string {
    const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
    return `${line}:${character}`;
}

/** Hands comments to what they are about in Lua; gives back those that found nothing. */
function attach(comments: readonly InnerComment[], statements: readonly lua.Statement[]): InnerComment[] {
    const waiting = new Map<string, string[]>();
    for (const { lines, about } of comments) if (about) waiting.set(about, [...(waiting.get(about) ?? []), ...lines]);
    const found = new Set<string>();
    const offer = (node: Commented, { line, column }: lua.Node = node): void => {
        const place = `${line}:${column}`;
        const lines = waiting.get(place);
        if (!lines || found.has(place)) return;
        found.add(place);
        node.leadingComments = [...(node.leadingComments ?? []), ...lines];
    };
    const visit = (node: lua.Node): boolean => {
        if (lua.isTableExpression(node)) for (const field of node.fields) offer(field, field.key ? field : field.value);
        else if (lua.isMethodCallExpression(node)) [...node.params, node.name].forEach((each) => offer(each));
        else if (lua.isCallExpression(node)) node.params.forEach((each) => offer(each));
        else if (lua.isAssignmentStatement(node) || lua.isExpressionStatement(node)) offer(node);
        return found.size < waiting.size;
    };
    if (waiting.size > 0) for (const statement of statements) walk(statement, visit);
    return comments.filter(({ about }) => about === undefined || !found.has(about)).map(unmarked);
}

function unmarked(comment: InnerComment): InnerComment {
    const plain = (line: string) => (line.startsWith(besideMark) || line.startsWith(belowMark) ? line.slice(1) : line);
    return { lines: comment.lines.map(plain) };
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
const kindsVisited: ReadonlySet<ts.SyntaxKind> = new Set(kinds);

/** Whether a statement looks after its own comments: not `else if`, which is a part of what it belongs to. */
function isVisited(node: ts.Node): boolean {
    if (ts.isIfStatement(node) && ts.isIfStatement(node.parent) && node.parent.elseStatement === node) return false;
    return kindsVisited.has(node.kind);
}

export const commentVisitors = Object.fromEntries(
    kinds.map((kind) => [kind, { transform: visitStatement, priority: 10 }]),
) as unknown as Visitors;
