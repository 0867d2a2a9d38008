local st = require "util.stanza";

local version = "jabber:iq:version";
local name = module:get_option_string("software_name", "Globe");
local system = module:get_option_string("software_os");

module:add_feature(version);
module:hook("iq-get/host/" .. version .. ":query", function (event)
	local reply = st.reply(event.stanza):tag("query", { xmlns = version })
		:text_tag("name", name):text_tag("version", "1.0");
	if system then
		reply:text_tag("os", system);
	end
	event.origin.send(reply);
	return true;
end);
