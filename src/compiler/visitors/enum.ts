/** An enum is one table constructor: `local Kind = { Get = "get", Set = "set" }`. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { createLocalOrExportedOrGlobalDeclaration } from "typescript-to-lua/dist/transformation/utils/lua-ast.js";
import { transformIdentifier } from "typescript-to-lua/dist/transformation/visitors/identifier.js";
import { referencesIn } from "../references.ts";

function visitEnum(node: ts.EnumDeclaration, context: TransformationContext): lua.Statement[] {
    const symbol = context.checker.getSymbolAtLocation(node.name);
    const isConst = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ConstKeyword) ?? false;
    const isWhole = symbol?.declarations?.length === 1;
    const values = node.members.map((member) => context.checker.getConstantValue(member));
    // What is computed at run time, or added to by another declaration, cannot be one constructor.
    if (isConst || !isWhole || values.includes(undefined)) {
        return context.superTransformStatements(node).map(withoutSelfDefault);
    }

    const fields = node.members.map((member, index) => {
        const value = values[index]!;
        return lua.createTableFieldExpression(literal(value), lua.createStringLiteral(memberName(member)), member);
    });
    if (isReadBackwards(node, symbol, context)) {
        node.members.forEach((member, index) => {
            const value = values[index]!;
            if (typeof value !== "number") return;
            fields.push(lua.createTableFieldExpression(lua.createStringLiteral(memberName(member)), literal(value)));
        });
    }
    const table = lua.createTableExpression(fields, node);
    return createLocalOrExportedOrGlobalDeclaration(context, transformIdentifier(context, node.name), table, node);
}

/** `local E = E or {}` would read a global that does not exist, which Prosody logs with a traceback. */
function withoutSelfDefault(statement: lua.Statement): lua.Statement {
    if (!lua.isVariableDeclarationStatement(statement)) return statement;
    const value = statement.right?.[0];
    if (value && lua.isBinaryExpression(value) && value.operator === lua.SyntaxKind.OrOperator) {
        statement.right = [value.right];
    }
    return statement;
}

function literal(value: string | number): lua.Expression {
    return typeof value === "string" ? lua.createStringLiteral(value) : lua.createNumericLiteral(value);
}

function memberName({ name }: ts.EnumMember): string {
    return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
        ? name.text
        : name.getText();
}

/** Whether a name may be looked up by its number: not where the enum stays in its file and is only read as `E.Name`. */
function isReadBackwards(node: ts.EnumDeclaration, symbol: ts.Symbol, context: TransformationContext): boolean {
    if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return true;
    const references = referencesIn(node.getSourceFile(), new Set([symbol]), context.checker).get(symbol) ?? [];
    return references.some((each) => !ts.isPropertyAccessExpression(each.parent) || each.parent.expression !== each);
}

export const enumVisitors: Visitors = { [ts.SyntaxKind.EnumDeclaration]: visitEnum };
