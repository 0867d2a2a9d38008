/**
 * What net.http leaves to those who make requests: ending one at any time, and reading answers that end with their connection.
 *
 * @noSelfInFile
 */

import * as http from "prosody.net.http";
import { add_task as addTask } from "prosody.util.timer";

/** Attempts to close a connection that was not there yet, one a second: by then net.http has given up connecting. */
const CLOSING_ATTEMPTS = 30;

/**
 * Closes a request's connection. Until that stands net.http has nothing to close and goes on connecting: a backend that
 * then hangs would keep the request, and with it the module, in memory for as long as it likes. The callback may still be
 * called and must see that it is late.
 */
export function closeRequest(request: http.Request): void {
    let attempts = 0;
    const close = (): number | undefined => {
        if (request.state === undefined && attempts < CLOSING_ATTEMPTS) {
            attempts += 1;
            return 1;
        }
        http.destroy_request(request);
        return undefined;
    };
    // Not a timer of the module, which would not fire after an unload.
    if (close() !== undefined) {
        addTask(1, close);
    }
}

type StreamingHandler = NonNullable<http.RequestOptions["streaming_handler"]>;

/**
 * A `streaming_handler` that collects an answer without Content-Length, which ends with the connection (RFC 9112, section
 * 6.3), and one that is longer than net.http keeps by itself. Without it net.http takes such an answer for complete when its
 * head has come; 0.11 does not, and does not call this.
 * @param longest How many bytes are read before the request ends as failed.
 */
export function collectUntilClosed(longest: number): StreamingHandler {
    return (response) => {
        if (response.chunked || response.body_length !== undefined) {
            return $multi();
        }
        const chunks: string[] = [];
        let length = 0;
        const sink: http.BodySink = {
            write(chunk: string): boolean {
                length += chunk.length;
                chunks.push(chunk);
                return length <= longest;
            },
        };
        return $multi(sink, (whole) => {
            whole.body = chunks.join("");
        });
    };
}
