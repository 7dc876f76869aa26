/**
 * A line of text on the page: what is seen of it, and the box that cuts it off where no scrolling brings it back.
 * @typedef {{ left: number, right: number, top: number, bottom: number, cutBy?: Element, shortenedBy?: Element }} Part
 */

/** Runs in the page: texts cut off, spilling or lying over others, a page wider than its window, targets too small to hit. */
function findClipped() {
  /** Where a text that is too long ends in an ellipsis. */
  const SHORTENED = '.clip, .clamp';
  const LEFT_OUT = '[hidden], svg, canvas, .sr, .log, [data-may-scroll]';
  const FIELDS = 'input, select, textarea';
  const TARGETS = 'button, a, select, summary';
  const OWN = '[translate="no"]';
  /** How far glyphs may stand out of their box, pixels. */
  const LEADING = 5;
  const found = /** @type {Set<string>} */ (new Set());
  const lines = /** @type {(Part & { text: Text, what: string, isOwn: boolean, layer: Element | null })[]} */ ([]);

  /** @param {Element} element */
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(LEFT_OUT);
  /** @param {Element} element */
  const saysItself = (element) => [...element.childNodes].some((node) => node instanceof Text && /\S/.test(node.data));
  /** @param {Element} element */
  const called = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
  /** @param {Element} element @param {string | null} text */
  const quoted = (element, text) => `${called(element)} "${text?.trim().slice(0, 40)}"`;

  /** @typedef {Pick<CSSStyleDeclaration, 'display' | 'position' | 'overflowX' | 'overflowY'>} Style */
  const styles = /** @type {Map<Element, Style>} */ (new Map());
  /** Each line asks the boxes around it, which are the same for many. @param {Element} element @returns {Style} */
  function styleOf(element) {
    const known = styles.get(element);
    if (known) return known;
    const { display, position, overflowX, overflowY } = getComputedStyle(element);
    const style = { display, position, overflowX, overflowY };
    styles.set(element, style);
    return style;
  }
  const insides = /** @type {Map<Element, DOMRect>} */ (new Map());
  /** Within its border. @param {Element} element */
  function insideOf(element) {
    const known = insides.get(element);
    if (known) return known;
    const { left, top } = element.getBoundingClientRect();
    const { clientLeft, clientTop, clientWidth, clientHeight } = element;
    const box = new DOMRect(left + clientLeft, top + clientTop, clientWidth, clientHeight);
    insides.set(element, box);
    return box;
  }
  /** What floats above the rest, and the element is in. @param {Element | null} element */
  function layerOf(element) {
    while (element && !/absolute|fixed|sticky/.test(styleOf(element).position)) element = element.parentElement;
    return element;
  }

  function lookAtBox(/** @type {Element} */ element) {
    const { display, overflowX, overflowY } = styleOf(element);
    if (display === 'inline') return;
    const what = () => quoted(element, element.textContent);
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    if (!element.matches(`${FIELDS}, ${SHORTENED}`)) {
      const wide = clientWidth > 0 && scrollWidth > clientWidth + 1;
      const high = clientHeight > 0 && scrollHeight > clientHeight + LEADING;
      if (wide && overflowX !== 'visible') found.add(`clipped: ${what()}`);
      const spills = (wide && overflowX === 'visible') || (high && overflowY === 'visible');
      if (spills && (element.matches(TARGETS) || saysItself(element))) found.add(`spills: ${what()}`);
    }
    if (!element.matches(TARGETS) || element.closest('.stepper, p, td, th')) return;
    const { width, height } = element.getBoundingClientRect();
    if (height < 24 || width < 20) found.add(`small: ${what()} ${width | 0}x${height | 0}`);
  }

  /** @param {Element} element that the line is in @param {DOMRect} line @returns {Part} */
  function seen(element, { left, right, top, bottom }) {
    const part = /** @type {Part} */ ({ left, right, top, bottom });
    // A text of the person's own may end with its box; what is scrolled away is not cut off.
    let looksDown = !element.closest(OWN);
    /** Whether boxes that are not positioned do not hold the line. */
    let isFree = false;

    /** @param {Element} by @param {DOMRect} box @param {Style} style */
    function cut(by, box, { overflowX, overflowY }) {
      if (overflowX !== 'visible') {
        if (part.left < box.left - LEADING || part.right > box.right + LEADING) {
          if (by.matches(SHORTENED)) part.shortenedBy ??= by;
          else part.cutBy ??= by;
        }
        [part.left, part.right] = [Math.max(part.left, box.left), Math.min(part.right, box.right)];
      }
      if (overflowY !== 'visible') {
        if (looksDown && (part.top < box.top - LEADING || part.bottom > box.bottom + LEADING)) {
          if (/auto|scroll/.test(overflowY)) looksDown = false;
          else if (by.matches(SHORTENED)) part.shortenedBy ??= by;
          else part.cutBy ??= by;
        }
        [part.top, part.bottom] = [Math.max(part.top, box.top), Math.min(part.bottom, box.bottom)];
      }
    }

    for (let at = /** @type {Element | null} */ (element); at && at !== document.body; at = at.parentElement) {
      const style = styleOf(at);
      if (style.display !== 'inline' && !(isFree && style.position === 'static')) cut(at, insideOf(at), style);
      if (style.position === 'fixed') break;
      if (style.position !== 'static') isFree = style.position === 'absolute';
    }
    cut(document.body, new DOMRect(0, 0, innerWidth, innerHeight), styleOf(document.body));
    return part;
  }

  function lookAtText(/** @type {Text} */ text) {
    const element = text.parentElement;
    if (!/\S/.test(text.data) || !element || !isShown(element) || element.closest(FIELDS)) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    const what = quoted(element, text.data);
    for (const line of range.getClientRects()) {
      if (line.width < 1 || line.height < 1) continue;
      const part = seen(element, line);
      if (part.cutBy) found.add(`cut off by ${called(part.cutBy)}: ${what}`);
      if (part.shortenedBy?.matches('.clip') && !element.closest(`[title], ${OWN}`))
        found.add(`without title: ${what}`);
      if (part.right - part.left > 1 && part.bottom - part.top > 1)
        lines.push({ ...part, text, what, isOwn: element.closest(OWN) !== null, layer: layerOf(element) });
    }
  }

  function lookForOverlaid() {
    for (const one of lines.filter(({ isOwn }) => !isOwn)) {
      for (const other of lines) {
        if (one.text === other.text || one.layer !== other.layer) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 2 && down > Math.min(one.bottom - one.top, other.bottom - other.top) / 2)
          found.add(`${one.what} lies over ${other.what}`);
      }
    }
  }

  /** What has the focus shows a ring, which hides what it lies over. */
  function lookForRinged() {
    const focused = document.activeElement;
    if (!focused?.matches(':focus-visible') || focused === document.body) return;
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(focused);
    const out = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    if (outlineStyle === 'none' || out <= 0) return;
    const box = focused.getBoundingClientRect();
    for (const { text, what, layer, left, right, top, bottom } of lines) {
      if (focused.contains(text) || layer !== layerOf(focused)) continue;
      const across = Math.min(right, box.right + out) - Math.max(left, box.left - out);
      const below = top < box.bottom + out - 2 && bottom > box.bottom + out;
      const above = bottom > box.top - out + 2 && top < box.top - out;
      if (across > 2 && (below || above)) found.add(`${what} lies under the ring of ${called(focused)}`);
    }
  }

  if (document.documentElement.scrollWidth > innerWidth) found.add('the page is wider than the window');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) lookAtText(node);
    else if (node instanceof HTMLElement && isShown(node)) lookAtBox(node);
  }
  lookForOverlaid();
  lookForRinged();
  return [...found].slice(0, 8);
}

/**
 * Texts of the page that are cut off, spill or lie over others, and targets too small to hit; none where all is well.
 * @param {import('playwright-core').Page} page
 */
export const clippedOn = (page) => page.evaluate(findClipped);
