import { bearsConfigurations } from "../bears-configurations.ts";
import { delegationConfigurations, delegationOptions } from "./options.ts";

bearsConfigurations(delegationOptions, delegationConfigurations);
