// Looks for new updates of a live blog while it is read, and shows them when the reader asks for them.
const list = document.querySelector("[data-live]");
const button = document.querySelector("[data-live-new]");
const shortest = 30000;
const longest = 300000;
let wait = shortest;
let timer;
let isLive = true;
let found = [];

const anchorOf = ({ id }) => document.getElementById(`update-${id}`);
const isNew = (update) =>
  !anchorOf(update) && Date.parse(update.at) >= (Date.parse(list.dataset.newest) || 0);

const plan = () => {
  clearTimeout(timer);
  if (isLive && !document.hidden) timer = setTimeout(look, wait);
};

const offer = () => {
  button.hidden = found.length === 0;
  button.textContent = button.dataset.liveNew.replace("{count}", found.length);
};

const look = async () => {
  const before = found.map(({ id }) => id).join();
  try {
    const answer = await fetch(list.dataset.live, { cache: "no-cache" });
    if (!answer.ok) throw answer;
    const blog = await answer.json();
    isLive = blog.isLive;
    found = blog.updates.filter(isNew);
  } catch {
    // Another look will tell.
  }
  const isSame = found.map(({ id }) => id).join() === before;
  wait = isSame ? Math.min(wait * 1.5, longest) : shortest;
  if (!isSame) offer();
  plan();
};

const show = () => {
  list.querySelector(".empty")?.remove();
  list.insertAdjacentHTML("afterbegin", found.map(({ html }) => html).join("\n"));
  const newest = anchorOf(found[0]);
  newest.tabIndex = -1;
  newest.focus();
  found = [];
  offer();
};

if (list && button) {
  button.addEventListener("click", show);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return plan();
    wait = shortest;
    if (isLive) look();
  });
  plan();
}
