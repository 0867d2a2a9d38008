local floor, max, min, abs = math.floor, math.max, math.min, math.abs;

local matrix = {
	{ 1, 2, 3 };
	{ 4, 5, 6 };
	{ 7, 8, 9 };
};

local function priority_of(show)
	if show == "chat" then
		return 2;
	elseif show == "away" then
		return 1;
	elseif show == "dnd" then
		return -1;
	end
	return 0;
end

function switchOnText()
	return priority_of("away") + priority_of("dnd") + priority_of("xa");
end

local function greet(name, greeting, mark)
	return (greeting or "Hail") .. ", " .. name .. (mark or ".");
end

function defaultParameters()
	return greet("Romeo") .. greet("Juliet", "Good night", "!");
end

local function longest(...)
	local found = "";
	for _, name in ipairs({ ... }) do
		if #name > #found then
			found = name;
		end
	end
	return found;
end

function restParameters()
	return longest("Romeo", "Mercutio", "Paris");
end

local function bounds(list)
	local low = list[1];
	local high = low;
	for _, n in ipairs(list) do
		if n < low then
			low = n;
		elseif n > high then
			high = n;
		end
	end
	return { low, high };
end

function pairResult()
	local found = bounds({ 3, 1, 2 });
	return found[2] - found[1];
end

function swapVariables()
	local a = "Montague";
	local b = "Capulet";
	a, b = b, a;
	return a .. b;
end

function closureState()
	local count = 0;
	local function next_count()
		count = count + 1;
		return count;
	end
	next_count();
	next_count();
	return count;
end

function nestedLoops()
	local total = 0;
	for _, row in ipairs(matrix) do
		for _, cell in ipairs(row) do
			if cell == 8 then
				return total;
			elseif cell ~= 2 then
				total = total + cell;
			end
		end
	end
	return total;
end

function whileLoop()
	local n = 27;
	local steps = 0;
	while n ~= 1 and steps < 20 do
		if n % 2 == 0 then
			n = n / 2;
		else
			n = 3 * n + 1;
		end
		steps = steps + 1;
	end
	return steps;
end

function typeGuard()
	local size = 0;
	for _, value in ipairs({ "x", 3, "yz" }) do
		if type(value) == "string" then
			size = size + #value;
		else
			size = size + value;
		end
	end
	return size;
end

function ternaryAndLogic()
	local port = matrix[2][2];
	return port > 4 and port < 6 and "five" or port == 0 and "none" or "other";
end

local function parse(text)
	local n = tonumber(text);
	if not n then
		error("not a number: " .. text);
	end
	return n;
end

function catchError()
	local ok, sum = pcall(function ()
		return parse("12") + parse("30");
	end);
	return ok and sum or -1;
end

function roundNumbers()
	return floor(7.9) + max(3, 5) + min(2, 1) + abs(-4);
end
