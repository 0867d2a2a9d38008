export type LogLevel = "debug" | "info" | "warn" | "error";

/** One entry of a server's log; a message of several lines (a traceback, a stanza) is one entry. */
export interface LogEntry {
    /** Which part of Prosody spoke: "c2s5581e2", "localhost:component_http". Empty for output that is no log entry. */
    readonly source: string;
    /** "output" is what the server printed beside its log, before the first entry: it never should. */
    readonly level: LogLevel | "output";
    readonly message: string;
}

// Prosody's stdout sink without timestamps and padding: source, tab, level, tab, message.
const ENTRY = /^([^\t]+)\t(debug|info|warn|error)\t(.*)$/;

interface Waiter {
    readonly pattern: RegExp;
    readonly from: number;
    readonly resolve: (entry: LogEntry) => void;
}

/** A server's log as it is written. */
export class ServerLog {
    readonly #entries: LogEntry[] = [];
    readonly #waiters = new Set<Waiter>();
    #partialLine = "";
    #decoder = new TextDecoder("utf-8");

    /** Every entry since the start of the server, oldest first. */
    get entries(): readonly LogEntry[] {
        return this.#entries;
    }

    /** The place in the log after its newest entry, for `since`. */
    mark(): number {
        return this.#entries.length;
    }

    /** The entries from a mark on. */
    since(mark: number): readonly LogEntry[] {
        return this.#entries.slice(mark);
    }

    /**
     * The first entry whose message matches, from a mark on (by default from the start): one that is there already, or one to come.
     * @throws when none has come in time (milliseconds, default 5000).
     */
    async next(
        pattern: RegExp,
        { from = 0, timeout = 5000 }: { from?: number; timeout?: number } = {},
    ): Promise<LogEntry> {
        const found = this.#entries.slice(from).find((entry) => pattern.test(entry.message));
        if (found) return found;
        return new Promise((resolve, reject) => {
            const waiter: Waiter = {
                pattern,
                from,
                resolve: (entry) => {
                    clearTimeout(timer);
                    this.#waiters.delete(waiter);
                    resolve(entry);
                },
            };
            const timer = setTimeout(() => {
                this.#waiters.delete(waiter);
                reject(
                    new Error(
                        `No log line matched ${pattern} within ${timeout} ms. The log ends with:\n${this.text(Math.max(from, this.mark() - 15))}`,
                    ),
                );
            }, timeout);
            this.#waiters.add(waiter);
        });
    }

    /** The log as text, from a mark on. */
    text(mark = 0): string {
        return this.since(mark).map(formatLogEntry).join("\n");
    }

    /** Takes what the server wrote. */
    write(chunk: Uint8Array | string): void {
        const text = typeof chunk === "string" ? chunk : this.#decoder.decode(chunk, { stream: true });
        const lines = (this.#partialLine + text).split("\n");
        this.#partialLine = lines.pop() ?? "";
        for (const line of lines) this.#takeLine(line.replace(/\r$/, ""));
    }

    #takeLine(line: string): void {
        const match = ENTRY.exec(line);
        const last = this.#entries.at(-1);
        if (match) {
            this.#entries.push({ source: match[1] ?? "", level: match[2] as LogLevel, message: match[3] ?? "" });
        } else if (last) {
            this.#entries[this.#entries.length - 1] = { ...last, message: `${last.message}\n${line}` };
        } else if (line.trim() !== "") {
            this.#entries.push({ source: "", level: "output", message: line });
        } else {
            return;
        }
        const index = this.#entries.length - 1;
        const entry = this.#entries[index];
        if (!entry) return;
        for (const waiter of this.#waiters) {
            if (index >= waiter.from && waiter.pattern.test(entry.message)) waiter.resolve(entry);
        }
    }
}

export function formatLogEntry(entry: LogEntry): string {
    return `${entry.source}\t${entry.level}\t${entry.message}`;
}
