/** Runs in each page before its own scripts: tells `tellFault` of what the browser refused, and of what moved by itself. */
(() => {
  const nameOf = (node) => {
    if (!(node instanceof Element)) return node?.parentElement ? nameOf(node.parentElement) : "?";
    const name = node.localName + (node.id ? `#${node.id}` : "");
    return [name, ...node.classList].join(".");
  };

  document.addEventListener("securitypolicyviolation", (event) => {
    const place = `${event.sourceFile ?? ""}:${event.lineNumber}`;
    tellFault(`refused by the policy: ${event.effectiveDirective} ${event.blockedURI} ${place}`);
  });

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // What follows a click or a key is wanted.
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node }) => nameOf(node)).join(", ");
      tellFault(`layout shift of ${entry.value.toFixed(4)}: ${moved}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
})();
