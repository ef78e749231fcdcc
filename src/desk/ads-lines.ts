const domain = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** Whether a text is a domain's name, as ads.txt wants it: without scheme and path. */
export function parseDomain(written: string): string | undefined {
  return domain.test(written) && written.length < 254 ? written.toLowerCase() : undefined;
}

/**
 * Reads a data record of ads.txt (IAB Tech Lab's ads.txt 1.1, section 3.4.2): the advertising system's domain, the
 * account there, `DIRECT` or `RESELLER`, and maybe an id of the certification authority. Gives it in its usual spelling.
 */
export function parseSeller(written: string): string | undefined {
  const fields = written.split(",").map((field) => field.trim());
  const [system = "", account = "", relation = "", authority] = fields;
  const known = parseDomain(system);
  const isSound =
    known !== undefined &&
    /^[^\s,;#=]+$/.test(account) &&
    /^(direct|reseller)$/i.test(relation) &&
    (authority === undefined || /^[A-Za-z0-9-]+$/.test(authority)) &&
    fields.length <= 4;
  return isSound
    ? [known, account, relation.toUpperCase(), ...(authority ? [authority] : [])].join(", ")
    : undefined;
}

/** Reads values of MANAGERDOMAIN (section 3.4.3): a domain, maybe with a country. There is one at most for each country, and one without. */
export function parseManagers(written: readonly string[]): string[] | undefined {
  const countries = new Set<string>();
  const lines: string[] = [];
  for (const line of written) {
    const [name = "", country, ...rest] = line.split(",").map((field) => field.trim());
    const known = parseDomain(name);
    const code = country?.toUpperCase() ?? "";
    if (known === undefined || rest.length > 0 || countries.has(code)) return undefined;
    if (country !== undefined && !/^[A-Z]{2}$/.test(code)) return undefined;
    countries.add(code);
    lines.push(country === undefined ? known : `${known}, ${code}`);
  }
  return lines;
}
