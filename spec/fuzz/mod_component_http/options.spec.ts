import { bearsConfigurations } from "../bears-configurations.ts";
import { componentHttpConfigurations, componentHttpOptions } from "./options.ts";

bearsConfigurations(componentHttpOptions, componentHttpConfigurations);
