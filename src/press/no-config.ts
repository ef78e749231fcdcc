/** The configuration of a folder that has none: Eleventy is told everything by whoever calls it. */
export default function noConfig(): object {
  return {};
}
