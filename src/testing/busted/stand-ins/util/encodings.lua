-- Stand-in for Prosody's util.encodings where Debian has no build of it for the running Lua. The differential spec holds it
-- to the real one. Where it does not know an answer it raises an error; it never guesses.

local data = require "util.stringprep_data";

local byte, char, concat, floor = string.byte, string.char, table.concat, math.floor;

-- 0.11 calls libidn and takes nil for text that cannot be prepared; from 0.12 on it is ICU, and nil is a mistake.
local is_libidn = (os.getenv("TYPED_PROSODY_PROSODY") or ""):sub(1, 5) == "0.11.";

local function refuse(what)
	error("util.encodings has no stand-in for "..what..": run the spec on Lua 5.2 or 5.4 alone", 3);
end

local function check_text(value, position)
	local kind = type(value);
	if kind == "number" then
		return tostring(value);
	elseif kind ~= "string" then
		error(("bad argument #%d to '?' (string expected, got %s)"):format(position or 1, value == nil and "nil" or kind), 3);
	end
	return value;
end

-- UTF-8

-- The code point at a position and where the next begins; nil for what RFC 3629 forbids.
local function decode(text, at)
	local a = byte(text, at);
	if a < 0x80 then
		return a, at + 1;
	elseif a < 0xC2 or a > 0xF4 then
		return nil;
	end
	local length = a < 0xE0 and 2 or a < 0xF0 and 3 or 4;
	local code = a - (length == 2 and 0xC0 or length == 3 and 0xE0 or 0xF0);
	for i = 1, length - 1 do
		local b = byte(text, at + i);
		if not b or b < 0x80 or b > 0xBF then
			return nil;
		end
		code = code * 64 + (b - 0x80);
	end
	if (length == 3 and code < 0x800) or (length == 4 and code < 0x10000) or code > 0x10FFFF
	or (code >= 0xD800 and code <= 0xDFFF) then
		return nil;
	end
	return code, at + length;
end

local function encode(code)
	if code < 0x80 then
		return char(code);
	elseif code < 0x800 then
		return char(0xC0 + floor(code / 64), 0x80 + code % 64);
	elseif code < 0x10000 then
		return char(0xE0 + floor(code / 4096), 0x80 + floor(code / 64) % 64, 0x80 + code % 64);
	end
	return char(0xF0 + floor(code / 262144), 0x80 + floor(code / 4096) % 64, 0x80 + floor(code / 64) % 64, 0x80 + code % 64);
end

local function length(text)
	local at, count = 1, 0;
	while at <= #text do
		local code, following = decode(text, at);
		if not code then return nil; end
		at, count = following, count + 1;
	end
	return count;
end

local utf8 = {};

function utf8.valid(text)
	return length(check_text(text)) ~= nil;
end

function utf8.length(text)
	return length(check_text(text));
end

-- Base64 (RFC 4648, section 4)

local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
local digits, values = {}, {};
for i = 1, 64 do
	digits[i - 1] = alphabet:sub(i, i);
	values[byte(alphabet, i)] = i - 1;
end

local base64 = {};

function base64.encode(text)
	text = check_text(text);
	local out = {};
	for at = 1, #text, 3 do
		local a, b, c = byte(text, at, at + 2);
		local n = a * 65536 + (b or 0) * 256 + (c or 0);
		out[#out + 1] = digits[floor(n / 262144)]..digits[floor(n / 4096) % 64]
			..(b and digits[floor(n / 64) % 64] or "=")..(c and digits[n % 64] or "=");
	end
	return concat(out);
end

local blank = { [8] = true; [9] = true; [10] = true; [12] = true; [13] = true; [32] = true };

-- Padding ends a group wherever it stands; what is left at the end without padding is dropped.
function base64.decode(text)
	text = check_text(text);
	local out, group, count = {}, 0, 0;
	local function flush()
		local padding = 4 - count;
		group = group * 64 ^ padding;
		local bytes = char(floor(group / 65536) % 256, floor(group / 256) % 256, group % 256);
		out[#out + 1] = bytes:sub(1, 3 - padding);
		group, count = 0, 0;
	end
	for at = 1, #text do
		local b = byte(text, at);
		local value = values[b];
		if value then
			group, count = group * 64 + value, count + 1;
			if count == 4 then flush(); end
		elseif b == 61 then
			if count >= 2 then
				flush();
			else
				group, count = 0, 0;
			end
		elseif b == 0 then
			break;
		elseif not blank[b] then
			return nil;
		end
	end
	return concat(out);
end

-- Stringprep (RFC 3454)

local function ranges(text)
	local list = {};
	for item in text:gmatch("%S+") do
		local first, last = item:match("^(%x+)%-(%x+)$");
		list[#list + 1] = { tonumber(first or item, 16), tonumber(last or item, 16) };
	end
	return function (code)
		for i = 1, #list do
			local range = list[i];
			if code >= range[1] and code <= range[2] then return true; end
		end
		return false;
	end
end

local function codes(text)
	local list, at = {}, 1;
	while at <= #text do
		local escaped, after = text:match("^{(%x+)}()", at);
		if escaped then
			list[#list + 1], at = tonumber(escaped, 16), after;
		else
			list[#list + 1], at = decode(text, at);
		end
	end
	return list;
end

local function mappings(text)
	local map = {};
	for from, to in text:gsub("%s+", ""):gmatch("([^|=]+)=([^|]*)|") do
		map[codes(from)[1]] = codes(to);
	end
	return map;
end

local is_known, is_prohibited, is_unassigned = ranges(data.known), ranges(data.prohibited), ranges(data.unassigned);
local plain, fold = mappings(data.plain), mappings(data.fold);
local composed, has_mark = {}, {};
for mark, text in pairs(data.composed) do
	composed[mark] = {};
	for pair in text:gmatch("%S+") do
		local both = codes(pair);
		composed[mark][both[1]] = both[2];
		has_mark[both[2]] = true;
	end
end
for code = 0xFF01, 0xFF5E do
	local narrow = code - 0xFEE0;
	plain[code] = { narrow };
	if narrow >= 65 and narrow <= 90 then
		fold[code] = { narrow + 32 };
	end
end
for code = 65, 90 do
	fold[code] = { code + 32 };
end

local function is_mark(code)
	return code >= 0x300 and code <= 0x36F;
end

-- Mapping and normalization; nil where it is strict and the text has what Unicode 3.2 does not.
local function map(text, folds, strict)
	local out = {};
	local at = 1;
	while at <= #text do
		local code;
		code, at = decode(text, at);
		if code > 0x7F then
			if not is_known(code) then
				refuse(("the character U+%04X"):format(code));
			elseif strict and is_unassigned(code) then
				return nil;
			end
		end
		local mapped = folds and fold[code] or plain[code] or { code };
		local first, last = mapped[1], out[#out];
		if first and is_mark(first) and last then
			if is_mark(last) then
				refuse("two combining marks on one character");
			end
			local whole = composed[first] and composed[first][last];
			if whole then
				out[#out] = whole;
			elseif has_mark[last] then
				refuse("a combining mark on a character that has one");
			else
				out[#out + 1] = first;
			end
		else
			out[#out + 1] = first;
		end
		for i = 2, #mapped do
			out[#out + 1] = mapped[i];
		end
	end
	return out;
end

local function in_set(text)
	local set = {};
	for i = 1, #text do
		set[byte(text, i)] = true;
	end
	return function (code)
		return set[code];
	end
end

local function never() return false; end
local function is_ascii_control(code) return code < 0x20 or code == 0x7F; end
-- RFC 3920, appendix A.5.
local is_jid_delimiter = in_set(" \"&'/:<>@");

local function profile(folds, is_refused_ascii)
	return function (text, strict)
		if is_libidn and type(text) ~= "string" and type(text) ~= "number" then
			return nil;
		end
		text = check_text(text);
		if #text >= 1024 or (is_libidn and text:find("%z")) then
			return nil;
		elseif not length(text) then
			return nil;
		end
		-- libidn's always takes what Unicode 3.2 does not have.
		local mapped = map(text, folds, strict and not is_libidn);
		if not mapped then
			return nil;
		end
		local out = {};
		for i = 1, #mapped do
			local code = mapped[i];
			if code < 0x80 and is_refused_ascii(code) or code >= 0x80 and is_prohibited(code) then
				return nil;
			end
			out[i] = encode(code);
		end
		local result = concat(out);
		return #result < 1024 and result or nil;
	end
end

local resourceprep = profile(false, is_ascii_control);

local stringprep = {
	-- RFC 3491
	nameprep = profile(true, never);
	-- RFC 3920, appendix A
	nodeprep = profile(true, function (code) return is_ascii_control(code) or is_jid_delimiter(code); end);
	-- RFC 3920, appendix B
	resourceprep = resourceprep;
	-- RFC 4013: as resourceprep, but other spaces and joiners first become spaces or vanish.
	saslprep = function (text, strict)
		return resourceprep(text, strict);
	end;
};

-- IDNA, for names in ASCII

-- The name with the root's dot cut off, as labels; nil where one has what STD3 (RFC 1123) forbids.
local function labels(name, longest)
	local list = {};
	if #name >= 1024 or name:find("%z") then
		return nil;
	end
	for label in (name:gsub("%.$", "").."."):gmatch("([^.]*)%.") do
		if #label < 1 or #label > longest or label:find("[^%w%-]") or label:find("^%-") or label:find("%-$") then
			return nil;
		elseif not is_libidn and label:sub(3, 4) == "--" then
			return nil;
		end
		list[#list + 1] = label;
	end
	return list;
end

local function ascii_name(name)
	name = check_text(name);
	if name:find("[\128-\255]") or ("."..name:lower()):find(".xn--", 1, true) then
		refuse("names with other letters than those of ASCII");
	end
	return name;
end

local idna = {};

function idna.to_ascii(name)
	name = ascii_name(name);
	if is_libidn then
		return (name == "" or name == "." or labels(name, 63)) and name or nil;
	end
	return labels(name, 63) and #name:gsub("%.$", "") <= 253 and name:lower() or nil;
end

function idna.to_unicode(name)
	name = ascii_name(name);
	if is_libidn then
		return (name:match("^%Z*"));
	end
	return labels(name, 1024) and name:lower() or nil;
end

return {
	stringprep = stringprep;
	idna = idna;
	utf8 = utf8;
	base64 = base64;
	confusable = {
		skeleton = function ()
			refuse("confusable.skeleton");
		end;
	};
	version = "stand-in";
};
