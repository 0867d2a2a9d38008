local async = require "util.async";
local http = require "net.http";
local st = require "util.stanza";

local sites = { "verona", "mantua", "padua" };

local function send(stanza)
	local lines = {};
	for _, site in ipairs(sites) do
		local response, err = async.wait_for(http.request("http://127.0.0.1:8080/headline/"..site));
		if not response then
			error(err, 0);
		elseif response.code == 200 then
			table.insert(lines, site..": "..response.body);
		end
	end
	module:send(st.reply(stanza):body(table.concat(lines, "\n")));
end

local watchers = {
	error = function (_, err)
		module:log("error", "No headlines were sent: %s", err);
	end;
};

module:hook("message/host", function (event)
	async.runner(send, watchers):run(event.stanza);
	return true;
end);
