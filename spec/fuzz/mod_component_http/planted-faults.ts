/** Faults that fuzzing has to find in mod_component_http. */
import type { PlantedFault } from "../planted-fault.ts";

export const plantedFaults: readonly PlantedFault[] = [
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
        line: `value:find("[^%C\\t\\n\\r]") == nil`,
        replacement: `true`,
        found: /an error was raised|the log has an error|cannot go over the wire/,
    },
    {
        name: "takes U+FFFE, which XML has not",
        line: `value:find(NONCHARACTERS) == nil`,
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
        line: `if not isXmlText(body) then`,
        replacement: `if type(body) == "string" and not isXmlText(body) then`,
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
        line: `\t\tcloseRequest(exchange.request)`,
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

/** Faults that generated configurations have to bring to light. */
export const plantedOptionFaults: readonly PlantedFault[] = [
    {
        name: "passes over what stands behind a gap of a list",
        line: `if not isList(list) then`,
        replacement: `if type(list) ~= "table" or list[1] == nil then`,
        found: /takes a malformed (component_post_stanzas|post_stanza_types)/,
    },
    {
        name: "throws over what is no list",
        line: `if not isList(list) then`,
        replacement: `if list[1] == nil then`,
        found: /what refuses the options is wrong/,
    },
    {
        name: "takes ports that are none",
        line: ` or number > 65535`,
        replacement: ``,
        found: /takes a malformed component_post_url/,
    },
    {
        name: "takes line ends in a URL",
        line: `url:find('[%c%s\\\\<>"]') ~= nil`,
        replacement: `false`,
        found: /takes a malformed component_post_url/,
    },
    {
        name: "tells the password of a URL",
        line: `inWords(withoutSecrets(value), rules)`,
        replacement: `inWords(value, rules)`,
        found: /the log has a secret/,
    },
    {
        name: "says nothing of an old name",
        line: `module:log("warn", "Option %s is the old name of %s, please rename it", legacy, name)`,
        replacement: ``,
        found: /0 warnings/,
    },
    {
        name: "prefers the old name",
        line: `if legacyValue ~= nil and value ~= nil then`,
        replacement: `if false then`,
        found: /did not load|warnings|was posted/,
    },
    {
        name: "does not know its old name",
        line: `legacy = "post_stanza_types"`,
        replacement: `legacy = "stanza_types"`,
        found: /takes a malformed post_stanza_types|was posted|0 warnings/,
    },
    {
        name: "gives every backend the same time",
        line: `module:add_timer(postTimeout, giveUp, exchange)`,
        replacement: `module:add_timer(60, giveUp, exchange)`,
        found: /1 requests .* have 0 answers|timers are left|remembers more/,
    },
];
