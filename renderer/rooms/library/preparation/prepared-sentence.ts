import type { Corpus } from '../../../../electron/contract/corpus.ts';
import type { PreparedStep } from '../../../../electron/contract/preparation.ts';
import { percent, t } from '../../../state/language.svelte.ts';

const LEAST_SHARE = 0.005;

const labels = (steps: readonly PreparedStep[]) =>
  steps.map(({ step }) => t(`preparationLabel.${step}`)).join(t('library.comma'));

/** Which steps were done to a text or to one of its files, or were found and left; empty where there is nothing to say. */
export function stepsSentence(preparation: readonly PreparedStep[]): string {
  const done = preparation.filter((step) => step.done);
  if (done.length > 0) return t('library.preparedIs', { what: labels(done) });
  return preparation.length > 0 ? t('library.foundOnly', { what: labels(preparation) }) : '';
}

/** The same of a whole text, with how much is left out. */
export function preparedSentence({ preparation = [], document, source, characters }: Corpus): string {
  const done = preparation.filter((step) => step.done);
  const share = document.kind === 'text' ? 1 - characters / source.characters : 0;
  if (done.length === 0 || share < LEAST_SHARE) return stepsSentence(preparation);
  return t('library.preparedShare', { what: labels(done), share: percent(share) });
}
