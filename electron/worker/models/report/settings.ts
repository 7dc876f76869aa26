import { proposeHyperparameters, type Proposal } from '../../../advice/propose.ts';
import { adviseOn } from '../../../advice/setting-advice.ts';
import { groupLabels, optimizerNames, shares } from '../../../advice/setting-words.ts';
import { applies } from '../../../contract/hyperparameter-use.ts';
import {
  hyperparameter,
  hyperparameterNames,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../contract/hyperparameters.ts';
import type { Hyperparameter } from '../../../contract/hyperparameter-table.ts';
import type { Said } from '../../../contract/message.ts';
import { markup, type Markup } from './markup.ts';
import type { Speech } from './speech.ts';
import type { Told } from './told.ts';

/** A value in words, with its unit. */
function valueText(name: HyperparameterName, value: Hyperparameters[HyperparameterName], speech: Speech): string {
  const { t, say, count, percent } = speech;
  if (typeof value === 'boolean') return t(value ? 'common.on' : 'common.off');
  if (typeof value === 'string')
    return optimizerNames[value as keyof typeof optimizerNames] ?? say({ message: `choices.${value}`, values: {} });
  if (name === 'vocabularyLimit' && value === 0) return t('workshop.all');
  if (shares.includes(name)) return percent(value);
  const { unit } = hyperparameter(name) as Hyperparameter;
  return unit === undefined ? count(value) : `${count(value)} ${t(`units.${unit}`)}`;
}

/** Why a setting is what it is: the proposal's reason where it follows from that, else what is advised, else what it is. */
function why(name: HyperparameterName, { run, corpus, speech }: Told, proposal: Proposal | undefined): string {
  const h = run.hyperparameters;
  const isProposed = proposal?.hyperparameters[name] === h[name];
  const reason: Said | undefined = isProposed ? proposal?.reasons.find((each) => each.name === name)?.text : undefined;
  const said = reason ?? (corpus && adviseOn(name, h, corpus));
  return said === undefined ? speech.t(`hyperparameterHelp.${name}`) : speech.say(said);
}

function row(name: HyperparameterName, told: Told, proposal: Proposal | undefined): Markup {
  const { run, speech } = told;
  const value = run.hyperparameters[name];
  const usual = (hyperparameter(name) as Hyperparameter).default as typeof value;
  const shown = valueText(name, value, speech);
  return markup`<tr><th scope="row">${speech.t(`hyperparameterLabel.${name}`)}</th><td>${
    value === usual
      ? shown
      : markup`<b>${shown}</b><span class="usual">${speech.t('report.usual', { value: valueText(name, usual, speech) })}</span>`
  }</td><td class="why">${why(name, told, proposal)}</td></tr>`;
}

/** Every setting that acts, with why it is what it is. */
export function settings(told: Told): Markup {
  const { run, corpus, speech } = told;
  const { t } = speech;
  const proposal = corpus && proposeHyperparameters(corpus);
  const used = hyperparameterNames.filter((name) => applies(name, run.hyperparameters));
  const groups = (Object.keys(groupLabels) as (keyof typeof groupLabels)[]).map((group) => ({
    group,
    names: used.filter((name) => hyperparameter(name).group === group),
  }));
  return markup`<section aria-labelledby="settings">
<h2 id="settings">${t('workshop.settings')}</h2>
<p class="help">${t('report.settingsHelp')}</p>
<table class="settings">
<thead><tr><th scope="col">${t('report.setting')}</th><th scope="col">${t('report.value')}</th><th scope="col">${t('report.why')}</th></tr></thead>
${groups.map(
  ({ group, names }) =>
    markup`<tbody><tr class="group"><th colspan="3" scope="rowgroup">${t(groupLabels[group])}</th></tr>${names.map((name) => row(name, told, proposal))}</tbody>
`,
)}</table>
</section>`;
}
