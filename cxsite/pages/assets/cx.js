/* Enhancements only: every page is whole without this file. What is chosen on a page stands in its address, so that a
   view can be sent. Runs again when the theme changes pages without loading them (`document$`). */
(function () {
  "use strict";
  var each = function (css, inside, work) { [].forEach.call((inside || document).querySelectorAll(css), work); };

  /* --- what is chosen, to and from the address: ?width=roomy&lane=-effort --- */
  function read(view) {
    var asked = new URLSearchParams(location.search);
    each("input", view, function (input) {
      var said = asked.get(input.name);
      if (said === null) return;
      if (input.type === "radio") input.checked = input.value === said;
      else input.checked = said.split(",").indexOf("-" + input.value) < 0;
    });
  }
  function write(view) {
    var now = new URLSearchParams(location.search), off = {};
    each("input", view, function (input) {
      if (input.type === "radio") {
        if (!input.checked) return;
        if (input.dataset.default === "1") now.delete(input.name); else now.set(input.name, input.value);
      } else {
        off[input.name] = off[input.name] || [];
        if (!input.checked) off[input.name].push("-" + input.value);
      }
    });
    Object.keys(off).forEach(function (name) {
      if (off[name].length) now.set(name, off[name].join(",")); else now.delete(name);
    });
    var said = now.toString().replace(/%2C/g, ",");
    history.replaceState(history.state, "", location.pathname + (said ? "?" + said : "") + location.hash);
  }

  function start() {
    each("[data-cx-view]", null, function (view) {
      if (view.dataset.ready) return;
      view.dataset.ready = "1";
      read(view);
      view.addEventListener("change", function () { write(view); });
    });
    each("[data-cx-print]", null, function (button) {
      button.hidden = false;
      button.onclick = function () { print(); };
    });
    each(".cx-sub a[aria-current]", null, function (tab) {
      var list = tab.closest("ul");
      list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
    });
  }
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  /* --- keys: arrows from step to step, Escape closes what is open --- */
  document.addEventListener("keydown", function (event) {
    var at = event.target;
    if (event.key === "Escape") {
      var open = at.closest && at.closest(".cx-pop[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); }
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || !at.matches) return;
    var within = at.matches(".cx-step h4 > a") ? ".cx-step h4 > a" : at.matches(".cx-over ol ol a") ? ".cx-over ol ol a" : "";
    var move = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!within || !move) return;
    var all = [].slice.call(at.closest(".cx-map").querySelectorAll(within));
    if (getComputedStyle(at).direction === "rtl" && Math.abs(move) === 1) move = -move;
    var next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(at) + move))];
    if (next && next !== at) { next.focus(); event.preventDefault(); }
  });
  document.addEventListener("click", function (event) {
    each(".cx-pop[open]", null, function (open) { if (!open.contains(event.target)) open.open = false; });
  });
})();
