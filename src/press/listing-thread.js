/** What the thread begins with that lists a folder. */
import "./source-loader.js";
import { parentPort, workerData } from "node:worker_threads";

const { listPacked } = await import("./listing.ts");
const listing = listPacked(workerData);
parentPort?.postMessage(listing, [listing.numbers.buffer]);
