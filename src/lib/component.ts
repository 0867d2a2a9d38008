/** @noSelfInFile */

import { configurationError } from "./configuration-error";

/** Stops a module that serves a domain of its own where somebody enabled it on a VirtualHost or for all hosts. */
export function mustBeComponent(): void {
    const hostType = module.get_host_type();
    if (hostType !== "component") {
        configurationError(
            `mod_${module.name} must be loaded as a component, found a ${hostType} host ${module.host}, ` +
                `expected: Component "${module.host}" "${module.name}"`,
        );
    }
}
