/** The option table of a module's README, read off the calls of `typed-prosody/lib/options` in its source. */
import ts from "typescript";

/** An option as its declaration says: `const x = urlOption("name", { ... })` with a doc comment. */
export interface DeclaredOption {
    name: string;
    /** What it takes, in words. */
    kind: string;
    /** As one writes it in prosody.cfg.lua; undefined where the option has no default. */
    default?: string;
    required: boolean;
    /** The doc comment, in one line. */
    description: string;
    /** An older name that is still read. */
    legacy?: string;
}

/** A README has its table in place of this line. */
export const OPTIONS_MARKER = "<!-- options -->";

const LIBRARY = /(?:^|\/)lib\/options(?:\.ts)?$/;

/** All options that the files of a module declare, in their order. */
export function declaredOptions(files: readonly ts.SourceFile[]): DeclaredOption[] {
    return files.flatMap((file) => {
        const readers = importedReaders(file);
        if (readers.size === 0) return [];
        return file.statements.filter(ts.isVariableStatement).flatMap((statement) =>
            statement.declarationList.declarations.flatMap((declaration) => {
                const call = declaration.initializer;
                if (!call || !ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return [];
                const reader = readers.get(call.expression.text);
                const option = reader === undefined ? undefined : declaredOption(reader, call);
                return option ? [{ ...option, description: docComment(statement) }] : [];
            }),
        );
    });
}

/** Local names of what a file imports from the option reader, with the names that they have there. */
function importedReaders(file: ts.SourceFile): Map<string, string> {
    const readers = new Map<string, string>();
    for (const statement of file.statements) {
        if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
        if (!LIBRARY.test(statement.moduleSpecifier.text)) continue;
        const bindings = statement.importClause?.namedBindings;
        if (!bindings || !ts.isNamedImports(bindings)) continue;
        for (const element of bindings.elements) {
            readers.set(element.name.text, (element.propertyName ?? element.name).text);
        }
    }
    return readers;
}

function declaredOption(reader: string, call: ts.CallExpression): Omit<DeclaredOption, "description"> | undefined {
    const [name] = call.arguments;
    if (!name || !ts.isStringLiteralLike(name)) return undefined;
    const rules = new Map<string, ts.Expression>();
    for (const argument of call.arguments) {
        if (!ts.isObjectLiteralExpression(argument)) continue;
        for (const property of argument.properties) {
            if (!ts.isPropertyAssignment(property)) continue;
            rules.set(property.name.getText().replace(/^["']|["']$/g, ""), property.initializer);
        }
    }
    const words = call.arguments.find(ts.isArrayLiteralExpression);
    const standard = rules.get("default");
    const legacy = rules.get("legacy");
    return {
        name: name.text,
        kind: kindInWords(reader, words, rules),
        ...(standard && { default: toLua(standard) }),
        required: !standard && !rules.has("optional"),
        ...(legacy && ts.isStringLiteralLike(legacy) && { legacy: legacy.text }),
    };
}

function kindInWords(
    reader: string,
    words: ts.ArrayLiteralExpression | undefined,
    rules: ReadonlyMap<string, ts.Expression>,
): string {
    const listed = (expressions: readonly ts.Expression[], conjunction: string, quote: string): string =>
        inSentence(
            expressions.map((word) => `${quote}${ts.isStringLiteralLike(word) ? word.text : word.getText()}${quote}`),
            conjunction,
        );
    switch (reader) {
        case "stringOption":
            return "text";
        case "booleanOption":
            return "`true` or `false`";
        case "numberOption":
            return `number${bounds(rules)}`;
        case "integerOption":
            return `whole number${bounds(rules)}`;
        case "periodOption":
            return `seconds${bounds(rules, ", above 0")}`;
        case "choiceOption":
            return listed(words?.elements ?? [], "or", '"');
        case "wordsOption":
            return `list of ${listed(words?.elements ?? [], "and", '"')}`;
        case "listOption":
            return "list of texts";
        case "mapOption":
            return "table of names and texts";
        case "jidOption":
            return "JID";
        case "urlOption": {
            const schemes = rules.get("schemes");
            return `${schemes && ts.isArrayLiteralExpression(schemes) ? listed(schemes.elements, "or", "") : "http or https"} URL`;
        }
        default:
            return reader.replace(/Option$/, "");
    }
}

function inSentence(words: readonly string[], conjunction: string): string {
    if (words.length < 2) return words.join("");
    return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

function bounds(rules: ReadonlyMap<string, ts.Expression>, withoutMinimum = ""): string {
    const min = rules.get("min")?.getText();
    const max = rules.get("max")?.getText();
    if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
    return `${min === undefined ? withoutMinimum : `, at least ${min}`}${max === undefined ? "" : `, at most ${max}`}`;
}

/** A literal as one writes it in prosody.cfg.lua. */
function toLua(expression: ts.Expression): string {
    if (ts.isStringLiteralLike(expression)) return JSON.stringify(expression.text);
    if (ts.isArrayLiteralExpression(expression)) {
        return expression.elements.length === 0 ? "{}" : `{ ${expression.elements.map(toLua).join(", ")} }`;
    }
    return expression.getText();
}

function docComment(statement: ts.VariableStatement): string {
    const comments = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
    const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment) ?? "";
    return text.replace(/\s+/g, " ").trim();
}

/** The options as a Markdown table. */
export function optionTable(options: readonly DeclaredOption[]): string {
    const rows = options.map((option) => [
        `\`${option.name}\``,
        option.kind,
        option.required ? "required" : option.default === undefined ? "none" : `\`${option.default}\``,
        [option.description, option.legacy === undefined ? "" : `Its old name is \`${option.legacy}\`.`]
            .join(" ")
            .trim(),
    ]);
    const table = [["Option", "Kind", "Default", "Description"], ...rows].map((row) =>
        row.map((cell) => cell.replaceAll("|", "\\|")),
    );
    const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
    const line = (cells: readonly string[]): string =>
        `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
    const [head, ...body] = table;
    return [line(head!), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** A README with the table in place of its marker; unchanged where it has none. */
export function withOptionTable(readme: string, options: readonly DeclaredOption[]): string {
    return readme.replace(OPTIONS_MARKER, () => optionTable(options));
}
