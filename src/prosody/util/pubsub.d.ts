/** @noSelfInFile */
/**
 * Nodes, items and subscriptions (XEP-0060). https://prosody.im/doc/developers/util/pubsub
 * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
 */
declare module "prosody.util.pubsub" {
    /** How a service works. */
    export interface Config {
        /** How many items a node keeps. */
        max_items?: number;
        /** Configuration of new nodes. */
        node_defaults?: Prosody.PubsubNodeConfig;
        /** Keeps the items of a node. */
        itemstore?: (this: void, config: Prosody.PubsubNodeConfig, node: string) => object;
        /** Keeps the nodes. */
        nodestore?: object;
        /** Sends an event to subscribers. */
        broadcaster?: (
            this: void,
            kind: string,
            node: string,
            subscribers: Record<string, object | true>,
            item: any,
            actor: Prosody.PubsubActor | undefined,
            node_object: Prosody.PubsubNode | undefined,
            service: Prosody.PubsubService,
        ) => void;
        /** Says who of the subscribers gets an event. */
        subscriber_filter?: (
            this: void,
            subscribers: Record<string, object | true>,
            node: string,
            event: string,
        ) => Record<string, object | true>;
        /** Says whether an item may be published. */
        itemcheck?: (this: void, item: Prosody.Stanza) => boolean;
        /** The affiliation of those that have none of their own. */
        get_affiliation?: (this: void, jid: string, node: string) => Prosody.PubsubAffiliation | undefined;
        /** The form in which JIDs are compared. */
        normalize_jid?: (this: void, jid: string) => string;
        /** What an affiliation may do. */
        capabilities?: Record<string, Record<string, boolean>>;
        /** Whether publishing to a node that is not there makes it. */
        autocreate_on_publish?: boolean;
        /** Whether subscribing to a node that is not there makes it. */
        autocreate_on_subscribe?: boolean;
        /** Names of those options of nodes that all may read. */
        metadata_subset?: object;
        /** Whether a configuration is allowed for a node. */
        check_node_config?: (
            this: void,
            node: string,
            actor: Prosody.PubsubActor,
            config: object,
        ) => boolean | undefined;
    }
    /**
     * A service.
     * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
     */
    function new_(config?: Config): Prosody.PubsubService;
    export { new_ as new };
}
