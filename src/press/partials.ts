import nunjucks from "nunjucks";

/** Prints a template of the theme from data. */
export type Partials = {
  readonly render: (template: string, data: object) => string;
  /** Forgets compiled templates, so that a changed or added file is seen. */
  readonly refresh: () => void;
};

type Filter = (...values: never[]) => unknown;

/**
 * An environment of its own for the blocks' partials, so that they print alike in copy and in templates of every
 * engine: found in `folders` (absolute), the first wins; escaped unless `safe`.
 */
export function openPartials(
  folders: () => readonly string[],
  filters: () => Readonly<Record<string, Filter>>,
): Partials {
  const make = () => {
    const loader = new nunjucks.FileSystemLoader([...folders()]);
    const environment = new nunjucks.Environment(loader, { autoescape: true });
    for (const [name, filter] of Object.entries(filters())) {
      environment.addFilter(name, filter as (...values: unknown[]) => unknown);
    }
    return environment;
  };
  let environment: nunjucks.Environment | undefined;
  return {
    render: (template, data) => {
      environment ??= make();
      return environment.render(template, data).trim();
    },
    refresh: () => {
      environment = undefined;
    },
  };
}
