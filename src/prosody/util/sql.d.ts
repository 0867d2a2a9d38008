/** @noSelfInFile */
/**
 * Databases of SQL, over LuaDBI. https://prosody.im/doc/developers/util/sql
 * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
 */
declare module "prosody.util.sql" {
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
        /** How MySQL stores it. */
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
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        create(engine: Engine): LuaMultiReturn<[true] | [false | undefined, string]>;
    }
    /** Where a database is. */
    export interface Parameters {
        /** Which kind of database. */
        driver: "SQLite3" | "MySQL" | "PostgreSQL";
        /** Its name; for SQLite a path. */
        database: string;
        /** With what to log in. */
        username?: string;
        /** With what to log in. */
        password?: string;
        /** Where it is. */
        host?: string;
        /** At which port. */
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
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        affected(): number;
        /**
         * How many rows there are.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
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
        /** The connection of LuaDBI, once it stands. */
        readonly conn?: unknown;
        /** The encoding of texts, once the connection stands. */
        readonly charset?: string;
        /** Statements that were prepared, by their text. */
        readonly prepared?: object;
        /**
         * Opens the connection where it is not open.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        connect(): LuaMultiReturn<[true] | [false | undefined, string]>;
        /**
         * Called when the connection stands.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        onconnect(): unknown;
        /**
         * Called when it broke.
         * @since 13.0
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        ondisconnect?(): unknown;
        /**
         * Runs functions in a transaction: what they return, or false and what went wrong.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        transaction<A extends unknown[], R>(
            func: (this: void, ...args: A) => R,
            ...args: A
        ): LuaMultiReturn<[ok: true, result: R] | [ok: false | undefined, error: string]>;
        /**
         * One attempt of `transaction`.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        _transaction<A extends unknown[], R>(
            func: (this: void, ...args: A) => R,
            ...args: A
        ): LuaMultiReturn<[ok: true, result: R] | [ok: false | undefined, error: string]>;
        /**
         * Walks over the rows of a query; `?` in it stands for the values.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        select(sql: string, ...values: SqlValue[]): LuaIterable<Row>;
        /**
         * Adds rows.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        insert(sql: string, ...values: SqlValue[]): Result;
        /**
         * Changes rows.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        update(sql: string, ...values: SqlValue[]): Result;
        /**
         * Deletes rows.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        delete(sql: string, ...values: SqlValue[]): Result;
        /**
         * Runs a statement.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        execute(
            sql: string,
            ...values: SqlValue[]
        ): LuaMultiReturn<[statement: object | true] | [false | undefined, string]>;
        /**
         * Runs a query; what `select` does.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        execute_query(sql: string, ...values: SqlValue[]): LuaIterable<Row>;
        /**
         * Runs a change; what `insert` and its kin do.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        execute_update(sql: string, ...values: SqlValue[]): Result;
        /**
         * Whether each query is logged.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        debug(enable: boolean): void;
        /**
         * Has the database speak UTF-8.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        set_encoding(): LuaMultiReturn<[true] | [false | undefined, string]>;
        /**
         * A query as the driver takes it.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        prepquery(sql: string): string;
        /**
         * Makes an index.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        _create_index(index: Index): unknown;
        /**
         * Makes a table and its indices.
         * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
         */
        _create_table(table: Table): LuaMultiReturn<[true] | [false | undefined, string]>;
    }
    /**
     * A column of a table.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function Column(definition: ColumnDefinition): Column;
    /**
     * An index of a table.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function Index(definition: IndexDefinition): Index;
    /**
     * A table.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function Table(definition: TableDefinition): Table;
    /**
     * Whether a value is a column.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function is_column(value: unknown): value is Column;
    /**
     * Whether a value is an index.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function is_index(value: unknown): value is Index;
    /**
     * Whether a value is a table.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function is_table(value: unknown): value is Table;
    /**
     * Whether a value is a query.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function is_query(value: unknown): boolean;
    /**
     * A connection, not yet made. The first argument is of no use.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
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
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function db2uri(params: Parameters): string;
    /**
     * The type of whole numbers.
     * @removed 13.0 Write the type as text.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function Integer(): string;
    /**
     * The type of texts.
     * @removed 13.0 Write the type as text.
     * @see [util/sql.lua](https://hg.prosody.im/trunk/file/tip/util/sql.lua)
     */
    export function String(): string;
}
