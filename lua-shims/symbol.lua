local symbol_metatable = {
	__tostring = function(self)
		return "Symbol(" .. (self.description or "") .. ")"
	end,
}

local function symbol(description)
	return setmetatable({ description = description }, symbol_metatable)
end

local Symbol = {
	asyncDispose = setmetatable({ description = "Symbol.asyncDispose" }, symbol_metatable),
	dispose = setmetatable({ description = "Symbol.dispose" }, symbol_metatable),
	hasInstance = setmetatable({ description = "Symbol.hasInstance" }, symbol_metatable),
	iterator = setmetatable({ description = "Symbol.iterator" }, symbol_metatable),
	species = setmetatable({ description = "Symbol.species" }, symbol_metatable),
	toStringTag = setmetatable({ description = "Symbol.toStringTag" }, symbol_metatable),
}
