--- JavaScript's lastIndexOf of a string, in bytes.
local function string_last_index_of(text, part, position)
	local limit = math.max(position or #text, 0)
	if part == "" then
		return math.min(limit, #text)
	end
	local last = 0
	local found = string.find(text, part, 1, true)
	while found and found <= limit + 1 do
		last = found
		found = string.find(text, part, found + 1, true)
	end
	return last - 1
end

--- JavaScript's lastIndexOf of an array.
local function array_last_index_of(list, value, from)
	local last = #list
	if from then
		last = from < 0 and last + from + 1 or math.min(last, from + 1)
	end
	for i = last, 1, -1 do
		if list[i] == value then
			return i - 1
		end
	end
	return -1
end
