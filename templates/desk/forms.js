// Forms: a half-filled one is not lost by leaving, by an error, or by a login that ended; names are completed in notes.
// Stands behind desk.js, whose "one" and "all" it uses. Without it forms work as plain forms.
"use strict";

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
  keepDraft(form);
});
addEventListener("pageshow", () => {
  leaving = false;
  all("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// --- what stands in a form, and the form of a later page that it belongs in
function filledIn(form) {
  const fields = [...form.elements].filter((f) => f.name && !f.matches("[type=hidden], [type=password], [type=file], button"));
  const values = fields.filter((f) => !f.matches("[type=radio], [type=checkbox]") || f.checked).map((f) => [f.name, f.value]);
  return { action: form.getAttribute("action"), verdict: one("input[name=verdict]", form)?.value ?? "", values };
}

function fillIn(kept) {
  const form = all("form").find((f) => f.getAttribute("action") === kept.action && (one("input[name=verdict]", f)?.value ?? "") === kept.verdict);
  for (const field of form?.elements ?? []) {
    const values = kept.values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = values.includes(field.value);
    else if (values.length && !field.matches("[type=hidden], button")) field.value = values[0];
  }
  const details = form?.closest("details");
  if (details) details.open = true;
  return form;
}

// --- a page that comes anew by itself takes along the forms that somebody opened while it was coming
let comesAnew = false;
addEventListener("pagehide", () => {
  if (!comesAnew || leaving) return; // what was sent has gone
  const forms = all("main details[open] form").map(filledIn);
  sessionStorage.setItem("begun", JSON.stringify({ path: location.pathname, forms, at: document.activeElement?.id ?? "" }));
});
function begunBack() {
  const begun = JSON.parse(sessionStorage.getItem("begun") ?? "null");
  sessionStorage.removeItem("begun");
  if (begun?.path !== location.pathname) return;
  begun.forms.forEach(fillIn);
  if (begun.forms.length && begun.at) document.getElementById(begun.at)?.focus();
}
begunBack();

// --- a form that met a login that had ended: after the new login it is filled in again
function keepDraft(form) {
  if (form.method !== "post" || location.pathname === "/login") return;
  sessionStorage.setItem("draft", JSON.stringify({ who: document.body.dataset.who, ...filledIn(form) }));
}

function draftBack() {
  const kept = JSON.parse(sessionStorage.getItem("draft") ?? "null");
  if (!kept || location.pathname === "/login") return;
  sessionStorage.removeItem("draft");
  if (!sessionStorage.getItem("loggedOut")) return;
  sessionStorage.removeItem("loggedOut");
  if (kept.who !== document.body.dataset.who) return; // somebody else logged in here
  const form = fillIn(kept);
  if (!form) return;
  const said = document.createElement("p");
  said.className = "problem";
  said.setAttribute("role", "status");
  said.textContent = "Your login had ended, so this was not kept. It stands here as you filled it in.";
  form.prepend(said);
  said.scrollIntoView({ block: "center" });
}
if (location.pathname === "/login") {
  if (sessionStorage.getItem("draft")) sessionStorage.setItem("loggedOut", "yes");
} else draftBack();

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

// --- where a form was refused, the cursor stands
const wrong = one("[aria-invalid=true]");
if (wrong) { wrong.focus(); wrong.scrollIntoView({ block: "center" }); }
