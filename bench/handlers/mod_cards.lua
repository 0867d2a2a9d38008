local jid_split = require "util.jid".split;
local st = require "util.stanza";

local xmlns_card = "vcard-temp";
local fields = {
	{ "ORG", "The Globe" };
	{ "ROLE", "player" };
	{ "URL", "https://globe.example/" };
};

module:hook("iq-get/bare/" .. xmlns_card .. ":vCard", function (event)
	local stanza = event.stanza;
	local username = jid_split(stanza.attr.to);
	local reply = st.reply(stanza):tag("vCard", { xmlns = xmlns_card });
	reply:text_tag("FN", username or module.host);
	for _, field in ipairs(fields) do
		reply:text_tag(field[1], field[2]);
	end
	event.origin.send(reply);
	return true;
end, 10);
