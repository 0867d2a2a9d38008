local utf8_valid = require("util.encodings").utf8.valid

local function percent_encoded(character)
	return string.format("%%%02X", string.byte(character))
end

local function encode_uri_component(text)
	return (string.gsub(tostring(text), "[^A-Za-z0-9%-_.!~*'()]", percent_encoded))
end

local function percent_decoded(digits)
	return string.char(tonumber(digits, 16))
end

local function decode_uri_component(text)
	local decoded, count = string.gsub(text, "%%(%x%x)", percent_decoded)
	local _, percents = string.gsub(text, "%%", "")
	if count ~= percents or not utf8_valid(decoded) then
		local malformed = __TS__New(Error, "URI malformed")
		malformed.name = "URIError"
		error(malformed, 0)
	end
	return decoded
end
