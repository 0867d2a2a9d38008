/** @noSelfInFile */

declare namespace Prosody {
    /** XEP-0060, section 4.1. */
    type PubsubAffiliation = "owner" | "publisher" | "publish-only" | "member" | "none" | "outcast";
    /** Who asks: a JID, or true for the server itself, which may do all. */
    type PubsubActor = string | true;
    /** True and what was asked for, or false and a condition such as "item-not-found". */
    type PubsubResult<T = undefined> = LuaMultiReturn<[ok: true, value: T] | [ok: false, error: string]>;
    /** Options of a node by name (XEP-0060, section 16.4.4), without `pubsub#`. */
    type PubsubNodeConfig = Record<string, string | number | boolean | undefined>;
    /** Items by id, and their ids in order from 1 on. */
    interface PubsubItems {
        /** An item by its id. */
        [id: string]: Stanza | string;
        /** Ids in the order of the items. */
        [position: number]: string;
    }
    /** A node of a service. */
    interface PubsubNode {
        /** What it is called. */
        name: string;
        /** Its options. */
        config: PubsubNodeConfig;
        /** Options of subscriptions by JID. */
        subscribers: Record<string, object | true>;
        /** What JIDs are to it. */
        affiliations: Record<string, PubsubAffiliation>;
    }
    /** Nodes, their items and subscriptions; from `prosody.util.pubsub`, mod_pubsub and mod_pep. https://prosody.im/doc/developers/util/pubsub */
    interface PubsubService {
        /** What it was made with. */
        readonly config: object;
        /** Configuration of new nodes. */
        readonly node_defaults: PubsubNodeConfig;
        /** The nodes by name. */
        readonly nodes: Record<string, PubsubNode | undefined>;
        /** Affiliations to all nodes. */
        readonly affiliations: Record<string, PubsubAffiliation>;
        /** Subscriptions by JID. */
        readonly subscriptions: Record<string, unknown>;
        /** Stores of items by node. */
        readonly data: Record<string, unknown>;
        /** Fires item-published, item-retracted, node-created and so on. */
        readonly events: import("prosody.util.events").Events<PubsubEvents>;
        /**
         * Whether two JIDs are the same subscriber.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        jids_equal(a: string, b: string): boolean;
        /**
         * Whether an actor may do something.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        may(node: string | undefined, actor: PubsubActor, action: string): boolean;
        /**
         * The affiliation of those that have none of their own.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_default_affiliation(node: string, actor: PubsubActor): PubsubAffiliation | undefined;
        /**
         * Gives a JID an affiliation to a node.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        set_affiliation(
            node: string,
            actor: PubsubActor,
            jid: string,
            affiliation: PubsubAffiliation,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * Subscribes a JID.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        add_subscription(
            node: string,
            actor: PubsubActor,
            jid: string,
            options?: object,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * Ends a subscription.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        remove_subscription(
            node: string,
            actor: PubsubActor,
            jid: string,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * The options of a subscription; undefined where there is none.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_subscription(node: string, actor: PubsubActor, jid: string): PubsubResult<object | true | undefined>;
        /**
         * Subscriptions of a node, of a JID, or all.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_subscriptions(
            node: string | undefined,
            actor: PubsubActor,
            jid: string | undefined,
        ): PubsubResult<
            {
                /** The node. */
                node: string;
                /** Who is subscribed. */
                jid: string;
                /** Options of the subscription; true where there are none. */
                subscription: object | true;
            }[]
        >;
        /**
         * Makes a node.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        create(
            node: string,
            actor: PubsubActor,
            options?: PubsubNodeConfig,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * Ends a node.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        delete(node: string, actor: PubsubActor): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * Publishes an item.
         * @param config What the node's configuration must be, and is where it is created.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        publish(
            node: string,
            actor: PubsubActor,
            id: string | undefined,
            item: Stanza,
            config?: PubsubNodeConfig,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string, details?: unknown]>;
        /**
         * Takes an item back.
         * @param notify Tells the subscribers: a `<retract>`.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        retract(
            node: string,
            actor: PubsubActor,
            id: string,
            notify?: Stanza | boolean,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * Takes all items back.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        purge(
            node: string,
            actor: PubsubActor,
            notify?: boolean,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * Items by id, all without.
         * @param page Read from 0.12 on.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_items(
            node: string,
            actor: PubsubActor,
            ids?: string | string[],
            page?: import("prosody.util.rsm").ResultSet,
        ): PubsubResult<PubsubItems>;
        /**
         * The item that was published last.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_last_item(
            node: string,
            actor: PubsubActor,
        ): LuaMultiReturn<[ok: true, id: string | undefined, item: Stanza | undefined] | [ok: false, error: string]>;
        /**
         * The nodes that an actor may see.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_nodes(actor: PubsubActor): PubsubResult<Record<string, PubsubNode>>;
        /**
         * Changes the configuration of a node.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        set_node_config(
            node: string,
            actor: PubsubActor,
            config: PubsubNodeConfig,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * The configuration of a node.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_node_config(node: string, actor: PubsubActor): PubsubResult<PubsubNodeConfig>;
        /**
         * What is told of a node in disco#info.
         * @since 13.0 Before, take `get_node_config`.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        get_node_metadata?(node: string, actor: PubsubActor): PubsubResult<Record<string, unknown>>;
        /**
         * Says what an affiliation may do on a node.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        set_node_capabilities(
            node: string,
            actor: PubsubActor,
            capabilities: object,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: string]>;
        /**
         * Sends an event to subscribers; configured with the service.
         * @see [util/pubsub.lua](https://hg.prosody.im/trunk/file/tip/util/pubsub.lua)
         */
        broadcast(
            event: string,
            node: string,
            subscribers: Record<string, object | true>,
            item?: Stanza | Stanza[],
            actor?: PubsubActor,
            node_object?: PubsubNode,
        ): unknown;
    }
}
