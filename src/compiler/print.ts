/** Lua syntax -> text in Prosody's style (tabs, short things on one line), with a source map. */
import path from "node:path";
import type { SourceNode } from "source-map";
import * as lua from "typescript-to-lua";
import type { Item } from "./link/link.ts";
import { nestedUnits } from "./link/limits.ts";
import type { Unit } from "./link/unit.ts";
import type { Commented } from "./lua/syntax.ts";
import { belowMark, besideMark, blankLine } from "./visitors/comments.ts";

export interface PrintOptions {
    /** Comment lines at the top, without their marks. */
    header: readonly string[];
    /** The unit that the chunk is made for: its comment stands at the top. */
    entry: Unit;
    /** Name of the Lua file, for the map. */
    fileName: string;
    /** How the map names a source file: relative to where the map will lie, with forward slashes. */
    sourceName: (file: string) => string;
}

export interface Printed {
    code: string;
    /** Source map, version 3, as JSON. */
    map: string;
}

/** A line longer than this is broken where that is possible. */
const width = 120;
const tabWidth = 4;
/** Room for what usually stands before a list of arguments: a call's name. */
const listReserve = 14;

export function print(items: readonly Item[], options: PrintOptions): Printed {
    return new ChunkPrinter(options).printChunk(items);
}

/** The options that the transpiler's printer looks at, and nothing of a program. */
const noProgram = {
    getCompilerOptions: () => ({ luaTarget: lua.LuaTarget.Universal, noHeader: true }),
    getCommonSourceDirectory: () => "",
} as never;

/** The base class maps positions well and keeps that to itself. */
interface MapBuilder {
    buildSourceMap(sourceRoot: string, root: SourceNode): { toString(): string };
}

interface ParameterPrinter {
    printFunctionParameters(expression: lua.FunctionExpression): (string | SourceNode)[];
}

class ChunkPrinter extends lua.LuaPrinter {
    private readonly printOptions: PrintOptions;
    private lines: string[] = [];
    /** While a chain's length is found out nothing in it is broken. */
    private measuring = false;
    /** Of statements that were printed: the comments behind and below them. */
    private readonly tails = new WeakMap<lua.Statement, string>();
    /** Statements that begin with a parenthesis: Lua would take one for the arguments of what stands above. */
    private readonly parenthesized = new WeakSet<lua.Statement>();

    constructor(options: PrintOptions) {
        super({} as never, noProgram, options.fileName);
        this.printOptions = options;
    }

    printChunk(items: readonly Item[]): Printed {
        const { header, entry } = this.printOptions;
        const comment = (lines: readonly string[]) => lines.map((line) => `${`--${line}`.trimEnd()}\n`);
        const chunks: (string | SourceNode)[] = comment(header.map((line) => (line === "" ? "" : ` ${line}`)));
        if (entry.comment.length > 0) chunks.push(...(header.length > 0 ? ["\n"] : []), ...comment(entry.comment));
        const introduced = new Set<Unit>([entry]);
        // How to work with a file is for who imports it; the reader of the chunk wants to know what it is.
        const firstParagraph = (lines: readonly string[]) => {
            const end = lines.findIndex((line) => line.trim() === "");
            return end < 0 ? lines : lines.slice(0, end);
        };
        let previous: Item | undefined;
        for (const item of items) {
            this.enter(item.unit);
            const text = this.printStatement(item.statement);
            if (previous) chunks.push(...this.printEnd(previous.statement, item.statement));
            const introduces = item.unit !== undefined && !introduced.has(item.unit) && item.unit.comment.length > 0;
            if (previous ? introduces || this.isApart(previous, item) : chunks.length > 0) chunks.push("\n");
            if (introduces) {
                introduced.add(item.unit!);
                chunks.push(...comment(firstParagraph(item.unit!.comment)), "\n");
            }
            chunks.push(text);
            previous = item;
        }
        if (previous) chunks.push(...this.printEnd(previous.statement));
        const root = this.concatNodes(...chunks);
        const map = (this as unknown as MapBuilder).buildSourceMap("", root);
        return { code: root.toString(), map: map.toString() };
    }

    /** Positions and blank lines refer to the file that the statement comes from. */
    private enter(unit: Unit | undefined): void {
        const named = unit?.kind === "typescript" ? this.printOptions.sourceName(unit.id) : "";
        this.relativeSourcePath = named;
        this.lines = unit ? unit.text.split(/\r?\n/) : [];
    }

    private isApart(previous: Item, item: Item): boolean {
        if (previous.unit !== item.unit) return true;
        if (spansLines(previous.statement) || spansLines(item.statement)) return true;
        return this.hasBlankLineAbove(item.statement);
    }

    override printStatement(statement: lua.Statement): SourceNode {
        if (nestedUnits.has(statement)) this.enter(nestedUnits.get(statement));
        const { above, beside, below } = readComments(statement);
        const text = this.printStatementExcludingComments(statement);
        const behind = behindOn(text.toString(), beside);
        if (behind === undefined) above.push(...beside);
        this.tails.set(statement, [behind ?? "", ...this.printComments(below)].join("\n"));
        if (text.toString().trimStart().startsWith("(")) this.parenthesized.add(statement);
        return this.concatNodes(...this.printComments(above).flatMap((line) => [line, "\n"]), text);
    }

    private printComments(lines: readonly string[]): string[] {
        return lines.map((line) => this.printComment(line).toString());
    }

    /** What stands between a statement and the next one, or the end of the block. */
    private printEnd(statement: lua.Statement, next?: lua.Statement): string[] {
        const semicolon = next && canBeCalled(statement) && this.parenthesized.has(next) ? ";" : "";
        return [semicolon, this.tails.get(statement) ?? "", "\n"];
    }

    /** The author's own paragraphs are kept. */
    private hasBlankLineAbove(statement: lua.Statement): boolean {
        if (statement.line === undefined) return false;
        let line = statement.line - 1;
        while (line >= 0 && /^\s*(\/\/|\/?\*|--)/.test(this.lines[line] ?? "")) line--;
        return line >= 0 && (this.lines[line] ?? "x").trim() === "";
    }

    /** What no TypeScript stands behind has no place in the map. */
    protected override createSourceNode(
        node: lua.Node,
        chunks: string | SourceNode | (string | SourceNode)[],
        name?: string,
    ): SourceNode {
        return this.relativeSourcePath === ""
            ? this.concatNodes(...(Array.isArray(chunks) ? chunks : [chunks]))
            : super.createSourceNode(node, chunks, name);
    }

    protected override pushIndent(): void {
        this.currentIndent += "\t";
    }

    protected override popIndent(): void {
        this.currentIndent = this.currentIndent.slice(1);
    }

    protected override printStatementArray(statements: lua.Statement[]): (string | SourceNode)[] {
        const chunks: (string | SourceNode)[] = [];
        statements.forEach((statement, index) => {
            const text = this.printStatement(statement);
            const previous = statements[index - 1];
            if (previous) chunks.push(...this.printEnd(previous, statement));
            const isApart = statement.leadingComments?.[0] === blankLine;
            if (previous && !isApart && this.hasBlankLineAbove(statement)) chunks.push("\n");
            chunks.push(text);
        });
        const last = statements.at(-1);
        if (last) chunks.push(...this.printEnd(last));
        return chunks;
    }

    override printComment(comment: string | string[]): SourceNode {
        const lines = (Array.isArray(comment) ? comment : [comment]).flatMap((text) => text.split("\n"));
        const print = (text: string) => (text === blankLine ? "" : this.currentIndent + `--${text}`.trimEnd());
        return this.concatNodes(lines.map(print).join("\n"));
    }

    /** `function C.m(self)` is `function C:m()` to a Lua reader. */
    override printFunctionDefinition(statement: lua.FunctionDefinition): SourceNode {
        const name = statement.left[0];
        const [value] = statement.right;
        const isMethod =
            name !== undefined &&
            lua.isTableIndexExpression(name) &&
            lua.isStringLiteral(name.index) &&
            value.params?.[0]?.text === "self";
        if (!isMethod) return super.printFunctionDefinition(statement);
        const parameters = (this as unknown as ParameterPrinter).printFunctionParameters({
            ...value,
            params: value.params!.slice(1),
        });
        const head = [this.printExpression(name.table), ":", (name.index as lua.StringLiteral).value];
        this.pushIndent();
        const body = this.printBlock(value.body);
        this.popIndent();
        const end = this.indent(this.createSourceNode(statement, "end"));
        return this.createSourceNode(value, ["function ", ...head, "(", ...parameters, ")\n", body, end]);
    }

    override printStringLiteral(expression: lua.StringLiteral): SourceNode {
        return this.createSourceNode(expression, quote(expression.value));
    }

    override printNumericLiteral(expression: lua.NumericLiteral): SourceNode {
        return this.createSourceNode(expression, number(expression.value));
    }

    /** Two minus signs one behind the other begin a comment. */
    override printUnaryExpression(expression: lua.UnaryExpression): SourceNode {
        const { operator, operand } = expression;
        const isTwice =
            operator === lua.SyntaxKind.NegationOperator &&
            (lua.isNumericLiteral(operand) || lua.isUnaryExpression(operand)) &&
            this.printExpression(operand).toString().startsWith("-");
        if (!isTwice) return super.printUnaryExpression(expression);
        return this.createSourceNode(expression, ["-(", this.printExpression(operand), ")"]);
    }

    /** A chain of operands that is too long for a line goes on below, as many operands a line as fit. */
    override printBinaryExpression(expression: lua.BinaryExpression): SourceNode {
        if (this.measuring || !breakable.has(expression.operator)) return this.printOperands(expression);
        this.measuring = true;
        const flat = this.printOperands(expression);
        this.measuring = false;
        const operands = chain(expression, expression.operator);
        if (this.fits(flat.toString()) || operands.length < 3) return this.printOperands(expression);
        const operator = operatorText(expression.operator);
        const indent = (this.currentIndent.length + 1) * tabWidth;
        const chunks: (string | SourceNode)[] = [];
        // What stands before the expression is not known here; `local x = ` or a call's name are likely.
        let column = this.currentIndent.length * tabWidth + 20;
        this.pushIndent();
        operands.forEach((operand, index) => {
            const text = this.printOperand(operand, expression);
            const length = text.toString().length + operator.length + 2;
            if (index > 0) {
                const full = column + length > width - 10;
                chunks.push(...(full ? ["\n", this.indent() as string] : [" "]), `${operator} `);
                if (full) column = indent;
            }
            chunks.push(text);
            column += length;
        });
        this.popIndent();
        return this.createSourceNode(expression, chunks);
    }

    /** Tables and functions need parentheses to be called or indexed, not to be operands. */
    private printOperands(expression: lua.BinaryExpression): SourceNode {
        const plain = (node: lua.Expression) => lua.isTableExpression(node) || lua.isFunctionExpression(node);
        if (!plain(expression.left) && !plain(expression.right)) return super.printBinaryExpression(expression);
        return this.createSourceNode(expression, [
            plain(expression.left)
                ? this.printExpression(expression.left)
                : this.printOperand(expression.left, expression),
            ` ${operatorText(expression.operator)} `,
            plain(expression.right)
                ? this.printExpression(expression.right)
                : this.printOperand(expression.right, expression),
        ]);
    }

    /** With parentheses where the operator around binds tighter. */
    private printOperand(operand: lua.Expression, around: lua.BinaryExpression): SourceNode {
        const needs =
            lua.isBinaryExpression(operand) &&
            precedence(operand.operator) <= precedence(around.operator) &&
            !(operand.operator === around.operator && associative.has(around.operator));
        const text = this.printExpression(operand);
        return needs ? this.createSourceNode(operand, ["(", text, ")"]) : text;
    }

    /** A chain of method calls that is too long for a line goes on below, a call a line. */
    override printMethodCallExpression(expression: lua.MethodCallExpression): SourceNode {
        const flat = super.printMethodCallExpression(expression);
        const hasComments = (link: lua.Expression): boolean =>
            lua.isMethodCallExpression(link) && (isCommented(link.name) || hasComments(link.prefixExpression));
        const isBroken = hasComments(expression);
        if (!isBroken && (this.measuring || this.fits(flat.toString()))) return flat;
        const links: lua.MethodCallExpression[] = [];
        let base: lua.Expression = expression;
        while (lua.isMethodCallExpression(base)) {
            links.unshift(base);
            base = base.prefixExpression;
        }
        // `module:send(...)` and `stanza:tag(...)` alone are no chain.
        if (!isBroken && links.length < 2) return flat;
        const start = this.printExpression(base);
        const chunks: (string | SourceNode)[] = isPrefix(base) ? [start] : ["(", start, ")"];
        this.pushIndent();
        for (const link of links) {
            const text = this.concatNodes(":", link.name.text, "(", ...this.printExpressionList(link.params), ")");
            chunks.push("\n", ...this.printItem(link.name, text, ""));
        }
        this.popIndent();
        return this.createSourceNode(expression, chunks);
    }

    /** Leaves room for what usually stands before an expression: `local x = `, `if`, a call's name. */
    private fits(text: string): boolean {
        const longest = Math.max(...text.split("\n").map((line) => line.length));
        return longest + this.currentIndent.length * tabWidth <= width - 20;
    }

    override printTableExpression(expression: lua.TableExpression): SourceNode {
        if (expression.fields.length === 0) return this.createSourceNode(expression, "{}");
        const list = this.printList(expression.fields, true);
        return this.createSourceNode(expression, ["{", ...list, "}"]);
    }

    protected override printExpressionList(expressions: lua.Expression[]): (string | SourceNode)[] {
        return this.printList(expressions, false);
    }

    /** One line while it fits; a function or table as last argument may hang over; else one line each. */
    private printList(expressions: readonly lua.Expression[], table: boolean): (string | SourceNode)[] {
        const pad = table ? " " : "";
        const join = (nodes: readonly SourceNode[]): (string | SourceNode)[] => [
            pad,
            ...nodes.flatMap((node, index) => (index === 0 ? [node] : [", ", node])),
            pad,
        ];
        const printAll = () => expressions.map((expression) => this.printExpression(expression));
        // Lists in lists are measured with the outermost: each is printed twice, not twice for each list around it.
        const hasComments = expressions.some(isCommented);
        if (this.measuring && !hasComments) return join(printAll());
        const isMeasuring = this.measuring;
        this.measuring = true;
        const flat = printAll();
        this.measuring = isMeasuring;
        const texts = flat.map(String);
        const indent = this.currentIndent.length * tabWidth;
        const fits = (length: number) => length + indent <= width - listReserve;
        const isFlat = (text: string) => !text.includes("\n");
        if (!hasComments && texts.every(isFlat) && fits(texts.join(", ").length)) return join(flat);
        // `setmetatable({ ... }, mt)` is read by its table.
        const [first, second] = expressions;
        const hugs = expressions.length === 2 && lua.isTableExpression(first!) && second && isFlat(texts[1]!);
        if (!table && !hasComments && hugs && !isFlat(texts[0]!)) return join(printAll());
        if (!table && !hasComments && texts.slice(0, -1).every(isFlat)) {
            const last = expressions.at(-1)!;
            const before = texts.slice(0, -1).join(", ").length;
            const hanging = lua.isFunctionExpression(last) ? texts.at(-1)!.indexOf("\n") : 1;
            const hangs = lua.isTableExpression(last)
                ? !isFlat(texts.at(-1)!) || !fits(texts.at(-1)!.length)
                : lua.isFunctionExpression(last) && hanging > 0;
            if (expressions.length === 1 || (hangs && fits(before + hanging))) return join(printAll());
        }
        this.pushIndent();
        const broken = expressions.flatMap((expression, index): (string | SourceNode)[] => {
            const comma = table || index < expressions.length - 1 ? "," : "";
            return [...this.printItem(expression, this.printExpression(expression), comma), "\n"];
        });
        this.popIndent();
        return ["\n", ...broken, this.indent()];
    }

    /** An item of a list on lines of its own, with its comments. */
    private printItem(item: Commented, text: SourceNode, comma: string): (string | SourceNode)[] {
        const { above, beside, below } = readComments(item);
        const behind = behindOn(`${this.currentIndent}${text.toString()}${comma}`, beside);
        if (behind === undefined) above.push(...beside);
        return [
            ...this.printComments(above).flatMap((line) => [line, "\n"]),
            this.indent(),
            text,
            comma,
            behind ?? "",
            ...this.printComments(below).flatMap((line) => ["\n", line]),
        ];
    }
}

function isCommented(node: Commented): boolean {
    return node.leadingComments !== undefined;
}

interface Comments {
    above: string[];
    beside: string[];
    below: string[];
}

function readComments(node: Commented): Comments {
    const comments: Comments = { above: [], beside: [], below: [] };
    for (const line of (node.leadingComments ?? []).flat().flatMap((text) => text.split("\n"))) {
        if (line.startsWith(besideMark)) comments.beside.push(line.slice(1));
        else if (line.startsWith(belowMark)) comments.below.push(line.slice(1));
        else comments.above.push(line);
    }
    return comments;
}

/** A comment behind the last line of a text, with its mark; undefined where there is no room for it. */
function behindOn(text: string, beside: readonly string[]): string | undefined {
    const [comment, more] = beside;
    if (comment === undefined) return "";
    const line = `${text.slice(text.lastIndexOf("\n") + 1)} --${comment}`;
    const isShort = line.replaceAll("\t", " ".repeat(tabWidth)).length <= width;
    return more === undefined && isShort ? ` --${comment}` : undefined;
}

function spansLines(statement: lua.Statement): boolean {
    if (readComments(statement).above.length > 0) return true;
    if (lua.isVariableDeclarationStatement(statement) || lua.isAssignmentStatement(statement)) {
        return statement.right?.some((value) => lua.isFunctionExpression(value)) ?? false;
    }
    if (lua.isExpressionStatement(statement)) {
        const call = statement.expression;
        const params = lua.isCallExpression(call) || lua.isMethodCallExpression(call) ? call.params : [];
        return params.some((value) => lua.isFunctionExpression(value));
    }
    return !lua.isReturnStatement(statement);
}

/** Whether the statement ends with an expression, which a parenthesis on the next line would call. */
function canBeCalled(statement: lua.Statement): boolean {
    return (
        lua.isVariableDeclarationStatement(statement) ||
        lua.isAssignmentStatement(statement) ||
        lua.isExpressionStatement(statement)
    );
}

/** Operators that give the same however their chains are nested. */
const associative: ReadonlySet<lua.SyntaxKind> = new Set([
    lua.SyntaxKind.ConcatOperator,
    lua.SyntaxKind.AndOperator,
    lua.SyntaxKind.OrOperator,
]);

/** Operators whose long chains go on below. */
const breakable: ReadonlySet<lua.SyntaxKind> = new Set([
    ...associative,
    lua.SyntaxKind.AdditionOperator,
    lua.SyntaxKind.MultiplicationOperator,
]);

interface Operators {
    operatorMap: Record<number, string>;
    operatorPrecedence: Record<number, number>;
}
const operators = lua.LuaPrinter as unknown as Operators;

function operatorText(operator: lua.SyntaxKind): string {
    return operators.operatorMap[operator]!;
}

function precedence(operator: lua.SyntaxKind): number {
    return operators.operatorPrecedence[operator]!;
}

/** The operands of `a .. b .. c`; where nesting matters, only those that need no parentheses. */
function chain(node: lua.Expression, operator: lua.SyntaxKind): lua.Expression[] {
    if (!lua.isBinaryExpression(node) || node.operator !== operator) return [node];
    const right = associative.has(operator) ? chain(node.right, operator) : [node.right];
    return [...chain(node.left, operator), ...right];
}

const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** Control characters by number, as every Lua version reads them; everything else as the UTF-8 that it is. */
function quote(value: string): string {
    // One kind of quotes inside: the other kind outside, and nothing to escape.
    const mark = value.includes('"') && !value.includes("'") ? "'" : '"';
    const text = value.replace(
        // eslint-disable-next-line no-control-regex
        /["'\\]|[\x00-\x1f\x7f]|[\udc80-\udcff]/gu,
        (char) => {
            if (char === mark) return `\\${char}`;
            if (char === '"' || char === "'") return char;
            const known = escapes[char];
            if (known) return known;
            const code = char.charCodeAt(0);
            return `\\${String(code >= 0xdc00 ? code - 0xdc00 : code).padStart(3, "0")}`;
        },
    );
    return mark + text + mark;
}

function number(value: number): string {
    if (Number.isNaN(value)) return "(0 / 0)";
    if (!Number.isFinite(value)) return value > 0 ? "math.huge" : "-math.huge";
    return String(value).replace("e+", "e");
}

/** Forward slashes, so that the map is the same on every system. */
export function relativeName(from: string, to: string): string {
    return path.relative(from, to).split(path.sep).join("/");
}

/** What Lua lets a call or an index follow as it is (Lua 5.4 reference manual, section 9: prefixexp). */
function isPrefix(node: lua.Expression): boolean {
    return (
        lua.isIdentifier(node) ||
        lua.isTableIndexExpression(node) ||
        lua.isCallExpression(node) ||
        lua.isMethodCallExpression(node) ||
        lua.isParenthesizedExpression(node)
    );
}
