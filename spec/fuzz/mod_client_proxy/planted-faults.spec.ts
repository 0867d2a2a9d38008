import { findsFaults } from "../finds-faults.ts";
import { plantedFaults } from "./planted-faults.ts";
import { clientProxy } from "./target.ts";

findsFaults(clientProxy, plantedFaults);
