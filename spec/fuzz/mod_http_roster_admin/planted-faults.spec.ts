import { findsFaults } from "../finds-faults.ts";
import { plantedFaults } from "./planted-faults.ts";
import { httpRosterAdmin } from "./target.ts";

findsFaults(httpRosterAdmin, plantedFaults);
