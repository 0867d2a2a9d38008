/**
 * Members of JavaScript's global objects that are functions of ours: `JSON.parse`, `Date.now`. Global functions are linked by
 * their names alone (lua-shims/index.json).
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";

const helpers: Readonly<Record<string, string>> = { "JSON.parse": "____json_parse", "Date.now": "____date_now" };

function visitProperty(node: ts.PropertyAccessExpression, context: TransformationContext): lua.Expression {
    const owner = node.expression;
    if (!ts.isIdentifier(owner)) return context.superTransformExpression(node);
    const name = `${owner.text}.${node.name.text}`;
    const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    const isOurs = context.checker
        .getSymbolAtLocation(owner)
        ?.declarations?.every((each) => context.program.isSourceFileDefaultLibrary(each.getSourceFile()));
    return helper && isOurs ? lua.createIdentifier(helper, node) : context.superTransformExpression(node);
}

export const globalVisitors: Visitors = { [ts.SyntaxKind.PropertyAccessExpression]: visitProperty };
