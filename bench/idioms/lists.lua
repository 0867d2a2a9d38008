local concat, sort = table.concat, table.sort;

local numbers = { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3 };
local words = { "romeo", "juliet", "nurse", "mercutio", "tybalt" };
local people = {
	{ name = "Romeo", house = "Montague", age = 16 };
	{ name = "Juliet", house = "Capulet", age = 13 };
	{ name = "Benvolio", house = "Montague", age = 17 };
};

function sumOfElements()
	local total = 0;
	for _, n in ipairs(numbers) do
		total = total + n;
	end
	return total;
end

function indexLoop()
	local total = 0;
	for i = 1, #numbers do
		total = total + numbers[i] * (i - 1);
	end
	return total;
end

function countDown()
	local reversed = {};
	for i = #words, 1, -1 do
		reversed[#reversed + 1] = words[i];
	end
	return reversed;
end

function mapElements()
	local doubled = {};
	for i, n in ipairs(numbers) do
		doubled[i] = n * 2;
	end
	return doubled;
end

function filterElements()
	local long = {};
	for _, word in ipairs(words) do
		if #word > 5 then
			long[#long + 1] = word;
		end
	end
	return long;
end

function filterMapJoin()
	local long = {};
	for _, word in ipairs(words) do
		if #word > 5 then
			long[#long + 1] = word:upper();
		end
	end
	return concat(long, ", ");
end

function findElement()
	for _, person in ipairs(people) do
		if person.house == "Capulet" then
			return person.age;
		end
	end
end

local function any_above(list, limit)
	for _, n in ipairs(list) do
		if n > limit then return true; end
	end
	return false;
end

local function all_above(list, limit)
	for _, n in ipairs(list) do
		if n <= limit then return false; end
	end
	return true;
end

function someAndEvery()
	return any_above(numbers, 8) and all_above(numbers, 0);
end

function reduceToSum()
	local total = 0;
	for _, n in ipairs(numbers) do
		total = total + n;
	end
	return total;
end

function forEachElement()
	local weighted = 0;
	for i, n in ipairs(numbers) do
		weighted = weighted + n * (i - 1);
	end
	return weighted;
end

function elementIncluded()
	for _, word in ipairs(words) do
		if word == "nurse" then
			return true;
		end
	end
	return false;
end

function lastElement()
	return words[#words];
end

function copyAndAppend()
	local copy = {};
	for i, n in ipairs(numbers) do
		copy[i] = n;
	end
	copy[#copy + 1] = 7;
	return copy;
end

function sortDescending()
	local copy = {};
	for i, n in ipairs(numbers) do
		copy[i] = n;
	end
	sort(copy, function (a, b) return b < a; end);
	return copy;
end

function entriesOfList()
	local text = "";
	for i, word in ipairs(words) do
		if i > 1 then
			text = text .. ";";
		end
		text = text .. word;
	end
	return text;
end

function groupByField()
	local ages = {};
	for _, person in ipairs(people) do
		local house = person.house;
		ages[house] = (ages[house] or 0) + person.age;
	end
	return ages;
end
