import { bearsConfigurations } from "../bears-configurations.ts";
import { clientProxyConfigurations, clientProxyOptions } from "./options.ts";

bearsConfigurations(clientProxyOptions, clientProxyConfigurations);
