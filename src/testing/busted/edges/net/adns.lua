-- Name resolution of specs, in the place of Prosody's net.adns: every host name has one IPv4 address and nothing else,
-- except those that a spec has made unresolvable.

local server = require "net.server";

local resolver = { unresolvable = {} };

local function lookup(handler, name, record_type)
	server.add_task(0, function ()
		if resolver.unresolvable[(name:gsub("%.$", ""))] then
			handler(nil, "NXDOMAIN");
		elseif record_type == "A" then
			handler({ { a = "192.0.2.1" } });
		else
			handler({});
		end
	end);
end

function resolver.lookup(handler, name, record_type)
	return lookup(handler, name, record_type);
end

function resolver.resolver()
	return {
		lookup = function (_, handler, name, record_type)
			return lookup(handler, name, record_type);
		end;
	};
end

return resolver;
