/** The ports a server under test listens on. */
export interface ServerPorts {
    /** XMPP clients (RFC 6120). */
    readonly c2s: number;
    /** External components (XEP-0114). */
    readonly component: number;
    /** Prosody's HTTP server. */
    readonly http: number;
    /** mod_spec_console. */
    readonly console: number;
}

/** What a back end needs in order to run one server. */
export interface ProcessOptions {
    readonly version: string;
    /** A folder of this machine that holds prosody.cfg.lua. */
    readonly configFolder: string;
    /** Folders of this machine with modules; the server sees each where `Placement.pluginPaths` says. */
    readonly pluginPaths: readonly string[];
    readonly ports: ServerPorts;
    /** Takes the server's output as it comes. */
    readonly onOutput: (chunk: Uint8Array | string) => void;
}

/** How things of this machine look from inside the server: decided before its configuration is written. */
export interface Placement {
    /** Ports to listen on. */
    readonly ports: ServerPorts;
    /** The address to listen on. */
    readonly interface: string;
    /** Where the server reaches what listens on this machine. */
    readonly hostAddress: string;
    readonly pluginPaths: readonly string[];
    readonly dataPath: string;
    /** Whether the server runs as root, which Prosody refuses unless its configuration says so. */
    readonly runAsRoot: boolean;
}

/** A running Prosody. */
export interface ServerProcess {
    /** The server's ports as this machine reaches them, on 127.0.0.1. */
    readonly ports: ServerPorts;
    /** Settles when the server has ended and all its output has been given to `onOutput`. */
    readonly ended: Promise<void>;
    /** Ends the server at once. */
    kill(): Promise<void>;
    /** Removes what is left of a server that has ended. */
    discard(): Promise<void>;
}

/** A way to run Prosody: in Docker, or as installed on this machine. */
export interface ServerBackend {
    readonly name: "docker" | "local";
    /** Where something on this machine has to listen for its servers to reach it. */
    readonly listenAddress: "127.0.0.1" | "0.0.0.0";
    place(options: Pick<ProcessOptions, "version" | "configFolder" | "pluginPaths">): Promise<Placement>;
    start(options: ProcessOptions): Promise<ServerProcess>;
}
