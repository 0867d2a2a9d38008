import { assert, before_each, describe, it } from "busted";
import {
    addRequest,
    findRequest,
    moveRequest,
    newPending,
    requestOfPeer,
    restoreRequests,
    removeRequest,
    takeAllRequests,
    takeRequest,
    type Pending,
    type PendingRequest,
} from "typed-prosody/lib/pending";
import { startServer, type Server } from "typed-prosody/busted/server";

const HOST = "example.org";

interface Question extends PendingRequest {
    asker?: string;
}

describe("pending requests", () => {
    let server: Server;
    let pending: Pending<Question>;
    let expired: string[];

    function inModule<R>(code: (this: void) => R): R {
        return server.as_module(HOST, "pending", code);
    }

    function start(timeout = 10): Pending<Question> {
        return newPending<Question>(timeout, (request) => {
            assert.is_nil(findRequest(pending, request.key));
            expired.push(request.key);
        });
    }

    function add(key: string, peer = "a"): Question {
        const request: Question = { key, peer };
        inModule(() => addRequest(pending, request));
        return request;
    }

    function keysOfPeer(peer: string): string[] {
        const keys: string[] = [];
        let request = requestOfPeer(pending, peer);
        while (request !== undefined) {
            keys.push(request.key);
            removeRequest(pending, request);
            request = requestOfPeer(pending, peer);
        }
        table.sort(keys);
        return keys;
    }

    function assertEmpty(): void {
        assert.are.equal(0, pending.count);
        assert.is_nil(pending.first);
        assert.is_nil(pending.last);
        assert.is_nil(next(pending.byKey)[0]);
        assert.is_nil(next(pending.byPeer)[0]);
    }

    before_each(() => {
        server = startServer({ hosts: { [HOST]: {} } });
        expired = [];
        pending = start();
    });

    it("are taken once, under their key and for their peer only", () => {
        const request = add("1");
        assert.are.equal(request, findRequest(pending, "1"));
        assert.is_nil(takeRequest(pending, "2", "a"));
        assert.is_nil(takeRequest(pending, "1", "b"));
        assert.are.equal(request, takeRequest(pending, "1", "a"));
        assert.is_nil(takeRequest(pending, "1", "a"));
        assertEmpty();
        server.advance(60);
        assert.are.same([], expired);
    });

    it("leave their key free for others", () => {
        add("1");
        takeRequest(pending, "1", "a");
        const second = add("1", "b");
        assert.are.equal(second, takeRequest(pending, "1", "b"));
    });

    it("expire in their order, each at its time, by one timer", () => {
        for (const key of ["1", "2", "3", "4"]) {
            add(key);
            server.advance(1);
            assert.are.equal(1, server.waiting_timers());
        }
        takeRequest(pending, "3", "a");
        server.advance(5.5);
        assert.are.same([], expired);
        server.advance(1);
        assert.are.same(["1"], expired);
        server.advance(1);
        assert.are.same(["1", "2"], expired);
        server.advance(1);
        assert.are.same(["1", "2"], expired);
        server.advance(1);
        assert.are.same(["1", "2", "4"], expired);
        assertEmpty();
        assert.are.equal(0, server.waiting_timers());
        add("5");
        server.advance(10);
        assert.are.same(["1", "2", "4", "5"], expired);
    });

    it("leave no timer behind", () => {
        add("1");
        takeRequest(pending, "1", "a");
        add("2");
        takeRequest(pending, "2", "a");
        assert.are.equal(1, server.waiting_timers());
        server.advance(10);
        assert.are.equal(0, server.waiting_timers());
    });

    it("may come while others expire", () => {
        pending = newPending<Question>(10, (request) => {
            expired.push(request.key);
            if (request.key === "1") {
                add("again");
            }
        });
        add("1");
        add("2");
        server.advance(10);
        assert.are.same(["1", "2"], expired);
        server.advance(10);
        assert.are.same(["1", "2", "again"], expired);
        assertEmpty();
    });

    it("are found by their peer until there are none", () => {
        add("1");
        add("2", "b");
        add("3");
        add("4", "b");
        add("5");
        takeRequest(pending, "3", "a");
        assert.are.same(["1", "5"], keysOfPeer("a"));
        assert.are.same([], keysOfPeer("a"));
        assert.are.same([], keysOfPeer("c"));
        assert.are.same(["2", "4"], keysOfPeer("b"));
        assertEmpty();
    });

    it("move to another peer with their deadline", () => {
        const moved = add("1");
        add("2");
        add("3", "b");
        server.advance(5);
        moveRequest(pending, moved, "b");
        assert.is_nil(takeRequest(pending, "1", "a"));
        assert.are.equal("2", requestOfPeer(pending, "a")!.key);
        server.advance(5);
        assert.are.same(["1", "2", "3"], expired);
        assertEmpty();
    });

    it("go over to the next after a reload, and keep their deadlines", () => {
        add("1");
        server.advance(4);
        add("2", "b");
        const taken = takeAllRequests(pending);
        assert.are.same(
            ["1", "2"],
            taken.map((request) => request.key),
        );
        assertEmpty();
        assert.are.equal(0, server.waiting_timers());
        pending = start();
        inModule(() => restoreRequests(pending, taken));
        add("3");
        assert.are.equal("2", takeRequest(pending, "2", "b")!.key);
        server.advance(6);
        assert.are.same(["1"], expired);
        server.advance(4);
        assert.are.same(["1", "3"], expired);
        assertEmpty();
    });

    it("have no more time after a reload than others", () => {
        add("1");
        server.advance(8);
        add("2");
        const taken = takeAllRequests(pending);
        pending = start(5);
        inModule(() => restoreRequests(pending, taken));
        server.advance(2);
        assert.are.same(["1"], expired);
        server.advance(3);
        assert.are.same(["1", "2"], expired);
    });

    it("start no timer where none are restored", () => {
        inModule(() => restoreRequests(pending, []));
        assert.are.equal(0, server.waiting_timers());
    });

    it("stay in order whatever happens to them", () => {
        const peers = ["a", "b", "c", "d"];
        const waiting: Question[] = [];
        let ended = 0;
        for (const step of $range(1, 20_000)) {
            const chance = math.random(10);
            const victim = waiting.length > 0 ? math.random(waiting.length) - 1 : undefined;
            if (chance <= 4 || victim === undefined) {
                waiting.push(add(string.format("%d", step), peers[math.random(4) - 1]!));
            } else if (chance <= 7) {
                const [request] = waiting.splice(victim, 1) as [Question];
                assert.are.equal(request, takeRequest(pending, request.key, request.peer));
                ended += 1;
            } else if (chance <= 9) {
                moveRequest(pending, waiting[victim]!, peers[math.random(4) - 1]!);
            } else {
                const before = expired.length;
                server.advance(math.random());
                for (const position of $range(before, expired.length - 1)) {
                    // The oldest first, none left out.
                    assert.are.equal(waiting[0]!.key, expired[position]);
                    waiting.splice(0, 1);
                    ended += 1;
                }
            }
            assert.are.equal(waiting.length, pending.count);
        }
        const count = waiting.length;
        const left = new LuaSet<string>();
        for (const request of waiting) {
            left.add(request.key);
        }
        for (const peer of peers) {
            for (const key of keysOfPeer(peer)) {
                assert.is_true(left.has(key));
                left.delete(key);
            }
        }
        assert.is_nil(next(left)[0]);
        assert.is_true(ended + count > 5000);
        assertEmpty();
    });

    it("give memory back when all are answered", () => {
        const inUse = () => {
            collectgarbage();
            collectgarbage();
            return collectgarbage("count");
        };
        const fill = () => {
            for (const number of $range(1, 20_000)) {
                add(string.format("%d", number), string.format("peer %d", number % 5000));
            }
        };
        const empty = () => {
            for (const number of $range(1, 20_000)) {
                takeRequest(pending, string.format("%d", number), string.format("peer %d", number % 5000));
            }
        };
        // Lua's table of all strings keeps the size that as many need.
        fill();
        empty();
        const before = inUse();
        fill();
        assert.is_true(inUse() - before > 1000);
        empty();
        // Kilobytes; LuaJIT keeps some more for itself than Lua does.
        assert.is.near(before, inUse(), 32);
    });
});
