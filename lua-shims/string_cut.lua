-- Strings are bytes, and JavaScript's positions count bytes here. Cutting must not leave half a UTF-8 character
-- behind all the same: util.stanza and the client's parser would both choke on it.

--- Bytes before a cut after `n` bytes of `s`, moved back to where the character at the cut begins. Positions in what is
-- not UTF-8 stay as they are.
local function character_boundary(s, n)
	local byte = string.byte(s, n + 1)
	if not byte or byte < 128 or byte >= 192 then
		return n
	end
	for i = n, math.max(n - 2, 1), -1 do
		byte = string.byte(s, i)
		if byte >= 192 then
			return i - 1
		elseif byte < 128 then
			return n
		end
	end
	return n
end

--- ECMAScript's ToIntegerOrInfinity, within 0 and `length`; what counts from the end is given `length` as `origin`.
local function position(value, origin, length)
	if value ~= value then
		return 0
	end
	if value < 0 then
		value = value + origin
	end
	if value <= 0 then
		return 0
	elseif value >= length then
		return length
	end
	return value - value % 1
end

local function string_slice(s, first, last)
	local length = #s
	first = position(first or 0, length, length)
	last = last == nil and length or position(last, length, length)
	return string.sub(s, character_boundary(s, first) + 1, character_boundary(s, last))
end

local function string_substring(s, first, last)
	local length = #s
	first = position(first or 0, 0, length)
	last = last == nil and length or position(last, 0, length)
	if first > last then
		first, last = last, first
	end
	return string.sub(s, character_boundary(s, first) + 1, character_boundary(s, last))
end

local function string_substr(s, first, count)
	local length = #s
	first = position(first or 0, length, length)
	local last = count == nil and length or position(first + math.max(count, 0), 0, length)
	return string.sub(s, character_boundary(s, first) + 1, character_boundary(s, last))
end

--- The character that begins at a position; nothing where one merely goes on, so that a loop over all positions
-- gives each character once.
local function string_char_at(s, index)
	index = index == nil and 0 or index
	if index ~= index then
		index = 0
	end
	if index < 0 or index >= #s then
		return ""
	end
	index = index - index % 1
	if character_boundary(s, index) ~= index then
		return ""
	end
	return string.match(s, "^.[\128-\191]*", index + 1)
end

local function string_access(s, index)
	if index >= 0 and index < #s and index % 1 == 0 then
		return string_char_at(s, index)
	end
end

local function padding(fill, length)
	if #fill == 0 or length <= 0 then
		return ""
	end
	length = length - length % 1
	local filled = string.rep(fill, math.floor(length / #fill) + 1)
	return string.sub(filled, 1, character_boundary(filled, length))
end

local function string_pad_start(s, length, fill)
	return padding(fill or " ", length - #s) .. s
end

local function string_pad_end(s, length, fill)
	return s .. padding(fill or " ", length - #s)
end

--- What stands between separators, which are not empty.
local function string_parts(s, separator)
	local parts, from = {}, 1
	while true do
		local first, last = s:find(separator, from, true)
		if not first then
			parts[#parts + 1] = s:sub(from)
			return parts
		end
		parts[#parts + 1] = s:sub(from, first - 1)
		from = last + 1
	end
end

local function string_split(s, separator, limit)
	local parts = {}
	local count = 0
	limit = limit or math.huge
	if separator == nil then
		return { s }
	elseif separator == "" then
		for character in string.gmatch(s, ".[\128-\191]*") do
			if count >= limit then
				break
			end
			count = count + 1
			parts[count] = character
		end
		return parts
	end
	local from = 1
	while count < limit do
		local first, last = s:find(separator, from, true)
		count = count + 1
		if not first then
			parts[count] = s:sub(from)
			break
		end
		parts[count] = s:sub(from, first - 1)
		from = last + 1
	end
	return parts
end
