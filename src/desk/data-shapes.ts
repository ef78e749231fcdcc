import { z } from "zod";
import { address, text } from "../article/field-shapes.ts";
import { isInternal, safeUrl } from "../kit/url.ts";
import { parsePictureSource } from "./links.ts";

/** Text that a reading turns into a value, or refuses. */
export const readBy = <Value>(read: (written: string) => Value | undefined) =>
  address.transform((written, context) => {
    const value = read(written);
    if (value !== undefined) return value;
    context.addIssue("refused");
    return z.NEVER;
  });

/** One value, or a list of them. */
export const listOf = <One extends z.ZodType>(one: One) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(one).max(100));

export const words = (example: string, about: string) => ({ schema: text, wanted: "text", example, about });

export const picture = (example: string, about: string) => ({
  schema: readBy(parsePictureSource),
  wanted: "the address of a picture",
  example,
  about,
});

export const email = (example: string, about: string) => ({
  schema: readBy(parseEmail),
  wanted: "an e-mail address",
  example,
  about,
});

export const webAddress = (example: string, about: string) => ({
  schema: readBy(parseHttpsAddress),
  wanted: "an https:// address",
  example,
  about,
});

export const webAddresses = (example: string, about: string) => ({
  schema: listOf(readBy(parseHttpsAddress)),
  wanted: "a list of https:// addresses",
  example,
  about,
});

export const pageAddress = (example: string, about: string) => ({
  schema: readBy(parsePageAddress),
  wanted: "a path of this site such as /about/, or an https:// address",
  example,
  about,
});

export const flag = (example: string, about: string) => ({
  schema: readBy((written) => ({ true: { is: true }, false: { is: false } })[written]).transform(
    ({ is }) => is,
  ),
  wanted: "true or false",
  example,
  about,
});

/** An absolute http or https address. */
export function parseWebAddress(written: string): string | undefined {
  const url = safeUrl(written);
  return url !== undefined && /^https?:/i.test(url) ? url : undefined;
}

export function parseEmail(written: string): string | undefined {
  return /^[^\s@<>"']+@[^\s@<>"']+$/.test(written) ? written : undefined;
}

export function parseHttpsAddress(written: string): string | undefined {
  const url = safeUrl(written);
  return url?.startsWith("https:") ? url : undefined;
}

/** A path from the site's root, maybe with an anchor, or an https address. */
export function parsePageAddress(written: string): string | undefined {
  const url = safeUrl(written);
  if (url === undefined || !isInternal(url)) return parseHttpsAddress(written);
  return url.startsWith("/") && !/(^|\/)\.\.(\/|$)/.test(url) ? url : undefined;
}
