/** Gives mod_contact_addresses an address for reports of abuse. */
import type {} from "../contact-address";

module.add_item("contact-address", { role: "abuse", uri: `mailto:abuse@${module.host}` });
