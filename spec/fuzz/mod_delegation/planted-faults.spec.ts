import { findsFaults } from "../finds-faults.ts";
import { plantedFaults } from "./planted-faults.ts";
import { delegation } from "./target.ts";

findsFaults(delegation, plantedFaults);
