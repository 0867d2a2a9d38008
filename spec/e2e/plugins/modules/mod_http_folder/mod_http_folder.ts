/** Serves the files of a folder over HTTP. */
import { sha1 } from "prosody.util.hashes";

/** Default: the folder `www` beside the module. */
const folder = module.get_option_path("http_folder_path", "www");

const mediaTypes: Record<string, string> = {
    css: "text/css; charset=utf-8",
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    png: "image/png",
    svg: "image/svg+xml",
    txt: "text/plain; charset=utf-8",
};

/** Whether a decoded path names something below the folder: no part of it leads up or hides. */
function isBelow(path: string): boolean {
    const [hidden] = string.find(`/${path}`, "/%.");
    const [foreign] = string.find(path, "[%z\\]");
    return hidden === undefined && foreign === undefined;
}

function decode(path: string): string {
    const [decoded] = string.gsub(path, "%%(%x%x)", (digits) => string.char(tonumber(digits, 16) ?? 0));
    return decoded;
}

/** The content of a file; undefined for folders and for what is not there. */
function read(path: string): string | undefined {
    const [file] = io.open(path, "rb");
    if (!file) return undefined;
    const content = file.read("*a");
    file.close();
    return content;
}

function serve({ request, response }: Prosody.HttpEvent, rest?: string): Prosody.HttpResult {
    const path = decode(rest ?? "");
    if (!isBelow(path)) return 403;
    const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const content = read(`${folder}/${name}`);
    if (content === undefined) return 404;
    const tag = `"${sha1(content, true)}"`;
    response.headers.etag = tag;
    // RFC 9110, section 13.1.2.
    if (request.headers.if_none_match === tag) return 304;
    const [extension] = string.match(name, "%.(%w+)$");
    response.headers.content_type = mediaTypes[extension ?? ""] ?? "application/octet-stream";
    return content;
}

module.depends("http");
module.provides("http", {
    default_path: "/folder",
    route: { GET: serve, "GET /*": serve },
});
