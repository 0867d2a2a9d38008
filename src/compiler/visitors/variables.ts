/**
 * `const a = n++, b = ++n`: TypeScriptToLua runs all effects first and declares all variables after, so that a and b
 * are the same. Here each declaration is a statement of its own.
 */
import ts from "typescript";
import type * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformInPrecedingStatementScope } from "typescript-to-lua/dist/transformation/utils/preceding-statements.js";
import { transformDeclaration } from "./patterns.ts";

function visitVariables(node: ts.VariableStatement, context: TransformationContext): lua.Statement[] {
    const { declarations, flags } = node.declarationList;
    const isVar = (flags & ts.NodeFlags.BlockScoped) === 0;
    const hasPattern = declarations.some(({ name }) => !ts.isIdentifier(name));
    if ((declarations.length < 2 && !hasPattern) || isVar) return context.superTransformStatements(node);
    return declarations.flatMap((declaration) => {
        const { precedingStatements, result } = transformInPrecedingStatementScope(context, () =>
            transformDeclaration(context, declaration),
        );
        return [...precedingStatements, ...result];
    });
}

export const variableVisitors: Visitors = { [ts.SyntaxKind.VariableStatement]: visitVariables };
