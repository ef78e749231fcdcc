/** Scrolls to the end of the page as a reader does, waits for the pictures that this brings, and goes back to its top. */
(async () => {
  const frame = () => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
  const loaded = (picture) =>
    picture.complete ||
    !picture.checkVisibility() ||
    new Promise((done) => {
      for (const end of ["load", "error"]) picture.addEventListener(end, done, { once: true });
    });
  const step = innerHeight * 0.8;
  for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
    scrollTo({ top: y, behavior: "instant" });
    await frame();
  }
  await Promise.race([
    Promise.all(Array.from(document.images, loaded)),
    new Promise((late) => setTimeout(late, 5_000)),
  ]);
  scrollTo({ top: 0, behavior: "instant" });
  await frame();
})();
