// Find: rows whose text has every word that is typed. "/" goes to the field, Escape empties it.
(function () {
  "use strict";
  var field = document.getElementById("find");
  var shown = document.getElementById("shown");
  var rows = Array.prototype.slice.call(document.querySelectorAll("tbody tr"));
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  function find() {
    var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, at) {
      row.hidden = !words.every(function (word) { return texts[at].indexOf(word) >= 0; });
      if (!row.hidden) { count += 1; }
    });
    shown.textContent = count + " shown";
    try { sessionStorage.setItem("find", field.value); } catch (error) { /* a file may have no storage */ }
  }
  field.addEventListener("input", find);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== field) { event.preventDefault(); field.focus(); }
    if (event.key === "Escape" && document.activeElement === field) { field.value = ""; find(); }
  });
  var renew = document.getElementById("renew");
  if (renew) {
    renew.closest("p").hidden = false;
    try { renew.checked = sessionStorage.getItem("renew") !== "no"; } catch (error) { /* the same */ }
    renew.addEventListener("change", function () {
      try { sessionStorage.setItem("renew", renew.checked ? "yes" : "no"); } catch (error) { /* the same */ }
    });
    setInterval(function () { if (renew.checked) { location.reload(); } }, 1000 * Number(renew.dataset.every));
  }
  try { field.value = sessionStorage.getItem("find") || ""; } catch (error) { /* the same */ }
  if (field.value) { find(); }
})();
