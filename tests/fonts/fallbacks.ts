import arial from "@capsizecss/metrics/arial";
import georgia from "@capsizecss/metrics/georgia";
import libreFranklin from "@capsizecss/metrics/libreFranklin";
import sourceSerif from "@capsizecss/metrics/sourceSerif4";
import timesNewRoman from "@capsizecss/metrics/timesNewRoman";

type Metrics = Pick<typeof arial, "ascent" | "descent" | "lineGap" | "unitsPerEm" | "xWidthAvg">;

/** Fonts that systems have, under a name of ours: `Broadsheet Serif Georgia`. Others of the same metrics count as one. */
const stands = [
  { family: "Broadsheet Serif", like: sourceSerif, name: "Georgia", metrics: georgia, local: ["Georgia"] },
  {
    family: "Broadsheet Serif",
    like: sourceSerif,
    name: "Times",
    metrics: timesNewRoman,
    local: ["Times New Roman", "Liberation Serif", "Tinos"],
  },
  {
    family: "Broadsheet Sans",
    like: libreFranklin,
    name: "Arial",
    metrics: arial,
    local: ["Arial", "Helvetica", "Liberation Sans", "Arimo"],
  },
] as const;

/**
 * Rules by which a system's font takes as much room as ours until ours is there: its letters as wide on average
 * (`size-adjust`), its lines as high (CSS Fonts 5, section 4).
 */
export function fallbacks(): string[] {
  return stands.map(({ family, like, name, metrics, local }) => {
    const size = widthOf(like) / widthOf(metrics);
    const share = (value: number) => percent(value / like.unitsPerEm / size);
    return [
      "@font-face {",
      `  font-family: "${family} ${name}";`,
      `  src: ${local.map((font) => `local("${font}")`).join(", ")};`,
      `  size-adjust: ${percent(size)};`,
      `  ascent-override: ${share(like.ascent)};`,
      `  descent-override: ${share(-like.descent)};`,
      `  line-gap-override: ${share(like.lineGap)};`,
      "}",
    ].join("\n");
  });
}

function widthOf({ xWidthAvg, unitsPerEm }: Metrics): number {
  return xWidthAvg / unitsPerEm;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
