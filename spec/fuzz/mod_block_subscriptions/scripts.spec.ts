import { bearsScripts } from "../bears-scripts.ts";
import { blockSubscriptions } from "./target.ts";

bearsScripts(blockSubscriptions, { nothingFound: true });
