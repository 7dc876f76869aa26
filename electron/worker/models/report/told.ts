import type { Corpus } from '../../../contract/corpus.ts';
import type { Pinned } from '../../../contract/lesson.ts';
import type { LearntCard } from '../../../contract/model.ts';
import type { Run, Sample } from '../../../contract/run.ts';
import { contextText, storyText, symbolText } from '../../../contract/shown-symbols.ts';
import type { Course } from './course.ts';
import { markup, type Markup } from './markup.ts';
import type { Speech } from './speech.ts';
import { evenly } from './spread.ts';

/** What a report is of, and what it is said in. */
export interface Told {
  readonly card: LearntCard;
  readonly run: Run;
  /** where the text is still there as it was learnt */
  readonly corpus?: Corpus;
  readonly speech: Speech;
}

/** Characters of a story. */
const LONGEST_STORY = 2000;
const MOST_STORIES = 8;

/** A sample of a story: lines that are empty are left out, and what is very long is cut. */
function sampleText(story: string): string {
  const dense = story.replace(/\n\s*\n/g, '\n');
  return dense.length > LONGEST_STORY ? `${dense.slice(0, LONGEST_STORY)}…` : dense;
}

/** The stories that are shown, by rising step. */
export const shownStories = ({ stories }: Course): Sample[] => evenly(stories, MOST_STORIES);

const languageOf = ({ card }: Told): string => (card.corpus.language === 'und' ? '' : card.corpus.language);

/** Words of the text, in its own language and direction. */
const own = (told: Told, text: string): Markup =>
  markup`<bdi class="serif" lang="${languageOf(told)}" translate="no">${text}</bdi>`;

function predictionTable(told: Told, { step, predictions }: Sample): Markup {
  const { t, count, percent } = told.speech;
  const { tokenizer } = told.card.hyperparameters;
  return markup`<p class="help">${t('report.predictionsHelp', { step: count(step) })}</p>
<div class="wide-table" tabindex="0" role="group" aria-label="${t('workshop.predictions')}"><table>
<thead><tr><th scope="col">${t('workshop.contextHead')}</th><th scope="col">${t('workshop.predicted')}</th><th scope="col">${t('workshop.expected')}</th><th scope="col">${t('workshop.right')}</th></tr></thead>
<tbody>${predictions.map(({ context, predicted, expected, probability }) => {
    const right = predicted === expected;
    return markup`<tr><td>${own(told, contextText(context, tokenizer))}</td><td>${own(told, symbolText(predicted))}</td><td>${own(told, symbolText(expected))}</td><td><span class="${right ? 'right' : 'wrong'}">${t(right ? 'workshop.isRight' : 'workshop.isWrong')}</span> <span class="quiet">${percent(probability)}</span></td></tr>`;
  })}</tbody>
</table></div>`;
}

function pinnedTable(told: Told, [first, last]: readonly Sample[]): Markup {
  const { t, count, share } = told.speech;
  const before = new Map(first.pinned?.map((pinned) => [pinned.text, pinned]));
  const chance = (pinned: Pinned | undefined) => share(pinned?.right?.chance);
  return markup`<h3>${t('lesson.pins')}</h3>
<p class="help">${t('report.pinsHelp')}</p>
<div class="wide-table" tabindex="0" role="group" aria-label="${t('lesson.pins')}"><table>
<thead><tr><th scope="col">${t('lesson.context')}</th><th scope="col">${t('lesson.right')}</th>${[first, last].map(
    ({ step }) => markup`<th scope="col" class="num">${t('report.atStep', { step: count(step) })}</th>`,
  )}<th scope="col">${t('lesson.likeliest')}</th></tr></thead>
<tbody>${(last.pinned ?? []).map(
    (pinned) =>
      markup`<tr><td>${own(told, contextText([pinned.text], told.card.hyperparameters.tokenizer))}</td><td>${
        pinned.right ? own(told, symbolText(pinned.right.symbol)) : t('lesson.nothingRight')
      }</td><td class="num">${chance(before.get(pinned.text))}</td><td class="num">${chance(pinned)}</td><td>${pinned.top.map(
        ({ symbol, chance: of }) => markup`${own(told, symbolText(symbol))} <span class="quiet">${share(of)}</span> `,
      )}</td></tr>`,
  )}</tbody>
</table></div>`;
}

/** What the model says next at some places, and of the contexts that a class followed; nothing where nothing was said. */
export function predictions(told: Told, { predicted, pinned }: Course): Markup {
  if (!predicted && pinned.length === 0) return markup``;
  return markup`<section aria-labelledby="predictions">
<h2 id="predictions">${told.speech.t('workshop.predictions')}</h2>
${predicted ? predictionTable(told, predicted) : ''}
${pinned.length > 0 ? pinnedTable(told, pinned) : ''}
</section>`;
}

/** What the model told while it learnt. */
export function stories(told: Told, shown: readonly Sample[], { told: all }: Course): Markup {
  const { t, count } = told.speech;
  if (shown.length === 0) return markup``;
  return markup`<section aria-labelledby="stories">
<h2 id="stories">${t('workshop.stories')}</h2>
<p class="help">${t('report.storiesHelp')}${
    shown.length < all ? markup` ${t('report.someStories', { shown: shown.length, count: all })}` : ''
  }</p>
<ol class="stories">${shown.map((sample) => {
    const { prompt, story } = storyText(sample, told.card.hyperparameters.tokenizer);
    return markup`<li><h3>${t('report.atStep', { step: count(sample.step) })}</h3><p class="story" dir="auto" lang="${languageOf(told)}" translate="no"><b>${prompt}</b>${sampleText(story)}</p></li>`;
  })}</ol>
</section>`;
}
