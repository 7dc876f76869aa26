import { inlineStage } from './inline.ts';
import type { Step } from './step.ts';

const HINT = /["'“”„‟‘’‚‛–―]|--/;
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
  open(opening) {
    const { options, language } = opening;
    const wished = CURLY[language] ?? ENGLISH;
    let straights = 0;
    let curlies = 0;
    let double = 0;
    let long = 0;
    return inlineStage(
      opening,
      (text) => HINT.test(text),
      (text) => {
        const even = options.quotes === 'curly' ? curly(dashes(text), wished) : straight(dashes(text));
        if (/["']/.test(text)) straights++;
        if (/[“”„‘’]/.test(text)) curlies++;
        if (text.includes('--')) double++;
        if (text.includes('—')) long++;
        let places = 0;
        for (const sign of text.match(options.quotes === 'curly' ? /["']|--|―/g : /[“”„‟‘’‚‛]|--|―/g) ?? [])
          places += sign ? 1 : 0;
        return { text: even, places: text === even ? 0 : Math.max(1, places) };
      },
      // of one kind already: nothing to be found
      () => ((straights > 0 && curlies > 0) || (double > 0 && long > 0) ? { sure: false } : undefined),
    );
  },
};
