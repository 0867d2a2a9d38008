local http = require "net.http";
local st = require "util.stanza";

local function log_failure(err)
	module:log("error", "No greeting was sent: %s", err);
end

module:hook("user-registered", function (event)
	local username, host = event.username, event.host;
	http.request("http://127.0.0.1:8080/greeting/"..username):next(function (response)
		local text = response.code == 200 and response.body or "Welcome!";
		module:send(st.message({ from = host, to = username.."@"..host }, text));
	end):catch(log_failure);
end);
