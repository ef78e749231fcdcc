import type { PressSetup } from "./open-edition.ts";
import type { PrintRoom } from "./print-room.ts";

/** A worker, to whom the site's configuration gives its setup instead of making an edition of its own. */
export type Role = { readonly room: PrintRoom; readonly setUp: (setup: PressSetup) => void };

let role: Role | undefined;

/** Makes this thread a worker's. */
export function takeRole(taken: Role): void {
  role = taken;
}

/** The worker that this thread is, if it is one. */
export function findRole(): Role | undefined {
  return role;
}
