function readPatterns() {
  return {
    /** characters that a terminal draws in two columns (Unicode East Asian Width W and F), and emoji */
    wide: new RegExp(
      '[\\u1100-\\u115f\\u2329\\u232a\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3' +
        '\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{16fe0}-\\u{18dff}\\u{1aff0}-\\u{1b2ff}' +
        '\\u{1f200}-\\u{1f2ff}\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}|\\ufe0f',
      'u',
    ),
    invisible: /^[\p{Mark}\p{Control}\p{Format}]+$/u,
    graphemes: new Intl.Segmenter('en', { granularity: 'grapheme' }),
  };
}

let read: ReturnType<typeof readPatterns> | undefined;
/** Made when a text is the first to need them: that takes 20 ms, which most commands do without. */
const patterns = () => (read ??= readPatterns());

/** Columns that `text` takes on a terminal; `text` holds no escape sequences. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  const { wide, invisible, graphemes } = patterns();
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (!invisible.test(segment)) width += wide.test(segment) ? 2 : 1;
  }
  return width;
}

/** `text` filled up with spaces to `width` columns; a longer one is left as it is. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'left' ? spaces + text : text + spaces;
}

/** The beginning of `text` that fits into `width` columns, ending in … where something was left out. */
export function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of patterns().graphemes.segment(text)) {
    used += textWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
