import { bearsScripts } from "../bears-scripts.ts";
import { delegation } from "./target.ts";

bearsScripts(delegation, { cases: 2_000 });
