import { bearsScripts } from "../bears-scripts.ts";
import { httpRosterAdmin } from "./target.ts";

// Scripts with clients are long.
bearsScripts(httpRosterAdmin, { cases: 1_500 });
