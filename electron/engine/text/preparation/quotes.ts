import { inlineStage } from './inline.ts';
import type { Line } from './line.ts';
import { countOf, MARKS } from './marks.ts';
import type { Step } from './step.ts';

/** How a language opens and closes; others do as English does. */
const CURLY: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  cs: ['„', '“'],
  sk: ['„', '“'],
  pl: ['„', '”'],
  hu: ['„', '”'],
  ro: ['„', '”'],
  sv: ['”', '”'],
  fi: ['”', '”'],
};
const ENGLISH = ['“', '”'] as const;

const dashes = (text: string) => text.replace(/(?<!-)--(?!-)|―|(?<=\s)–(?=\s)/g, '—');
const straight = (text: string) => text.replace(/[“”„‟]/g, '"').replace(/[‘’‚‛]/g, "'");

function curly(text: string, [open, close]: readonly [string, string]): string {
  return text
    .replace(/(^|[\s([{—–-])"(?=\S)/g, `$1${open}`)
    .replace(/"/g, close)
    .replace(/(^|[\s([{—–“„-])'(?=\p{L})(?!(?:tis|twas|em|til|cause|round)\b)/giu, '$1‘')
    .replace(/'/g, '’');
}

/** Makes quotation marks one kind, and dashes. */
export const quotes: Step = {
  name: 'quotes',
  marks: MARKS.straightQuote | MARKS.curlyQuote | MARKS.dash | MARKS.hyphens,
  open(opening) {
    const { options, language } = opening;
    const wished = CURLY[language] ?? ENGLISH;
    let straights = 0;
    let curlies = 0;
    let double = 0;
    let long = 0;
    /** counts which kinds there are */
    const look = ({ text, marks }: Line): boolean => {
      if ((marks & MARKS.straightQuote) !== 0) straights++;
      if ((marks & MARKS.curlyQuote) !== 0) curlies++;
      if ((marks & MARKS.hyphens) !== 0) double++;
      if ((marks & MARKS.dash) !== 0 && text.includes('—')) long++;
      return true;
    };
    const toCurly = options.quotes === 'curly';
    return inlineStage(
      opening,
      look,
      (text) => {
        const even = toCurly ? curly(dashes(text), wished) : straight(dashes(text));
        if (text === even) return { text, places: 0 };
        const signs = text.match(toCurly ? /["']|--|―/g : /[“”„‟‘’‚‛]|--|―/g) ?? [];
        return { text: even, places: Math.max(1, signs.length) };
      },
      // of one kind already: nothing to be found
      () => ((straights > 0 && curlies > 0) || (double > 0 && long > 0) ? { sure: false } : undefined),
      ({ text, marks }) => {
        if (toCurly || (marks & (MARKS.dash | MARKS.hyphens)) !== 0) return undefined;
        return (marks & MARKS.curlyQuote) === 0 ? 0 : countOf(text, MARKS.curlyQuote);
      },
    );
  },
};
