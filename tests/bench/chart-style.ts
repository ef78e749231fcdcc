import type { ToolName } from "./tools.ts";

/** Each tool's colour in light and in dark; each stands off its paper as WCAG asks of text. */
const colours: Readonly<Record<ToolName, readonly [light: string, dark: string]>> = {
  ours: ["#0550ae", "#6cb6ff"],
  whole: ["#116329", "#57c46f"],
  hugo: ["#bc4c00", "#f0883e"],
  eleventy: ["#6639ba", "#b392f0"],
};

/** The chart's stylesheet: one class a tool, `change` for a dashed line, and the other scheme's colours where that is preferred. */
export const chartStyle = `
text { font: 13px system-ui, sans-serif; fill: #24292f }
.paper { fill: #fff }
.grid { stroke: #d8dee4 }
.faint { fill: #57606a }
.heading { font-weight: 600; font-size: 15px }
.line { fill: none; stroke-width: 2.5; stroke-linejoin: round }
.change { stroke-dasharray: 6 4 }
.lead { opacity: 0.5 }
${renderColours(0)}
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.paper { fill: #0d1117 }
.grid { stroke: #30363d }
.faint { fill: #9198a1 }
${renderColours(1)}
}`;

function renderColours(scheme: 0 | 1): string {
  return Object.entries(colours)
    .map(([tool, { [scheme]: colour }]) =>
      [`.${tool} path { stroke: ${colour} }`, `.${tool} circle, .${tool} text { fill: ${colour} }`].join(
        "\n",
      ),
    )
    .join("\n");
}
