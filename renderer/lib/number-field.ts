/** Commas between groups of three, as `20,000`. No number is written `0,001` for one. */
const GROUPED = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/;

/** Which mark stands before the decimals: of both, the latter; a lone comma, where it groups nothing. */
function isDecimalComma(text: string): boolean {
  const commas = text.split(',').length - 1;
  if (commas !== 1) return false;
  return text.includes('.') ? text.lastIndexOf('.') < text.indexOf(',') : !GROUPED.test(text);
}

/** A number typed by a person, in any language's marks: `1,000`, `0,001`, `１０００`, `0．5`, `1e-3`; NaN where it is none. */
export function readNumber(text: string): number {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s_\u00a0\u202f]/g, '')
    .replace(/\u2212/g, '-');
  if (plain === '') return NaN;
  return Number(isDecimalComma(plain) ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', ''));
}

/** As ARIA's attributes take it, which know no `1e-7`. */
export const plainNumber = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(12).replace(/\.?(?<!0)0+$/, '') : '';

/** The next value by an arrow key: by `step`, or by a tenth of the size where the range spans orders of magnitude. */
export function nudge(value: number, direction: 1 | -1, step: number | undefined, minimum: number, maximum: number) {
  const from = Number.isFinite(value) ? value : minimum;
  const by = step ?? 10 ** Math.floor(Math.log10(Math.max(Math.abs(from), 1e-12)) + (direction < 0 ? -1e-9 : 0));
  const next = step === undefined ? from + direction * by : (Math.round(from / by) + direction) * by;
  return Number(Math.min(maximum, Math.max(minimum, next)).toPrecision(12));
}
