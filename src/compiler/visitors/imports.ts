/**
 * Imports and exports. TypeScriptToLua would write `require` calls and an exports table; here each import
 * becomes a message that names the file it resolved to, and the linker puts that file's code into the same chunk.
 */
import path from "node:path";
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { peekScope } from "typescript-to-lua/dist/transformation/utils/scope.js";
import { transformIdentifier } from "typescript-to-lua/dist/transformation/visitors/identifier.js";
import { message } from "./messages.ts";

/** Where a module specifier leads: code that is linked in, or a Lua module that the server has. */
type Target = { kind: "source"; file: string } | { kind: "require"; name: string; wholeIsDefault: boolean };

/**
 * Authors write Prosody 13's names. The bare ones load the same table there and are the only ones that
 * load on 0.11 and 0.12.
 */
export function requireName(specifier: string): string {
    return specifier.startsWith("prosody.") ? specifier.slice("prosody.".length) : specifier;
}

function resolve(context: TransformationContext, specifier: ts.Expression): Target | undefined {
    if (!ts.isStringLiteral(specifier)) return undefined;
    const symbol = context.checker.getSymbolAtLocation(specifier);
    const declaration = symbol?.declarations?.[0];
    if (declaration && ts.isSourceFile(declaration)) {
        if (!declaration.isDeclarationFile) return { kind: "source", file: declaration.fileName };
        // A .d.ts beside a .lua of the same name declares a shim, which is linked in like TypeScript.
        const shim = declaration.fileName.replace(/\.d\.ts$/, ".lua");
        if (ts.sys.fileExists(shim)) return { kind: "source", file: path.normalize(shim) };
    }
    const wholeIsDefault = symbol?.exports?.has(ts.InternalSymbolName.ExportEquals) ?? false;
    return { kind: "require", name: requireName(specifier.text), wholeIsDefault };
}

function call(name: string, args: (string | lua.Expression)[], original?: ts.Node): lua.CallExpression {
    const params = args.map((arg) => (typeof arg === "string" ? lua.createStringLiteral(arg) : arg));
    return lua.createCallExpression(lua.createIdentifier(name), params, original);
}

function importOf(target: Target, name: string, original: ts.Node): lua.CallExpression {
    if (target.kind === "source") return call(message.import, [target.file, name], original);
    const whole = name === "*" || (name === "default" && target.wholeIsDefault);
    return call(message.require, whole ? [target.name] : [target.name, name], original);
}

function specifierName(name: ts.ModuleExportName): string {
    return name.text;
}

function visitImport(node: ts.ImportDeclaration, context: TransformationContext): undefined {
    const target = resolve(context, node.moduleSpecifier);
    if (!target) return undefined;
    const statements: lua.Statement[] = [];
    const clause = node.importClause;
    const declare = (name: ts.Identifier, imported: string) => {
        statements.push(
            lua.createVariableDeclarationStatement(
                transformIdentifier(context, name),
                importOf(target, imported, node),
                node,
            ),
        );
    };
    if (!clause) {
        const run =
            target.kind === "source"
                ? call(message.run, [target.file], node)
                : lua.createCallExpression(lua.createIdentifier("require"), [lua.createStringLiteral(target.name)]);
        statements.push(lua.createExpressionStatement(run, node));
    } else {
        // Names that are only used as types leave no trace.
        const used = (alias: ts.Node) => context.resolver.isReferencedAliasDeclaration(alias);
        if (clause.name && used(clause)) declare(clause.name, "default");
        const bindings = clause.namedBindings;
        if (bindings && ts.isNamespaceImport(bindings)) {
            if (used(bindings)) declare(bindings.name, "*");
        } else if (bindings) {
            for (const element of bindings.elements) {
                if (used(element)) declare(element.name, specifierName(element.propertyName ?? element.name));
            }
        }
    }
    const scope = peekScope(context);
    (scope.importStatements ??= []).push(...statements);
    return undefined;
}

function visitImportEquals(
    node: ts.ImportEqualsDeclaration,
    context: TransformationContext,
): lua.Statement[] | undefined {
    if (!ts.isExternalModuleReference(node.moduleReference)) return context.superTransformStatements(node);
    if (!context.resolver.isReferencedAliasDeclaration(node)) return undefined;
    const target = resolve(context, node.moduleReference.expression);
    if (!target) return undefined;
    const name = target.kind === "source" ? "export=" : "*";
    return [
        lua.createVariableDeclarationStatement(
            transformIdentifier(context, node.name),
            importOf(target, name, node),
            node,
        ),
    ];
}

function visitExport(node: ts.ExportDeclaration, context: TransformationContext): lua.Statement[] | undefined {
    const statement = (name: string, ...args: (string | lua.Expression)[]) =>
        lua.createExpressionStatement(call(name, args, node), node);
    if (!node.moduleSpecifier) {
        if (!node.exportClause || !ts.isNamedExports(node.exportClause)) return undefined;
        return node.exportClause.elements
            .filter((element) => context.resolver.isValueAliasDeclaration(element))
            .map((element) =>
                statement(
                    message.export,
                    specifierName(element.name),
                    context.transformExpression((element.propertyName ?? element.name) as ts.Identifier),
                ),
            );
    }
    const target = resolve(context, node.moduleSpecifier);
    if (!target) return undefined;
    if (!node.exportClause) {
        // What a Lua module of the server exports is not known before run time: `export *` works for sources only.
        return target.kind === "source" ? [statement(message.reexportAll, target.file)] : undefined;
    }
    const exports: [imported: string, exported: string][] = ts.isNamespaceExport(node.exportClause)
        ? [["*", specifierName(node.exportClause.name)]]
        : node.exportClause.elements
              .filter((element) => context.resolver.isValueAliasDeclaration(element))
              .map((element) => [specifierName(element.propertyName ?? element.name), specifierName(element.name)]);
    return exports.map(([imported, exported]) =>
        target.kind === "source"
            ? statement(message.reexport, target.file, imported, exported)
            : statement(message.export, exported, importOf(target, imported, node)),
    );
}

export const importVisitors: Visitors = {
    [ts.SyntaxKind.ImportDeclaration]: visitImport,
    [ts.SyntaxKind.ImportEqualsDeclaration]: visitImportEquals,
    [ts.SyntaxKind.ExportDeclaration]: visitExport,
};
