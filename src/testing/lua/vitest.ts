/** Shows each busted test as a test of its own in vitest's report. */
import path from "node:path";
import { describe, test } from "vitest";
import { runBusted, type BustedReport, type BustedTest, type Trouble } from "./busted.ts";
import { chosenEnvironments, type LuaEnvironment } from "./environments.ts";
import { createPositions, type Positions } from "./positions.ts";
import { compileSpecs, type CompiledSpecs } from "./specs.ts";

/** Environment variable with the comma-separated modules ("mod_x") that a run is restricted to. */
const MODULES_VARIABLE = "TYPED_PROSODY_MODULES";

export interface BustedTestsOptions {
    /** The folder of tstl.json. Default: the working folder. */
    readonly projectDir?: string;
    /** Where the specs are, relative to it. Default: spec/lua. */
    readonly folder?: string;
    /** Plugin paths of generated modules, relative to it. Default: dist-lua. */
    readonly plugins?: readonly string[];
}

/**
 * Compiles the specs below `spec/lua`, runs them in busted on each Lua version, and declares what came of it as vitest
 * tests: environment, spec file, groups, test. To be awaited at the top of a vitest file:
 *
 *     import { bustedTests } from "typed-prosody/testing/busted";
 *     await bustedTests();
 *
 * Whatever keeps specs from running fails and says so. `TYPED_PROSODY_LUA`, `TYPED_PROSODY_VERSIONS` and
 * `TYPED_PROSODY_MODULES` restrict the run.
 */
export async function bustedTests(options: BustedTestsOptions = {}): Promise<void> {
    const projectDir = path.resolve(options.projectDir ?? ".");
    const folder = options.folder ?? "spec/lua";
    const plugins = options.plugins ?? ["dist-lua"];
    const modules = (process.env[MODULES_VARIABLE] ?? "").split(",").filter((name) => name !== "");

    // What is wrong here keeps the whole file from being read: a test of its own would be passed over where names are filtered.
    const environments = chosenEnvironments();
    const specs = await compileSpecs(projectDir, folder, modules);
    if (specs.files.length === 0) return;
    const positions = createPositions(projectDir, specs.maps);

    const runs = environments.map((environment) => ({
        environment,
        report: runBusted({
            environment,
            files: specs.files,
            folder: projectDir,
            plugins: [...plugins, ...(specs.plugins === undefined ? [] : [specs.plugins])],
            say: (line) => console.log(`[busted] ${line}`),
        }),
    }));
    await Promise.allSettled(runs.map(({ report }) => report));
    await specs.remove();
    for (const { environment, report } of runs) {
        await report.then(
            (finished) => declare(environment, finished, { projectDir, specs, positions }),
            (error: unknown) =>
                describe(environment.title, () => {
                    test("busted runs", () => {
                        throw error;
                    });
                }),
        );
    }
}

interface Context {
    readonly projectDir: string;
    readonly specs: CompiledSpecs;
    readonly positions: Positions;
}

function declare(environment: LuaEnvironment, report: BustedReport, context: Context): void {
    describe(environment.title, () => {
        for (const file of context.specs.files) {
            const tests = report.tests.filter((candidate) => candidate.file === file);
            const errors = report.errors.filter((candidate) => candidate.file === file);
            describe(path.basename(file).replace(/\.lua$/, ".ts"), () => {
                declareGroup(tests, 0, context);
                for (const error of errors) {
                    test([...error.names, `(${error.within})`].join(" "), () => {
                        throw failure(error.trouble, context);
                    });
                }
                if (tests.length === 0 && errors.length === 0) {
                    test("the spec runs", () => {
                        throw new Error(`busted ran no test of it.\n${context.positions.rewrite(report.output)}`);
                    });
                }
            });
        }
        const stray = report.errors.filter((error) => !context.specs.files.includes(error.file ?? ""));
        if (!report.complete || stray.length > 0) {
            test("busted comes to its end", () => {
                const messages = stray.map((error) => error.trouble.message ?? error.within);
                throw new Error(context.positions.rewrite([...messages, report.output].join("\n")));
            });
        }
    });
}

/** Declares tests by the groups that they are in, in the order in which they ran. */
function declareGroup(tests: readonly BustedTest[], depth: number, context: Context): void {
    for (let at = 0; at < tests.length;) {
        const current = tests[at]!;
        const name = current.names[depth] ?? "";
        if (current.names.length === depth + 1) {
            declareTest(name, current, context);
            at += 1;
            continue;
        }
        let end = at;
        while (end < tests.length && tests[end]!.names.length > depth + 1 && tests[end]!.names[depth] === name)
            end += 1;
        const group = tests.slice(at, end);
        describe(name, () => declareGroup(group, depth + 1, context));
        at = end;
    }
}

function declareTest(name: string, result: BustedTest, context: Context): void {
    test(name, () => {
        if (result.status === "success") return;
        if (result.status === "pending") throw new Error("The test is still pending: it says nothing yet.");
        throw failure(result.trouble ?? { message: "busted gave no reason" }, context);
    });
}

/** An error that points into the TypeScript. */
function failure(trouble: Trouble, { projectDir, positions }: Context): Error {
    const { message = "", source, line, traceback } = trouble;
    const position = source === undefined || line === undefined ? undefined : positions.locate(source, line);
    // The position in front of the message is the one that vitest shows with the code around it.
    const plain = position === undefined ? message : message.replace(/^[^\n:]*:\d+: /, "");
    const error = new Error(positions.rewrite(plain));
    error.name = "busted";
    const frames = [...(traceback ?? "").matchAll(/([^\s:]+\.lua):(\d+)/g)]
        .map(([, file, at]) => positions.locate(file!, Number(at)))
        .filter((found) => found !== undefined);
    const places = position === undefined ? frames : [position, ...frames];
    const unique = places.filter(
        (place, index) => places.findIndex((other) => other.file === place.file && other.line === place.line) === index,
    );
    error.stack = [
        `${error.name}: ${error.message}`,
        ...unique.map(({ file, line: row, column }) => `    at ${file}:${row}:${column}`),
        ...(unique.length === 0 ? [`    at ${projectDir}`] : []),
    ].join("\n");
    return error;
}
