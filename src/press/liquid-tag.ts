import type { LiquidEngine } from "../host.ts";

/** How a shortcode is called: its arguments in order and by name, and what stands inside. */
export type Call = (
  positional: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
  body: string,
) => string;

type Tag = { args: string; templates: unknown[] };

/** `name: value`, `name=value` or a value: a literal in quotes, or an expression without spaces. */
const argument = /(?:([A-Za-z_]\w*)\s*[:=]\s*)?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s,]+)/g;

/** A tag for Liquid, whose own shortcodes know no named arguments. */
export function liquidTag(name: string, isPaired: boolean, call: Call): (engine: LiquidEngine) => object {
  return (engine) => ({
    parse(this: Tag, token: { args: string }, remaining: unknown[]) {
      this.args = token.args;
      this.templates = [];
      if (!isPaired) return;
      const stream = engine.parser.parseStream(remaining);
      stream
        .on(`tag:end${name}`, () => stream.stop())
        .on("template", (template: never) => void this.templates.push(template))
        .on("end", () => {
          throw new Error(`{% ${name} %} is not closed: put {% end${name} %} after it.`);
        });
      stream.start();
    },
    *render(this: Tag, context: unknown): Generator<unknown, string, unknown> {
      const body = isPaired ? String(yield engine.renderer.renderTemplates(this.templates, context)) : "";
      const positional: unknown[] = [];
      const named: Record<string, unknown> = {};
      for (const [, key, expression = ""] of this.args.matchAll(argument)) {
        const value = engine.evalValueSync(expression, context);
        if (key === undefined) positional.push(value);
        else named[key] = value;
      }
      return call(positional, named, body);
    },
  });
}
