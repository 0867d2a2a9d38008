local st = require "util.stanza";

module:hook("message/host", function (event)
	local stanza = event.stanza;
	local attr = stanza.attr;
	local body = stanza:get_child_text("body");
	if attr.type == "error" or not body then
		return;
	end
	module:send(st.message({ to = attr.from, from = attr.to, type = "chat" }, "You said: " .. body));
	return true;
end);
