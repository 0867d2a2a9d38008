/** A process of its own for a part of the programs: it gets its `Share` as JSON, and tells its parent how far it is and what came of it. */
import { runShare, type Share, type ShareMessage } from "./fuzz-compiler.ts";

const tell = (message: ShareMessage) => process.send!(message);
const result = await runShare(JSON.parse(process.argv[2]!) as Share, (hasRun) => tell({ hasRun }));
tell({ result });
process.disconnect();
