import { findsFaults } from "../finds-faults.ts";
import { plantedFaults } from "./planted-faults.ts";
import { componentHttp } from "./target.ts";

findsFaults(componentHttp, plantedFaults);
