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

// --- an open form is ready to type
const asked = one(".acts details[open]");
if (asked) open(asked);
if (one(".bulk-form") && rows.length && !location.hash && !asked && !one(".problem")) go(0);

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
    if (!anyHalfFilled(null) && !one("main details[open] form")) { // nobody is at a form
      comesAnew = true;
      return location.reload();
    }
    const said = one("p", job);
    said.firstChild.textContent = "The check is done. ";
  });
}
