import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page: texts cut off or spilling, a page wider than its window, targets too small to hit. */
function findClipped() {
  /** Where sideways or beyond its lines a text is cut on purpose. */
  const ON_PURPOSE = '.clip, .clamp, [data-may-scroll]';
  const LEFT_OUT = '[hidden], svg, canvas, .sr, .log, [data-may-scroll]';
  const FIELDS = 'input, select, textarea';
  /** @type {Set<string>} */
  const found = new Set();
  const TARGETS = 'button, a, summary';
  /** By which glyphs may stand out of their box, pixels. */
  const LEADING = 5;
  /** @type {{ left: number, right: number, top: number, bottom: number, text: Text, what: string, own: boolean, over: Element | null }[]} */
  const lines = [];
  /** @param {Element} element */
  const saysItself = (element) => [...element.childNodes].some((node) => node instanceof Text && /\S/.test(node.data));
  /** @param {Element | null} element */
  function floating(element) {
    while (element && !/absolute|fixed|sticky/.test(getComputedStyle(element).position))
      element = element.parentElement;
    return element;
  }
  /** @param {Element} element */
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(LEFT_OUT);
  /** @param {Element} element @param {string} text */
  const named = (element, text) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${text.trim().slice(0, 40)}"`;

  function findWide(/** @type {Element} */ element) {
    const { display, overflowX, overflowY } = getComputedStyle(element);
    if (display === 'inline' || element.matches(FIELDS)) return;
    const what = named(element, element.textContent ?? '');
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    const wide = clientWidth > 0 && scrollWidth > clientWidth + 1;
    const high = clientHeight > 0 && scrollHeight > clientHeight + LEADING;
    if (wide && overflowX !== 'visible' && !element.matches(ON_PURPOSE)) found.add(`clipped: ${what}`);
    if ((wide && overflowX === 'visible') || (high && overflowY === 'visible')) {
      if (element.matches(TARGETS) || saysItself(element))
        found.add(`spills: ${what} ${[scrollWidth, clientWidth, scrollHeight, clientHeight]}`);
    }
    if (!element.matches(TARGETS) || element.closest('.stepper, p, td, th')) return;
    const { width, height } = element.getBoundingClientRect();
    if (height < 24 || width < 20) found.add(`small: ${what} ${width | 0}x${height | 0}`);
  }

  /**
   * What is seen of a line of text, and what cuts it off where no scrolling brings it back: the edge of a box, or that of
   * the window.
   * @param {Element} element that the line is in @param {DOMRect} line
   */
  function seen(element, { left, right, top, bottom }) {
    const part = { left, right, top, bottom, by: /** @type {Element | undefined} */ (undefined) };
    // A text of the person's own may end with its box.
    let down = !element.closest('[translate="no"]');
    let free = false;
    /** @param {Element} by @param {boolean} across @param {boolean} along @param {DOMRect} box */
    function cut(by, across, along, box) {
      const beyond = across && (part.left < box.left - LEADING || part.right > box.right + LEADING);
      const below = along && down && (part.top < box.top - LEADING || part.bottom > box.bottom + LEADING);
      const scrolls = below && /auto|scroll/.test(getComputedStyle(by).overflowY);
      if (beyond || (below && !scrolls)) part.by ??= by;
      if (scrolls) down = false;
      if (across) [part.left, part.right] = [Math.max(part.left, box.left), Math.min(part.right, box.right)];
      if (along) [part.top, part.bottom] = [Math.max(part.top, box.top), Math.min(part.bottom, box.bottom)];
    }
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const { overflowX, overflowY, position, display } = getComputedStyle(at);
      const [across, along] = [overflowX !== 'visible', overflowY !== 'visible'];
      if ((across || along) && display !== 'inline' && !(free && position === 'static')) {
        const { left: x, top: y } = at.getBoundingClientRect();
        cut(at, across, along, new DOMRect(x + at.clientLeft, y + at.clientTop, at.clientWidth, at.clientHeight));
      }
      if (position === 'fixed') break;
      if (position === 'absolute') free = true;
      else if (position !== 'static') free = false;
    }
    cut(document.documentElement, true, true, new DOMRect(0, 0, innerWidth, innerHeight));
    return part;
  }

  function findCut(/** @type {Text} */ text) {
    const element = /** @type {Element} */ (text.parentElement);
    if (!/\S/.test(text.data) || !isShown(element) || element.closest('select, textarea')) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    const what = named(element, text.data);
    for (const line of range.getClientRects()) {
      const part = seen(element, line);
      const clip = part.by && element.closest('.clip');
      if (clip && !clip.closest('[title], [translate="no"]')) found.add(`cut off without a title: ${what}`);
      if (part.by && !part.by.matches(ON_PURPOSE)) found.add(`cut off by ${named(part.by, '').slice(0, -3)}: ${what}`);
      if (part.right - part.left > 1 && part.bottom - part.top > 1)
        lines.push({ ...part, text, what, own: element.closest('[translate="no"]') !== null, over: floating(element) });
    }
  }

  function findOverlaid() {
    for (const one of lines) {
      if (one.own) continue;
      for (const other of lines) {
        if (one.over !== other.over || one.text === other.text) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 2 && down > Math.min(one.bottom - one.top, other.bottom - other.top) / 2)
          found.add(`lies over another: ${one.what} ${other.what}`);
      }
    }
  }

  if (document.documentElement.scrollWidth > innerWidth) found.add('the page is wider than the window');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) findCut(node);
    else if (node instanceof HTMLElement && isShown(node)) findWide(node);
  }
  findOverlaid();
  return [...found].slice(0, 14);
}

/**
 * Texts of the page that are cut off or spill, and targets too small to hit.
 * @param {import('playwright-core').Page} page
 */
export const clippedOn = (page) => page.evaluate(findClipped);

/**
 * What is wrong with the page as it stands: clipped text, small targets, axe-core's violations.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function troubleOf(page) {
  // The policy lets no script in but the page's own; the debugger's is let.
  /** @type {import('axe-core').AxeResults} */
  const { violations } = await page.evaluate(
    `(() => { ${axe}; return window.axe.run({ resultTypes: ['violations'] }); })()`,
  );
  const told = violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, any, failureSummary }) => {
      return `${html.slice(0, 110)} | ${any[0]?.message ?? failureSummary?.slice(0, 140)}`;
    });
    return `axe ${id}: ${places.join('\n      ')}`;
  });
  return [...(await clippedOn(page)), ...told];
}
