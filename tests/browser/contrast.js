/* Settles what axe leaves undecided: the contrast of each of these texts with everything painted below it.
   What is painted (backgrounds, gradients, shapes of drawings) is laid over one another in the order of the document,
   at several points of the text. Gives back the texts that do not stand out, with the worst ratio found. */
(selectors) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = "rgba(0,0,0,0)"; canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], share, below) => [r, g, b].map((v, i) => v * a * share + below[i] * (1 - a * share));
  const light = (c) => c.map((v) => v / 255).map((v) => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  const COLOURS = /(?:rgba?|color|oklab|oklch)\([^()]*\)/g;
  const opacity = (e) => { let share = 1; for (; e; e = e.parentElement) share *= Number(getComputedStyle(e).opacity); return share; };

  /* --- everything that is painted, in the order of the document --- */
  const all = [...document.querySelectorAll("*")], order = new Map(all.map((e, i) => [e, i])), painted = [];
  for (const e of all) {
    const style = getComputedStyle(e);
    if (style.visibility !== "visible" || style.display === "none") continue;
    const box = e.getBoundingClientRect();
    if (!box.width && !box.height) continue;
    if (e instanceof SVGGeometryElement && !e.closest("defs, clipPath, marker, symbol")) {
      const gradient = /url\("?#([^")]+)"?\)/.exec(style.fill);
      const fills = gradient ? [...document.querySelectorAll(`#${CSS.escape(gradient[1])} stop`)].map((s) => getComputedStyle(s).stopColor)
        : style.fill === "none" ? [] : [style.fill];
      if (fills.length) painted.push({ e, box, colours: fills, share: Number(style.fillOpacity) * opacity(e), fill: true });
      if (style.stroke !== "none" && parseFloat(style.strokeWidth) >= 4 && !style.stroke.startsWith("url"))
        painted.push({ e, box, colours: [style.stroke], share: Number(style.strokeOpacity) * opacity(e), fill: false });
    } else if (!(e instanceof SVGElement)) {
      if (rgba(style.backgroundColor)[3]) painted.push({ e, box, colours: [style.backgroundColor], share: opacity(e) });
      const stops = style.backgroundImage.match(COLOURS);
      if (stops) painted.push({ e, box, colours: stops, share: opacity(e), maybe: true });
    }
  }
  const holds = (one, x, y) => {
    const { box, e } = one;
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
    if (one.fill === undefined) return true;
    const at = new DOMPoint(x, y).matrixTransform(e.getScreenCTM().inverse());
    return one.fill ? e.isPointInFill(at) : e.isPointInStroke(at);
  };
  const canvasColour = [document.documentElement, document.body].reduce( // these two paint the whole window
    (below, e) => over(rgba(getComputedStyle(e).backgroundColor), 1, below), [255, 255, 255]);
  const behind = (text, x, y) => {
    let now = [canvasColour];
    for (const one of painted) {
      if (order.get(one.e) > order.get(text)) break;
      if (!one.e.contains(text) && !holds(one, x, y)) continue; // also where its box is scrolled out of sight
      const laid = now.flatMap((below) => one.colours.map((colour) => over(rgba(colour), one.share, below)));
      now = (one.maybe ? [...now, ...laid] : laid).slice(0, 16);
    }
    return now;
  };

  const failed = [];
  for (const selector of selectors) {
    const text = document.querySelector(selector);
    const style = getComputedStyle(text), drawn = text instanceof SVGElement;
    const nodes = [...text.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
    const boxes = nodes.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    }).filter((box) => box.width > 0 && box.height > 0);
    const colour = drawn ? style.fill : style.color, share = opacity(text);
    const scale = drawn && text.getScreenCTM() ? Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b) : 1;
    const size = parseFloat(style.fontSize) * scale, bold = Number(style.fontWeight) >= 700;
    const least = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    const stroked = (e) => e && e.getAttribute("stroke-width") >= 2 && getComputedStyle(e).stroke;
    const before = drawn && text.previousElementSibling, after = drawn && text.nextElementSibling;
    if (stroked(text) === colour && after && after.textContent === text.textContent) continue; // the ground of the next
    const ground = (drawn && style.paintOrder.startsWith("stroke") && stroked(text))
      || (before && before.textContent === text.textContent && stroked(before));
    let worst = Infinity;
    for (const box of boxes)
      for (const [u, v] of [[.5, .5], [.05, .5], [.95, .5], [.5, .1], [.5, .9]]) {
        const x = box.left + u * box.width, y = box.top + v * box.height;
        for (const back of ground ? [over(rgba(ground), 1, [255, 255, 255])] : behind(text, x, y))
          worst = Math.min(worst, ratio(over(rgba(colour), share, back), back));
      }
    if (worst < least) failed.push(`${worst.toFixed(2)} < ${least}: ${text.textContent.trim().slice(0, 40)} (${selector})`);
  }
  return failed;
}
