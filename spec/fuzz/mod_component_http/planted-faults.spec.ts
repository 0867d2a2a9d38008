import { findsFaults } from "../finds-faults.ts";
import { componentHttpOptions } from "./options.ts";
import { plantedFaults, plantedOptionFaults } from "./planted-faults.ts";
import { componentHttp } from "./target.ts";

findsFaults(componentHttp, plantedFaults);
findsFaults(componentHttpOptions, plantedOptionFaults);
