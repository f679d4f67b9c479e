/* Charts that answer: a tooltip, and the same period, phase or group shown in the other charts and tables of the page.
   All words come from the table beside each chart, and its places from the drawing (`data-spots`): page, chart, table
   and tooltip cannot differ. Fetched by cx.js where a page has a chart; without it charts are drawings with a table. */
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg", DRAWN = "svg[data-spots]";
  var MOVES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  var shown = null, live = null;
  var all = function (css, inside) { return [].slice.call((inside || document).querySelectorAll(css)); };

  /* --- what a chart holds --- */
  function drawing(fig) {
    return all(DRAWN, fig).filter(function (svg) { return svg.getClientRects().length; })[0];
  }
  function rowsOf(fig) { return all(".cx-data tbody tr", fig.closest(".cx-figbox")); }
  function heading(row) { return row.querySelector("th[scope=row]").textContent.trim(); }
  /* The places of a drawing by the heading of their row, in the order of the drawing. */
  function stops(fig) {
    var svg = drawing(fig), rows = rowsOf(fig), found = [], at = {};
    if (!svg) return found;
    var by = svg.dataset.along === "x" ? 1 : 2;
    svg.dataset.spots.split(" ").map(function (spot) { return spot.split(",").map(Number); })
      .sort(function (a, b) { return a[by] - b[by]; })
      .forEach(function (spot) {
        var row = rows[spot[0]], name = row && heading(row);
        if (!row) return;
        if (!at["=" + name]) found.push(at["=" + name] = { name: name, rows: [], spots: [] });
        var stop = at["=" + name];
        if (stop.rows.indexOf(row) < 0) stop.rows.push(row);
        stop.spots.push({ x: spot[1], y: spot[2] });
      });
    return found;
  }
  function nearest(fig, event) {
    var svg = drawing(fig), box = svg.getBoundingClientRect(), scale = svg.viewBox.baseVal.width / box.width;
    var x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale, best = null, least = Infinity;
    var along = svg.dataset.along;
    stops(fig).forEach(function (stop) {
      stop.spots.forEach(function (spot) {
        var away = Math.abs(along === "x" ? spot.x - x : spot.y - y);
        if (away < least) { least = away; best = stop; }
      });
    });
    return best;
  }

  /* --- what is shown --- */
  function make(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  /* A line for each row: its values with their columns, and after each what belongs to it. */
  function line(row) {
    var made = make("p", ""), heads = all("thead th", row.closest("table"));
    [].forEach.call(row.cells, function (cell, index) {
      var text = cell.textContent.trim();
      if (!text || cell.scope === "row" || cell.querySelector(".cx-src")) return;
      var more = "more" in heads[index].dataset;
      made.appendChild(document.createTextNode(made.childNodes.length ? (more ? ", " : "; ") : ""));
      if (!more) made.appendChild(make("span", "cx-tip__k", heads[index].textContent.trim() + " "));
      made.appendChild(make(more ? "span" : "b", "", text));
    });
    return made;
  }
  function place(tip, fig, stop) {
    var svg = drawing(fig), box = svg.getBoundingClientRect(), around = fig.getBoundingClientRect();
    var scale = box.width / svg.viewBox.baseVal.width, low = -Infinity, high = Infinity, x = 0;
    stop.spots.forEach(function (spot) {
      low = Math.max(low, spot.y);
      high = Math.min(high, spot.y);
      x += spot.x / stop.spots.length;
    });
    var left = box.left - around.left + x * scale - tip.offsetWidth / 2, above = high * scale - tip.offsetHeight - 14;
    tip.style.left = Math.max(0, Math.min(left, around.width - tip.offsetWidth)) + "px";
    tip.style.top = box.top - around.top + (box.top + above > 0 ? above : low * scale + 14) + "px";
  }
  function shape(name, said) {
    var made = document.createElementNS(SVG, name);
    Object.keys(said).forEach(function (key) { made.setAttribute(key, said[key]); });
    return made;
  }
  /* Rings around the places, a line through a time, a band along a row. */
  function light(fig, stop) {
    var svg = drawing(fig), plot = svg.dataset.plot.split(",").map(Number), group = shape("g", { "class": "cx-lit" });
    var spot = stop.spots[0], rows = stops(fig).length;
    if (svg.dataset.along === "x") group.appendChild(shape("path", { d: "M" + spot.x + "," + plot[1] + "v" + plot[3] }));
    if (svg.dataset.along === "y") {
      var high = plot[3] / rows, top = plot[1] + high * Math.floor((spot.y - plot[1]) / high);
      group.appendChild(shape("rect", { x: plot[0] - 4, y: top, width: plot[2] + 8, height: high, rx: 3 }));
    } else stop.spots.forEach(function (one) { group.appendChild(shape("circle", { cx: one.x, cy: one.y, r: 7 })); });
    svg.appendChild(group);
    stop.rows.forEach(function (row) { row.classList.add("cx-row"); });
  }
  function lightAll(name) {
    all(".cx-fig").forEach(function (fig) {
      if (drawing(fig)) stops(fig).forEach(function (stop) { if (stop.name === name) light(fig, stop); });
    });
  }
  function show(fig, stop) {
    if (shown && shown.fig === fig && shown.name === stop.name) return;
    hide();
    lightAll(stop.name);
    var tip = make("div", "cx-tip");
    tip.appendChild(make("p", "cx-tip__h", stop.name + ":"));
    stop.rows.forEach(function (row) { tip.appendChild(document.createTextNode(" ")); tip.appendChild(line(row)); });
    tip.setAttribute("aria-hidden", "true");  /* read from the live region, which says the same */
    fig.appendChild(tip);
    shown = { fig: fig, name: stop.name, tip: tip };
    place(tip, fig, stop);
    speak(tip.textContent);
  }
  function hide() {
    all(".cx-lit, .cx-tip").forEach(function (one) { one.remove(); });
    all(".cx-row").forEach(function (row) { row.classList.remove("cx-row"); });
    if (shown) speak("");
    shown = null;
  }
  function speak(text) {
    if (!live || !live.isConnected) {
      var home = document.body.appendChild(make("div", "cx"));
      live = home.appendChild(make("div", "cx-vh cx-told"));
      live.setAttribute("aria-live", "polite");
      live.setAttribute("aria-atomic", "true");
    }
    live.textContent = text;
  }

  /* --- mouse, finger, keys --- */
  function within(event, css) { return event.target.closest && event.target.closest(css); }
  function point(event) {
    var fig = within(event, ".cx-fig"), row = within(event, ".cx-figbox .cx-data tbody tr");
    if (fig && drawing(fig)) {
      if (within(event, ".cx-tip")) return;
      var stop = nearest(fig, event);
      if (stop) show(fig, stop); else hide();
    } else if (row && row.querySelector("th[scope=row]")) {
      if (!row.classList.contains("cx-row")) { hide(); lightAll(heading(row)); }
    } else if (event.type === "pointerdown" || !(shown && shown.fig === document.activeElement)) hide();
  }
  document.addEventListener("pointermove", point);
  document.addEventListener("pointerdown", point);
  document.addEventListener("focusin", function (event) {
    var fig = within(event, ".cx-fig");
    if (!fig || !fig.matches(":focus-visible") || !drawing(fig) || (shown && shown.fig === fig)) return;
    var found = stops(fig);
    show(fig, found[drawing(fig).dataset.along === "x" ? found.length - 1 : 0]);
  });
  document.addEventListener("focusout", function (event) { if (within(event, ".cx-fig")) hide(); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { hide(); return; }
    var fig = event.target, move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!fig.matches || !fig.matches(".cx-fig") || !drawing(fig)) return;
    var found = stops(fig), now = -1;
    found.forEach(function (stop, index) { if (shown && shown.fig === fig && shown.name === stop.name) now = index; });
    show(fig, found[Math.max(0, Math.min(found.length - 1, now < 0 && move === 1 ? 0 : now + move))]);
    event.preventDefault();
  });
  window.addEventListener("resize", hide);

  /* --- a chart can be reached by keyboard once it answers --- */
  function start() {
    hide();
    all(".cx-fig").forEach(function (fig) {
      var svg = fig.querySelector(DRAWN);
      if (!svg || fig.hasAttribute("tabindex") || !rowsOf(fig).length) return;
      fig.setAttribute("tabindex", "0");
      fig.setAttribute("role", "group");
      fig.setAttribute("aria-label", svg.getAttribute("aria-label"));
      fig.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight Home End Escape");
    });
  }
  if (window.document$) window.document$.subscribe(start); else start();
})();
