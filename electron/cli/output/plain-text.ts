const CONTROL = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text of a corpus or a model without what a terminal would obey: escapes, other controls, direction overrides. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '');
}

/** A symbol or a stretch of text on one line: line ends and tabs as visible signs. */
export function onOneLine(text: string): string {
  return withoutControls(text.replace(/\n/g, '⏎').replace(/\t/g, '⇥'));
}

/** A symbol for a table: `␣` for a leading or trailing space, which would not be seen. */
export function visibleSymbol(symbol: string): string {
  return onOneLine(symbol.replace(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length)));
}
