/** Faults that are planted into generated modules, to see whether fuzzing finds them. */

export interface PlantedFault {
    /** "mod_component_http" */
    readonly module: string;
    /** What is wrong with the module then. */
    readonly name: string;
    /** A line of the generated Lua, or a part of one, that is there exactly once. */
    readonly line: string;
    /** What stands in its place. */
    readonly replacement: string;
    /** What fuzzing says of it. */
    readonly found: RegExp;
}

const COMPONENT_HTTP: readonly Omit<PlantedFault, "module">[] = [
    {
        name: "answers an iq that the backend refuses twice",
        line: `sendIqError(posted, CONDITIONS[status] or "service-unavailable")`,
        replacement: `sendIqError(posted, "gone") sendIqError(posted, "gone")`,
        found: /1 requests .* have 2 answers/,
    },
    {
        name: "leaves an iq without answer when the connection breaks",
        line: `sendIqError(posted, "remote-server-timeout")\n\telse`,
        replacement: `\n\telse`,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "leaves an iq without answer when it gives up",
        line: `sendIqError(exchange.posted, "remote-server-timeout")`,
        replacement: ``,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "forgets the id of the iq that it answers",
        line: `st.iq({ type = "result", id = posted.id,`,
        replacement: `st.iq({ type = "result", id = "none",`,
        found: /have 0 answers/,
    },
    {
        name: "leaves an iq without answer when the backend has nothing to say",
        line: `if isEmpty and isIqRequest(posted) then\n\t\t\tsendIqResult(posted)`,
        replacement: `if isEmpty and isIqRequest(posted) then`,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "takes text that is no UTF-8",
        line: ` and utf8.valid(value)`,
        replacement: ``,
        found: /an error was raised|the log has an error|cannot go over the wire/,
    },
    {
        name: "takes control characters",
        line: `string.find(value, "[^%C\\t\\n\\r]") == nil`,
        replacement: `true`,
        found: /an error was raised|the log has an error|cannot go over the wire/,
    },
    {
        name: "takes U+FFFE, which XML has not",
        line: `string.find(value, NONCHARACTERS) == nil`,
        replacement: `true`,
        found: /cannot go over the wire/,
    },
    {
        name: "throws over JSON that util.json throws over",
        line: `local ok, answer, problem = pcall(json.decode, text)`,
        replacement: `local ok, answer, problem = true, json.decode(text)`,
        found: /the log has an error/,
    },
    {
        name: "throws over a body that is no text",
        line: `if not isText(body) then`,
        replacement: `if type(body) == "string" and not isText(body) then`,
        found: /the log has an error|cannot go over the wire/,
    },
    {
        name: "throws over XML that does not parse",
        line: `if not ok or not element then`,
        replacement: `if not ok then`,
        found: /the log has an error/,
    },
    {
        name: "lets the backend speak for other domains",
        line: `if preparedFrom == nil or jidHost(preparedFrom) ~= module.host then`,
        replacement: `if preparedFrom == nil then`,
        found: /somebody else's name/,
    },
    {
        name: "takes recipients that are no JIDs",
        line: `attr.to = prepareJid(to)`,
        replacement: `attr.to = tostring(to)`,
        found: /its recipient is no JID/,
    },
    {
        name: "sends what is answered to an error",
        line: `return posted.type == "error" or posted.kind == "iq" and posted.type == "result"`,
        replacement: `return false`,
        found: /an answer to a \w+ of type \w+ was sent/,
    },
    {
        name: "leaks the timer of an answered stanza",
        line: `\tinFlight[exchange] = nil\n\ttimer:stop()`,
        replacement: `\tinFlight[exchange] = nil\n\tmodule:add_timer(1e6, giveUp, exchange)`,
        found: /timers are left/,
    },
    {
        name: "remembers what is answered",
        line: `\tinFlight[exchange] = nil\n\ttimer:stop()`,
        replacement: `\ttimer:stop()`,
        found: /the module remembers more/,
    },
    {
        name: "leaves the connection open when it gives up",
        line: `http.destroy_request(exchange.request)`,
        replacement: ``,
        found: /HTTP connections are open/,
    },
    {
        name: "answers at the timeout what was answered before",
        line: `\tinFlight[exchange] = nil\n\ttimer:stop()`,
        replacement: `\tinFlight[exchange] = nil`,
        found: /1 requests .* have 2 answers|timers are left/,
    },
    {
        name: "posts no bodies",
        line: `body = stanza:get_child_text("body")`,
        replacement: ``,
        found: /the body of .* is/,
    },
    {
        name: "swaps no addresses",
        line: `attr.to = posted.from`,
        replacement: `attr.to = posted.to`,
        found: /the reply .* went out as|have 0 answers/,
    },
];

const CLIENT_PROXY: readonly Omit<PlantedFault, "module">[] = [
    {
        name: "passes on what another resource says",
        line: `if request == nil or request.peer ~= from then`,
        replacement: `if request == nil then`,
        found: /said in another's name went out/,
    },
    {
        name: "leaves a request among those that wait when it is answered",
        line: `\tremoveRequest(pending, request)\n\tmodule:send(readdress(stanza, request.sender, request.recipient))`,
        replacement: `\tmodule:send(readdress(stanza, request.sender, request.recipient))`,
        found: /1 requests .* have \d answers/,
    },
    {
        name: "goes on with a resource that left",
        line: `local last = table.remove(available)`,
        replacement: `local last = available[#available]`,
        found: /a request went to a resource that is not available|the module remembers more/,
    },
    {
        name: "loses the last resource when another leaves",
        line: `\t\tavailable[position] = last\n`,
        replacement: `\n`,
        found: /a request went to a resource that is not available|the module remembers more/,
    },
    {
        name: "gives no answer when the time is over",
        line: `sendError(request, "remote-server-timeout")`,
        replacement: ``,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "gives no answer when the resource goes",
        line: `sendError(request, "recipient-unavailable")\n\t\tend\n\t\trequest = requestOfPeer`,
        replacement: `end\n\t\trequest = requestOfPeer`,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "answers errors with errors",
        line: `if stanza.attr.type ~= "error" then`,
        replacement: `if true then`,
        found: /an error was answered with an error|an error was raised|the log has an error/,
    },
    {
        name: "takes two requests with one id for the same",
        line: `if findRequest(pending, key) ~= nil then`,
        replacement: `if false then`,
        found: /two requests in flight have one address and id/,
    },
    {
        name: "forgets to take an answered request out of the table",
        line: `pending.byKey[request.key] = nil`,
        replacement: ``,
        found: /the module remembers more|requests .* have \d answers|an error was raised/,
    },
    {
        name: "shows the target's address",
        line: `module:send(readdress(stanza, request.sender, request.recipient))`,
        replacement: `module:send(readdress(stanza, request.sender, request.peer))`,
        found: /somebody else's name/,
    },
    {
        name: "does not answer requests that are in flight at a reload",
        line: `requests = takeAllRequests(pending)`,
        replacement: `requests = takeAllRequests(pending) and {}`,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "keeps a timer for each request",
        line: `if not pending.timed then\n\t\tstartTimer(pending, pending.timeout)\n\tend\nend`,
        replacement: `module:add_timer(1e6, function() end)\n\tif not pending.timed then\n\t\tstartTimer(pending, pending.timeout)\n\tend\nend`,
        found: /timers are left/,
    },
];

export const plantedFaults: readonly PlantedFault[] = [
    ...CLIENT_PROXY.map((fault) => ({ module: "mod_client_proxy", ...fault })),
    ...COMPONENT_HTTP.map((fault) => ({ module: "mod_component_http", ...fault })),
];
