local st = require "util.stanza";

local words = module:get_option_array("filtered_words", { "villain", "knave" });

local function offends(body)
	local text = body:lower();
	for _, word in ipairs(words) do
		if text:find(word, 1, true) then
			return true;
		end
	end
	return false;
end

module:hook("pre-message/bare", function (event)
	local stanza = event.stanza;
	local body = stanza:get_child_text("body");
	if not body or not offends(body) then
		return;
	end
	event.origin.send(st.error_reply(stanza, "modify", "policy-violation", "Mind your words"));
	return true;
end);
