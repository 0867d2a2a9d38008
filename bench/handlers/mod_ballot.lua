local st = require "util.stanza";

local votes = {};

local function choices(form)
	local chosen = {};
	for field in form:childtags("field") do
		if field.attr.var == "choice" then
			for value in field:childtags("value") do
				chosen[#chosen + 1] = value:get_text() or "";
			end
		end
	end
	return chosen;
end

module:hook("message/host", function (event)
	local stanza = event.stanza;
	local form = stanza:get_child("x", "jabber:x:data");
	if not form or form.attr.type ~= "submit" then
		return;
	end
	local chosen = {};
	for _, choice in ipairs(choices(form)) do
		if choice ~= "" then
			chosen[#chosen + 1] = choice;
		end
	end
	if #chosen == 0 then
		event.origin.send(st.error_reply(stanza, "modify", "bad-request", "Choose something"));
		return true;
	end
	for _, choice in ipairs(chosen) do
		votes[choice] = (votes[choice] or 0) + 1;
	end
	return true;
end);
