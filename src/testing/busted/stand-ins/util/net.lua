-- Stand-in for Prosody's util.net: IP addresses as text and as bytes (RFC 4291, section 2.2; RFC 5952).

local invalid = "Invalid argument";

local function pton4(text)
	local parts = { text:match("^(%d+)%.(%d+)%.(%d+)%.(%d+)$") };
	if #parts ~= 4 then return nil; end
	local bytes = {};
	for i, part in ipairs(parts) do
		if #part > 3 or (#part > 1 and part:sub(1, 1) == "0") or tonumber(part) > 255 then
			return nil;
		end
		bytes[i] = string.char(tonumber(part));
	end
	return table.concat(bytes);
end

-- The 16-bit groups of a part without "::"; nil where it is malformed.
local function groups(text)
	local list = {};
	if text == "" then return list; end
	for item in (text..":"):gmatch("([^:]*):") do
		list[#list + 1] = item;
	end
	local tail = list[#list]:find(".", 1, true) and pton4(list[#list]);
	if tail then
		list[#list] = ("%02x%02x"):format(tail:byte(1, 2));
		list[#list + 1] = ("%02x%02x"):format(tail:byte(3, 4));
	end
	for i, item in ipairs(list) do
		if not item:find("^%x%x?%x?%x?$") then return nil; end
		list[i] = tonumber(item, 16);
	end
	return list;
end

local function pton6(text)
	local before, after = text:match("^(.-)::(.*)$");
	local head, tail;
	if before then
		if after:find("::", 1, true) then return nil; end
		head, tail = groups(before), groups(after);
		-- An IPv4 part stands at the end only.
		if not head or not tail or before:find(".", 1, true) or #head + #tail > 7 then return nil; end
	else
		head, tail = groups(text), {};
		if not head or #head ~= 8 then return nil; end
	end
	local out = {};
	local function put(group)
		out[#out + 1] = string.char(math.floor(group / 256), group % 256);
	end
	for _, group in ipairs(head) do put(group); end
	for _ = 1, 8 - #head - #tail do put(0); end
	for _, group in ipairs(tail) do put(group); end
	return table.concat(out);
end

local function ntop6(bytes)
	local list = {};
	for i = 1, 16, 2 do
		list[#list + 1] = bytes:byte(i) * 256 + bytes:byte(i + 1);
	end
	-- The first of the longest runs of zeros, if longer than one.
	local best, best_length = nil, 1;
	local at = 1;
	while at <= 8 do
		local length = 0;
		while at + length <= 8 and list[at + length] == 0 do length = length + 1; end
		if length > best_length then best, best_length = at, length; end
		at = at + math.max(length, 1);
	end
	local is_mapped = best == 1 and (best_length == 5 and list[6] == 0xFFFF or best_length == 6);
	local last = is_mapped and 6 or 8;
	local head, tail = {}, {};
	for i = 1, last do
		-- The run itself is written as "::".
		if not best or i < best then
			head[#head + 1] = ("%x"):format(list[i]);
		elseif i >= best + best_length then
			tail[#tail + 1] = ("%x"):format(list[i]);
		end
	end
	if is_mapped then
		tail[#tail + 1] = ("%d.%d.%d.%d"):format(bytes:byte(13, 16));
	end
	if not best then
		return table.concat(head, ":");
	end
	return table.concat(head, ":").."::"..table.concat(tail, ":");
end

return {
	pton = function (text)
		local bytes;
		if text:find(":", 1, true) then
			bytes = pton6(text);
		else
			bytes = pton4(text);
		end
		if not bytes then return nil, invalid; end
		return bytes;
	end;
	ntop = function (bytes)
		if #bytes == 4 then
			return ("%d.%d.%d.%d"):format(bytes:byte(1, 4));
		elseif #bytes == 16 then
			return ntop6(bytes);
		end
		return nil, "Address family not supported by protocol", 97;
	end;
};
