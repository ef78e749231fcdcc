import type { Masthead } from "../article/masthead.ts";
import { policyNames } from "../article/policies.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { present } from "../kit/record.ts";
import { safeUrl } from "../kit/url.ts";
import { absoluteUrl } from "./addresses.ts";
import { type JsonLd, publisherNode } from "./json-ld.ts";

/**
 * All that the publication says of itself, as schema.org's `NewsMediaOrganization`: for the home front, where Google's
 * "Organization" wants it. Other pages have `publisherNode`, of the same `@id`.
 */
export function organisationNode(newsroom: Newsroom): JsonLd {
  const { masthead } = newsroom;
  const { shortName, description, foundingDate, email, telephone, address } = masthead;
  const sameAs = masthead.sameAs.flatMap((url) => safeUrl(url) ?? []);
  return present({
    ...publisherNode(newsroom),
    alternateName: shortName,
    ...{ description, foundingDate, email, telephone },
    address: address && { "@type": "PostalAddress", ...address },
    contactPoint: listContactPoints(masthead, newsroom),
    parentOrganization: masthead.parentOrganization && {
      "@type": "Organization",
      ...masthead.parentOrganization,
    },
    ...policiesOf(newsroom),
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  });
}

function listContactPoints({ contactPoint = [] }: Masthead, newsroom: Newsroom): JsonLd[] | undefined {
  const points = contactPoint.map(({ url, ...point }) =>
    present({ "@type": "ContactPoint", ...point, url: url && absoluteUrl(url, newsroom) }),
  );
  return points.length > 0 ? points : undefined;
}

function policiesOf(newsroom: Newsroom): JsonLd {
  const { policies = {} } = newsroom.masthead;
  return Object.fromEntries(
    policyNames.flatMap((name) => {
      const address = policies[name];
      return address === undefined ? [] : [[name, absoluteUrl(address, newsroom)]];
    }),
  );
}
