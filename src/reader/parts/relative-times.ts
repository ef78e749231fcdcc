const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Says of what is less than a day old how long ago it was, in the language that `data-relative` names; the moment itself
 * stays as the title. What grew older meanwhile is shown as it was printed.
 */
export function showRelativeTimes(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const { dateTime, title } = time;
    const age = Date.now() - Date.parse(dateTime);
    // A day without a time is kept as its midnight, which nobody means.
    if (age >= 0 && age < day && dateTime.slice(11, 19) !== "00:00:00") {
      if (!title) {
        time.style.minInlineSize = `${time.getBoundingClientRect().width}px`;
        time.title = time.textContent;
      }
      time.textContent = wordsFor(age, time.dataset.relative);
    } else if (title) {
      time.textContent = title;
      time.title = "";
    }
  }
}

function wordsFor(age: number, language: string | undefined): string {
  const words = new Intl.RelativeTimeFormat(language || undefined, { numeric: "auto" });
  if (age < minute) return words.format(0, "second");
  return age < hour
    ? words.format(-Math.floor(age / minute), "minute")
    : words.format(-Math.floor(age / hour), "hour");
}
