"use strict";

// Shows in words what the script tag did: marks the mirrors in the list, tells whose the drawn one is, and each change of mirror.
// The page says the same without it, only less; it changes no link. Every text stands in the page's template.
(() => {
  const news = document.querySelector("[role=status]");
  const places = ["host", "lent", "share"].map((name) => document.querySelector(`[data-mirror-${name}]`));
  const [hostPlace, lentPlace, sharePlace] = places;
  const [, ownLent, ownShare] = places.map((place) => place.textContent);
  // The others, such as .onion mirrors, can be had by their own links only.
  const rows = [...document.querySelectorAll(".mirrors [data-mirror]")].map((link) => link.closest("tr"));
  const download = document.querySelector(".use-mirror-pool");
  const anewPlace = document.querySelector("[data-anew]");
  const memory = {};
  let current;
  let currentHost;
  let asked = "dead";

  /** Keeps a word until the tab is closed; where storage is refused, until the page is. */
  function remember(name, value) {
    memory[name] = value;
    try {
      sessionStorage[`fairmirror-${name}`] = value;
    } catch {
      // The page's own memory has it.
    }
  }

  function recall(name) {
    try {
      return sessionStorage[`fairmirror-${name}`] ?? memory[name];
    } catch {
      return memory[name];
    }
  }

  /** Says a sentence of the template, to people who look and to people who listen. */
  function say(name, host = "") {
    news.textContent = news.dataset[name].replace("{host}", host);
  }

  function linkOf(row) {
    return row.querySelector("[data-mirror]");
  }

  /** Marks a row by a name of the template: drawn, chosen, tried, dead; none when there is no name. */
  function markRow(row, name) {
    const place = row.querySelector(".mark");
    place.textContent = place.dataset[name] ?? "";
    if (name) row.dataset.mark = name;
    else delete row.dataset.mark;
    row.setAttribute("aria-current", String(name === "drawn" || name === "chosen"));
  }

  /** A row that was turned away from stays marked until the visitor chooses, or begins anew. */
  function markRows(served, kind) {
    const before = current;
    for (const row of rows) {
      if (row === served) markRow(row, kind);
      else if (row === before && (asked === "retried" || asked === "dead"))
        markRow(row, asked === "dead" ? "dead" : "tried");
      else if (row === before || asked === "chosen" || asked === "anew") markRow(row);
    }
  }

  /** The row whose own link leads where the download leads now; none on the fallback. */
  function findServed() {
    return rows.find((row) => linkOf(row).href === download.href);
  }

  function showFacts(served, kind) {
    lentPlace.textContent = served ? served.dataset.lent : ownLent;
    sharePlace.textContent = served ? sharePlace.dataset[kind].replace("{share}", served.dataset.share) : ownShare;
  }

  /** Nothing is left of a list that was read: offers to begin anew in the place of the link that has nowhere to lead. */
  function showTried(isTried) {
    for (const row of rows) if (isTried && !row.dataset.mark) markRow(row, "tried");
    anewPlace.parentElement.toggleAttribute("data-tried", isTried);
  }

  /** Tells a change of mirror, and a choice even of the one that was drawn. The first draw is no news: the page shows it in its place. */
  function tellChange(state, isTried) {
    const host = hostPlace.textContent;
    const isChange = currentHost !== host || asked === "chosen";
    const isNews = currentHost !== undefined && isChange && state !== "restored";
    if (isTried) say("tried", host);
    else if (isNews) say(asked, host);
    currentHost = host;
  }

  function show(state, prefix) {
    const served = findServed();
    const kind = served && linkOf(served).dataset.mirror === recall("chosen") ? "chosen" : "drawn";
    const isTried = state === "fallback" && Boolean(prefix);
    if (served && !recall("first")) remember("first", prefix);
    markRows(served, kind);
    showFacts(served, kind);
    showTried(isTried);
    tellChange(state, isTried);
    current = served;
    asked = "dead";
  }

  /** Begins anew: a choice frees all that were tried, so it chooses for the visitor the mirror that was drawn first. */
  function beginAnew() {
    const link = document.createElement("a");
    link.dataset.mirror = recall("first") ?? linkOf(rows[0]).dataset.mirror;
    asked = "anew";
    remember("chosen", "");
    document.body.append(link);
    link.click();
    link.remove();
    download.focus();
  }

  /** Makes a button in the place that the page keeps free for it. */
  function addButton(place, label, press) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", press);
    place.append(button);
    return button;
  }

  function addCopyButton(place) {
    const button = addButton(place, place.dataset.label, () => {
      const text = document.getElementById(place.dataset.copy).textContent;
      window.navigator.clipboard.writeText(text).then(
        () => say("copied"),
        () => button.remove(),
      );
    });
    button.setAttribute("aria-label", place.dataset.name);
  }

  for (const state of ["ready", "stale", "fallback", "restored"]) {
    document.addEventListener(`fairmirror:${state}`, ({ detail }) => show(state, detail));
  }
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.(".use-mirror-pool-on-retry, .mirrors [data-mirror]");
    if (!link) return;
    asked = link.matches("[data-mirror]") ? "chosen" : "retried";
    if (asked === "chosen") remember("chosen", link.dataset.mirror);
  });
  addButton(anewPlace, anewPlace.dataset.anew, beginAnew);
  if (window.navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(addCopyButton);
})();
