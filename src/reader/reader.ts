import { showRelativeTimes } from "./parts/relative-times.ts";
import { openSettings } from "./parts/settings.ts";
import { pageGrew } from "./parts/signals.ts";
import { registerWorker } from "./parts/worker.ts";

const settings = document.querySelector<HTMLDetailsElement>("details.settings");
if (settings) openSettings(settings);
showRelativeTimes();
setInterval(showRelativeTimes, 60_000);
document.addEventListener(pageGrew, showRelativeTimes);
registerWorker();
