/** Names for the variables that the transpiler makes: what they hold says how an author would have called them. */
import { lua, type Identifier } from "../lua/syntax.ts";
import { naturalName } from "./names.ts";
import { resolveBinding, type Binding } from "./scope.ts";

/** `local attr = event.stanza.attr`, `local user = users[jid]`, `for _, tag in ipairs(query.tags) do`. */
export function nameTemporary(node: lua.Node): void {
    if (lua.isForInStatement(node)) {
        const [call] = node.expressions;
        const list = call && lua.isCallExpression(call) ? call.params[0] : undefined;
        const element = list && node.names.length === 2 ? temporary(node.names[1]!) : undefined;
        const name = list && elementName(list);
        if (element && name !== undefined && isNameless(element)) element.suggestion = name;
    } else if (lua.isVariableDeclarationStatement(node) && node.left.length === 1 && node.right?.length === 1) {
        const variable = temporary(node.left[0]!);
        const [value] = node.right;
        if (!variable || !lua.isTableIndexExpression(value!)) return;
        const field = fieldName(value);
        const name = elementName(value.table);
        if (field !== undefined) variable.name = field;
        else if (name !== undefined && isNameless(variable)) variable.suggestion = name;
    }
}

function temporary(variable: lua.Identifier): Binding | undefined {
    const { binding } = variable as Identifier;
    return binding && variable.text.startsWith("____") ? resolveBinding(binding) : undefined;
}

/** Some are made of a name of the author's, a callback's parameter for instance. */
function isNameless({ name }: Binding): boolean {
    const natural = naturalName(name);
    return natural === "value" || natural === "temp" || natural === "_";
}

/** `attr` of `stanza.attr`. */
function fieldName({ index }: lua.TableIndexExpression): string | undefined {
    return lua.isStringLiteral(index) && /^[A-Za-z]\w*$/.test(index.value) ? index.value : undefined;
}

/** `tag` for an element of `query.tags or {}`. */
function elementName(list: lua.Expression): string | undefined {
    if (lua.isParenthesizedExpression(list)) return elementName(list.expression);
    if (lua.isIdentifier(list)) {
        const { binding } = list as Identifier;
        return singular(binding ? resolveBinding(binding).name : list.text);
    }
    if (lua.isTableIndexExpression(list)) return singular(fieldName(list) ?? "");
    if (!lua.isBinaryExpression(list)) return undefined;
    if (list.operator === lua.SyntaxKind.OrOperator) return elementName(list.left);
    return list.operator === lua.SyntaxKind.AndOperator ? elementName(list.right) : undefined;
}

/** Names that stand for something else in Lua. */
const RESERVED = new Set(
    (
        "and break do else elseif end error false for function goto host if in io local math module next nil not or os " +
        "package prosody repeat return select string table then true type until while"
    ).split(" "),
);

/** `session` of `bareSessions` and `bare_sessions`; undefined for what is no plain plural. */
function singular(plural: string): string | undefined {
    const word = (/[A-Z]?[a-z]+$|[A-Z]+$/.exec(plural)?.[0] ?? "").toLowerCase();
    let name: string | undefined;
    if (/(?:ss|x|ch|sh)es$/.test(word)) name = word.slice(0, -2);
    else if (/[^aeiou]ies$/.test(word)) name = `${word.slice(0, -3)}y`;
    else if (/..[^isu]s$/.test(word) && !word.endsWith("ses")) name = word.slice(0, -1);
    return name === undefined || RESERVED.has(name) ? undefined : name;
}
