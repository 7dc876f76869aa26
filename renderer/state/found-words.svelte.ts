import { hyperparameterNames, type HyperparameterName } from '../../electron/contract/hyperparameters.ts';
import type { Command } from './command.ts';
import { corpora } from './corpora.svelte.ts';
import { t } from './language.svelte.ts';
import { route } from './route.svelte.ts';
import { runs } from './runs.svelte.ts';
import { explained, glossaryNames } from './terms.ts';
import { toasts } from './toasts.svelte.ts';

/** Opens the form of a training to come, on the text that is at hand, at one of its settings. */
function openSetting(setting: HyperparameterName): void {
  const shown = route.room === 'library' ? route.id : runs.byId(route.id)?.corpus.id;
  const corpus = corpora.byId(shown) ?? corpora.byId(runs.list[0]?.corpus.id) ?? corpora.list[0];
  route.go('workshop', undefined, corpus ? { corpus: corpus.id, setting } : {});
}

/** Every setting; what it is stands below it. */
export const settingCommands = (): Command[] =>
  hyperparameterNames.map((name) => ({
    key: `setting-${name}`,
    label: t(`hyperparameterLabel.${name}`),
    help: t(`hyperparameterHelp.${name}`),
    movesFocus: true,
    run: () => openSetting(name),
  }));

/** The other words that the rooms use, each with what it means. */
export const termCommands = (): Command[] =>
  glossaryNames.map((term) => {
    const { label, help } = explained(term);
    return { key: `term-${term}`, label, help, run: () => toasts.show(help) };
  });
