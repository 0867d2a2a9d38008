local http = require "net.http";
local st = require "util.stanza";

local function fetch(url)
	return http.request(url):next(function (response)
		if response.code ~= 200 then
			error(url.." answers "..response.code, 0);
		end
		return response.body;
	end);
end

local function log_failure(err)
	module:log("error", "No answer was sent: %s", err);
end

module:hook("message/host", function (event)
	local stanza = event.stanza;
	local town = stanza:get_child_text("body");
	if not town then return; end
	fetch("http://127.0.0.1:8080/place/"..town):next(function (place)
		return fetch("http://127.0.0.1:8080/weather/"..place);
	end):catch(function (problem)
		module:log("warn", "No weather of %s: %s", town, problem);
		return "I do not know.";
	end):next(function (text)
		module:send(st.reply(stanza):body(text));
	end):catch(log_failure);
	return true;
end);
