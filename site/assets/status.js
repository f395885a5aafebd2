"use strict";

// Makes the table of mirrors sortable and filterable, and says beside each time how long ago it was, and what is too old by now. The page says all of it without this.
(() => {
  const table = document.querySelector(".status");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const UNITS = [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
  ];

  /** What a cell is sorted by: its number where it has one, else its words. */
  function valueOf(row, column) {
    const { dataset, textContent } = row.cells[column];
    return dataset.value === undefined ? textContent.trim() : Number(dataset.value || Infinity);
  }

  function compare(one, other) {
    return typeof one === "number" ? one - other : one.localeCompare(other);
  }

  function sortBy(column, heading) {
    const descending = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const sorted = rows.sort((one, other) => compare(valueOf(one, column), valueOf(other, column)));
    body.append(...(descending ? [...sorted].reverse() : sorted));
  }

  function addSortButton(heading, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sortBy(column, heading));
    heading.append(button);
  }

  function addFilter(place) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    const words = new Map(rows.map((row) => [row.dataset.state, row.querySelector(".state").textContent.trim()]));
    for (const [state, word] of [["", "all states"], ...words]) select.add(new window.Option(word, state));
    select.addEventListener("change", () => {
      for (const row of rows) row.hidden = select.value !== "" && row.dataset.state !== select.value;
    });
    label.append("Show ", select);
    place.append(label);
  }

  function sayHowLongAgo(place) {
    const time = place.previousElementSibling;
    const seconds = (Date.parse(time.dateTime.replace(" UTC", "Z").replace(" ", "T")) - Date.now()) / 1000;
    const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS[2];
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang).format(Math.round(seconds / length), unit);
    place.textContent = `(${words})`;
  }

  /** The page may be read long after it was made. */
  function tellWhenPast(place) {
    if (Date.parse(place.dataset.due) < Date.now()) place.classList.add("is-past");
  }

  [...table.tHead.rows[0].cells].forEach(addSortButton);
  addFilter(document.querySelector("[data-controls]"));
  for (const place of document.querySelectorAll("[data-ago]")) sayHowLongAgo(place);
  for (const place of document.querySelectorAll("[data-due]")) tellWhenPast(place);
})();
