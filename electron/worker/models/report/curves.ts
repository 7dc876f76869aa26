import type { Report } from '../../../contract/run.ts';
import { drawChart, sizes, type Chart } from './chart.ts';
import type { Course, CurveName } from './course.ts';
import { markup, type Markup } from './markup.ts';
import type { Told } from './told.ts';

type Speech = Told['speech'];
type Write = (value: number | null | undefined) => string;

/** What a chart shows, in sentences. */
function described(course: Course, names: readonly CurveName[], write: Write, { t }: Speech): string {
  return names
    .flatMap((name, at) => {
      const ends = course.curves[name].ends;
      if (!ends) return [];
      const { first, last, lowest, highest } = ends;
      const way = { first: write(first.y), from: first.x, last: write(last.y), to: last.x };
      const best = name.endsWith('oss') ? lowest : highest;
      const peak = { value: write(best.y), step: best.x };
      return [
        t(at === 0 ? 'report.goes' : 'report.goesKept', way),
        t(best === lowest ? 'report.lowest' : 'report.highest', peak),
      ];
    })
    .join(' ');
}

/** What the lines are, and the marks. */
function legend(chart: Chart, { t, measure }: Speech): Markup {
  const sample = (look: string, text: string, path = 'M0 6H26') =>
    markup`<li><svg viewBox="0 0 26 12" aria-hidden="true"><path class="${look}" d="${path}"/></svg>${text}</li>`;
  const drawn = (look: string) => chart.curves.some((each) => each.look === look && each.curve.length > 0);
  return markup`<ul class="legend">${drawn('training') ? sample('training', t('workshop.training')) : ''}${
    drawn('validation') ? sample('validation', t('workshop.validation')) : ''
  }${chart.chance === undefined ? '' : sample('chance', t('workshop.byChance', { value: measure(chart.chance) }))}${
    chart.stories.length > 0 ? sample('story-mark', t('report.story'), 'M8 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0') : ''
  }${chart.model === undefined ? '' : sample('model-mark', t('report.model'), 'M13 0v12')}</ul>`;
}

const drawn = (chart: Chart, speech: Speech): Markup =>
  markup`<figure><figcaption>${chart.title}</figcaption>${legend(chart, speech)}${sizes.map((size) => drawChart(chart, size))}</figure>`;

/** Some reports as a table. */
function table({ rows }: Course, { t, count, measure, share }: Speech): Markup {
  const kept = rows.some(({ validationLoss }) => validationLoss != null);
  const titles = [
    t('report.step'),
    ...(['loss', 'perplexity', 'accuracy'] as const).map((term) => t(`term.${term}`)),
    ...(kept
      ? (['loss', 'accuracy'] as const).map((term) => t('report.keptAside', { measure: t(`term.${term}`) }))
      : []),
  ];
  const cells = ({ loss, perplexity, accuracy, validationLoss, validationAccuracy }: Report) => [
    ...[measure(loss), measure(perplexity), share(accuracy)],
    ...(kept ? [measure(validationLoss), share(validationAccuracy)] : []),
  ];
  return markup`<details><summary>${t('report.inFigures')}</summary>
<div class="wide-table" tabindex="0" role="group" aria-label="${t('report.inFigures')}"><table class="numbers">
<thead><tr>${titles.map((title) => markup`<th scope="col" class="num">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (report) =>
      markup`<tr><th scope="row" class="num">${count(report.step)}</th>${cells(report).map((cell) => markup`<td class="num">${cell}</td>`)}</tr>`,
  )}</tbody>
</table></div>
<p class="help">${t('common.someRows', { count: rows.length })}</p>
</details>`;
}

/** How loss and accuracy went; nothing where no report is there. */
export function curves(told: Told, course: Course, stories: readonly number[]): Markup {
  const { card, run, speech } = told;
  const { t, count, measure, share, percent } = speech;
  const { loss, validationLoss, accuracy, validationAccuracy } = course.curves;
  if (!loss.ends) return markup``;
  const lastStep = Math.max(run.step, loss.ends.last.x);
  const common = {
    lastStep,
    stories,
    count,
    model: card.step < lastStep ? card.step : undefined,
  };
  const step = t('report.step');
  const charts: Chart[] = [
    {
      ...common,
      id: 'loss',
      title: t('report.lossChart'),
      description: described(course, ['loss', 'validationLoss'], measure, speech),
      curves: [
        { curve: loss, look: 'training' },
        { curve: validationLoss, look: 'validation' },
      ],
      isShare: false,
      chance: Math.log(card.vocabularySize),
      words: { left: t('term.loss'), right: t('term.perplexity'), step },
      figure: count,
    },
    {
      ...common,
      id: 'accuracy',
      title: t('report.accuracyChart'),
      description: described(course, ['accuracy', 'validationAccuracy'], share, speech),
      curves: [
        { curve: accuracy, look: 'training' },
        { curve: validationAccuracy, look: 'validation' },
      ],
      isShare: true,
      words: { left: t('term.accuracy'), step },
      figure: percent,
    },
  ];
  return markup`<section aria-labelledby="curves">
<h2 id="curves">${t('workshop.curves')}</h2>
<p class="help">${t('report.curvesHelp')}</p>
${charts.map((chart) => drawn(chart, speech))}
${table(course, speech)}
</section>`;
}
