import type { Book, BookletContent, PieceTold } from '../../../../electron/contract/booklet.ts';
import { cutText, LONGEST } from '../../../../electron/contract/limits.ts';
import { isGreedy } from '../../../../electron/contract/story.ts';
import { writeNumber } from '../../../lib/number-field.ts';
import { titleOfBooklet } from '../../../state/booklets.svelte.ts';
import { count, language, t } from '../../../state/language.svelte.ts';

const TAG = /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/i;

/** A language that is known, else that of the interface. */
const tagOf = (known: string): string => (TAG.test(known) && known !== 'und' ? known : language.tag);

/** How a piece was told, in a line. */
export function noteOf({ modelName, step, sampling }: PieceTold): string {
  const chance: [string, string][] = !sampling
    ? []
    : isGreedy(sampling)
      ? [[t('story.manner'), t('story.mannerArticle')]]
      : [
          [t('term.temperature'), writeNumber(sampling.temperature)],
          [t('story.seed'), String(sampling.seed)],
        ];
  const facts: [string, string][] = [
    [t('story.toldBy'), modelName || t('story.modelGoneShort')],
    ...(step === undefined ? [] : [[t('booklet.steps'), count(step)] as [string, string]]),
    ...chance,
  ];
  return facts.map(([name, value]) => t('story.fact', { name, value })).join(' · ');
}

/** The language that most of its characters are in. */
function languageOf({ pieces }: BookletContent): string {
  const sizes = new Map<string, number>();
  for (const { told, text } of pieces) sizes.set(told.language, (sizes.get(told.language) ?? 0) + text.length);
  return tagOf([...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und');
}

/** A booklet as it is to be printed or saved today. */
export function bookOf(content: BookletContent): Book {
  const { author, line, notes, ownPages, pieces } = content;
  return {
    title: titleOfBooklet(content),
    author: author.trim(),
    line: line.trim(),
    language: languageOf(content),
    contents: t('booklet.contents'),
    date: new Date().toISOString(),
    ownPages,
    pieces: pieces.map(({ heading, text, told }) => ({
      ...{ heading: heading.trim(), text, language: tagOf(told.language) },
      note: notes ? cutText(noteOf(told), LONGEST.sentence) : '',
    })),
  };
}
