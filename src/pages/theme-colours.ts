/** Colours of the theme for what no stylesheet reaches: properties of `styles/base.css`, by day and by night. */
export const themeColours = {
  paper: { light: "#fdfcf9", dark: "#14161a" },
  tint: { light: "#f4f1ea", dark: "#1f2228" },
  ink: { light: "#17191d", dark: "#e9e7e2" },
  rule: { light: "#dcd8ce", dark: "#363940" },
  accent: { light: "#9c1c1f", dark: "#ff9a8c" },
} as const;
