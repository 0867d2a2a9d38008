import { bearsScripts } from "../bears-scripts.ts";
import { clientProxy } from "./target.ts";

bearsScripts(clientProxy);
