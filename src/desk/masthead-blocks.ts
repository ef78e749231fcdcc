import type { Reference } from "../article/article.ts";
import {
  type ContactPoint,
  listMarks,
  type Masthead,
  type Organization,
  type Security,
} from "../article/masthead.ts";
import type { Rights } from "../article/rights.ts";
import { tell } from "../article/rules.ts";
import { momentFrom, parseMoment } from "../kit/clock.ts";
import { present } from "../kit/record.ts";
import { isInternal, localPath } from "../kit/url.ts";
import { type DataFile, type RecordOf, tellData } from "./data-file.ts";
import { mastheadTable } from "./masthead-fields.ts";
import type { YamlMap } from "./yaml-tree.ts";
import { offsetAt, shownText } from "./yaml-value.ts";

type Written = RecordOf<typeof mastheadTable>;

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * A masthead's blocks, from what was written. What contradicts itself is told. `zone`: of dates that name none.
 * `now`: the moment to judge for; undefined: nothing is past.
 */
export function blocksOf(
  data: DataFile,
  tree: YamlMap,
  written: Written,
  zone: string,
  now: number | undefined,
): Partial<Masthead> {
  const { address, contactPoint, parentOrganization, policies, trust, ads, theme } = written;
  return present({
    address: address && present(address),
    contactPoint: contactPoint?.map((point): ContactPoint => present(point)),
    parentOrganization: parentOrganization && (present(parentOrganization) as Organization),
    policies: policies && present(policies),
    rights: rightsOf(data, tree, written.rights),
    security: securityOf(data, tree, written.security, zone, now),
    trust: trust && present(trust),
    theme: theme && present(theme),
    ads: ads?.sellers && present({ ...ads, sellers: ads.sellers }),
  });
}

/** Where the masthead names pages: its blocks, and in each the keys that do; none: all of them. */
const naming = {
  policies: [],
  rights: ["licence", "tdmPolicy"],
  security: ["encryption", "policy", "acknowledgments", "hiring"],
  trust: ["disclosure"],
} as const;

/** The pages of this site that a masthead names, each with its place. */
export function listMastheadLinks(data: DataFile, tree: YamlMap, masthead: Masthead): Reference[] {
  const places = Object.entries(naming).flatMap(([block, keys]) => {
    const values: Readonly<Record<string, unknown>> = masthead[block as keyof typeof naming] ?? {};
    return Object.entries(values)
      .filter(([key]) => keys.length === 0 || (keys as readonly string[]).includes(key))
      .flatMap(([key, value]) => listAddresses(value, [block, key]));
  });
  const desks = (masthead.contactPoint ?? []).flatMap(({ url }, at) =>
    listAddresses(url, ["contactPoint", at, "url"]),
  );
  return listPlaced(data, tree, masthead, [...desks, ...places]);
}

/** The files of this site that a masthead shows itself, each with its place. */
export function listMastheadPictures(data: DataFile, tree: YamlMap, masthead: Masthead): Reference[] {
  const marks = listMarks(masthead).map(({ src, path }) => ({ address: src, path }));
  return listPlaced(data, tree, masthead, marks);
}

type Path = readonly PropertyKey[];
type Address = { readonly address: string; readonly path: Path };

/** Those of some addresses that are of this site, with their places. */
function listPlaced(
  data: DataFile,
  tree: YamlMap,
  masthead: Masthead,
  addresses: readonly Address[],
): Reference[] {
  return addresses.flatMap(({ address, path }) => {
    const to = localPath(address, masthead.url);
    return isInternal(to) ? [{ ...data.placeAt(offsetAt(tree, path)), to }] : [];
  });
}

function listAddresses(value: unknown, path: Path): Address[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => listAddresses(each, [...path, at]));
  return typeof value === "string" ? [{ address: value, path }] : [];
}

function rightsOf(data: DataFile, tree: YamlMap, written: Written["rights"]): Rights | undefined {
  const { training, search = true, assistants = true, agents = {}, ...rest } = written ?? {};
  if (training === undefined) return undefined;
  const contradict = (path: readonly string[], other: string, instead: string) => {
    const place = data.placeAt(offsetAt(tree, ["rights", ...path]));
    const key = ["rights", ...path].join(".");
    data.problems.push(tell("rights-contradiction", place, { key, other, instead }));
  };
  if (training && rest.tdmPolicy !== undefined)
    contradict(["tdmPolicy"], "rights.training: true, which reserves nothing", '"training": false');
  const names = Object.keys(agents);
  for (const [position, name] of names.entries()) {
    const other = names.slice(0, position).find((each) => each.toLowerCase() === name.toLowerCase());
    if (other !== undefined && agents[other] !== agents[name])
      contradict(
        ["agents", name],
        `rights.agents.${other}, which is the same crawler`,
        `${agents[other]} for it`,
      );
  }
  return present({ training, search, assistants, agents, ...rest });
}

function securityOf(
  data: DataFile,
  tree: YamlMap,
  written: Written["security"],
  zone: string,
  now: number | undefined,
): Security | undefined {
  const { contact, expires, ...rest } = written ?? {};
  if (contact === undefined || expires === undefined) return undefined;
  const at = offsetAt(tree, ["security", "expires"]);
  const read = parseMoment(expires, zone);
  const instant =
    "instead" in read ? read.instead : "first" in read ? read.first : "at" in read ? read : undefined;
  if (!instant) {
    tellData(data, at, "security.expires", shownText(expires), mastheadTable.security.table.expires);
    return undefined;
  }
  if (now !== undefined && instant.at <= now) {
    const later = momentFrom(now + 11 * month, zone).moment.slice(0, 10);
    const values = { value: shownText(expires), example: `"expires": "${later}"` };
    data.problems.push(tell("security-expired", data.placeAt(at), values));
  }
  return present({ contact, expires: instant.moment, ...rest });
}
