/** @noSelfInFile */

/**
 * Databases of SQLite 3, over LuaSQLite.
 * @since 13.0
 * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
 */
declare module "prosody.util.sqlite3" {
    /** What a column is to be like. */
    export interface ColumnDefinition {
        /** What it is called. */
        name: string;
        /** A type of SQL. */
        type: string;
        /** Whether NULL is allowed. */
        nullable?: boolean;
        /** Whether it tells rows apart. */
        primary_key?: boolean;
        /** Whether the database counts it up by itself. */
        auto_increment?: boolean;
        /** Whether no two rows have the same. */
        unique?: boolean;
        /** What stands there where nothing is given. */
        default?: string | number;
    }
    /** What an index is to be like. */
    export interface IndexDefinition {
        /** What it is called. */
        name: string;
        /** The table that it is for. */
        table?: string;
        /** Whether no two rows have the same. */
        unique?: boolean;
        /** Names of columns, from 1 on. */
        [position: number]: string;
    }
    /** What a table is to be like. */
    export interface TableDefinition {
        /** What it is called. */
        name: string;
        /** Left aside here. */
        engine?: string;
        /** Columns and indices, from 1 on. */
        [position: number]: Column | Index;
    }
    /** A column. */
    export interface Column extends ColumnDefinition {
        readonly __column: unique symbol;
    }
    /** An index. */
    export interface Index extends IndexDefinition {
        readonly __index_: unique symbol;
    }
    /** A table. */
    export interface Table {
        /** What it is called. */
        readonly name: string;
        /** The columns by name. */
        readonly c: Record<string, Column>;
        /**
         * Creates it where it is not there.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        create(engine: Engine): LuaMultiReturn<[true] | [false | undefined, string]>;
    }
    /** Where a database is. */
    export interface Parameters {
        /** Which kind of database. */
        driver: "SQLite3" | "MySQL" | "PostgreSQL";
        /** A path. */
        database: string;
        /** Left aside here. */
        username?: string;
        /** Left aside here. */
        password?: string;
        /** Left aside here. */
        host?: string;
        /** Left aside here. */
        port?: number;
    }
    /** A row: columns from 1 on. */
    export interface Row {
        /** What stands in a column, from 1. */
        readonly [position: number]: string | number | boolean | undefined;
    }
    /** What a change did. */
    export interface Result {
        /**
         * How many rows were changed.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        affected(): number;
        /**
         * How many rows there are.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        rowcount(): number;
    }
    /** What a column can hold. */
    type SqlValue = string | number | boolean | undefined;
    /** A connection to a database, made again when it breaks. Errors inside a transaction are raised. */
    export interface Engine {
        /** Where the database is. */
        readonly url: string;
        /** Where the database is. */
        readonly params: Parameters;
        /** The connection of LuaSQLite3, once it stands. */
        readonly conn?: unknown;
        /** The encoding of texts, once the connection stands. */
        readonly charset?: string;
        /** Statements that were prepared, by their text. */
        readonly prepared?: object;
        /**
         * Opens the connection where it is not open.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        connect(): LuaMultiReturn<[true] | [false | undefined, string]>;
        /**
         * Called when the connection stands.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        onconnect(): unknown;
        /**
         * Called when it broke.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        ondisconnect?(): unknown;
        /**
         * Runs functions in a transaction: what they return, or false and what went wrong.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        transaction<A extends unknown[], R>(
            func: (this: void, ...args: A) => R,
            ...args: A
        ): LuaMultiReturn<[ok: true, result: R] | [ok: false | undefined, error: string]>;
        /**
         * One attempt of `transaction`.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        _transaction<A extends unknown[], R>(
            func: (this: void, ...args: A) => R,
            ...args: A
        ): LuaMultiReturn<[ok: true, result: R] | [ok: false | undefined, error: string]>;
        /**
         * Walks over the rows of a query; `?` in it stands for the values.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        select(sql: string, ...values: SqlValue[]): LuaIterable<Row>;
        /**
         * Adds rows.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        insert(sql: string, ...values: SqlValue[]): Result;
        /**
         * Changes rows.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        update(sql: string, ...values: SqlValue[]): Result;
        /**
         * Deletes rows.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        delete(sql: string, ...values: SqlValue[]): Result;
        /**
         * Runs a statement.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        execute(
            sql: string,
            ...values: SqlValue[]
        ): LuaMultiReturn<[statement: object | true] | [false | undefined, string]>;
        /**
         * Runs a query; what `select` does.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        execute_query(sql: string, ...values: SqlValue[]): LuaIterable<Row>;
        /**
         * Runs a change; what `insert` and its kin do.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        execute_update(sql: string, ...values: SqlValue[]): Result;
        /**
         * Whether each query is logged.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        debug(enable: boolean): void;
        /**
         * Has the database speak UTF-8.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        set_encoding(): LuaMultiReturn<[true] | [false | undefined, string]>;
        /**
         * Makes an index.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        _create_index(index: Index): unknown;
        /**
         * Makes a table and its indices.
         * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
         */
        _create_table(table: Table): LuaMultiReturn<[true] | [false | undefined, string]>;
    }
    /**
     * A column of a table.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function Column(definition: ColumnDefinition): Column;
    /**
     * An index of a table.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function Index(definition: IndexDefinition): Index;
    /**
     * A table.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function Table(definition: TableDefinition): Table;
    /**
     * Whether a value is a column.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function is_column(value: unknown): value is Column;
    /**
     * Whether a value is an index.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function is_index(value: unknown): value is Index;
    /**
     * Whether a value is a table.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function is_table(value: unknown): value is Table;
    /**
     * Whether a value is a query.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function is_query(value: unknown): boolean;
    /**
     * A connection, not yet made. The first argument is of no use.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function create_engine(
        unused: unknown,
        /** Where the database is. */
        params: Parameters,
        onconnect?: (this: void, engine: Engine) => unknown,
        ondisconnect?: (this: void, engine: Engine) => unknown,
    ): Engine;
    /**
     * Where a database is, as URL.
     * @see [util/sqlite3.lua](https://hg.prosody.im/trunk/file/tip/util/sqlite3.lua)
     */
    export function db2uri(params: Parameters): string;
}
