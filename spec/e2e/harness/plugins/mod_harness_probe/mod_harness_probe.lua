-- Answers a private IQ and logs on demand: enough to prove that a server loads, serves, reloads and unloads what a spec gives it.

local st = require "util.stanza";
local http = require "net.http";

local xmlns_probe = "urn:typed-prosody:probe";
local loads = 1;

module:hook("iq-get/host/" .. xmlns_probe .. ":count", function (event)
	event.origin.send(st.reply(event.stanza):tag("count", { xmlns = xmlns_probe }):text(tostring(loads)));
	return true;
end);

module:hook("iq-set/host/" .. xmlns_probe .. ":warn", function (event)
	module:log("warn", "%s", event.stanza.tags[1]:get_text());
	event.origin.send(st.reply(event.stanza));
	return true;
end);

module:hook("iq-set/host/" .. xmlns_probe .. ":raise", function ()
	error("raised by the probe");
end);

module:hook("iq-set/host/" .. xmlns_probe .. ":fetch", function (event)
	http.request(event.stanza.tags[1]:get_text(), nil, function (body, code)
		local reply = st.reply(event.stanza);
		reply:tag("answer", { xmlns = xmlns_probe, code = tostring(code) }):text(tostring(body));
		event.origin.send(reply);
	end);
	return true;
end);

function module.save()
	return { loads = loads };
end

function module.restore(saved)
	loads = saved.loads + 1;
end
