local json = require "util.json";
local st = require "util.stanza";

local function field(letter, name)
	local value = type(letter) == "table" and letter[name];
	return type(value) == "string" and value or nil;
end

module:depends("http");
module:provides("http", {
	route = {
		["POST /letters"] = function (event)
			local letter = json.decode(event.request.body or "");
			local to = field(letter, "to");
			local body = field(letter, "body");
			if not to or not body then
				return 400;
			end
			module:send(st.message({ to = to, from = module.host, type = "chat" }, body));
			event.response.headers.content_type = "application/json";
			return '{"status":"sent"}';
		end;
	};
});
