const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no place for (Char), halves of pairs among it. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text inside of an element or an attribute. */
export const escaped = (text: string): string =>
  text.replace(NO_CHARACTER, '').replace(/[&<>"]/g, (sign) => SIGNS[sign]);

export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
