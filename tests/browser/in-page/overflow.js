/** What stands out of the page to its side, where the page must then be scrolled to be read: a line each. */
(() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const isContained = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (scrolls(box)) return true;
    return false;
  };
  const wide = Array.from(document.body.querySelectorAll("*")).filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    const isOut = right > page.clientWidth + 0.5 || left < -0.5;
    return width > 0 && isOut && !isContained(element);
  });
  const names = wide.map(
    ({ localName, className, textContent }) =>
      `${localName}.${className} “${textContent.trim().slice(0, 30)}”`,
  );
  return [`${page.scrollWidth} px in ${page.clientWidth}: ${names.slice(0, 3).join(", ")}`];
})();
