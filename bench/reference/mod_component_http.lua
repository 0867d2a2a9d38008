-- What a Lua developer would write for the same stanzas in an afternoon, trusting backend and configuration: the yardstick of
-- the benchmark, not for use. No timeout, no answer to an IQ whose backend fails, no check of what the backend says.

local http = require "net.http";
local jid_bare = require "util.jid".bare;
local json = require "util.json";
local st = require "util.stanza";
local xml = require "util.xml";

local url = module:get_option_string("component_post_url");
local kinds = module:get_option_set("component_post_stanzas", { "message" });

local headers = { ["Content-Type"] = "application/json" };

local function answer(stanza, text)
	local properties = json.decode(text);
	local attr = stanza.attr;
	local reply;
	if properties.stanza then
		reply = xml.parse(properties.stanza);
		reply.attr.to = reply.attr.to or attr.from;
		reply.attr.from = reply.attr.from or attr.to;
	else
		local kind = properties.kind or (stanza.name == "iq" and "iq" or "message");
		reply = st.stanza(kind, {
			to = properties.to or attr.from;
			from = properties.from or attr.to;
			type = properties.type or (kind == "iq" and "result" or attr.type);
			id = properties.id or (kind == "iq" and attr.id or nil);
		});
		if properties.body then
			reply:text_tag("body", properties.body);
		end
		if properties.payload then
			reply:add_child(xml.parse(properties.payload));
		end
	end
	module:send(reply);
end

local function post(event)
	local stanza = event.stanza;
	local attr = stanza.attr;
	local body = json.encode({
		to = attr.to;
		from = attr.from;
		kind = stanza.name;
		type = attr.type;
		id = attr.id;
		body = stanza.name == "message" and stanza:get_child_text("body") or nil;
		stanza = tostring(stanza);
	});
	http.request(url, { body = body; headers = headers }, function (text, status, response)
		if status == 200 and response.headers["content-type"] == "application/json" then
			answer(stanza, text);
		elseif stanza.name == "iq" and status == 204 then
			module:send(st.reply(stanza));
		end
	end);
	return true;
end

for kind in kinds do
	module:hook(kind.."/bare", post, 1);
	module:hook(kind.."/full", post, 1);
	module:hook(kind.."/host", post, 1);
end

if not kinds:contains("presence") then
	local function presence(event)
		local attr = event.stanza.attr;
		if attr.type == "probe" then
			module:send(st.presence({ to = attr.from, from = attr.to }));
		elseif attr.type == "subscribe" then
			module:send(st.presence({ type = "subscribed", to = jid_bare(attr.from), from = jid_bare(attr.to) }));
			module:send(st.presence({ to = attr.from, from = attr.to }));
		elseif attr.type == "unsubscribe" then
			module:send(st.presence({ type = "unsubscribed", to = jid_bare(attr.from), from = jid_bare(attr.to) }));
			module:send(st.presence({ type = "unavailable", to = attr.from, from = attr.to }));
		end
		return true;
	end
	module:hook("presence/bare", presence);
	module:hook("presence/full", presence);
	module:hook("presence/host", presence);
end
