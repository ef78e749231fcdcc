import { applyChoices, choose, chosen } from "./choices.ts";

/** Lets a reader choose by the radio buttons of a `details`, which are called as the choice. */
export function openSettings(settings: HTMLDetailsElement): void {
  const close = () => {
    settings.open = false;
  };
  const show = () => {
    applyChoices();
    for (const input of settings.querySelectorAll("input"))
      input.checked = input.value === chosen(input.name);
  };
  settings.addEventListener("change", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    choose(name, value);
  });
  settings.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    close();
    settings.querySelector("summary")?.focus();
  });
  settings.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !settings.contains(relatedTarget as Node)) close();
  });
  document.addEventListener("click", ({ target }) => {
    if (!settings.contains(target as Node)) close();
  });
  // A page that was left open, or comes back as it was, learns of what was chosen on another.
  addEventListener("pageshow", show);
  addEventListener("storage", show);
  settings.hidden = false;
}
