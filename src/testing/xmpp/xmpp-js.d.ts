// What the harness uses of xmpp.js, which ships no declarations.

declare module "@xmpp/client" {
    export function client(options: {
        service: string;
        domain: string;
        credentials: (
            authenticate: (credentials: { username: string; password: string }, mechanism: string) => Promise<void>,
        ) => Promise<void>;
        resource?: string;
    }): import("./session.ts").XmppJsEntity;
}

declare module "@xmpp/component" {
    export function component(options: {
        service: string;
        domain: string;
        password: string;
    }): import("./session.ts").XmppJsEntity;
}

declare module "@xmpp/xml/lib/parse.js" {
    export default function parse(xml: string): import("./stanza.ts").XmlElement | null;
}
