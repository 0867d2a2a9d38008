local base64 = require("util.encodings").base64

local function btoa(bytes)
	return base64.encode(bytes)
end

--- util.encodings is more lenient with what is malformed, and wants the padding that JavaScript does without.
local function atob(text)
	local digits = string.gsub(text, "[ \t\n\f\r]", "")
	if #digits % 4 == 0 then
		digits = string.gsub(digits, "==?$", "")
	end
	local rest = #digits % 4
	if rest == 1 or string.find(digits, "[^A-Za-z0-9+/]") then
		local malformed = __TS__New(Error, "The string to be decoded is not correctly encoded.")
		malformed.name = "InvalidCharacterError"
		error(malformed, 0)
	end
	return base64.decode(digits .. string.rep("=", (4 - rest) % 4))
end
