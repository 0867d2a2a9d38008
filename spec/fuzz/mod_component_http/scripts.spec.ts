import { bearsScripts } from "../bears-scripts.ts";
import { componentHttp } from "./target.ts";

bearsScripts(componentHttp);
