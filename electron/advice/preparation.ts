import type { Corpus } from '../contract/corpus.ts';
import { message, percent, type Amount, type Message } from '../contract/message.ts';
import { EXAMINED_WHOLE, type Finding, type PreparedStep } from '../contract/preparation.ts';

/** What is less than that is not nothing. */
const LEAST_SHARE = 0.01;
const shareOf = (part: number): Amount | Message =>
  part > 0 && part < LEAST_SHARE
    ? message('preparationNote.littleShare', { least: percent(LEAST_SHARE) })
    : percent(part);

/** What was found in a text, as a sentence with its figures. */
export function findingSentence({ step, places, share: part, facts = {} }: Finding | PreparedStep): Message {
  const share = shareOf(part);
  if (places === 0) return message('preparationNote.uncounted');
  const number = (name: string) => Number(facts[name] ?? 0);
  switch (step) {
    case 'mojibake':
      if (facts.real === undefined)
        return message('preparationFinding.mojibake', { places, table: String(facts.table ?? ''), share });
      return message('preparationFinding.misread', {
        places,
        real: String(facts.real),
        table: String(facts.table ?? ''),
        share,
      });
    case 'signs':
      return message('preparationFinding.signs', { places, signs: String(facts.signs ?? '') });
    case 'frame':
      if (!facts.publisher) return message('preparationFinding.frameUnnamed', { share });
      return message('preparationFinding.frame', { publisher: String(facts.publisher ?? ''), share });
    case 'stamps':
      return message('preparationFinding.stamps', { messages: number('messages'), names: number('names'), share });
    case 'mail':
      return message('preparationFinding.mail', { mails: number('mails'), share });
    case 'clippings':
      return message('preparationFinding.clippings', { clippings: number('clippings'), share });
    case 'wikiextractor':
      return message('preparationFinding.wikiextractor', { articles: number('articles'), share });
    case 'cues':
      return message('preparationFinding.cues', { cues: number('cues'), share });
    case 'wrapped':
      return message('preparationFinding.wrapped', { places, ends: number('ends'), width: number('width') });
    case 'authornotes':
    case 'usfm':
    case 'twee':
    case 'chordpro':
    case 'asciidoc':
    case 'rst':
    case 'dokuwiki':
    case 'wiki':
    case 'bbcode':
    case 'latex':
    case 'org':
    case 'fountain':
    case 'jira':
    case 'textile':
    case 'troff':
    case 'sounds':
    case 'pagemarks':
    case 'illustrations':
    case 'footnotes':
    case 'ruby':
    case 'emphasis':
    case 'pages':
    case 'contents':
    case 'divided':
    case 'links':
    case 'repeats':
      return message(`preparationFinding.${step}`, { places, share });
    default:
      return message(`preparationFinding.${step}`, { places });
  }
}

/** What is to be known of the figures of a long text that was looked at in parts; nothing where all is counted or done. */
export function findingsNote({
  source,
  preparation = [],
}: Pick<Corpus, 'source' | 'preparation'>): Message | undefined {
  const isAbout = source.characters > EXAMINED_WHOLE && preparation.some(({ done }) => !done);
  return isAbout ? message('preparationNote.about') : undefined;
}
