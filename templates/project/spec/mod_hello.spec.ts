import { describe, expect, it } from "vitest";
import { prosodyVersions, useProsody, xml } from "typed-prosody/testing";

describe.each(prosodyVersions())("mod_hello on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: { localhost: { modules: ["hello"], options: { hello_name: "Juliet" }, users: { romeo: "r" } } },
        },
    });

    it("says hello under its name", async () => {
        const romeo = await prosody.connect("romeo@localhost", "r");
        const answer = await romeo.iq(xml`<iq type="get" to="localhost"><query xmlns="urn:example:hello"/></iq>`);
        expect(answer.getChildText("query", "urn:example:hello")).toMatch(/^Good (morning|day), this is Juliet\.$/);
    });
});
