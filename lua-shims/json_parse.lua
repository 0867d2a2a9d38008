local json = require("util.json")

--- The reason is a number where util.json stumbles over one.
local function json_parse(text)
	local value, reason = json.decode(text)
	if value == nil then
		error(__TS__New(SyntaxError, type(reason) == "string" and reason or "malformed number"), 0)
	end
	return value
end
