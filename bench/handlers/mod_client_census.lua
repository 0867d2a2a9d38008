local uuid = require "util.uuid".generate;
local st = require "util.stanza";

local clients = {};

local function log_failure(err)
	module:log("error", "A client was not counted: %s", err);
end

module:hook("resource-bind", function (event)
	local query = st.iq({ type = "get", id = uuid(), from = module.host, to = event.session.full_jid }):query("jabber:iq:version");
	module:send_iq(query):next(function (result)
		local version = result.stanza:get_child("query", "jabber:iq:version");
		local name = version and version:get_child_text("name") or "unknown";
		clients[name] = (clients[name] or 0) + 1;
	end):catch(log_failure);
end);
