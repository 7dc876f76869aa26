/** One of the ways in which programs number the characters of a text that they learn. */
export interface Numbering {
  readonly symbols: readonly string[];
  /** some of the text as it was learnt */
  learnt(piece: string): string;
}

/** What a program may do to a text before it counts what is in it. */
interface Reading {
  readonly distinct: readonly string[];
  readonly learnt: (piece: string) => string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const unixLines = (text: string) => text.replaceAll('\r\n', '\n');

/** As it is, or with line ends as Python reads them. */
function lineEnds(text: string): Reading[] {
  const distinct = [...new Set(text)];
  const asItIs = { distinct, learnt: (piece: string) => piece };
  if (!distinct.includes('\r') || /\r(?!\n)/.test(text)) return [asItIs];
  return [asItIs, { distinct: distinct.filter((symbol) => symbol !== '\r'), learnt: unixLines }];
}

/** As it is, or with no capitals. */
const cases = ({ distinct, learnt }: Reading): Reading[] => [
  { distinct, learnt },
  {
    distinct: [...new Set(distinct.flatMap((symbol) => [...symbol.toLowerCase()]))],
    learnt: (piece) => learnt(piece).toLowerCase(),
  },
];

/** As it is, or with the mark before it that Python takes for a character. */
const marks = ({ distinct, learnt }: Reading): Reading[] => [
  { distinct, learnt },
  { distinct: [BYTE_ORDER_MARK, ...distinct], learnt },
];

const inOrder = (symbols: readonly string[]) => [...symbols].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);

/**
 * The ways to number the characters of a text that come to so many symbols: by their code points, as the examples of Keras
 * and PyTorch do, or as they first appear, as those of TensorFlow.js.
 * @param filler what has the number 0 before them, where something has
 */
export function numberingsOf(text: string, symbols: number, filler?: string): Numbering[] {
  const first = filler === undefined ? [] : [filler];
  const readings = lineEnds(text)
    .flatMap(cases)
    .flatMap(marks)
    .filter(({ distinct }) => distinct.length + first.length === symbols);
  const seen = new Set<string>();
  return readings
    .flatMap(({ distinct, learnt }) =>
      [inOrder(distinct), distinct].map((each) => ({ symbols: [...first, ...each], learnt })),
    )
    .filter(({ symbols: each }) => seen.size < seen.add(each.join('')).size);
}
