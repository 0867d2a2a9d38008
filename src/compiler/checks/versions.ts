import ts from "typescript";
import {
    callOutsideVersions,
    dependencyOutsideVersions,
    eventOutsideVersions,
    importOutsideVersions,
    memberOutsideVersions,
    optionOutsideVersions,
    type VersionGap,
} from "../diagnostics.ts";
import {
    declaresProsody,
    lifetimeOf,
    taggedNames,
    type DeclaredKey,
    type KeyScope,
    type Lifetime,
} from "../lifetimes.ts";
import { referencesIn } from "../references.ts";
import { narrowedRange, Timeline, type Epochs } from "../versions.ts";
import { isWrapping } from "../wrapping.ts";
import { mayBe, partsOf } from "../union-parts.ts";
import { nodeAt, type Rule, type RuleContext } from "./rule.ts";
import { equalities } from "./conditions.ts";

/**
 * What a module uses must be there in all Prosody versions that it supports, or only be used where it is. Which version runs
 * never changes while a module is loaded, so that one condition stands for all that came with the same release: where
 * `module.may` is there, everything of 13.0 is, in functions that are called later too.
 */
export const outsideVersions: Rule = {
    kinds: [
        ts.SyntaxKind.PropertyAccessExpression,
        ts.SyntaxKind.ElementAccessExpression,
        ts.SyntaxKind.BindingElement,
        ts.SyntaxKind.ImportDeclaration,
        ts.SyntaxKind.ExportDeclaration,
        ts.SyntaxKind.CallExpression,
        ts.SyntaxKind.ObjectLiteralExpression,
    ],
    visit(node, context) {
        if (context.supported.length === 0) return;
        if (ts.isPropertyAccessExpression(node)) checkAccess(node, node.name.text, node.name, context);
        else if (ts.isElementAccessExpression(node)) {
            const key = node.argumentExpression;
            if (ts.isStringLiteralLike(key)) checkAccess(node, key.text, key, context);
        } else if (ts.isBindingElement(node)) checkDestructured(node, context);
        else if (ts.isImportDeclaration(node)) checkImport(node, context);
        else if (ts.isExportDeclaration(node)) {
            if (!node.isTypeOnly) checkModule(node, node.moduleSpecifier, context);
        } else if (ts.isCallExpression(node)) {
            checkOverload(node, context);
            checkKey(node, context);
        } else if (ts.isObjectLiteralExpression(node)) checkOptions(node, context);
    },
};

/** What the declarations of one program say of versions. */
interface Declared {
    readonly timeline: Timeline;
    readonly names: ReadonlySet<string>;
    readonly overloads: ReadonlySet<string>;
    readonly modules: ReadonlyMap<string, Lifetime>;
    readonly keys: readonly DeclaredKey[];
}

const declaredBy = new WeakMap<ts.Program, Declared>();

function declared(program: ts.Program): Declared {
    let known = declaredBy.get(program);
    if (!known) {
        const files = program.getSourceFiles().filter(declaresProsody).map(taggedNames);
        known = {
            timeline: new Timeline(files.flatMap(({ versions }) => [...versions])),
            names: new Set(files.flatMap(({ names }) => [...names])),
            overloads: new Set(files.flatMap(({ overloads }) => [...overloads])),
            modules: new Map(files.flatMap(({ modules }) => [...modules])),
            keys: files.flatMap(({ keys }) => keys),
        };
        declaredBy.set(program, known);
    }
    return known;
}

// ── What has which lifetime ─────────────────────────────────────────────────────────────────────────────────────────

interface Dated {
    /** Those in which it is there; several declarations of one name add up. */
    readonly epochs: Epochs;
    readonly lifetime: Lifetime;
    readonly symbol: ts.Symbol;
}

function dated(symbol: ts.Symbol | undefined, { checker, program }: RuleContext): Dated | undefined {
    if (!symbol) return undefined;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const { timeline } = declared(program);
    let epochs: Epochs = 0;
    let lifetime: Lifetime | undefined;
    for (const declaration of target.declarations ?? []) {
        const own = declaresProsody(declaration.getSourceFile()) ? lifetimeOf(declaration) : undefined;
        if (!own) return undefined;
        epochs |= timeline.of(own);
        lifetime = lifetime?.instead === undefined ? { ...own, ...lifetime, ...insteadOf(own) } : lifetime;
    }
    return lifetime && { epochs, lifetime, symbol: target };
}

function insteadOf({ instead }: Lifetime): Pick<Lifetime, "instead"> {
    return instead === undefined ? {} : { instead };
}

/** What `a.b` or `a["b"]` reads, if that is tagged. */
function datedAccess(node: ts.Expression, context: RuleContext): Dated | undefined {
    const name = ts.isPropertyAccessExpression(node)
        ? node.name
        : ts.isElementAccessExpression(node)
          ? node.argumentExpression
          : undefined;
    if (!name || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name))) return undefined;
    if (!declared(context.program).names.has(name.text)) return undefined;
    return dated(context.checker.getSymbolAtLocation(name), context);
}

function includesUndefined(type: ts.Type): boolean {
    return mayBe(type, ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Any);
}

/** Declared as something that may be undefined: whoever reads it has to mind that anyway. */
function mayBeUndefined({ symbol }: Dated, { checker }: RuleContext): boolean {
    return (symbol.flags & ts.SymbolFlags.Optional) !== 0 || includesUndefined(checker.getTypeOfSymbol(symbol));
}

// ── Uses ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function checkAccess(node: ts.Expression, name: string, place: ts.Node, context: RuleContext): void {
    if (!declared(context.program).names.has(name)) return;
    checkUse(node, dated(context.checker.getSymbolAtLocation(place), context), place, context);
}

function checkUse(node: ts.Expression, use: Dated | undefined, place: ts.Node, context: RuleContext): void {
    if (!use || !isAnywhereMissing(use.epochs, context)) return;
    const written = isWritten(node);
    if (!written && (isOnlyTested(node) || mayBeUndefined(use, context))) return;
    const holder = written ? undefined : constantThatHolds(node);
    if (holder) {
        checkUses(holder, use, context);
        return;
    }
    const gap = gapOf(node, node.getText(), use, context);
    if (gap) context.report(written ? optionOutsideVersions(place, gap) : memberOutsideVersions(place, gap));
}

/** `const isEnabled = usermanager.user_is_enabled`: taking nil off a table harms nobody yet. Others may use what is exported. */
function constantThatHolds(node: ts.Node): ts.Identifier | undefined {
    const { parent } = node;
    if (isWrapping(parent)) return constantThatHolds(parent);
    if (!ts.isVariableDeclaration(parent) || parent.initializer !== node) return undefined;
    return ts.isIdentifier(parent.name) ? localConstant(parent, parent.name) : undefined;
}

function localConstant(declaration: ts.Declaration, name: ts.Identifier): ts.Identifier | undefined {
    const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    const isExported = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0;
    return isConstant && !isExported ? name : undefined;
}

/** `const { may } = module` */
function checkDestructured(node: ts.BindingElement, context: RuleContext): void {
    if (!ts.isObjectBindingPattern(node.parent) || node.dotDotDotToken || node.initializer) return;
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name)) return;
    if (!declared(context.program).names.has(name.text)) return;
    const use = dated(context.checker.getTypeAtLocation(node.parent).getProperty(name.text), context);
    if (!use || !isAnywhereMissing(use.epochs, context) || mayBeUndefined(use, context)) return;
    const holder = ts.isIdentifier(node.name) ? localConstant(node, node.name) : undefined;
    if (holder) {
        checkUses(holder, use, context);
        return;
    }
    const gap = gapOf(node, name.text, use, context);
    if (gap) context.report(memberOutsideVersions(name, gap));
}

/** The module, and everything that is imported from it by name where that is used. */
function checkImport(node: ts.ImportDeclaration, context: RuleContext): void {
    const { importClause } = node;
    if (importClause?.isTypeOnly) return;
    const named = importClause?.namedBindings;
    const elements = named && ts.isNamedImports(named) ? named.elements.filter((each) => !each.isTypeOnly) : [];
    const isDated = ts.isStringLiteral(node.moduleSpecifier)
        ? declared(context.program).modules.has(node.moduleSpecifier.text)
        : false;
    if (isDated) {
        const names = [
            ...(importClause?.name ? [importClause.name] : []),
            ...(named && ts.isNamespaceImport(named) ? [named.name] : []),
            ...elements.map((element) => element.name),
        ];
        // What is used as a type only leaves no `require`.
        if (importClause === undefined || names.some((name) => usesOf(name, context).length > 0)) {
            checkModule(node, node.moduleSpecifier, context);
        }
    }
    for (const element of elements) {
        if (!declared(context.program).names.has((element.propertyName ?? element.name).text)) continue;
        const use = dated(context.checker.getSymbolAtLocation(element.name), context);
        if (!use || (use.symbol.flags & ts.SymbolFlags.Value) === 0 || !isAnywhereMissing(use.epochs, context))
            continue;
        checkUses(element.name, use, context);
    }
}

/** Everywhere that a name of this file stands for something. */
function checkUses(name: ts.Identifier, use: Dated, context: RuleContext): void {
    for (const identifier of usesOf(name, context)) checkUse(identifier, use, identifier, context);
}

function usesOf(name: ts.Identifier, { checker }: RuleContext): readonly ts.Identifier[] {
    const symbol = checker.getSymbolAtLocation(name);
    return (symbol && referencesIn(name.getSourceFile(), new Set([symbol]), checker).get(symbol)) ?? [];
}

function checkModule(node: ts.Node, specifier: ts.Expression | undefined, context: RuleContext): void {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { modules, timeline } = declared(context.program);
    const lifetime = modules.get(specifier.text);
    if (!lifetime) return;
    const gap = gapOf(node, specifier.text, { epochs: timeline.of(lifetime), lifetime }, context);
    if (gap) context.report(importOutsideVersions(specifier, gap, specifier.text.replace(/^prosody\./, "")));
}

/** A way to call something that is younger than the thing. */
function checkOverload(node: ts.CallExpression, context: RuleContext): void {
    const callee = node.expression;
    const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    const { overloads, timeline } = declared(context.program);
    if (!ts.isIdentifier(name) || !overloads.has(name.text)) return;
    const declaration = context.checker.getResolvedSignature(node)?.getDeclaration();
    if (!declaration?.name || !declaresProsody(declaration.getSourceFile())) return;
    const lifetime = lifetimeOf(declaration);
    if (!lifetime) return;
    const epochs = timeline.of(lifetime);
    // Where the function itself is as young, that is what is to be said.
    if (dated(context.checker.getSymbolAtLocation(declaration.name), context)?.epochs === epochs) return;
    const gap = gapOf(node, callee.getText(), { epochs, lifetime }, context);
    if (gap) context.report(callOutsideVersions(name, gap));
}

/** Members of the module API whose first argument is a name that a declaration knows, and what happens on a version that does not. */
const naming: ReadonlyMap<string, { scope: KeyScope; what: string; report: typeof eventOutsideVersions }> = new Map([
    ["hook", { scope: "HostEvents", what: "The event", report: eventOutsideVersions }],
    ["wrap_event", { scope: "HostEvents", what: "The event", report: eventOutsideVersions }],
    ["hook_global", { scope: "GlobalEvents", what: "The event", report: eventOutsideVersions }],
    ["wrap_global", { scope: "GlobalEvents", what: "The event", report: eventOutsideVersions }],
    ["add_item", { scope: "Items", what: "The kind of item", report: optionOutsideVersions }],
    ["provides", { scope: "Providers", what: "The kind", report: optionOutsideVersions }],
    ["depends", { scope: "ModuleExports", what: "The module", report: dependencyOutsideVersions }],
]);

function checkKey(node: ts.CallExpression, context: RuleContext): void {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee)) return;
    const named = naming.get(callee.name.text);
    const [name] = node.arguments;
    if (!named || !name || !ts.isStringLiteralLike(name)) return;
    const method = context.checker.getSymbolAtLocation(callee.name)?.declarations?.[0];
    if (!method || !declaresProsody(method.getSourceFile())) return;
    const { keys, timeline } = declared(context.program);
    const own = keys.filter(({ scope }) => scope === named.scope);
    const lifetime = (
        own.find(({ parts }) => parts.length === 1 && parts[0] === name.text) ??
        own.find(({ parts }) => parts.length > 1 && fits(name.text, parts))
    )?.lifetime;
    if (!lifetime) return;
    const gap = gapOf(node, `${named.what} "${name.text}"`, { epochs: timeline.of(lifetime), lifetime }, context);
    if (gap) context.report(named.report(name, gap));
}

/** Whether a name has the beginning, the end and all else that is fixed in a pattern. */
function fits(name: string, parts: readonly string[]): boolean {
    const [first = "", ...rest] = parts;
    const last = rest.pop() ?? "";
    if (!name.startsWith(first) || !name.endsWith(last)) return false;
    let from = first.length;
    for (const part of rest) {
        const at = name.indexOf(part, from);
        if (at < 0) return false;
        from = at + part.length;
    }
    return from + last.length <= name.length;
}

/** `{ option: value }` where a declaration says what the object may hold. */
function checkOptions(node: ts.ObjectLiteralExpression, context: RuleContext): void {
    const { names } = declared(context.program);
    for (const property of node.properties) {
        const { name } = property;
        if (!name || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name)) || !names.has(name.text)) continue;
        const expected = context.checker.getContextualType(node);
        if (!expected) return;
        const options = partsOf(expected)
            .map((type) => type.getProperty(name.text))
            .filter((symbol) => symbol !== undefined)
            // A method is for Prosody to call: one that does not know it calls others.
            .map((symbol) => ((symbol.flags & ts.SymbolFlags.Method) === 0 ? dated(symbol, context) : undefined));
        // One of the forms that the object may take knows the name in all versions.
        if (options.length === 0 || options.includes(undefined)) continue;
        const epochs = options.reduce((all, option) => all | option!.epochs, 0);
        const gap = gapOf(node, name.text, { epochs, lifetime: options[0]!.lifetime }, context);
        if (gap) context.report(optionOutsideVersions(name, gap));
    }
}

// ── Where a use stands ──────────────────────────────────────────────────────────────────────────────────────────────

function supportedEpochs({ supported, program }: RuleContext): Epochs {
    const { timeline } = declared(program);
    return supported.reduce((all, { range }) => all | timeline.in(range), 0);
}

function isAnywhereMissing(epochs: Epochs, context: RuleContext): boolean {
    return (supportedEpochs(context) & ~epochs) !== 0;
}

/** What is to be said where some supported version that can come here lacks something. */
function gapOf(
    node: ts.Node,
    name: string,
    { epochs, lifetime }: Pick<Dated, "epochs" | "lifetime">,
    context: RuleContext,
): VersionGap | undefined {
    if (!isAnywhereMissing(epochs, context)) return undefined;
    const { timeline } = declared(context.program);
    const here = epochsAt(node, context);
    for (const { module, range } of context.supported) {
        const supported = timeline.in(range);
        const missing = supported & here & ~epochs;
        if (missing === 0) continue;
        return {
            name,
            lifetime,
            module,
            range,
            missing: timeline.names(missing),
            narrowed: (supported & epochs) === 0 ? undefined : narrowedRange(range, lifetime),
        };
    }
    return undefined;
}

function isWritten(node: ts.Expression): boolean {
    const { parent } = node;
    return (
        ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    );
}

const testsLeft: ReadonlySet<ts.SyntaxKind> = new Set([
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
]);

/** Functions that take a value to see what it is. */
const testing: ReadonlySet<string> = new Set(["type", "assert"]);

/** Where nothing happens if a value is nil: in a condition, before `?.` and `??`, in a comparison. */
function isOnlyTested(node: ts.Node): boolean {
    const { parent } = node;
    if (isWrapping(parent)) return isOnlyTested(parent);
    if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
    if (ts.isTypeOfExpression(parent)) return true;
    if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
        return parent.expression === node;
    if (ts.isForStatement(parent) || ts.isConditionalExpression(parent)) return parent.condition === node;
    if (ts.isBinaryExpression(parent)) {
        const operator = parent.operatorToken.kind;
        if (equalities.has(operator)) return true;
        return testsLeft.has(operator) && (parent.left === node || isOnlyTested(parent));
    }
    if (ts.isCallExpression(parent) && parent.expression !== node) {
        return ts.isIdentifier(parent.expression) && testing.has(parent.expression.text);
    }
    if (!ts.isOptionalChain(parent) || ts.isNonNullExpression(parent)) return false;
    return parent.expression === node && parent.questionDotToken !== undefined;
}

/** The epochs in which the code at a node can run at all, by the conditions that lead there. */
function epochsAt(node: ts.Node, context: RuleContext): Epochs {
    let epochs = declared(context.program).timeline.all;
    for (let child = node; !ts.isSourceFile(child); child = child.parent) {
        const { parent } = child;
        if (ts.isIfStatement(parent)) {
            if (child === parent.thenStatement) epochs &= implied(parent.expression, true, context);
            else if (child === parent.elseStatement) epochs &= implied(parent.expression, false, context);
        } else if (ts.isConditionalExpression(parent)) {
            if (child === parent.whenTrue) epochs &= implied(parent.condition, true, context);
            else if (child === parent.whenFalse) epochs &= implied(parent.condition, false, context);
        } else if (ts.isWhileStatement(parent)) {
            if (child === parent.statement) epochs &= implied(parent.expression, true, context);
        } else if (ts.isForStatement(parent)) {
            if (parent.condition && (child === parent.statement || child === parent.incrementor)) {
                epochs &= implied(parent.condition, true, context);
            }
        } else if (ts.isBinaryExpression(parent) && child === parent.right) {
            const operator = parent.operatorToken.kind;
            if (testsLeft.has(operator)) {
                epochs &= implied(parent.left, operator === ts.SyntaxKind.AmpersandAmpersandToken, context);
            }
        } else if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)) {
            for (const before of parent.statements) {
                if (before === child) break;
                epochs &= impliedAfter(before, context);
            }
        } else if (ts.isCallExpression(parent) && child !== parent.expression && parent.questionDotToken) {
            // `module.may?.(…)` does not even look at its arguments where the function is missing.
            epochs &= implied(parent.expression, true, context);
        }
    }
    return epochs;
}

/** `if (!module.may) return;` and `assert(module.may);` let only some versions go on. */
function impliedAfter(statement: ts.Statement, context: RuleContext): Epochs {
    const { all } = declared(context.program).timeline;
    if (ts.isIfStatement(statement)) {
        const { thenStatement, elseStatement } = statement;
        let epochs = all;
        if (leaves(thenStatement, context)) epochs &= implied(statement.expression, false, context);
        if (elseStatement && leaves(elseStatement, context)) epochs &= implied(statement.expression, true, context);
        return epochs;
    }
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return all;
    const { expression: callee, arguments: values } = statement.expression;
    const isAssertion = ts.isIdentifier(callee) && callee.text === "assert" && values[0] !== undefined;
    return isAssertion ? implied(values[0]!, true, context) : all;
}

function leaves(statement: ts.Statement, context: RuleContext): boolean {
    if (ts.isBlock(statement)) {
        const last = statement.statements.at(-1);
        return last !== undefined && leaves(last, context);
    }
    if (ts.isExpressionStatement(statement)) {
        const type = context.checker.getTypeAtLocation(statement.expression);
        return (type.flags & ts.TypeFlags.Never) !== 0;
    }
    return (
        ts.isReturnStatement(statement) ||
        ts.isThrowStatement(statement) ||
        ts.isBreakStatement(statement) ||
        ts.isContinueStatement(statement)
    );
}

/** The epochs that remain possible once a condition has turned out true or false. */
function implied(condition: ts.Expression, outcome: boolean, context: RuleContext): Epochs {
    const { all } = declared(context.program).timeline;
    const of = (expression: ts.Expression, itsOutcome: boolean) => implied(expression, itsOutcome, context);
    if (isWrapping(condition)) return of((condition as ts.ParenthesizedExpression).expression, outcome);
    if (ts.isPrefixUnaryExpression(condition)) {
        return condition.operator === ts.SyntaxKind.ExclamationToken ? of(condition.operand, !outcome) : all;
    }
    if (ts.isBinaryExpression(condition)) {
        const { left, right, operatorToken } = condition;
        const operator = operatorToken.kind;
        if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) {
            const needsBoth = (operator === ts.SyntaxKind.AmpersandAmpersandToken) === outcome;
            return needsBoth ? of(left, outcome) & of(right, outcome) : of(left, outcome) | of(right, outcome);
        }
        return equalities.has(operator) ? impliedByComparison(condition, outcome, context) : all;
    }
    if (ts.isCallExpression(condition)) return outcome ? of(condition.expression, true) : all;
    if (ts.isIdentifier(condition)) return impliedByName(condition, outcome, context);
    if (!ts.isPropertyAccessExpression(condition) && !ts.isElementAccessExpression(condition)) return all;
    const base = outcome ? of(condition.expression, true) : all;
    return base & impliedByValue(datedAccess(condition, context), outcome, context);
}

function impliedByValue(value: Dated | undefined, outcome: boolean, context: RuleContext): Epochs {
    const { all } = declared(context.program).timeline;
    if (!value) return all;
    if (outcome) return value.epochs;
    // It may be false for another reason than that it does not exist.
    const isAlwaysTrue =
        (context.checker.getTypeOfSymbol(value.symbol).flags & ts.TypeFlags.Object) !== 0 &&
        !mayBeUndefined(value, context);
    return isAlwaysTrue ? all & ~value.epochs : all;
}

/** `x !== undefined`, `type(x) === "function"` */
function impliedByComparison(node: ts.BinaryExpression, outcome: boolean, context: RuleContext): Epochs {
    const operator = node.operatorToken.kind;
    const equal =
        outcome ===
        (operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsEqualsToken);
    const isNothing = (side: ts.Expression) =>
        side.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(side) && side.text === "undefined");
    const { left, right } = node;
    if (isNothing(right)) return implied(left, !equal, context);
    if (isNothing(left)) return implied(right, !equal, context);
    const { all } = declared(context.program).timeline;
    if (!isLiteral(right)) return all;
    const tested = ts.isTypeOfExpression(left)
        ? left.expression
        : ts.isCallExpression(left) && ts.isIdentifier(left.expression) && left.expression.text === "type"
          ? left.arguments[0]
          : undefined;
    // What equals something is something.
    if (!tested) return equal ? implied(left, true, context) : all;
    const isMissing = ts.isStringLiteralLike(right) && (right.text === "nil" || right.text === "undefined");
    // "is a function" says that it is there; "is no function" leaves open what it is instead.
    return equal ? implied(tested, !isMissing, context) : isMissing ? implied(tested, true, context) : all;
}

/** A literal of something that is true in Lua. */
function isLiteral(node: ts.Expression): boolean {
    return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || node.kind === ts.SyntaxKind.TrueKeyword;
}

/** What a name stands for: an imported function, or a constant that holds the outcome of a condition. */
function impliedByName(name: ts.Identifier, outcome: boolean, context: RuleContext): Epochs {
    const { checker, program } = context;
    const { all, of } = timelineOf(program);
    let symbol = checker.getSymbolAtLocation(name);
    if (symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0) symbol = checker.getAliasedSymbol(symbol);
    const declaration = symbol?.valueDeclaration;
    if (!declaration) return all;
    if (declaresProsody(declaration.getSourceFile())) return impliedByValue(dated(symbol, context), outcome, context);
    const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    if (!isConstant) return all;
    if (ts.isVariableDeclaration(declaration)) {
        return declaration.initializer ? implied(declaration.initializer, outcome, context) : all;
    }
    if (!ts.isBindingElement(declaration)) return all;
    if (ts.isObjectBindingPattern(declaration.parent)) {
        const member = (declaration.propertyName ?? declaration.name) as ts.Identifier;
        const property = checker.getTypeAtLocation(declaration.parent).getProperty(member.text);
        return impliedByValue(dated(property, context), outcome, context);
    }
    if (!outcome) return all;
    const lifetime = loadedModule(declaration, program);
    return lifetime ? of(lifetime) : all;
}

function timelineOf(program: ts.Program): { all: Epochs; of: (lifetime: Lifetime) => Epochs } {
    const { timeline } = declared(program);
    return { all: timeline.all, of: (lifetime) => timeline.of(lifetime) };
}

/** `const [found, library] = pcall(require, "util.error")`, `const [library] = softreq("util.error")`: where the first is true, the module is there. */
function loadedModule(element: ts.BindingElement, program: ts.Program): Lifetime | undefined {
    const pattern = element.parent;
    const { initializer } = pattern.parent as ts.VariableDeclaration;
    if (!ts.isArrayBindingPattern(pattern) || pattern.elements[0] !== element) return undefined;
    if (!initializer || !ts.isCallExpression(initializer)) return undefined;
    const [first, second] = initializer.arguments;
    const callee = initializer.expression.getText();
    const isProtected = callee === "pcall" && first?.getText() === "require";
    const name = isProtected ? second : /\bsoftreq$/.test(callee) ? first : undefined;
    if (!name || !ts.isStringLiteralLike(name)) return undefined;
    return declared(program).modules.get(`prosody.${name.text.replace(/^prosody\./, "")}`);
}

/**
 * TypeScript takes `if (module.set_status)` for a forgotten call, as the function is declared: not where some supported version
 * lacks it.
 */
export function isVersionGuard(diagnostic: ts.Diagnostic, context: RuleContext): boolean {
    const { file, start, length = 0 } = diagnostic;
    if (diagnostic.code !== 2774 || context.supported.length === 0 || !file || start === undefined) return false;
    const node = nodeAt(file, start, start + length);
    return node !== undefined && isAnywhereMissing(implied(node as ts.Expression, true, context), context);
}
