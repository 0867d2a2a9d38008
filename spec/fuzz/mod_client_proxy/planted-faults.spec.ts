import { findsFaults } from "../finds-faults.ts";
import { clientProxyOptions } from "./options.ts";
import { plantedFaults, plantedOptionFaults } from "./planted-faults.ts";
import { clientProxy } from "./target.ts";

findsFaults(clientProxy, plantedFaults);
findsFaults(clientProxyOptions, plantedOptionFaults);
