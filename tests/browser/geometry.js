/* What is wrong with where things stand: the page wider than its window, texts that are cut off, words that are
   torn where no hyphen says so, texts that lie on one another. A text in a box that scrolls is not cut off; what is
   scrolled out of sight lies on nothing. */
() => {
  const found = [], root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`wider than the window: ${root.scrollWidth} > ${root.clientWidth}`);
  const name = (e) => `${e.localName}.${e.getAttribute("class") || ""}`, words = (n) => n.data.trim().replace(/\s+/g, " ").slice(0, 40);
  const styles = new Map(), style = (e) => styles.get(e) || styles.set(e, getComputedStyle(e)).get(e);
  const boxes = new Map(), box = (e) => boxes.get(e) || boxes.set(e, e.getBoundingClientRect()).get(e);
  const unseen = (e) => style(e).clipPath === "inset(50%)" || style(e).clip === "rect(0px, 0px, 0px, 0px)";
  const line = (node, at) => { // where a letter stands; a hyphen before it that a browser made comes first
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [...range.getClientRects()].at(-1)?.top;
  };
  const torn = (node) => [...node.data.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]{2,14}(?![\p{L}\p{N}])/gu)]
    .filter((word) => !/\p{Script=Han}/u.test(word[0]) && Math.abs(line(node, word.index) - line(node, word.index + word[0].length - 1)) > 2)
    .map((word) => word[0]);
  const texts = [];
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || e.closest("title, desc, script, .headerlink") || e.matches("details:not([open])") || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    range.selectNodeContents(node);
    let lines = [...range.getClientRects()].filter((r) => r.width > 1 && r.height > 1).map((r) => {
      const inset = e instanceof SVGElement ? .2 : .22; // the box of a line is taller than its letters
      return { left: r.left, right: r.right, top: r.top + inset * r.height, bottom: r.bottom - inset * r.height };
    });
    for (let a = e; a && lines.length; a = a.parentElement) {
      if (unseen(a)) { lines = []; break; }
      const s = style(a);
      if (a instanceof SVGElement && a.localName !== "svg") continue;
      for (const [axis, low, high] of [["overflowX", "left", "right"], ["overflowY", "top", "bottom"]]) {
        if (s[axis] === "visible" || s.display === "contents" || (s.display === "inline" && a.localName !== "svg")) continue;
        const edge = box(a);
        const cut = lines.filter((r) => r[low] < edge[low] - 1.5 || r[high] > edge[high] + 1.5);
        const told = axis === "overflowX" ? s.textOverflow === "ellipsis" : s.webkitLineClamp !== "none"; // ends in …
        if (cut.length && !told && ["hidden", "clip"].includes(s[axis]))
          found.push(`cut off by ${name(a)}: ${words(node)}`);
        lines = lines.map((r) => ({ ...r, [low]: Math.max(r[low], edge[low]), [high]: Math.min(r[high], edge[high]) }))
          .filter((r) => r.right - r.left > 1 && r.bottom - r.top > 1);
      }
      if (s.position === "fixed") break;
    }
    if (lines.length > 1 && !(e instanceof SVGElement)) found.push(...torn(node).map((word) => `torn in ${name(e)}: ${word}`));
    for (const r of lines) texts.push({ ...r, node });
  }
  texts.sort((a, b) => a.top - b.top);
  const seen = new Set();
  texts.forEach((a, i) => {
    for (let j = i + 1; j < texts.length && texts[j].top < a.bottom - 1; j++) {
      const b = texts[j];
      if (a.node === b.node || Math.min(a.right, b.right) - Math.max(a.left, b.left) < 1.5) continue;
      if (Math.min(a.bottom, b.bottom) - b.top < 1.5) continue;
      if (a.node.data === b.node.data) continue; // a text and its own ground
      const said = `on one another: ${words(a.node)} | ${words(b.node)} (${name(a.node.parentElement)}, ${name(b.node.parentElement)})`;
      if (!seen.has(said)) found.push(said);
      seen.add(said);
    }
  });
  return [...new Set(found)];
}
