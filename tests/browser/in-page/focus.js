/** Where the focus is: what has it, and what is wrong with how it is seen. */
(async () => {
  // The page is scrolled to what has the focus with the next frame.
  await new Promise((shown) => requestAnimationFrame(shown));
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  globalThis.focused ??= [];
  const known = focused.indexOf(element);
  const number = known < 0 ? focused.push(element) - 1 : known;
  // What stands for a story may be framed in the place of its headline.
  const isFramed = (box) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(box);
    return (
      outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && !/^rgba\(.*, 0\)$/.test(outlineColor)
    );
  };
  const frames = [element, element.parentElement, element.closest("article, figure, li")];
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isOnScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const isCovered = middle !== null && !element.contains(middle) && !middle.contains(element);
  const faults = [
    ...(frames.some((box) => box && isFramed(box)) ? [] : ["has no outline"]),
    ...(isOnScreen ? [] : ["is not on the screen"]),
    ...(isOnScreen && isCovered ? [`is covered by ${middle.localName}.${middle.className}`] : []),
  ];
  const name = `${element.localName} “${(element.textContent.trim() || element.outerHTML).slice(0, 40)}”`;
  const place = element.closest("main") ? "main" : (element.closest("nav, header, footer")?.localName ?? "");
  return {
    number,
    name,
    place,
    className: element.className,
    isPlayer: element.localName === "video" || element.localName === "audio",
    faults,
  };
})();
