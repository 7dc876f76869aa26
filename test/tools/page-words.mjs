/** Runs in the page before its scripts: keeps what is drawn as text on a canvas. */
function keepDrawn() {
  const drawn = /** @type {Set<string>} */ (new Set());
  const { fillText } = CanvasRenderingContext2D.prototype;
  /** @param {string} text @param {number} x @param {number} y @param {number} [width] */
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, width) {
    drawn.add(text);
    fillText.call(this, text, x, y, width);
  };
  Object.assign(globalThis, { drawn });
}

/**
 * Lets `wordsOfNoLanguage` see the charts of every page that is opened from now on.
 * @param {import('playwright-core').BrowserContext} context
 */
export const watchCharts = (context) => context.addInitScript(keepDrawn);

/** Runs in the page: its texts, those of a paragraph as one, the names that a screen reader reads, and what charts say. */
function readWords() {
  const DATA = '[translate="no"], code, script, style';
  const ATTRIBUTES = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
  /** @param {Element | null} element */
  const isData = (element) => {
    const nearest = element?.closest(`${DATA}, [translate="yes"]`);
    return nearest != null && nearest.getAttribute('translate') !== 'yes';
  };
  /** @param {Element | null} element */
  const paragraphOf = (element) => {
    while (element && /^(inline|contents)$/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  };
  const paragraphs = /** @type {Map<Element | null, string>} */ (new Map());
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isData(node.parentElement)) {
      if (/⟦/.test(node.textContent ?? '')) paragraphs.set(node.parentElement, `marked as data: ${node.textContent}`);
      continue;
    }
    const paragraph = paragraphOf(node.parentElement);
    paragraphs.set(paragraph, (paragraphs.get(paragraph) ?? '') + node.textContent);
  }
  const named = [...document.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join())]
    .filter((element) => !isData(element))
    .flatMap((element) => ATTRIBUTES.map((name) => element.getAttribute(name) ?? ''));
  const { drawn } = /** @type {{ drawn?: Set<string> }} */ (globalThis);
  const charts = [...(drawn ?? [])];
  drawn?.clear();
  // The window is called after what is open in it.
  const open = document.querySelector('.crumbs [translate="no"]')?.textContent ?? '';
  return [document.title.replace(open, ''), ...paragraphs.values(), ...named, ...charts];
}

/** @param {string} text @returns {string} without what stands in brackets, also in one another */
function outside(text) {
  const without = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  return without === text ? text : outside(without);
}

/**
 * What a page in the pseudo-language says in plain letters though it came from no message.
 * @param {import('playwright-core').Page} page
 * @param {{ alone: RegExp, values: RegExp }} data with the flag `g`: what may stand by itself in every language, and what
 *   else may be filled into messages
 * @returns {Promise<string[]>} the texts it stands in, each once
 */
export async function wordsOfNoLanguage(page, { alone, values }) {
  const left = (await page.evaluate(readWords)).filter((text) => {
    const unknown = [outside(text).replace(alone, ' '), text.replace(alone, ' ').replace(values, ' ')];
    return unknown.some((rest) => /[A-Za-z]{2}/.test(rest));
  });
  return [...new Set(left.map((text) => text.trim()))];
}
