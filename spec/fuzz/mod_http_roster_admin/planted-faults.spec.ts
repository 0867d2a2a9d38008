import { findsFaults } from "../finds-faults.ts";
import { httpRosterAdminOptions } from "./options.ts";
import { plantedFaults, plantedOptionFaults } from "./planted-faults.ts";
import { httpRosterAdmin } from "./target.ts";

findsFaults(httpRosterAdmin, plantedFaults);
findsFaults(httpRosterAdminOptions, plantedOptionFaults);
