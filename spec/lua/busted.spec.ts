/** Holds the declarations of busted to busted: what they offer is there and does what it says. */

import {
    after_each,
    assert,
    before_each,
    context,
    describe,
    expose,
    finally as atEnd,
    gettime,
    insulate,
    it,
    lazy_setup,
    lazy_teardown,
    match,
    mock,
    monotime,
    setup,
    sleep,
    spec,
    spy,
    stub,
    teardown,
    test,
    version,
} from "busted";

/** The message that an assertion fails with; raises an error where it passes. */
function failing(assertion: (this: void) => unknown): string {
    const [ok, message] = pcall(assertion);
    if (ok) error("The assertion passed, and should not have", 2);
    return tostring(message);
}

describe("busted", () => {
    it("is the version that is declared", () => {
        assert.are.equal("2.1.1", version);
    });

    const order: string[] = [];
    const note = (what: string) => {
        order[order.length] = what;
    };
    describe("runs", () => {
        setup(() => note("setup"));
        lazy_setup(() => note("lazy_setup"));
        before_each(() => note("before_each"));
        after_each(() => note("after_each"));
        lazy_teardown(() => note("lazy_teardown"));
        teardown(() => note("teardown"));

        it("a test", () => {
            atEnd(() => note("finally"));
            note("test");
        });
        spec("a spec", () => note("spec"));
        test("a test by its other name", () => note("other test"));
    });
    it("has run what stands around tests, and their ends, in order", () => {
        const each = (name: string) => ["before_each", name, "after_each"];
        assert.are.same(
            [
                "setup",
                "lazy_setup",
                "before_each",
                "test",
                "finally",
                "after_each",
                ...each("spec"),
                ...each("other test"),
                "lazy_teardown",
                "teardown",
            ],
            order,
        );
    });

    context("keeps", () => {
        let torn = 0;
        context("what is torn down", () => {
            teardown(() => {
                torn += 1;
            });
            it("for later", () => assert.are.equal(0, torn));
        });
        it("it torn down", () => assert.are.equal(1, torn));

        const globals = _G as Record<string, unknown>;
        insulate("globals apart", () => {
            it("in an insulated group", () => {
                rawset(globals, "left_behind", true);
                assert.is_true(globals["left_behind"]);
            });
        });
        it("them apart", () => assert.is_nil(globals["left_behind"]));
        expose("an exposed group", () => {
            it("runs as any other", () => assert.is_true(true));
        });
    });

    it("tells the time", () => {
        const start = monotime();
        const now = gettime();
        sleep(0.01);
        assert.is_true(monotime() > start);
        assert.near(now, gettime(), 60);
    });
});

describe("assert", () => {
    it("takes each kind of value, and no other", () => {
        const table: unknown = {};
        assert.is_true(true);
        assert.is_false(false);
        assert.is_nil(undefined);
        assert.is_boolean(false);
        assert.is_number(1);
        assert.is_string("");
        assert.is_table(table);
        assert.is_function(failing);
        assert.truthy(0);
        assert.is_falsy(false);
        for (const wrong of [
            () => assert.is_true(1),
            () => assert.is_false(undefined),
            () => assert.is_nil(false),
            () => assert.is_boolean("true"),
            () => assert.is_number("1"),
            () => assert.is_string(1),
            () => assert.is_table("{}"),
            () => assert.is_function(table),
            () => assert.is_thread(table),
            () => assert.is_userdata(table),
            () => assert.truthy(false),
            () => assert.falsy(""),
        ]) {
            failing(wrong);
        }
    });

    it("negates in every spelling", () => {
        assert.is_not_nil(1);
        assert.is_not_true(1);
        assert.is.not.nil(1);
        assert.not_nil(1);
        assert.are_not.equal(1, 2);
        assert.are.no.equal(1, 2);
        assert.has_no_error(() => undefined);
        assert.has_no.errors(() => undefined);
        assert.does_not_match("b", "aaa");
        assert.is_not.near(1, 2, 0.5);
        failing(() => assert.is_not_nil(undefined));
        failing(() => assert.are_not.equal(1, 1));
        failing(() => assert.has_no_error(() => error("x")));
        failing(() => assert.does_not_match("a", "aaa"));
    });

    it("compares by identity and by content", () => {
        const one = { a: [1, { b: 2 }] };
        assert.equal(one, one);
        assert.are.same(one, { a: [1, { b: 2 }] });
        assert.are_not.equal(one, { a: [1, { b: 2 }] });
        assert.is_not.same(one, { a: [1, { b: 3 }] });
        assert.unique([1, 2, 3]);
        failing(() => assert.unique([1, 2, 1]));
        failing(() => assert.unique([{ a: 1 }, { a: 1 }], true));
        failing(() => assert.near(1, 2, 0.5));
    });

    it("says what was expected, what was found, and what the spec adds", () => {
        const message = failing(() => assert.are.equal("expected", "found", "about this"));
        assert.matches("about this", message);
        assert.matches("Passed in:%s*%(string%) 'found'", message);
        assert.matches("Expected:%s*%(string%) 'expected'", message);
        assert.matches(
            "told before",
            failing(() => assert.message("told before").is_true(false)),
        );
    });

    it("matches patterns and gives what they caught", () => {
        const [user, host] = assert.matches("^(.-)@(.*)$", "user@host");
        assert.are.equal("user", user);
        assert.are.equal("host", host);
        assert.matches("a.c", "xa.c", 1, true);
        failing(() => assert.matches("a.c", "abc", 1, true));
    });

    it("catches errors and gives them", () => {
        const raised = { code: 3 };
        assert.are.equal(
            raised,
            assert.has_error(() => error(raised)),
        );
        assert.has_error(() => error(raised), { code: 3 });
        assert.has_error(() => error("plain"), "plain");
        assert.errors(() => error("plain"));
        assert.are.equal("7", assert.error_matches(() => error("code 7"), "code (%d)")[0]);
        assert.matches_error(() => error("code 7"), "^code");
        failing(() => assert.has_error(() => undefined));
        failing(() => assert.has_error(() => error("one"), "another"));
        failing(() => assert.error_match(() => error("one"), "another"));
    });

    it("counts values and holes", () => {
        assert.returned_arguments(2, 1, undefined);
        failing(() => assert.returned_arguments(2, 1));
        assert.array([1, 2, 3]).has.no.holes();
        assert.are.equal(4, assert.array([1, 2, 3]).has.holes(4));
    });

    it("is Lua's own assert as well", () => {
        const value: string | undefined = _VERSION;
        assert(value);
        assert.are.equal(
            "no",
            failing(() => assert(false, "no")),
        );
    });

    it("can be taught", () => {
        const assertions = assert as typeof assert & { is_even(this: void, value: number): void };
        assert.register(
            "assertion",
            "even",
            (_state: unknown, values: LuaTable<number, number>) => values.get(1) % 2 === 0,
        );
        assertions.is_even(2);
        failing(() => assertions.is_even(3));
        assert.unregister("assertion", "even");
    });

    it("goes back to a snapshot", () => {
        const target = { greet: () => "hello" };
        const snapshot = assert.snapshot();
        assert.set_parameter("TableFormatLevel", 7);
        stub(target, "greet");
        snapshot.revert();
        assert.are.equal("hello", target.greet());
        assert.are.equal(3, assert.get_parameter("TableFormatLevel"));
    });

    it("shows values as it is told to", () => {
        const formatter = (value: any) => (type(value) === "table" && value.secret === true ? "(hidden)" : undefined);
        assert.add_formatter(formatter);
        assert.matches(
            "%(hidden%)",
            failing(() => assert.are.equal({ secret: true }, 1 as unknown)),
        );
        assert.remove_formatter(formatter);
        assert.does_not_match(
            "%(hidden%)",
            failing(() => assert.are.equal({ secret: true }, 1 as unknown)),
        );
    });
});

interface Adder {
    add(this: void, a: number, b: number): number;
}
const createAdder = (): Adder => ({ add: (a, b) => a + b });

describe("a spy", () => {
    it("records calls and lets them through", () => {
        const adder = createAdder();
        const watched = spy.on(adder, "add");
        assert.spy(watched).was_not_called();
        assert.are.equal(3, adder.add(1, 2));
        assert.are.equal(7, adder.add(3, 4));
        assert.spy(watched).was.called(2);
        assert.spy(watched).was_called_with(3, 4);
        assert.spy(watched).was_called_with(match.is_number(), 2);
        assert.spy(watched).was_not.called_with(9, 9);
        assert.spy(watched).has_returned_with(7);
        assert.spy(watched).was_called_at_least(1);
        assert.spy(watched).was_called_at_most(2);
        assert.spy(watched).was_called_more_than(1);
        assert.spy(watched).was_called_less_than(3);
        failing(() => assert.spy(watched).was_called(1));
        failing(() => assert.spy(watched).was_called_with(5, 5));
        assert.are.equal(2, watched.calls.length);
        assert.are.equal(3, watched.calls[1]!.vals[0]);
        assert.is_true(spy.is_spy(watched));
        watched.clear();
        assert.spy(watched).was_not_called();
        watched.revert();
        assert.is_false(spy.is_spy(adder.add));
    });

    it("stands alone", () => {
        const alone = spy.new((text: string) => string.upper(text));
        assert.are.equal("A", alone("a"));
        assert.spy(alone).was_called_with("a");
        assert.is_true(alone.called(1)[0]);
        const empty = spy();
        empty();
        assert.spy(empty).was_called(1);
    });
});

describe("a stub", () => {
    it("takes the place of a function", () => {
        const adder = createAdder();
        const instead = stub(adder, "add", 10);
        assert.are.equal(10, adder.add(1, 2));
        instead.on_call_with(5, match._).returns(50);
        assert.are.equal(50, adder.add(5, 1));
        instead.returns(20);
        assert.are.equal(20, adder.add(1, 2));
        instead.invokes((a, b) => a * b);
        assert.are.equal(12, adder.add(3, 4));
        instead.by_default.returns(1);
        assert.are.equal(1, adder.add(3, 4));
        assert.stub(instead).was_called(5);
        instead.revert();
        assert.are.equal(3, adder.add(1, 2));
    });
});

describe("a mock", () => {
    it("spies on all functions of a table", () => {
        const library = { adder: createAdder(), name: "x" };
        const watched = mock(library);
        library.adder.add(1, 2);
        assert.spy(watched.adder.add).was_called_with(1, 2);
        mock.clear(library);
        assert.spy(watched.adder.add).was_not_called();
        mock.revert(library);
        assert.is_false(spy.is_spy(library.adder.add));
    });

    it("stubs them", () => {
        const adder = createAdder();
        mock(adder, true);
        assert.is_nil(adder.add(1, 2) as unknown);
        mock.revert(adder);
    });
});

describe("matchers", () => {
    it("stand for arguments", () => {
        const watched = spy.new((..._values: unknown[]) => undefined);
        const table = {};
        watched("text", 3, table, undefined, true);
        const fits = (position: number, matcher: unknown) => {
            const args: unknown[] = [match._, match._, match._, match._, match._];
            args[position] = matcher;
            assert.spy(watched).was_called_with(args[0], args[1], args[2], args[3], args[4]);
        };
        fits(0, match.is_string());
        fits(0, match.matches("^te"));
        fits(0, match.is_not_number());
        fits(0, match.is_all_of(match.is_string(), match.is_truthy()));
        fits(1, match.is_near(2.5, 1));
        fits(1, match.is_any_of(match.is_equal(4), match.equals(3)));
        fits(1, match.is_none_of(match.is_equal(4), match.is_nil()));
        fits(2, match.is_ref(table));
        fits(2, match.is_same({}));
        fits(2, match.is_table());
        fits(3, match.is_nil());
        fits(4, match.is_true());
        fits(4, match.is_boolean());
        failing(() => fits(0, match.is_number()));
        failing(() => fits(2, match.is_ref({})));
        assert.is_true(match.is_matcher(match._));
        assert.is_true(match.is_ref_matcher(match.is_ref(table)));
    });
});
