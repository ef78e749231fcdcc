/** Of a story: its paragraphs, and what of it cannot be seen, a line each. What is folded up, a reader unfolds. */
(() => {
  const story = document.querySelector("main");
  const parts = story.querySelectorAll("h1, h2, h3, p, li, blockquote, figcaption, td, th, img");
  const hidden = Array.from(parts).filter((part) => {
    if (part.closest("details:not([open]), [hidden], .visually-hidden")) return false;
    const { width, height } = part.getBoundingClientRect();
    const isEmpty = part.localName !== "img" && part.textContent.trim() === "";
    return (
      !isEmpty &&
      (!part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || width * height === 0)
    );
  });
  const pictures = Array.from(story.querySelectorAll("img")).filter(
    ({ complete, naturalWidth }) => complete && naturalWidth === 0,
  );
  return {
    paragraphs: Array.from(
      story.querySelectorAll("h1, .standfirst, .article-body > :is(p, h2, h3, ul, ol)"),
      (part) => part.textContent.trim(),
    ),
    faults: [...hidden, ...pictures].map((part) => `is not seen: ${part.outerHTML.slice(0, 100)}`),
  };
})();
