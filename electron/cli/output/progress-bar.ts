import { languageFacts, type Language } from '../../contract/languages.ts';
import { textWidth } from './text-width.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `width` columns filled to `fraction` (0 to 1), in steps of an eighth of a column. */
export function bar(fraction: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, fraction)) * width * 8);
  const full = Math.floor(eighths / 8);
  return ('█'.repeat(full) + EIGHTHS[eighths % 8]).padEnd(width, '·');
}

/** Whole live line: `███▌····  35 %  step 140/400  2.1 s left`. */
export function progressLine(fraction: number, parts: readonly string[], columns: number, language: Language): string {
  const share = `${Math.floor(100 * fraction)}${languageFacts(language).percent}`;
  const tail = [share.padStart(5), ...parts].join('  ');
  const width = Math.max(8, Math.min(30, columns - textWidth(tail) - 3));
  return `${bar(fraction, width)} ${tail}`;
}

/** Lets at most ten calls a second through; the last word is the caller's (`force`). */
export function throttled(draw: () => void): (force?: boolean) => void {
  let last = -Infinity;
  return (force = false) => {
    const now = performance.now();
    if (!force && now - last < 100) return;
    last = now;
    draw();
  };
}
