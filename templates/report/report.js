// Filters, keys and addresses of the report. The page is whole without it; nothing here makes text into markup.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll("article.card")];
  const rows = new Map([...document.querySelectorAll("tr[data-finding]")].map((r) => [`f-${r.dataset.finding}`, r]));
  const groups = [...document.querySelectorAll(".group")];
  const form = document.getElementById("filters");
  const help = document.getElementById("keys");
  let current = null;
  let source = 0;
  let origin = null;

  // The address holds both: "#f-1234?level=error&q=fire" is a finding and a filter.
  const parts = () => {
    const [id, query] = location.hash.slice(1).split("?");
    return { id: decodeURIComponent(id || ""), query: new URLSearchParams(query || "") };
  };

  const filterOf = () => {
    const data = new FormData(form);
    const boxes = form.querySelectorAll("input[name=level]");
    const levels = data.getAll("level");
    const query = new URLSearchParams();
    if (levels.length < boxes.length) query.set("level", levels.join(","));
    for (const name of ["kind", "article", "q"]) if (data.get(name)) query.set(name, data.get(name).toString());
    return query;
  };

  const write = (id) => {
    const query = form ? filterOf().toString() : "";
    const hash = (id || "") + (query ? `?${query}` : "");
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  };

  const visible = () => cards.filter((c) => !c.hidden);

  const apply = () => {
    if (!form) return;
    const query = filterOf();
    const levels = query.has("level") ? query.get("level").split(",") : null;
    const kind = query.get("kind");
    const article = query.get("article");
    const words = (query.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean);
    for (const card of cards) {
      const d = card.dataset;
      card.hidden = !(
        (!levels || levels.includes(d.level)) &&
        (!kind || d.kind === kind) &&
        (!article || d.articles.split(" ").includes(article)) &&
        words.every((w) => d.words.includes(w))
      );
      const row = rows.get(card.id);
      if (row) row.hidden = card.hidden;
    }
    for (const group of groups) group.hidden = ![...group.querySelectorAll("article.card")].some((c) => !c.hidden);
    const left = visible().length;
    const shown = form.querySelector(".shown");
    shown.textContent = left
      ? shown.dataset.words.replace("{n}", left).replace("{m}", cards.length)
      : shown.dataset.none;
  };

  const restore = (query) => {
    if (!form) return;
    const levels = query.has("level") ? query.get("level").split(",") : null;
    for (const box of form.querySelectorAll("input[name=level]")) box.checked = !levels || levels.includes(box.value);
    for (const name of ["kind", "article", "q"]) form.elements[name].value = query.get(name) || "";
    apply();
  };

  const open = (element) => {
    for (let e = element; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  };

  const select = (card) => {
    if (!card) return;
    if (card.hidden) restore(new URLSearchParams());
    current = card;
    source = 0;
    open(card);
    write(card.id);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  };

  const step = (by) => {
    const list = visible();
    if (!list.length) return;
    const at = list.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
    select(list[next]);
  };

  const go = (id) => {
    const target = document.getElementById(id);
    if (!target) return false;
    if (target.matches("article.card")) {
      select(target);
      return true;
    }
    open(target);
    write(id);
    if (!target.matches("a[href]")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    return true;
  };

  const toSource = () => {
    const card = current || visible()[0];
    if (!card) return;
    const links = [...card.querySelectorAll("a.place")];
    if (!links.length) return;
    origin = card;
    current = card;
    go(links[source % links.length].hash.slice(1));
    source += 1;
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("input", () => { apply(); write(current && !current.hidden ? current.id : ""); });
    form.addEventListener("reset", () => setTimeout(() => { apply(); write(current ? current.id : ""); }));
    form.addEventListener("submit", (e) => e.preventDefault());
    document.getElementById("keys-open").addEventListener("click", () => help.showModal());
  }

  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[href^='#']");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const card = link.closest("article.card");
    if (card) { current = card; origin = card; }
    if (go(link.hash.slice(1))) e.preventDefault();
  });

  document.addEventListener("focusin", (e) => {
    const card = e.target.closest("article.card");
    if (card) current = card;
  });

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const typing = e.target.matches("input[type=search], select, textarea");
    if (e.key === "Escape" && typing) { e.preventDefault(); e.target.blur(); return; }
    if (typing || help.open) return;
    const act = {
      j: () => step(1),
      k: () => step(-1),
      o: toSource,
      b: () => select(origin || current),
      "/": () => form && form.elements.q.focus(),
      "?": () => help.showModal(),
    }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });

  addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) d.open = true; });
  addEventListener("hashchange", () => { const { id, query } = parts(); restore(query); if (id) go(id); });

  const { id, query } = parts();
  restore(query);
  if (id) go(id);
})();
