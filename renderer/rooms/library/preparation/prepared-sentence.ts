import type { Corpus } from '../../../../electron/contract/corpus.ts';
import type { PreparedStep } from '../../../../electron/contract/preparation.ts';
import { percent, t } from '../../../state/language.svelte.ts';

const LEAST_SHARE = 0.005;

const labels = (steps: readonly PreparedStep[]) =>
  steps.map(({ step }) => t(`preparationLabel.${step}`)).join(t('library.comma'));

/** What was done to a text, or found and left as it is; empty where there is nothing to say. */
export function preparedSentence({ preparation = [], document, source, characters }: Corpus): string {
  const done = preparation.filter((step) => step.done);
  const left = preparation.filter((step) => !step.done);
  if (done.length === 0) return left.length > 0 ? t('library.foundOnly', { what: labels(left) }) : '';
  const share = document.kind === 'text' ? 1 - characters / source.characters : 0;
  if (share < LEAST_SHARE) return t('library.preparedIs', { what: labels(done) });
  return t('library.preparedShare', { what: labels(done), share: percent(share) });
}
