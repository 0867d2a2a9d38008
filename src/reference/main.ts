/** `npm run docs`: writes the API reference into docs/api, or into the folder that is named. */
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeReference } from "./reference.ts";

const [named] = process.argv.slice(2);
const folder = named === undefined ? fileURLToPath(new URL("../../docs/api", import.meta.url)) : resolve(named);
const { complaints, places } = await writeReference(folder);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
console.log(`${places.size} descriptions are in ${relative(process.cwd(), folder)}; open index.html there.`);
