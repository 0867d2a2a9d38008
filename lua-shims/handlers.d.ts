/** @noSelfInFile */

export function http_handler(
    handler: (this: void, event: Prosody.HttpEvent, path?: string) => Prosody.HttpAnswer | Promise<Prosody.HttpAnswer>,
): Prosody.HttpHandler;
export function adhoc_handler(handler: Prosody.AdhocHandler): Prosody.AdhocHandler;
