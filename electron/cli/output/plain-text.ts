/** What a terminal obeys: escapes and other controls but line end and tab, direction overrides, Unicode's own line ends. */
const CONTROL = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text of a corpus, a model, a person or the system without what a terminal would obey; line ends and tabs stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '');
}

/** A symbol or a stretch of text on one line: line ends and tabs as visible signs. */
export function onOneLine(text: string): string {
  return withoutControls(text.replace(/\r?\n/g, '⏎').replace(/\t/g, '⇥'));
}

/** A symbol for a table: `␣` for a leading or trailing space, which would not be seen. */
export function visibleSymbol(symbol: string): string {
  return onOneLine(symbol.replace(/^ +|(?<! ) +$/g, (spaces) => '␣'.repeat(spaces.length)));
}

/** A value as JSON on one line that a terminal may show: the controls that JSON leaves as they are, escaped. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(CONTROL, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
