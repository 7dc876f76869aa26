import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { CopiedSpan, StorySymbol } from '../../../../electron/contract/story.ts';
import { count, language, t } from '../../../state/language.svelte.ts';
import { textPlaceHref } from '../../../lib/text-place.ts';
import type { Found } from '../copied-check.svelte.ts';
import type { MarginNote } from './draw-block.ts';
import { formatChance } from '../text/chance.ts';
import { shortName } from '../../../state/text-names.ts';
import { symbolsOf } from '../units.ts';

/** A symbol in words, also where it is blank. */
export function nameOfSymbol(symbol: string): string {
  if (symbol.includes('\n')) return t('story.lineBreak');
  return symbol.trim() || t('story.space');
}

/** What the screen reader says of a word. */
export function wordLabel({ text, probability }: StorySymbol, copied: boolean): string {
  const values = { word: nameOfSymbol(text), chance: formatChance(language.current, probability) };
  return copied ? t('story.wordLabelCopied', values) : t('story.wordLabel', values);
}

/** How long a copied span is and where it stands in the text, which has a name where it is one of several. */
export function spanText(
  { length, position }: Pick<CopiedSpan, 'length' | 'position'>,
  model: ModelCard | undefined,
  name: string | undefined,
): string {
  const place = { symbols: symbolsOf(length, model), position: count(position + 1) };
  return name === undefined ? t('story.place', place) : t('story.placeIn', { ...place, name: shortName(name) });
}

/** The same, with the way there. */
export const placeNote = (
  span: CopiedSpan,
  { textOf }: Pick<Found, 'textOf'>,
  model: ModelCard | undefined,
): MarginNote => ({
  text: spanText(span, model, textOf(span)),
  href: textPlaceHref(span.corpus, span),
});

/** What stands in the margin at a symbol, in the language of now, and where that leads. */
export function noteAt(
  found: Pick<Found, 'notes' | 'textOf'>,
  model: ModelCard | undefined,
): (index: number) => MarginNote | undefined {
  void language.current;
  return (index) => {
    const span = found.notes.get(index);
    return span && placeNote(span, found, model);
  };
}
