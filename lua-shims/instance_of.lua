--- True when `class` or a class that extends it made the object.
local function instance_of(object, class)
	local current = type(object) == "table" and object.constructor
	while current do
		if current == class then
			return true
		end
		current = current.____super
	end
	return false
end
