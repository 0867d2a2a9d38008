/** @noSelfInFile */

/**
 * Files of a folder over HTTP.
 * @since 0.12 Before, take `module.depends("http_files")`.
 * @see [net/http/files.lua](https://hg.prosody.im/trunk/file/tip/net/http/files.lua)
 */
declare module "prosody.net.http.files" {
    /** How files are served. */
    export interface Options {
        /** The folder. */
        path: string;
        /** Media types by extension. */
        mime_map?: Record<string, string>;
        /** How many small files are kept in memory; default 256. */
        cache_size?: number;
        /** Up to which size, in bytes; default 1024. */
        cache_max_file_size?: number;
        /** Files that stand for a folder; default index.html and index.htm. */
        index_files?: string[];
        /** Whether folders without such a file are listed. */
        directory_index?: boolean;
    }
    /**
     * A handler for a route such as `GET /*`.
     * @see [net/http/files.lua](https://hg.prosody.im/trunk/file/tip/net/http/files.lua)
     */
    export function serve(options: Options | string): Prosody.HttpHandler;
}
