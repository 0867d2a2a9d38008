/** A process of its own for a part of the programs: it gets its `Share` as JSON, and sends its result to its parent. */
import { runShare, type Share } from "./fuzz-compiler.ts";

const result = await runShare(JSON.parse(process.argv[2]!) as Share);
process.send!(result);
process.disconnect();
