import { bearsConfigurations } from "../bears-configurations.ts";
import { httpRosterAdminConfigurations, httpRosterAdminOptions } from "./options.ts";

bearsConfigurations(httpRosterAdminOptions, httpRosterAdminConfigurations);
