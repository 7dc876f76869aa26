/** What a page says without the brackets of the pseudo-language: texts and the names that a screen reader reads. */
function readWords() {
  /** @type {string[]} */
  const said = [];
  /** @param {Element | null} element */
  const isData = (element) => element?.closest('[translate="no"], code, .log') != null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isData(node.parentElement)) said.push(node.textContent ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [aria-valuetext]')) {
    if (isData(element)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'])
      said.push(element.getAttribute(name) ?? '');
  }
  return [document.title, ...said];
}

/** @param {string} text @returns {string} without what stands in brackets, also in one another */
function outside(text) {
  const without = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  return without === text ? text : outside(without);
}

/**
 * Words of two letters and more on a page in the pseudo-language that come from no message.
 * @param {import('playwright-core').Page} page
 * @param {RegExp} data words of texts, names of things and people, units
 * @returns {Promise<string[]>} the stretches they stand in, each once
 */
export async function wordsOfNoLanguage(page, data) {
  const said = await page.evaluate(readWords);
  const left = said
    .map((text) => outside(text).trim())
    .filter((text) => {
      /** @type {string[]} */
      const words = text.match(/[A-Za-z]{2,}/g) ?? [];
      return words.some((word) => !data.test(word));
    });
  return [...new Set(left)];
}
