/* Enhancements only: every page is whole without this file. What is chosen on a page stands in its address, so that a
   view can be sent. Runs again when the theme changes pages without loading them (`document$`). */
(function () {
  "use strict";
  var own = (document.currentScript || document.querySelector('script[src*="assets/cxsite/cx.js"]') || {}).src, charts;
  var each = function (css, inside, work) { [].forEach.call((inside || document).querySelectorAll(css), work); };

  /* --- what is chosen, to and from the address: ?width=roomy&lane=-effort&health=stale --- */
  function read(view) {
    var asked = new URLSearchParams(location.search);
    each("input, select", view, function (field) {
      var said = asked.get(field.name);
      if (said === null) return;
      var known = [].some.call(field.options || view.querySelectorAll('[name="' + field.name + '"]'), function (one) { return one.value === said; });
      if (field.type === "checkbox") field.checked = said.split(",").indexOf("-" + field.value) < 0;
      else if (!known) return;
      else if (field.options) field.value = said;
      else field.checked = field.value === said;
    });
    count(view);
  }
  function write(view) {
    var now = new URLSearchParams(location.search), off = {};
    function say(name, value, usual) { if (usual) now.delete(name); else now.set(name, value); }
    each("input, select", view, function (field) {
      if (field.options) say(field.name, field.value, !field.selectedIndex);
      else if (field.type === "radio") { if (field.checked) say(field.name, field.value, field.dataset.default === "1"); }
      else {
        off[field.name] = off[field.name] || [];
        if (!field.checked) off[field.name].push("-" + field.value);
      }
    });
    Object.keys(off).forEach(function (name) { say(name, off[name].join(","), !off[name].length); });
    var said = now.toString().replace(/%2C/g, ",");
    history.replaceState(history.state, "", location.pathname + (said ? "?" + said : "") + location.hash);
    count(view);
  }

  /* --- how many of a list are left, and the way back to all of them --- */
  function count(view) {
    var said = view.querySelector("[data-cx-count]");
    if (!said) return;
    var all = view.parentNode.querySelectorAll("[data-cx-item]"), left = 0;
    [].forEach.call(all, function (one) { if (getComputedStyle(one).display !== "none") left++; });
    said.hidden = view.querySelector("[data-cx-reset]").hidden = left === all.length;
    said.textContent = left + " of " + all.length + " " + said.dataset.cxCount;
  }

  /* --- what is cut at the edge of its box fades there, so that everybody sees that it goes on --- */
  function edges() {
    each(".cx-scroll, .cx-tw, .cx-sub ul", null, function (box) {
      box.classList.toggle("cx-cut", box.scrollWidth - box.clientWidth - Math.abs(box.scrollLeft) > 4);
    });
  }
  ["scroll", "change", "toggle", "load"].forEach(function (name) { document.addEventListener(name, edges, { capture: true, passive: true }); });
  addEventListener("resize", edges);
  document.addEventListener("focusin", function (event) { // browsers leave a link half hidden at the edge of its row
    if (event.target.matches(".cx-sub a")) event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  /* --- what an address leads to is opened where it is folded --- */
  function unfold() {
    var id = decodeURIComponent(location.hash.slice(1)), at = id && document.getElementById(id);
    for (var fold = at && at.closest("details:not([open])"); fold; fold = at.closest("details:not([open])")) {
      fold.open = true;
      at.scrollIntoView();
    }
  }
  addEventListener("hashchange", unfold);

  function start() {
    each("[data-cx-view]", null, function (view) {
      if (view.dataset.ready) return;
      view.dataset.ready = "1";
      read(view);
      view.addEventListener("change", function () { write(view); });
      each("[data-cx-reset]", view, function (button) {
        button.onclick = function () {
          each("select", view, function (field) { field.selectedIndex = 0; });
          write(view);
        };
      });
    });
    each("[data-cx-print]", null, function (button) {
      button.hidden = false;
      button.onclick = function () { print(); };
    });
    each(".md-search[role=dialog]:not([aria-label])", null, function (dialog) { // the theme names only what is inside
      dialog.setAttribute("aria-label", dialog.querySelector("input[aria-label]").getAttribute("aria-label"));
    });
    if (own && !charts && document.querySelector("[data-spots]")) {
      charts = document.createElement("script");
      charts.src = own.replace("/cx.js", "/charts.js");
      document.head.appendChild(charts);
    }
    each(".cx-sub a[aria-current]", null, function (tab) {
      var list = tab.closest("ul");
      list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
    });
    edges();
    unfold();
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
