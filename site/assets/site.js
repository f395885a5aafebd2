"use strict";

// Shows in words what the script tag did: marks the drawn mirror in the list, tells its share and each change of mirror.
// The page says the same without it, only less; it changes no link. Every text stands in the page's template.
(() => {
  const news = document.querySelector("[role=status]");
  const shares = [...document.querySelectorAll("[data-mirror-share]")].map((place) => ({
    place,
    own: place.textContent,
  }));
  const rows = [...document.querySelectorAll(".mirrors [data-share]")];
  const download = document.querySelector(".use-mirror-pool");
  let current;
  let asked = "dead";

  /** Says a sentence of the template, to people who look and to people who listen. */
  function say(name, host = "") {
    news.textContent = news.dataset[name].replace("{host}", host);
  }

  function markRow(served) {
    for (const row of rows) {
      row.toggleAttribute("data-served", row === served);
      row.setAttribute("aria-current", String(row === served));
    }
  }

  function showShare(served) {
    for (const { place, own } of shares) {
      place.textContent = served ? place.dataset.share.replace("{share}", served.dataset.share) : own;
    }
  }

  /** Tells a change of mirror. The first draw is no news: the page shows it in its place. */
  function tellChange(state, host) {
    if (current !== undefined && current !== host && state !== "restored")
      say(state === "fallback" ? state : asked, host);
    current = host;
    asked = "dead";
  }

  /** The row whose own link leads where the download leads now; none on the fallback. */
  function findServed() {
    return rows.find((row) => row.querySelector(".choose-mirror").href === download.href);
  }

  function show(state) {
    const served = findServed();
    markRow(served);
    showShare(served);
    tellChange(state, document.querySelector("[data-mirror-host]").textContent);
  }

  /** Makes the button that copies the text of an element, in the place that the page keeps free for it. */
  function addCopyButton(place) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = place.dataset.label;
    button.setAttribute("aria-label", place.dataset.name);
    button.addEventListener("click", () => {
      const text = document.getElementById(place.dataset.copy).textContent;
      window.navigator.clipboard.writeText(text).then(
        () => say("copied"),
        () => button.remove(),
      );
    });
    place.append(button);
  }

  for (const state of ["ready", "stale", "fallback", "restored"]) {
    document.addEventListener(`fairmirror:${state}`, () => show(state));
  }
  document.addEventListener("click", ({ target }) => {
    const link = target.closest && target.closest(".use-mirror-pool-on-retry, .choose-mirror");
    if (link) asked = link.matches(".choose-mirror") ? "chosen" : "retried";
  });
  if (window.navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(addCopyButton);
})();
