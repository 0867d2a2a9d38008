import { findsFaults } from "../finds-faults.ts";
import { plantedFaults } from "./planted-faults.ts";
import { blockSubscriptions } from "./target.ts";

findsFaults(blockSubscriptions, plantedFaults);
