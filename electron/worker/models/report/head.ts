import { symbolCount } from '../../../advice/wording.ts';
import { verdictOn } from '../../../advice/verdict.ts';
import type { Base } from '../../../contract/base.ts';
import { engineMessage } from '../../../contract/engine-label.ts';
import type { Course } from './course.ts';
import { markup, type Markup } from './markup.ts';
import type { Speech } from './speech.ts';
import type { Told } from './told.ts';

/** What the verdict says of a run, as the Workshop does. */
function verdict({ run, corpus, speech }: Told, { telling }: Course): string {
  const { status, step, model, vocabularySize, base, best, final, last, hyperparameters } = run;
  const symbols = corpus?.statistics.symbols;
  const facts = { status, step, model, vocabularySize, base: base?.name, best, final, last, symbols };
  return speech.say(verdictOn(telling, hyperparameters, facts).sentence);
}

/** The model that it learnt on from, and what that had learnt from as far as it is known. */
function baseText({ name, texts, more }: Base, { t }: Speech): string {
  if (texts.length === 0) return t('report.baseUnknown', { name });
  const named = texts.map((text) => t('report.textName', { name: text.name })).join(t('reading.comma'));
  return t(more ? 'report.baseMore' : 'report.baseText', { name, texts: named });
}

/** Name, verdict, and where the model comes from. */
export function head(told: Told, course: Course): Markup {
  const { card, run, speech } = told;
  const { t, say, date, duration } = speech;
  const { layers, units, tokenizer } = card.hyperparameters;
  const size = say(symbolCount(card.corpus.symbols, tokenizer));
  const { parameters, vocabularySize: symbols } = card;
  const facts: [string, string][] = [
    [t('report.learnt'), t('report.learntText', { name: card.corpus.name, size })],
    ...(card.base ? [[t('report.base'), baseText(card.base, speech)] satisfies [string, string]] : []),
    [t('report.when'), date(run.startedAt ?? card.createdAt)],
    [t('report.took'), t('report.tookText', { time: duration(card.seconds), steps: card.step })],
    [t('checks.engine'), say(engineMessage(card.engine))],
    [t('report.network'), t('report.networkText', { shape: `${layers}×${units}`, parameters, symbols })],
  ];
  return markup`<header>
<p class="label">${t('report.kind')}</p>
<h1 dir="auto" translate="no">${card.name}</h1>
<p class="verdict">${verdict(told, course)}</p>
${card.step < run.step ? markup`<p class="quiet">${t('report.ofStep', { step: card.step, last: run.step })}</p>` : ''}
<dl class="facts">${facts.map(([term, text]) => markup`<div><dt>${term}</dt><dd dir="auto">${text}</dd></div>`)}</dl>
</header>`;
}

/** A measure on the text that was learnt, and on what was kept aside. */
type Row = readonly ['loss' | 'perplexity' | 'bitsPerCharacter' | 'accuracy', string, string];

function rows({ card, run, speech }: Told, course: Course): Row[] {
  const { metrics: m, step } = card;
  const { measure, share } = speech;
  // the card tells of the measurement that was best
  const kept = course.curves.validationAccuracy.valueAt(Math.min(step, run.best?.step ?? step));
  const all: Row[] = [
    ['loss', measure(m.loss), measure(m.validationLoss)],
    ['perplexity', measure(m.perplexity), measure(m.validationPerplexity)],
    ['bitsPerCharacter', measure(m.bitsPerCharacter), measure(m.validationBitsPerCharacter)],
    ['accuracy', share(m.accuracy), m.validationLoss == null ? measure(null) : share(kept)],
  ];
  return all.filter(([, ...figures]) => figures.some((figure) => figure !== measure(null)));
}

/** The figures of the card, each with what it means. */
export function figures(told: Told, course: Course): Markup {
  const { card, speech } = told;
  const { t } = speech;
  const { validationLoss, sampled } = card.metrics;
  const kept = validationLoss != null;
  const help =
    sampled === undefined
      ? t('report.figuresHelp')
      : t('report.sampledHelp', { places: t('counts.sampled', { count: sampled }) });
  const cells = (values: readonly string[]) =>
    values.slice(0, kept ? 2 : 1).map((value) => markup`<td class="num">${value}</td>`);
  return markup`<section aria-labelledby="figures">
<h2 id="figures">${t('report.figures')}</h2>
<p class="help">${help}</p>
<table class="measures">
<thead><tr><th scope="col">${t('workshop.measure')}</th><th scope="col" class="num">${t('report.learntFigures')}</th>${
    kept ? markup`<th scope="col" class="num">${t('report.keptFigures')}</th>` : ''
  }</tr></thead>
<tbody>${rows(told, course).map(
    ([term, ...values]) =>
      markup`<tr><th scope="row">${t(`term.${term}`)}<span class="help">${t(`termHelp.${term}`)}</span></th>${cells(values)}</tr>`,
  )}</tbody>
</table>
${kept ? markup`<p class="help"><b>${t('term.validation')}</b> ${t('termHelp.validation')}</p>` : ''}
</section>`;
}
