import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startHttpBackend, type HttpBackend } from "../../../src/testing/index.ts";

describe("the HTTP backend", () => {
    let backend: HttpBackend;
    let url: string;

    beforeEach(async () => {
        backend = await startHttpBackend();
        url = backend.url("127.0.0.1");
    });
    afterEach(() => backend.stop());

    it("records method, path, headers and the body's very bytes", async () => {
        const body = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
        await fetch(backend.url("127.0.0.1", "/a/b?c=d"), { method: "PUT", body, headers: { "X-Own": "yes" } });
        const request = await backend.next();
        expect(request).toMatchObject({ method: "PUT", path: "/a/b?c=d" });
        expect(request.headers["x-own"]).toBe("yes");
        expect(request.body.equals(body)).toBe(true);
    });

    it("answers empty by default, then as it is told", async () => {
        expect(await (await fetch(url)).text()).toBe("");
        backend.answer({ status: 201, json: { made: "é" } });
        const made = await fetch(url);
        expect([made.status, made.headers.get("content-type"), await made.json()]).toEqual([
            201,
            "application/json",
            { made: "é" },
        ]);
        backend.answer({ headers: { "Content-Type": "application/json; charset=utf-8" }, body: "{not json" });
        const odd = await fetch(url);
        expect([odd.headers.get("content-type"), await odd.text()]).toEqual([
            "application/json; charset=utf-8",
            "{not json",
        ]);
    });

    it("answers each request by what is in it", async () => {
        backend.answer((request) => ({ body: request.text.toUpperCase() }));
        expect(await (await fetch(url, { method: "POST", body: "abc" })).text()).toBe("ABC");
        expect(backend.requests[0]?.text).toBe("abc");
    });

    it("hangs, until it is stopped", async () => {
        backend.answer("hang");
        const answer = fetch(url);
        await backend.next();
        const early = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 200, "still waiting"))]);
        expect(early).toBe("still waiting");
        expect(backend.openConnections).toBe(1);
        const broken = expect(answer).rejects.toThrow();
        await backend.stop();
        await broken;
    });

    it("drops a connection without a byte", async () => {
        backend.answer("drop");
        await expect(fetch(url)).rejects.toThrow("fetch failed");
    });

    it("dies in the middle of a body", async () => {
        backend.answer("die");
        const answer = await fetch(url);
        expect(answer.status).toBe(200);
        await expect(answer.text()).rejects.toThrow("terminated");
    });

    it("answers late, slowly and at length", async () => {
        backend.answer({ after: 150, body: "late" });
        const asked = Date.now();
        expect(await (await fetch(url)).text()).toBe("late");
        expect(Date.now() - asked).toBeGreaterThanOrEqual(145);

        backend.answer({ trickle: 5, body: "drop by drop" });
        expect(await (await fetch(url)).text()).toBe("drop by drop");

        backend.answer({ body: Buffer.alloc(20_000_000, "x") });
        expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(20_000_000);
    });

    it("refuses connections when stopped, and comes back on the same port", async () => {
        const { port } = backend;
        await backend.stop();
        const refused = new Promise((resolve) =>
            connect(port, "127.0.0.1").once("error", (error: NodeJS.ErrnoException) => resolve(error.code)),
        );
        expect(await refused).toBe("ECONNREFUSED");
        await backend.start();
        expect((await fetch(url)).status).toBe(200);
        expect(backend.port).toBe(port);
    });

    it("says what it got when an awaited request does not come", async () => {
        await fetch(url, { method: "POST", body: "something else" });
        await expect(backend.next((request) => request.method === "PUT", 50)).rejects.toThrow(
            /within 50 ms; it got 1:\nPOST \/ something else/,
        );
    });
});
