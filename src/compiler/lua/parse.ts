/** Lua text -> the same syntax tree that TypeScriptToLua makes, so that hand-written Lua is linked like the rest. */
import luaparse from "luaparse";
import { lua } from "./syntax.ts";

const binaryOperators: Record<string, lua.BinaryOperator> = {
    "+": lua.SyntaxKind.AdditionOperator,
    "-": lua.SyntaxKind.SubtractionOperator,
    "*": lua.SyntaxKind.MultiplicationOperator,
    "/": lua.SyntaxKind.DivisionOperator,
    "%": lua.SyntaxKind.ModuloOperator,
    "^": lua.SyntaxKind.PowerOperator,
    "..": lua.SyntaxKind.ConcatOperator,
    "==": lua.SyntaxKind.EqualityOperator,
    "~=": lua.SyntaxKind.InequalityOperator,
    "<": lua.SyntaxKind.LessThanOperator,
    "<=": lua.SyntaxKind.LessEqualOperator,
    ">": lua.SyntaxKind.GreaterThanOperator,
    ">=": lua.SyntaxKind.GreaterEqualOperator,
    and: lua.SyntaxKind.AndOperator,
    or: lua.SyntaxKind.OrOperator,
};
const unaryOperators: Record<string, lua.UnaryOperator> = {
    "-": lua.SyntaxKind.NegationOperator,
    "#": lua.SyntaxKind.LengthOperator,
    not: lua.SyntaxKind.NotOperator,
};

/** Only what Lua 5.1 knows: a chunk must load everywhere. Throws a SyntaxError with line and column. */
export function parseLua(text: string): lua.Statement[] {
    const chunk = luaparse.parse(text, {
        luaVersion: "5.1",
        comments: true,
        locations: true,
        ranges: true,
        // Byte strings survive unharmed: our texts are UTF-8 on both ends.
        encodingMode: "none" as never,
    });
    const statements = block(chunk.body);
    attachComments(text, chunk, statements);
    return statements;
}

function block(body: luaparse.Statement[]): lua.Statement[] {
    return body.map(statement);
}

function at<T extends lua.Node>(node: T, original: luaparse.Node): T {
    const start = (original as { loc?: { start: { line: number; column: number } } }).loc?.start;
    if (start) {
        node.line = start.line - 1;
        node.column = start.column;
    }
    return node;
}

function identifier(node: luaparse.Identifier): lua.Identifier {
    return at(lua.createIdentifier(node.name), node);
}

function unsupported(node: luaparse.Node): never {
    throw new SyntaxError(`${node.type} cannot be linked`);
}

function statement(node: luaparse.Statement): lua.Statement {
    return at(convertStatement(node), node);
}

function convertStatement(node: luaparse.Statement): lua.Statement {
    switch (node.type) {
        case "LocalStatement":
            return lua.createVariableDeclarationStatement(
                node.variables.map(identifier),
                node.init.length > 0 ? node.init.map(expression) : undefined,
            );
        case "AssignmentStatement":
            return lua.createAssignmentStatement(
                node.variables.map((v) => expression(v) as lua.AssignmentLeftHandSideExpression),
                node.init.map(expression),
            );
        case "CallStatement":
            return lua.createExpressionStatement(expression(node.expression));
        case "FunctionDeclaration": {
            const method = node.identifier?.type === "MemberExpression" && node.identifier.indexer === ":";
            const value = functionExpression(node, method);
            value.flags |= lua.NodeFlags.Declaration;
            if (!node.identifier) return unsupported(node);
            const name = expression(node.identifier) as lua.AssignmentLeftHandSideExpression;
            return node.isLocal
                ? lua.createVariableDeclarationStatement(name as lua.Identifier, value)
                : lua.createAssignmentStatement(name, value);
        }
        case "IfStatement": {
            const make = (index: number): lua.Block | lua.IfStatement | undefined => {
                const clause = node.clauses[index];
                if (!clause) return undefined;
                if (clause.type === "ElseClause") return lua.createBlock(block(clause.body));
                return at(
                    lua.createIfStatement(
                        expression(clause.condition),
                        lua.createBlock(block(clause.body)),
                        make(index + 1),
                    ),
                    clause,
                );
            };
            return make(0) as lua.IfStatement;
        }
        case "WhileStatement":
            return lua.createWhileStatement(lua.createBlock(block(node.body)), expression(node.condition));
        case "RepeatStatement":
            return lua.createRepeatStatement(lua.createBlock(block(node.body)), expression(node.condition));
        case "ForNumericStatement":
            return lua.createForStatement(
                lua.createBlock(block(node.body)),
                identifier(node.variable),
                expression(node.start),
                expression(node.end),
                node.step ? expression(node.step) : undefined,
            );
        case "ForGenericStatement":
            return lua.createForInStatement(
                lua.createBlock(block(node.body)),
                node.variables.map(identifier),
                node.iterators.map(expression),
            );
        case "DoStatement":
            return lua.createDoStatement(block(node.body));
        case "ReturnStatement":
            return lua.createReturnStatement(node.arguments.map(expression));
        case "BreakStatement":
            return lua.createBreakStatement();
        default:
            return unsupported(node);
    }
}

function functionExpression(node: luaparse.FunctionDeclaration, method = false): lua.FunctionExpression {
    const params = node.parameters.filter((p): p is luaparse.Identifier => p.type === "Identifier").map(identifier);
    if (method) params.unshift(lua.createIdentifier("self"));
    const dots = node.parameters.some((p) => p.type === "VarargLiteral") ? lua.createDotsLiteral() : undefined;
    return lua.createFunctionExpression(lua.createBlock(block(node.body)), params, dots);
}

function expression(node: luaparse.Expression): lua.Expression {
    return at(convertExpression(node), node);
}

function convertExpression(node: luaparse.Expression): lua.Expression {
    switch (node.type) {
        case "Identifier":
            return identifier(node);
        case "StringLiteral":
            return lua.createStringLiteral(unquote(node.raw));
        case "NumericLiteral":
            return lua.createNumericLiteral(node.value);
        case "BooleanLiteral":
            return lua.createBooleanLiteral(node.value);
        case "NilLiteral":
            return lua.createNilLiteral();
        case "VarargLiteral":
            return lua.createDotsLiteral();
        case "FunctionDeclaration":
            return functionExpression(node);
        case "TableConstructorExpression":
            return lua.createTableExpression(
                node.fields.map((field) => {
                    const value = expression(field.value);
                    if (field.type === "TableKeyString") {
                        return lua.createTableFieldExpression(value, lua.createStringLiteral(field.key.name));
                    }
                    return lua.createTableFieldExpression(
                        value,
                        field.type === "TableKey" ? expression(field.key) : undefined,
                    );
                }),
            );
        case "BinaryExpression":
        case "LogicalExpression":
            return lua.createBinaryExpression(
                expression(node.left),
                expression(node.right),
                binaryOperators[node.operator] ?? unsupported(node),
            );
        case "UnaryExpression":
            return lua.createUnaryExpression(
                expression(node.argument),
                unaryOperators[node.operator] ?? unsupported(node),
            );
        case "MemberExpression":
            return lua.createTableIndexExpression(expression(node.base), lua.createStringLiteral(node.identifier.name));
        case "IndexExpression":
            return lua.createTableIndexExpression(expression(node.base), expression(node.index));
        case "CallExpression":
            if (node.base.type === "MemberExpression" && node.base.indexer === ":") {
                return lua.createMethodCallExpression(
                    expression(node.base.base),
                    identifier(node.base.identifier),
                    node.arguments.map(expression),
                );
            }
            return lua.createCallExpression(expression(node.base), node.arguments.map(expression));
        case "StringCallExpression":
            return lua.createCallExpression(expression(node.base), [expression(node.argument)]);
        case "TableCallExpression":
            return lua.createCallExpression(expression(node.base), [expression(node.arguments)]);
        default:
            return unsupported(node);
    }
}

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v" };

/** luaparse leaves the decoding of strings to its caller once it is told not to decode. */
function unquote(raw: string): string {
    const long = /^\[(=*)\[\r?\n?([\s\S]*)\]\1\]$/.exec(raw);
    if (long) return long[2]!;
    return raw
        .slice(1, -1)
        .replace(/\\(\d{1,3}|[\s\S])/g, (_, code: string) =>
            /^\d/.test(code) ? byte(Number(code)) : (escapes[code] ?? code),
        );
}

/** A byte above 127 is no character of its own: it travels as a lone surrogate and is printed as `\\ddd` again. */
function byte(value: number): string {
    return String.fromCharCode(value < 0x80 ? value : 0xdc00 + value);
}

/** Comments on lines of their own stay with the top-level statement below them. */
function attachComments(text: string, chunk: luaparse.Chunk, statements: lua.Statement[]): void {
    const comments = (chunk.comments ?? []) as unknown as { value: string; loc: { start: { line: number } } }[];
    const lines = text.split("\n");
    const byLine = new Map(comments.map((comment) => [comment.loc.start.line, comment.value]));
    for (const target of statements) {
        if (target.line === undefined) continue;
        const above: string[] = [];
        for (let line = target.line; byLine.has(line) && lines[line - 1]!.trimStart().startsWith("--"); line--) {
            above.unshift(byLine.get(line)!.trimEnd());
        }
        if (above.length > 0) target.leadingComments = above;
    }
}
