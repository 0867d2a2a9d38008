/** What modules give as items of the kind "contact-address"; mod_contact_addresses shows them. */
export interface ContactAddress {
    /** Whom one reaches there (XEP-0157). */
    role: "abuse" | "admin" | "security" | "support";
    uri: string;
}

declare global {
    namespace Prosody {
        interface Items {
            "contact-address": ContactAddress;
        }
    }
}
