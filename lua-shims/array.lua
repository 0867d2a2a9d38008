--- JavaScript's array methods for callbacks that take no self: (value, index from 0, list).

local function array_map(list, callback)
	local result = {}
	for i = 1, #list do
		result[i] = callback(list[i], i - 1, list)
	end
	return result
end

local function array_filter(list, predicate)
	local result = {}
	for i = 1, #list do
		local value = list[i]
		if predicate(value, i - 1, list) then
			result[#result + 1] = value
		end
	end
	return result
end

local function array_for_each(list, callback)
	for i = 1, #list do
		callback(list[i], i - 1, list)
	end
end

local function array_some(list, predicate)
	for i = 1, #list do
		if predicate(list[i], i - 1, list) then
			return true
		end
	end
	return false
end

local function array_every(list, predicate)
	for i = 1, #list do
		if not predicate(list[i], i - 1, list) then
			return false
		end
	end
	return true
end

local function array_find(list, predicate)
	for i = 1, #list do
		local value = list[i]
		if predicate(value, i - 1, list) then
			return value
		end
	end
end

local function array_find_index(list, predicate)
	for i = 1, #list do
		if predicate(list[i], i - 1, list) then
			return i - 1
		end
	end
	return -1
end

local function array_flat_map(list, callback)
	local result = {}
	for i = 1, #list do
		local value = callback(list[i], i - 1, list)
		if __TS__ArrayIsArray(value) then
			for j = 1, #value do
				result[#result + 1] = value[j]
			end
		else
			result[#result + 1] = value
		end
	end
	return result
end

--- The start is a vararg because nil is a start too.
local function array_reduce(list, callback, ...)
	local first, accumulator = 1, ...
	if select("#", ...) == 0 then
		if #list == 0 then
			error("Reduce of empty array with no initial value", 2)
		end
		first, accumulator = 2, list[1]
	end
	for i = first, #list do
		accumulator = callback(accumulator, list[i], i - 1, list)
	end
	return accumulator
end

local function array_reduce_right(list, callback, ...)
	local last, accumulator = #list, ...
	if select("#", ...) == 0 then
		if last == 0 then
			error("Reduce of empty array with no initial value", 2)
		end
		last, accumulator = last - 1, list[last]
	end
	for i = last, 1, -1 do
		accumulator = callback(accumulator, list[i], i - 1, list)
	end
	return accumulator
end

local function array_sort(list, compare)
	table.sort(list, compare and function (a, b)
		return compare(a, b) < 0
	end)
	return list
end

local function array_to_sorted(list, compare)
	local copy = {}
	for i = 1, #list do
		copy[i] = list[i]
	end
	return array_sort(copy, compare)
end

local function array_from(items, callback)
	local result = {}
	if type(items) == "table" and type(items.length) == "number" then
		for i = 1, items.length do
			result[i] = callback(items[i - 1], i - 1)
		end
		return result
	end
	for _, value in __TS__Iterator(items) do
		result[#result + 1] = value
	end
	return callback and array_map(result, callback) or result
end

local function object_group_by(items, select_key)
	local groups = {}
	local index = 0
	for _, item in __TS__Iterator(items) do
		local key = select_key(item, index)
		local group = groups[key]
		if not group then
			group = {}
			groups[key] = group
		end
		group[#group + 1] = item
		index = index + 1
	end
	return groups
end

--- Appends the elements of lists; the new length.
local function array_append(list, ...)
	local length = #list
	for i = 1, select("#", ...) do
		local items = select(i, ...)
		local count = #items
		for j = 1, count do
			list[length + j] = items[j]
		end
		length = length + count
	end
	return length
end

--- A new list of the elements of lists. Unlike with unpack, they may be long.
local function array_of(...)
	local list = {}
	array_append(list, ...)
	return list
end

local function array_to_reversed(list)
	local copy, length = {}, #list
	for i = 1, length do
		copy[i] = list[length + 1 - i]
	end
	return copy
end

local function array_to_spliced(list, ...)
	local copy = array_of(list)
	__TS__ArraySplice(copy, ...)
	return copy
end

local function array_with(list, index, value)
	local copy = array_of(list)
	copy[(index < 0 and #list + index or index) + 1] = value
	return copy
end

--- NaN is in a list that holds it, though it equals nothing (ECMA-262, SameValueZero).
local function array_includes(list, sought, from)
	from = from or 0
	for i = math.max(from < 0 and #list + from or from, 0) + 1, #list do
		local value = list[i]
		if value == sought or (value ~= value and sought ~= sought) then
			return true
		end
	end
	return false
end
