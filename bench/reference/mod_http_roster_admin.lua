-- What a Lua developer would write for the same rosters in an afternoon, trusting backend and configuration: the yardstick of
-- the benchmark, not for use. No limit on parallel requests, no time limit, no retries, nothing kept for when the backend
-- fails, and nobody is asked who they are.

local http = require "net.http";
local id = require "util.id";
local jid_prep = require "util.jid".prep;
local json = require "util.json";
local st = require "util.stanza";
local urlencode = require "util.http".urlencode;
local user_exists = require "core.usermanager".user_exists;

local url = module:get_option_string("http_roster_url");

local ready = setmetatable({}, { __mode = "k" });

local function add_item(query, jid, item)
	query:tag("item", { jid = jid, subscription = item.subscription, name = item.name });
	for group in pairs(item.groups) do
		query:text_tag("group", group);
	end
	query:up();
end

local function push(user, jid, item)
	local iq;
	for _, session in pairs(user.sessions) do
		if session.interested then
			if not iq then
				iq = st.iq({ type = "set", id = id.short() }):tag("query", { xmlns = "jabber:iq:roster" });
				if item then
					add_item(iq, jid, item);
				else
					iq:tag("item", { jid = jid, subscription = "remove" });
				end
				iq:reset();
			end
			session.send(iq);
		end
	end
end

local function send_presence(user, jid, kind)
	for _, session in pairs(user.sessions) do
		if session.presence then
			prosody.core_post_stanza(session, st.presence({ from = session.full_jid, to = jid, type = kind }), true);
		end
	end
end

local function same(old, new)
	if old.name ~= new.name or old.subscription ~= new.subscription then
		return false;
	end
	for group in pairs(old.groups) do
		if not new.groups[group] then return false; end
	end
	for group in pairs(new.groups) do
		if not old.groups[group] then return false; end
	end
	return true;
end

local function read_roster(own, text)
	local contacts = {};
	for key, data in pairs(json.decode(text)) do
		local jid = jid_prep(key);
		if jid and jid ~= own then
			local groups = {};
			for k, v in pairs(data.groups or {}) do
				groups[type(k) == "number" and v or k] = true;
			end
			contacts[jid] = { name = data.name, subscription = data.subscription or "both", groups = groups };
		end
	end
	return contacts;
end

local function apply(user, contacts)
	local roster = user.roster;
	for jid in pairs(roster) do
		if jid and not contacts[jid] then
			roster[jid] = nil;
			push(user, jid);
			send_presence(user, jid, "unavailable");
		end
	end
	for jid, item in pairs(contacts) do
		local old = roster[jid];
		if not old or not same(old, item) then
			roster[jid] = item;
			push(user, jid, item);
			if not old then
				send_presence(user, jid);
				send_presence(user, jid, "probe");
			end
		end
	end
	ready[user] = true;
end

local function fetch(username, callback)
	http.request((url:gsub("%%s", urlencode(username))), nil, function (body, code)
		local own = username.."@"..module.host;
		local user = prosody.bare_sessions[own];
		if code == 200 and user then
			apply(user, read_roster(own, body));
		end
		callback(code == 200);
	end);
end

local function send_roster(session, stanza)
	local reply = st.reply(stanza):tag("query", { xmlns = "jabber:iq:roster" });
	for jid, item in pairs(session.roster) do
		if jid then
			add_item(reply, jid, item);
		end
	end
	reply:reset();
	session.send(reply);
	session.interested = true;
end

module:hook("iq/self/jabber:iq:roster:query", function (event)
	local session, stanza = event.origin, event.stanza;
	if stanza.attr.type == "set" then
		session.send(st.error_reply(stanza, "cancel", "service-unavailable"));
	elseif ready[prosody.bare_sessions[session.username.."@"..session.host]] then
		send_roster(session, stanza);
	else
		fetch(session.username, function (ok)
			if ok then
				send_roster(session, stanza);
			else
				session.send(st.error_reply(stanza, "wait", "internal-server-error"));
			end
		end);
	end
	return true;
end);

local function refresh(event)
	local response = event.response;
	local names = json.decode(event.request.body);
	local waiting, updated, errors = #names, 0, 0;
	local function done(ok)
		waiting = waiting - 1;
		if ok then
			updated = updated + 1;
		else
			errors = errors + 1;
		end
		if waiting == 0 then
			response.headers.content_type = "application/json";
			response:send(json.encode({ status = "ok", message = "done", updated = updated, errors = errors }));
		end
	end
	for _, username in ipairs(names) do
		if prosody.bare_sessions[username.."@"..module.host] then
			fetch(username, done);
		else
			done(user_exists(username, module.host));
		end
	end
	return true;
end

module:depends("http");
module:provides("http", {
	default_path = "/roster_admin";
	route = { ["POST /refresh"] = refresh };
});
