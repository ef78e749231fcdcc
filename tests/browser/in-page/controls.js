/** Controls smaller than 24 px either way (WCAG 2.2, 2.5.8), a line each. What is a link, axe measures. */
(() => {
  const controls = document.querySelectorAll("button, summary, input, select, textarea, [role=button]");
  return Array.from(controls).flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    if (width === 0 || !control.checkVisibility() || (width >= 24 && height >= 24)) return [];
    return [`${control.outerHTML.slice(0, 80)}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
  });
})();
