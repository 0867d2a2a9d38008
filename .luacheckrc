-- Rules for generated modules: what Prosody asks of its own plugins, and more.
-- Prosody lets a plugin define globals at its top and lints for Lua 5.4 alone; here a global is always a mistake, and
-- only what Lua 5.1 to 5.4 and LuaJIT have in common may be used.
codes = true
max_line_length = 150

-- 411 and 421: `local ok, err = f()` again in the same function or a block of it.
-- 431/log: a function with a log parameter inside a module that has a local log.
-- 211/_ENV: `local _ENV = nil` forbids globals, and is never read.
-- 581: `not (x < y)` is not `x >= y` where a number may be NaN.
ignore = { "411/err", "411/ok", "421/err", "421/ok", "431/log", "211/_ENV", "581" }

stds.prosody_module = {
	read_globals = {
		prosody = { other_fields = true },
		-- Sits in _G before 5.2 and in table from then on: a module must ask for both.
		"unpack",
		table = { fields = { "unpack" } },
		-- Gone in 5.4; what asks for it asks for its successor too.
		math = { fields = { "atan2" } },
		module = {
			fields = {
				-- The host or Prosody calls these when the module defines them.
				add_host = { read_only = false },
				command = { read_only = false },
				environment = { read_only = false, other_fields = true },
				load = { read_only = false },
				ready = { read_only = false },
				restore = { read_only = false },
				save = { read_only = false },
				unload = { read_only = false },
				-- Every member of the module API from Prosody 0.11 to 13.0, and what mod_http adds to it.
				"add_extension",
				"add_feature",
				"add_identity",
				"add_item",
				"add_timer",
				"broadcast",
				"context",
				"could",
				"cron",
				"daily",
				"default_permission",
				"default_permissions",
				"depends",
				"event_handlers",
				"fire_event",
				"get_directory",
				"get_host",
				"get_host_items",
				"get_host_type",
				"get_name",
				"get_option",
				"get_option_array",
				"get_option_boolean",
				"get_option_enum",
				"get_option_inherited_set",
				"get_option_integer",
				"get_option_number",
				"get_option_path",
				"get_option_period",
				"get_option_scalar",
				"get_option_set",
				"get_option_string",
				"get_status",
				"global",
				"handle_items",
				"hook",
				"hook_global",
				"hook_object_event",
				"hook_stanza",
				"hook_tag",
				"host",
				"hourly",
				"http_url",
				"items",
				"load_resource",
				"loaded",
				"log",
				"log_status",
				"may",
				"measure",
				"measure_event",
				"measure_global_event",
				"measure_object_event",
				"metric",
				"name",
				"on_ready",
				"once",
				"open_store",
				"path",
				"provides",
				"reloading",
				"remove_item",
				"require",
				"saved_state",
				"send",
				"send_iq",
				"set_global",
				"set_status",
				"shared",
				"unhook",
				"unhook_object_event",
				"weekly",
				"wrap_event",
				"wrap_global",
				"wrap_object_event",
			},
		},
	},
}
std = "min+prosody_module"
