local jid_bare = require "util.jid".bare;
local st = require "util.stanza";

local listeners = module:get_option_array("crier_listeners", { "a@example.net", "b@example.net", "c@example.net" });
local criers = { ["romeo@example.org"] = true };

module:hook("message/host", function (event)
	local stanza = event.stanza;
	local from = jid_bare(stanza.attr.from);
	if not from or not criers[from] then
		return;
	end
	for _, listener in ipairs(listeners) do
		local copy = st.clone(stanza);
		copy.attr.to = listener;
		copy.attr.from = module.host;
		module:send(copy);
	end
	return true;
end);
