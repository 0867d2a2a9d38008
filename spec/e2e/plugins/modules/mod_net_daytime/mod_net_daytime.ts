/** Tells whoever connects the date and the time (RFC 867), then hangs up. A global module with a port of its own. */

module.set_global();

module.provides("net", {
    name: "daytime",
    default_port: 13,
    listener: {
        onconnect: (conn) => {
            conn.write(`${os.date("!%A, %B %d, %Y %H:%M:%S")}-UTC\r\n`);
        },
        // Closed before that, the connection would drop what it has not written yet.
        ondrain: (conn) => {
            conn.close();
        },
    },
});
