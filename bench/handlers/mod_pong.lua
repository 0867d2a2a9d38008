local st = require "util.stanza";

module:add_feature("urn:xmpp:ping");
module:hook("iq-get/host/urn:xmpp:ping:ping", function (event)
	event.origin.send(st.reply(event.stanza));
	return true;
end);
