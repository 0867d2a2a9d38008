/** @noSelfInFile */

/**
 * Consistent hashing.
 * @since 0.12
 * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
 */
declare module "prosody.util.hashring" {
    /** Spreads keys over nodes, so that few move when a node comes or goes. */
    export interface HashRing<V = unknown> {
        /** What was added, by name. */
        readonly nodes: Record<string, V>;
        /** How many places on the ring each node has. */
        readonly num_replicas: number;
        /** Spreads nodes and keys over the ring. */
        readonly hash: (this: void, data: string) => string;
        /**
         * Adds a node.
         * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
         */
        add_node(name: string, value?: V): true;
        /**
         * Adds nodes: a list of names, or values by name.
         * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
         */
        add_nodes(nodes: string[] | Record<string, V>): true;
        /**
         * Takes a node away; whether it was there.
         * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
         */
        remove_node(name: string): boolean;
        /**
         * Takes nodes away.
         * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
         */
        remove_nodes(names: string[]): void;
        /**
         * A copy.
         * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
         */
        clone(): HashRing<V>;
        /**
         * The node that a key belongs to, and its value.
         * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
         */
        get_node(key: string): LuaMultiReturn<[name: string | undefined, value: V | undefined]>;
    }
    /**
     * A ring without nodes.
     * @see [util/hashring.lua](https://hg.prosody.im/trunk/file/tip/util/hashring.lua)
     */
    function new_<V = unknown>(num_replicas: number, hash: (this: void, data: string) => string): HashRing<V>;
    export { new_ as new };
}
