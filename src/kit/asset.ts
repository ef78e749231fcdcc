import { hash } from "node:crypto";
import { sha256 } from "./hash.ts";

/** A file that pages load. */
export type Asset = {
  /** Its path from the site's root, with its own hash in it, so that a CDN may keep it for ever. */
  readonly url: string;
  /** Its hash as browsers check it before they use it (W3C Subresource Integrity). */
  readonly integrity: string;
};

/** The address and the hash of a text that is printed as such a file: `/assets/live-0123456789.js`. */
export function assetOf(name: string, ending: string, text: string): Asset {
  return {
    url: `/assets/${name}-${sha256(text).slice(0, 10)}.${ending}`,
    integrity: `sha384-${hash("sha384", text, "base64")}`,
  };
}
