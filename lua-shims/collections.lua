-- JavaScript's Map and Set: a chain of entries in the order in which they came, and a table that finds them by their keys.

--- The entry behind another one. A deleted entry still knows who was before it, so that a loop that stands there finds its way:
-- what is added or deleted during a loop counts (ECMA-262, Map.prototype.forEach).
local function next_entry(entry)
	while entry.is_deleted do
		entry = entry.previous
	end
	return entry.next
end

local no_value, no_number = {}, {}

--- Stands for a key in a table, which has neither nil nor NaN for one.
local function place_of(key)
	if key == nil then
		return no_value
	elseif key ~= key then
		return no_number
	end
	return key
end

local function clear(self)
	local head = self.head or {}
	local entry = head.next
	while entry do
		entry.is_deleted, entry.previous = true, head
		entry = entry.next
	end
	head.next = nil
	self.head, self.last, self.places, self.size = head, head, {}, 0
end

local function put(self, key, value)
	local place = place_of(key)
	local entry = self.places[place]
	if entry then
		entry.value = value
		return self
	end
	local last = self.last
	entry = { key = key, value = value, previous = last }
	last.next, self.last, self.places[place] = entry, entry, entry
	self.size = self.size + 1
	return self
end

local function has(self, key)
	return self.places[place_of(key)] ~= nil
end

local function delete(self, key)
	local place = place_of(key)
	local entry = self.places[place]
	if not entry then
		return false
	end
	local previous, following = entry.previous, entry.next
	previous.next = following
	if following then
		following.previous = previous
	else
		self.last = previous
	end
	entry.is_deleted = true
	self.places[place] = nil
	self.size = self.size - 1
	return true
end

local function for_each(self, callback)
	local entry = next_entry(self.head)
	while entry do
		callback(entry.value, entry.key, self)
		entry = next_entry(entry)
	end
end

local function step(iterator)
	local entry = iterator.entry and next_entry(iterator.entry)
	iterator.entry = entry
	if entry then
		return true, iterator.read(entry)
	end
end

local iterator_methods = { ____step = step }
iterator_methods.__index = iterator_methods

function iterator_methods.next(self)
	local is_there, value = step(self)
	return { done = not is_there, value = value }
end

iterator_methods[Symbol.iterator] = function(self)
	return self
end

local function iterator_over(self, read)
	return setmetatable({ entry = self.head, read = read }, iterator_methods)
end

local function key_of(entry)
	return entry.key
end

local function value_of(entry)
	return entry.value
end

local function pair_of(entry)
	return { entry.key, entry.value }
end

local function keys(self)
	return iterator_over(self, key_of)
end

local function values(self)
	return iterator_over(self, value_of)
end

local function entries(self)
	return iterator_over(self, pair_of)
end

--- A class with what Map and Set have in common.
local function class_of(name, iterator)
	local prototype = {
		clear = clear,
		has = has,
		delete = delete,
		forEach = for_each,
		keys = keys,
		values = values,
		entries = entries,
		[Symbol.iterator] = iterator,
	}
	prototype.__index = prototype
	local class = { name = name, prototype = prototype }
	prototype.constructor = class
	return class
end

local Map = class_of("Map", entries)
Map.prototype.set = put

function Map.prototype.____constructor(self, pairs_of_map)
	clear(self)
	if pairs_of_map then
		for _, pair in __TS__Iterator(pairs_of_map) do
			self:set(pair[1], pair[2])
		end
	end
end

function Map.prototype.get(self, key)
	local entry = self.places[place_of(key)]
	return entry and entry.value
end

local Set = class_of("Set", values)

function Set.prototype.____constructor(self, members)
	clear(self)
	if members then
		for _, member in __TS__Iterator(members) do
			self:add(member)
		end
	end
end

function Set.prototype.add(self, member)
	return put(self, member, member)
end

function Set.prototype.union(self, other)
	local result = __TS__New(Set, self)
	for _, member in __TS__Iterator(other:keys()) do
		result:add(member)
	end
	return result
end

function Set.prototype.intersection(self, other)
	local fewer, more = self, other
	if other.size < self.size then
		fewer, more = other, self
	end
	local result = __TS__New(Set)
	for _, member in __TS__Iterator(fewer:keys()) do
		if more:has(member) then
			result:add(member)
		end
	end
	return result
end

function Set.prototype.difference(self, other)
	local result = __TS__New(Set)
	for _, member in __TS__Iterator(self) do
		if not other:has(member) then
			result:add(member)
		end
	end
	return result
end

function Set.prototype.symmetricDifference(self, other)
	local result = __TS__New(Set, self)
	for _, member in __TS__Iterator(other:keys()) do
		if not self:has(member) then
			result:add(member)
		else
			result:delete(member)
		end
	end
	return result
end

function Set.prototype.isSubsetOf(self, other)
	for _, member in __TS__Iterator(self) do
		if not other:has(member) then
			return false
		end
	end
	return true
end

function Set.prototype.isSupersetOf(self, other)
	return other:isSubsetOf(self)
end

function Set.prototype.isDisjointFrom(self, other)
	for _, member in __TS__Iterator(self) do
		if other:has(member) then
			return false
		end
	end
	return true
end
