import { findsFaults } from "../finds-faults.ts";
import { delegationOptions } from "./options.ts";
import { plantedFaults, plantedOptionFaults } from "./planted-faults.ts";
import { delegation } from "./target.ts";

findsFaults(delegation, plantedFaults);
findsFaults(delegationOptions, plantedOptionFaults);
