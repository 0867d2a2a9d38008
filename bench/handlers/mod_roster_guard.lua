local jid_host = require "util.jid".host;
local st = require "util.stanza";

local allowed = module:get_option_set("roster_domains", { "example.org", "example.net" });

module:hook("iq-set/self/jabber:iq:roster:query", function (event)
	local stanza = event.stanza;
	local query = stanza.tags[1];
	for item in query:childtags("item") do
		local domain = jid_host(item.attr.jid);
		if not domain or not allowed:contains(domain) then
			event.origin.send(st.error_reply(stanza, "cancel", "not-allowed", "No contacts at " .. (domain or "nowhere")));
			return true;
		end
	end
end, 10);
