/**
 * Registers the site's service worker, which the element of the reader's script names where the site has one. It keeps
 * the pages that it sees asked for; of the one that brought it, it is told.
 */
export function registerWorker(): void {
  const { worker } = document.querySelector<HTMLElement>("script[data-worker]")?.dataset ?? {};
  const { serviceWorker } = navigator;
  if (!worker || !serviceWorker) return;
  const isNew = !serviceWorker.controller;
  serviceWorker.register(worker).then(
    async () => {
      if (isNew) (await serviceWorker.ready).active?.postMessage(location.pathname);
    },
    () => {
      // A browser that wants none reads on as ever.
    },
  );
}
