/**
 * Members of JavaScript's global objects that are functions of ours: `JSON.parse`, `Date.now`. Most global functions are linked
 * by their names alone (lua-shims/index.json).
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";

const helpers: Readonly<Record<string, string>> = { "JSON.parse": "____json_parse", "Date.now": "____date_now" };

/** Functions that are no values in Lua: a call becomes something else. Handed on (`texts.map(Number)`) they are these. */
const functions: Readonly<Record<string, string>> = {
    Number: "__TS__Number",
    String: "tostring",
    isFinite: "__TS__NumberIsFinite",
    isNaN: "__TS__NumberIsNaN",
    parseFloat: "__TS__ParseFloat",
    parseInt: "__TS__ParseInt",
};

function isJavaScripts(name: ts.Identifier, { checker, program }: TransformationContext): boolean {
    const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
    return (
        declarations.length > 0 &&
        declarations.every((each) => program.isSourceFileDefaultLibrary(each.getSourceFile()))
    );
}

function visitProperty(node: ts.PropertyAccessExpression, context: TransformationContext): lua.Expression {
    const owner = node.expression;
    if (!ts.isIdentifier(owner)) return context.superTransformExpression(node);
    const name = `${owner.text}.${node.name.text}`;
    const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    return helper && isJavaScripts(owner, context)
        ? lua.createIdentifier(helper, node)
        : context.superTransformExpression(node);
}

function visitIdentifier(node: ts.Identifier, context: TransformationContext): lua.Expression {
    const helper = Object.hasOwn(functions, node.text) ? functions[node.text] : undefined;
    const { parent } = node as { parent?: ts.Node };
    // What visitors make themselves stands nowhere.
    if (!helper || !parent) return context.superTransformExpression(node);
    const isOwner = ts.isPropertyAccessExpression(parent) && parent.expression === node;
    const isCalled = (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
    if (isOwner || isCalled || !isJavaScripts(node, context)) return context.superTransformExpression(node);
    return lua.createIdentifier(helper, node);
}

export const globalVisitors: Visitors = {
    [ts.SyntaxKind.Identifier]: visitIdentifier,
    [ts.SyntaxKind.PropertyAccessExpression]: visitProperty,
};
