local concat = table.concat;

local address = "romeo@montague.example/orchard";
local greeting = "  Good morrow, cousin ";
local csv = "romeo,juliet,nurse";
local title = "Wherefore art thou";

local function shout(text)
	return text:upper();
end

function templateText()
	local who = "Juliet";
	local count = 3;
	return who .. " has " .. tostring(count) .. " suitors at " .. address;
end

function prefixAndSuffix()
	return address:sub(1, 6) == "romeo@" and address:sub(-8) == "/orchard";
end

function searchText()
	return address:find("@", 1, true) and (address:find("/", 1, true) or 0) - 1 or -1;
end

local function split(text, separator)
	local parts, from = {}, 1;
	while true do
		local first, last = text:find(separator, from, true);
		if not first then
			parts[#parts + 1] = text:sub(from);
			return parts;
		end
		parts[#parts + 1] = text:sub(from, first - 1);
		from = last + 1;
	end
end

function splitAndCount()
	return #split(csv, ",");
end

function lowerAndCompare()
	return title:lower() == "wherefore art thou";
end

-- Unicode's spaces begin and end with these bytes; those of ASCII are what %s knows.
local function trim_unicode(text)
	local before;
	repeat
		before = #text;
		text = text:gsub("^\194\160", ""):gsub("\194\160$", ""):match("^%s*(.-)%s*$");
	until #text == before;
	return text;
end

function trimText()
	-- Not "^%s*(.-)%s*$", whose work grows with the square of a run of spaces.
	local text = greeting:match(".*%S", greeting:match("^%s*()")) or "";
	if text:find("^[\194\225-\227\239]") or text:find("[\128-\191]$") then
		return trim_unicode(text);
	end
	return text;
end

function characters()
	local spaces = 0;
	for character in title:gmatch(".[\128-\191]*") do
		if character == " " then
			spaces = spaces + 1;
		end
	end
	return spaces;
end

function joinParts()
	local parts = {};
	for i = 1, 5 do
		parts[#parts + 1] = "item " .. tostring(i);
	end
	return concat(parts, "\n");
end

function padAndRepeat()
	return ("="):rep(5) .. shout("act") .. ("="):rep(5);
end

function patternMatch()
	local node, host = address:match("^([^@]+)@([^/]+)");
	return host and host .. "!" .. node;
end

function replaceOne()
	local first, last = csv:find(",", 1, true);
	return first and csv:sub(1, first - 1) .. ";" .. csv:sub(last + 1) or csv;
end
