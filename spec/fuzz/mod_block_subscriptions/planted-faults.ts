/** Faults that fuzzing has to find in mod_block_subscriptions. */
import type { PlantedFault } from "../planted-fault.ts";

export const plantedFaults: readonly PlantedFault[] = [
    {
        name: "lets requests through",
        line: `{ subscribe = true, `,
        replacement: `{ `,
        found: /a subscription went through|a roster changed/,
    },
    {
        name: "drops all presence but the plainest",
        line: `return MANAGES_SUBSCRIPTIONS[type]`,
        replacement: `return true`,
        found: /arrived 0 times|went out 0 times/,
    },
    {
        name: "drops presence without a type",
        line: `\t\treturn nil\n`,
        replacement: `\t\treturn true\n`,
        found: /arrived 0 times|went out 0 times/,
    },
    {
        name: "passes what clients send",
        line: `\tmodule:hook("pre-presence/" .. address, drop, BEFORE_ALL_OTHERS)\n`,
        replacement: `\n`,
        found: /a subscription went through|a roster changed/,
    },
    {
        name: "passes what others send",
        line: `\tmodule:hook("presence/" .. address, drop, BEFORE_ALL_OTHERS)\n`,
        replacement: `\n`,
        found: /a subscription went through|a roster changed/,
    },
    {
        name: "acts behind mod_presence",
        line: `BEFORE_ALL_OTHERS = 1000`,
        replacement: `BEFORE_ALL_OTHERS = -1000`,
        found: /a subscription went through|a roster changed/,
    },
];
