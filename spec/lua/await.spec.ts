import { assert, before_each, describe, it } from "busted";
import * as async from "prosody.util.async";
import * as st from "prosody.util.stanza";
import { startServer, type Client, type Server } from "typed-prosody/busted/server";

const HOST = "example.org";

/** What the fixture `mod_wait` exports. */
interface Wait {
    steps: string[];
    fulfil(this: void, name: string, value?: unknown): void;
    refuse(this: void, name: string, reason: unknown): void;
    run(this: void, name: string): Promise<unknown>;
    waitOften(this: void, times: number): Promise<number>;
    waitOftenByHand(this: void, times: number): Promise<number>;
    callOften(this: void, times: number): void;
    beginOften(this: void, times: number): void;
    failInside(this: void, isHeld: boolean): Promise<void>;
    awaitCallOften(this: void, times: number): Promise<number>;
}

describe("an async function", () => {
    let server: Server;
    let wait: Wait;
    let outcome: { value?: unknown; reason?: unknown } | undefined;

    before_each(() => {
        server = startServer({ hosts: { [HOST]: {} } });
        wait = server.load(HOST, "wait") as unknown as Wait;
        outcome = undefined;
    });

    function run(name: string): void {
        wait.run(name).next(
            (value) => {
                outcome = { value };
            },
            (reason) => {
                outcome = { reason };
            },
        );
        server.settle();
    }

    function assertOpen(): void {
        assert.is_nil(outcome);
    }

    function forgetOutcome(): void {
        outcome = undefined;
    }

    function fulfil(name: string, value?: unknown): void {
        wait.fulfil(name, value);
        server.settle();
    }

    function refuse(name: string, reason: unknown): void {
        wait.refuse(name, reason);
        server.settle();
    }

    function errors(): string[] {
        return server.messages("error", `${HOST}:wait`);
    }

    describe("runs", () => {
        it("to its first await at once, and on in a later turn", () => {
            void wait.run("plain");
            assert.are.same(["begins"], wait.steps);
            wait.fulfil("a", 1);
            assert.are.same(["begins"], wait.steps);
            server.settle();
            assert.are.same(["begins", "goes on"], wait.steps);
        });

        it("on in a later turn after what is no promise, too", () => {
            const promise = wait.run("not a promise");
            assert.are.same(["begins"], wait.steps);
            promise.next((value) => {
                outcome = { value };
            });
            server.settle();
            assert.are.same(["begins", "goes on"], wait.steps);
            assert.are.same({ value: 7 }, outcome);
        });

        it("as long as it takes, without ever nesting deeper", () => {
            run("long");
            assert.are.same({ value: 499500 }, outcome);
        });

        it("one inside the other, in order", () => {
            run("nested");
            fulfil("a");
            assert.are.same(["inner", "outer"], wait.steps);
            assert.are.same({ value: "value" }, outcome);
        });

        it("as a method, with its self and its arguments", () => {
            run("method");
            fulfil("a");
            assert.are.same({ value: "good morning, romeo" }, outcome);
        });
    });

    describe("gives", () => {
        it("what it returns", () => {
            run("plain");
            assertOpen();
            fulfil("a", "answer");
            assert.are.same({ value: "answer" }, outcome);
        });

        it("false and nothing as they are", () => {
            run("plain");
            fulfil("a", false);
            assert.are.same({ value: false }, outcome);
            run("plain");
            fulfil("a");
            assert.are.same({}, outcome);
        });

        it("the value of a promise that it returns", () => {
            run("returned promise");
            fulfil("a", 5);
            assert.are.same({ value: 5 }, outcome);
        });

        it("the value of a promise each time it waits for it", () => {
            run("twice");
            fulfil("a", "again");
            assert.are.same({ value: ["again", "again"] }, outcome);
        });

        it("operands as they were before it waited", () => {
            run("changed while waiting");
            for (const _ of $range(1, 4)) fulfil("a");
            const list = ["between", "between", "between", "between", 3];
            assert.are.same({ value: { added: 2, product: 10, first: { n: 3 }, other: { n: 100 }, list } }, outcome);
        });

        it("an error as it was raised, and leaves it to who waits", () => {
            run("thrown");
            fulfil("a");
            assert.are.same({ reason: "no such luck" }, outcome);
            assert.are.same([], errors());
        });

        it("an error before its first await as well", () => {
            run("thrown at once");
            assert.are.same({ reason: "no such luck" }, outcome);
            assert.are.same([], errors());
        });
    });

    it("leaves nothing in memory once it has ended", () => {
        const inUse = () => {
            collectgarbage();
            collectgarbage();
            return collectgarbage("count");
        };
        const callMany = () => {
            for (const _ of $range(1, 20)) {
                wait.callOften(50);
                server.settle();
            }
        };
        callMany();
        const before = inUse();
        callMany();
        assert.is_true(inUse() - before < 100, `${inUse() - before} KiB more after 1000 calls`);
    });

    describe("whose error nobody waits for", () => {
        for (const name of ["thrown", "thrown at once"]) {
            it(`logs it with its traceback: ${name}`, () => {
                void wait.run(name);
                server.settle();
                if (name === "thrown") fulfil("a");
                assert.are.equal(1, errors().length);
                assert.matches(
                    "^Unhandled rejection: no such luck\n\t?stack traceback:\n.*mod_wait%.lua:%d+: in ",
                    errors()[0],
                );
            });
        }
    });

    describe("catches", () => {
        it("what a promise is rejected with, as it is", () => {
            const reason = { condition: "item-not-found" };
            run("caught");
            refuse("a", reason);
            assert.are.equal(reason, (outcome!.value as { caught: unknown }).caught);
            assert.are.same(["finally"], wait.steps);
        });

        it("nothing where nothing fails", () => {
            run("caught");
            fulfil("a", false);
            assert.are.same({ value: false }, outcome);
            assert.are.same(["finally"], wait.steps);
        });

        it("in a loop, which continues and breaks", () => {
            run("caught in a loop");
            refuse("a", "x");
            fulfil("b", "skip");
            fulfil("c", "stop");
            assert.are.same(["a failed: x"], wait.steps);
            assert.are.same({ value: "done" }, outcome);
        });

        it("in a try around another, and waits in each part", () => {
            run("try in try");
            refuse("a", "x");
            fulfil("b");
            fulfil("c");
            assert.are.same(["inner finally"], wait.steps);
            assert.are.same({ value: "outer x" }, outcome);
        });
    });

    describe("waits for several", () => {
        it("until all are there, in their order", () => {
            run("all");
            fulfil("b", 3);
            assertOpen();
            fulfil("a", 1);
            assert.are.same({ value: [1, 2, 3] }, outcome);
        });

        it("until the first fails", () => {
            run("all");
            refuse("b", "x");
            assert.are.same({ reason: "x" }, outcome);
        });

        it("none of which there is", () => {
            run("all of nothing");
            assert.are.same({ value: [] }, outcome);
        });

        it("until all are settled", () => {
            run("settled");
            refuse("b", "x");
            fulfil("a", 1);
            assert.are.same(
                {
                    value: [
                        { status: "fulfilled", value: 1 },
                        { status: "rejected", reason: "x" },
                    ],
                },
                outcome,
            );
        });

        it("until the first is settled", () => {
            run("race");
            fulfil("b", "b first");
            fulfil("a", "a second");
            assert.are.same({ value: "b first" }, outcome);
        });

        it("one after the other in for await", () => {
            run("for await");
            fulfil("b", "last");
            assertOpen();
            fulfil("a", "first");
            assert.are.same({ value: ["first", "mid", "last"] }, outcome);
        });
    });

    describe("knows promises", () => {
        it("that are settled", () => {
            run("resolved");
            assert.are.same({ value: [1, 2] }, outcome);
            run("rejected");
            assert.are.same({ reason: "no" }, outcome);
        });

        it("whose executor raises an error", () => {
            run("executor throws");
            assert.are.same({ reason: "in the executor" }, outcome);
        });

        it("that others are made of with then", () => {
            run("then");
            fulfil("a", "hello");
            assert.are.same({ value: "hello!" }, outcome);
            run("then of what is like a promise");
            fulfil("a", "really");
            assert.are.same({ value: "really?" }, outcome);
            run("then of a failure");
            refuse("a", "x");
            assert.are.same({ value: "failed: x" }, outcome);
        });
    });

    describe("that handles an event", () => {
        it("lets the other handlers have it, and goes on later", () => {
            assert.is_nil(server.fire(HOST, "user-registered", { username: "romeo", host: HOST }));
            assert.are.same(["registered romeo"], wait.steps);
            fulfil("a");
            assert.are.same(["registered romeo", "welcome romeo"], wait.steps);
        });

        it("logs its error with the traceback", () => {
            server.fire(HOST, "user-registered", { username: "romeo", host: HOST });
            refuse("a", "x");
            assert.matches("^Unhandled rejection: x\n\t?stack traceback:\n.*mod_wait%.lua:%d+: in ", errors()[0]);
        });

        it("logs where an error was raised in a function that it waited for", () => {
            for (const isHeld of [false, true]) {
                void wait.failInside(isHeld);
                server.settle();
                fulfil("a");
            }
            assert.are.equal(2, errors().length);
            for (const text of errors()) assert.matches("^Unhandled rejection: no such luck\n.*'fail'", text);
        });

        it("logs what a promise is rejected with that it returns", () => {
            assert.is_nil(server.fire(HOST, "user-deleted", { username: "romeo", host: HOST }));
            refuse("a", "x");
            assert.matches("^Unhandled rejection: x", errors()[0]);
        });

        it("of a stanza leaves the stanza to Prosody", () => {
            server.create_user(`juliet@${HOST}`, "secret");
            const client = server.connect_client(`juliet@${HOST}/balcony`);
            server.receive_from(client, st.presence());
            server.receive_from(client, st.message({ to: `juliet@${HOST}` }, "hello"));
            assert.are.same(["sees a message"], wait.steps);
            assert.are.equal("hello", client.received.at(-1)?.get_child_text("body"));
            fulfil("a");
            assert.are.same(["sees a message", "saw message"], wait.steps);
        });
    });

    it("that a timer calls goes on later", () => {
        server.advance(5);
        assert.are.same(["timer"], wait.steps);
        fulfil("timer", 60);
        assert.are.same(["timer", "timer goes on"], wait.steps);
        server.advance(100);
        assert.are.same(["timer", "timer goes on"], wait.steps);
    });

    describe("that answers an HTTP request", () => {
        it("gives a text", () => {
            const exchange = server.request(HOST, { path: "/wait/text" });
            assert.is_nil(exchange.result());
            fulfil("a", "text");
            assert.are.equal("<text>", exchange.result()?.body);
            assert.are.equal(200, exchange.result()?.status);
        });

        it("gives a status", () => {
            const exchange = server.request(HOST, { path: "/wait/status" });
            fulfil("a");
            assert.are.equal(404, exchange.result()?.status);
        });

        it("gives a status, headers and a body", () => {
            const exchange = server.request(HOST, { path: "/wait/table" });
            fulfil("a");
            const result = exchange.result();
            assert.are.equal(201, result?.status);
            assert.are.equal("/wait/table", result?.headers["x-path"]);
            assert.are.equal("made", result?.body);
        });

        it("gives a body alone", () => {
            const exchange = server.request(HOST, { path: "/wait/body" });
            fulfil("a", "text");
            assert.are.equal(200, exchange.result()?.status);
            assert.are.equal("text", exchange.result()?.body);
        });

        it("gets the rest of the path", () => {
            const exchange = server.request(HOST, { path: "/wait/rest/and/more" });
            fulfil("a");
            assert.are.equal("and/more", exchange.result()?.body);
        });

        it("tells the log of its error, not the client", () => {
            const exchange = server.request(HOST, { path: "/wait/failure" });
            fulfil("a");
            assert.are.equal(500, exchange.result()?.status);
            assert.is_nil(string.find(exchange.result()!.body, "luck")[0]);
            assert.are.equal(1, errors().length);
            assert.matches(
                "^Unhandled rejection: no such luck\n\t?stack traceback:\n.*mod_wait%.lua:%d+: in ",
                errors()[0],
            );
        });

        it("answers with the code of what it waits for in vain", () => {
            const exchange = server.request(HOST, { path: "/wait/text" });
            refuse("a", { code: 502 });
            assert.are.equal(502, exchange.result()?.status);
        });
    });

    describe("that runs a command", () => {
        let client: Client;
        before_each(() => {
            server.create_user(`juliet@${HOST}`, "secret");
            client = server.connect_client(`juliet@${HOST}/balcony`);
        });

        function command(attr: Record<string, string>): Prosody.Stanza {
            return st
                .iq({ type: "set", id: "c", to: HOST })
                .tag("command", { xmlns: "http://jabber.org/protocol/commands", node: "wait", ...attr });
        }

        /** As a client's session does: in a runner. */
        function send(attr: Record<string, string>): void {
            const runner = async.runner<Prosody.Stanza>((stanza) => server.receive_from(client, stanza));
            runner.run(command(attr));
            server.settle();
        }

        it("has the session wait for each step", () => {
            send({});
            assert.are.equal(0, client.received.length);
            fulfil("a", "first");
            const [first] = client.received;
            assert.are.equal("executing", first!.tags[0]!.attr["status"]);
            assert.are.equal("first", first!.tags[0]!.get_child_text("note"));
            send({ sessionid: first!.tags[0]!.attr["sessionid"]! });
            fulfil("a", "second");
            const second = client.received[1]!;
            assert.are.equal("completed", second.tags[0]!.attr["status"]);
            assert.are.equal("second", second.tags[0]!.get_child_text("note"));
            assert.are.same(["command begins", "command second"], wait.steps);
        });

        it("answers at once where it need not wait", () => {
            send({ action: "cancel" });
            assert.are.equal("canceled", client.received[0]!.tags[0]!.attr["status"]);
        });

        it("says that it failed, and why in the log", () => {
            send({});
            refuse("a", "x");
            assert.are.equal("completed", client.received[0]!.tags[0]!.attr["status"]);
            assert.are.equal("The command failed.", client.received[0]!.tags[0]!.get_child_text("note"));
            assert.matches("^Unhandled rejection: x\n\t?stack traceback:\n.*mod_wait%.lua:%d+: in ", errors()[0]);
        });

        it("does not begin where nothing can wait", () => {
            server.receive_from(client, command({}));
            assert.are.equal("error", client.received[0]!.tags[0]!.get_child("note")!.attr["type"]);
            assert.are.same([], wait.steps);
            assert.matches("cannot run", server.messages("warn", `${HOST}:wait`)[0]);
        });
    });

    describe("whose module is unloaded while it waits", () => {
        it("never goes on, and rejects its promise at once", () => {
            run("plain");
            server.unload(HOST, "wait");
            assert.are.equal("the module was unloaded", tostring(outcome!.reason));
            fulfil("a", 1);
            assert.are.same(["begins"], wait.steps);
            assert.are.equal(
                1,
                server.messages("debug", `${HOST}:wait`).filter((line) => line.includes("ends here")).length,
            );
            assert.are.same([], server.complaints());
        });

        it("gives HTTP clients status 503", () => {
            const exchange = server.request(HOST, { path: "/wait/text" });
            server.unload(HOST, "wait");
            server.settle();
            assert.are.equal(503, exchange.result()?.status);
            assert.are.same([], server.complaints());
        });

        it("lets sessions that wait for a command go on", () => {
            server.create_user(`juliet@${HOST}`, "secret");
            const client = server.connect_client(`juliet@${HOST}/balcony`);
            const runner = async.runner<Prosody.Stanza>((stanza) => server.receive_from(client, stanza));
            const stanza = st
                .iq({ type: "set", id: "c", to: HOST })
                .tag("command", { xmlns: "http://jabber.org/protocol/commands", node: "wait" });
            runner.run(stanza);
            server.settle();
            assert.are.equal("waiting", runner.state);
            server.unload(HOST, "wait");
            server.settle();
            assert.are.equal("ready", runner.state);
            assert.are.equal("The command failed.", client.received[0]!.tags[0]!.get_child_text("note"));
        });

        it("does not mind a reload: only what the old module began ends", () => {
            run("plain");
            wait = server.reload(HOST, "wait") as unknown as Wait;
            forgetOutcome();
            run("plain");
            fulfil("a", 2);
            assert.are.same({ value: 2 }, outcome);
        });
    });

    // docs/async.md tells of these; other Luas count otherwise.
    if (_VERSION === "Lua 5.4") {
        describe("costs, in VM instructions of its own and of util.promise", () => {
            it("280 for each await of a promise, fewer than a chain of handlers", () => {
                const once = (call: (this: void, times: number) => Promise<number>) =>
                    perTurn((times) => {
                        let sum: number | undefined;
                        call(times).next((value) => {
                            sum = value;
                        });
                        server.settle();
                        assert.are.equal((times * (times - 1)) / 2, sum);
                    });
                const awaiting = once(wait.waitOften);
                const byHand = once(wait.waitOftenByHand);
                assert.is_true(awaiting <= 280 && awaiting <= byHand, `${awaiting} with await, ${byHand} by hand`);
            });

            it("80 for each call that need not wait, 25 where nobody wants the promise", () => {
                const once = (call: (this: void, times: number) => void) =>
                    perTurn((times) => {
                        call(times);
                        server.settle();
                    });
                const [call, begin] = [once(wait.callOften), once(wait.beginOften)];
                assert.is_true(call <= 80 && begin <= 25, `${call} for a call, ${begin} without the promise`);
            });

            it("82 for each call that is awaited at once", () => {
                const call = perTurn((times) => {
                    let sum: number | undefined;
                    wait.awaitCallOften(times).next((value) => {
                        sum = value;
                    });
                    server.settle();
                    assert.are.equal((times * (times - 1)) / 2, sum);
                });
                assert.is_true(call <= 82, `${call} for a call`);
            });
        });
    }

    /** What one turn of a function costs that makes so many: in all coroutines. */
    function perTurn(turns: (this: void, times: number) => void): number {
        return (countInstructions(() => turns(150)) - countInstructions(() => turns(50))) / 100;
    }
});

interface Debug {
    getinfo(this: void, level: number, what: string): { source: string };
    sethook(this: void, thread: LuaThread, hook?: (this: void) => void, mask?: string, count?: number): void;
}

const { debug, coroutine: threads } = _G as unknown as { debug: Debug; coroutine: typeof coroutine };
let countOne: (() => void) | undefined;
const { create } = threads;
// Before modules load, which keep the function. A hook belongs to one coroutine.
threads.create = ((body: (this: void, ...args: any[]) => any) => {
    const thread = create(body);
    if (countOne !== undefined) debug.sethook(thread, countOne, "", 1);
    return thread;
}) as typeof create;

/** Instructions of the module and of util.promise: those of the event loop are others' in a real server. */
function countInstructions(work: (this: void) => void): number {
    let count = 0;
    countOne = () => {
        const { source } = debug.getinfo(2, "S");
        if (source.endsWith("mod_wait.lua") || source.endsWith("util/promise.lua")) count += 1;
    };
    const [ok, problem] = threads.resume(threads.create(work));
    countOne = undefined;
    assert.is_true(ok, problem);
    return count;
}
