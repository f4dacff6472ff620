// Keys, scrolling to the words, and the progress of a check. Everything here is also a link or a form of the page.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

const typing = (target) =>
  target.isContentEditable || (target.matches("input, textarea, select") && !target.matches("[type=radio], [type=checkbox]"));

// --- keys as this person chose them: from the key that is pressed to the usual one, which names what it does
const chosen = JSON.parse(document.body.dataset.keys || "{}");
const digits = "digits" in document.body.dataset;

// --- rows of the queue and of the events: one of them is the current one
const rows = all("[data-row]");
let current = -1;

function go(index) {
  if (!rows.length) return;
  rows[current]?.classList.remove("here");
  current = Math.max(0, Math.min(rows.length - 1, index));
  rows[current].classList.add("here");
  one("[data-open]", rows[current])?.focus({ preventScroll: true });
  rows[current].scrollIntoView({ block: "nearest" });
}

rows.forEach((row, index) => row.addEventListener("focusin", () => {
  if (index === current) return;
  rows[current]?.classList.remove("here");
  current = index;
  row.classList.add("here");
}));

const boxes = () => all("input[name=pick]");
const every = one("[data-every]");
const whole = one("[data-pick-all] input");
const picked = () => (every?.checked ? boxes() : boxes().filter((box) => box.checked));
function counted() {
  const place = one("[data-count]");
  const number = every?.checked ? every.dataset.every : picked().reduce((n, box) => n + box.value.split(" ").length, 0);
  if (place) place.textContent = number > 0 ? `(${number})` : "";
  if (whole) whole.checked = boxes().every((box) => box.checked);
}
if (whole) {
  whole.closest("label").hidden = false;
  whole.addEventListener("change", () => boxes().forEach((box) => { box.checked = whole.checked; }));
}
document.addEventListener("change", counted);
counted();

// --- forms that a key opens
function open(details) {
  details.open = true;
  const field = one("input[type=radio]:checked, input[type=radio], textarea, select, input:not([type=hidden]), button", details);
  field?.focus();
  details.scrollIntoView({ block: "nearest" });
}

function choose(number) {
  const form = document.activeElement?.closest("details[open]") ?? one("details[data-key][open]");
  const choice = form && all("input[type=radio]", form)[number - 1];
  if (!choice) return false;
  choice.checked = true;
  choice.focus();
  return true;
}

const WORDS = { c: "confirm", d: "dismiss", u: "unsure", n: "note", a: "assign" };

function act(key) {
  const here = one(`[data-key="${key}"]`);
  if (here?.matches("details")) return open(here), true;
  if (here?.matches("form")) return here.requestSubmit(), true;
  if (here?.matches("a")) return here.click(), true;
  const bulk = one(`[data-bulk="${key}"]`);
  if (bulk && picked().length) return open(bulk), true;
  const link = rows[current] && one("[data-open]", rows[current]);
  if (WORDS[key] && link && one(".bulk-form")) {
    const to = new URL(link.href);
    to.searchParams.set("do", WORDS[key]);
    location.assign(to);
    return true;
  }
  return false;
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { target } = event;
  if (event.key === "Escape") {
    const form = target.closest?.("details[open]");
    if (form) { form.open = false; one("summary", form).focus(); } else target.blur?.();
    return;
  }
  if (event.key === "Enter" && target.matches("input[type=radio], input[type=checkbox]") && target.form && target.closest("details")) {
    event.preventDefault();
    const button = one("button", target.closest("details"));
    target.form.requestSubmit(button);
    return;
  }
  if (typing(target)) return;
  let done = true;
  if (digits && /^[1-9]$/.test(event.key)) {
    if (choose(Number(event.key))) event.preventDefault();
    return;
  }
  const key = chosen[event.key];
  if (!key) return;
  if (key === "/") one("#f-q, #search").focus();
  else if (key === "?") location.assign("/keys");
  else if (key === "x") {
    const box = rows[current] && one("input[name=pick]", rows[current]);
    if (box) { box.checked = !box.checked; counted(); } else done = false;
  } else if (rows.length && (key === "j" || key === "k")) go(current + (key === "j" ? 1 : -1));
  else done = act(key);
  if (done) event.preventDefault();
}
document.addEventListener("keydown", pressed);

// --- a half-filled form: whoever leaves the page is asked first
const typed = (field) => {
  if (field.matches("[type=hidden], [type=search], [type=password], [autocomplete=username], button")) return false;
  if (field.matches("[type=file]")) return field.files.length > 0;
  if (field.matches("textarea, input:not([type=radio], [type=checkbox])")) return field.value !== field.defaultValue;
  if (field.closest("details:not([open])") || field.matches("[name=pick], [name=every]")) return false;
  if (field.matches("select")) return [...field.options].some((o) => o.selected !== o.defaultSelected) && field.selectedIndex > 0;
  return field.name !== "" && field.checked !== field.defaultChecked;
};
const halfFilled = (form) => form.method === "post" && ("refused" in form.dataset || [...form.elements].some((f) => f.name && typed(f)));
const anyHalfFilled = (but) => all("form").some((form) => form !== but && halfFilled(form));
let leaving = false;
addEventListener("beforeunload", (event) => {
  if (!leaving && anyHalfFilled(null)) event.preventDefault();
});

// --- a form that is sent goes once, and an open one is ready to type
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (anyHalfFilled(form) && !confirm("Another form on this page is half filled. Send this one and lose what stands there?")) {
    return event.preventDefault();
  }
  leaving = true;
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  leaving = false;
  all("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
const asked = one(".acts details[open]");
if (asked) open(asked);
const wrong = one("[aria-invalid=true]");
if (wrong) { wrong.focus(); wrong.scrollIntoView({ block: "center" }); }
if (one(".bulk-form") && rows.length && !location.hash && !asked && !one(".problem")) go(0);

// --- notes: "@an" offers the names that begin so
const people = JSON.parse(one("[data-people]")?.dataset.people ?? "[]");
for (const field of people.length ? all("[data-call]") : []) offerNames(field);

function offerNames(field) {
  let list = null;
  let at = 0;
  const close = () => {
    list?.remove();
    list = null;
    field.removeAttribute("aria-controls");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    const items = [...list.children];
    items.forEach((item, place) => item.setAttribute("aria-selected", place === index));
    list.dataset.at = index;
    field.setAttribute("aria-activedescendant", items[index].id);
  };
  const take = (name) => {
    const caret = field.selectionStart;
    field.setRangeText(name, at, caret, "end");
    close();
    field.focus();
  };
  const look = () => {
    close();
    const before = field.value.slice(0, field.selectionStart);
    const found = /(?:^|[^\p{L}\p{N}_@])@([\p{L}\p{N}_ .'+-]{0,40})$/u.exec(before);
    if (!found) return;
    at = before.length - found[1].length;
    const start = found[1].toLowerCase();
    const fit = people.filter((name) => name.toLowerCase().startsWith(start) && name.toLowerCase() !== start).slice(0, 8);
    if (!fit.length) return;
    list = document.createElement("ul");
    list.className = "names";
    list.id = "names";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Colleagues");
    fit.forEach((name, index) => {
      const item = document.createElement("li");
      item.id = `name-${index}`;
      item.setAttribute("role", "option");
      item.textContent = name;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(name); });
      list.append(item);
    });
    field.closest("label").after(list);
    field.setAttribute("aria-controls", "names");
    mark(0);
  };
  field.setAttribute("aria-autocomplete", "list");
  field.addEventListener("input", look);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (!list) return;
    const index = Number(list.dataset.at);
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") mark(index === last ? 0 : index + 1);
    else if (event.key === "ArrowUp") mark(index === 0 ? last : index - 1);
    else if (event.key === "Enter" || event.key === "Tab") take(list.children[index].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// --- articles side by side: whole, and scrolled to the words
for (const panel of all("[data-scroll]")) {
  const before = one(".before", panel);
  const first = one(".first", panel);
  if (before) before.open = true;
  if (first) panel.scrollTop = first.offsetTop - 24;
}

// --- a check under way
const job = one("[data-job]");
if (job) {
  const bar = one("progress", job);
  const stream = new EventSource(`/api/v1/jobs/${job.dataset.job}/progress`);
  stream.addEventListener("step", (event) => {
    const step = JSON.parse(event.data);
    if (step.total) { bar.max = step.total; bar.value = step.done; }
  });
  stream.addEventListener("end", () => {
    stream.close();
    if (!anyHalfFilled(null)) return location.reload();
    const said = one("p", job);
    said.firstChild.textContent = "The check is done. ";
  });
}
