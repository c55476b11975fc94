// Filters the lines of the page by source, by actor and by how well they are carried. Without this nothing is lost.
(() => {
  "use strict";
  const rows = [...document.querySelectorAll(".dev > li, .chrono tbody tr, .quotes > li, .said tbody tr")];
  const actors = [...document.querySelectorAll(".actors tbody tr[data-sentences]")];
  const place = document.querySelector("main .row");
  if (!place || rows.length < 2) return;

  const labels = (row) => [...row.querySelectorAll(".ref")].map((ref) => ref.textContent.trim());
  const carried = (row) => {
    const cell = row.querySelector(".cor, td.c");
    if (!cell) return "";
    if (cell.classList.contains("dif")) return "differ";
    return cell.textContent.trim().startsWith("one") ? "one" : "several";
  };
  const lines = rows.map((row) => ({ row, labels: labels(row), carried: carried(row) }));

  const form = document.createElement("form");
  form.className = "filter";
  form.setAttribute("aria-label", "Show only some lines");
  const add = (name, all, options) => {
    if (options.length < 2) return null;
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.append(name + " ", select);
    for (const [value, text] of [["", all], ...options]) select.add(new Option(text, value));
    form.append(label);
    return select;
  };
  const sources = [...document.querySelectorAll(".sources > li")].map((li) => {
    const [number, title] = [...li.querySelectorAll("b")].map((b) => b.textContent.trim());
    return [number, number + " · " + (title.length > 48 ? title.slice(0, 47) + "…" : title)];
  });
  const bySource = add("Source", "every source", sources);
  const byActor = add("Actor", "everybody", actors.map((row, index) => [String(index), row.dataset.name]));
  const byCarriage = add("Carried by", "any number", [["one", "one source"], ["several", "several"], ["differ", "told differently"]]);
  const said = document.createElement("output");
  form.append(said);
  place.before(form);

  const show = () => {
    const source = bySource ? bySource.value : "";
    const actor = byActor && byActor.value ? actors[Number(byActor.value)].dataset.sentences.split(" ") : null;
    const many = byCarriage ? byCarriage.value : "";
    let shown = 0;
    for (const line of lines) {
      const fits = (!source || line.labels.some((one) => one.split(".")[0] === source))
        && (!actor || line.labels.some((one) => actor.includes(one)))
        && (!many || line.carried === many);
      line.row.hidden = !fits;
      if (fits) shown += 1;
    }
    said.textContent = source || actor || many ? shown + " of " + lines.length + " lines" : "";
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeprint", () => lines.forEach((line) => { line.row.hidden = false; }));
  window.addEventListener("afterprint", show);
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden) { form.reset(); show(); target.scrollIntoView(); }
  });
})();
