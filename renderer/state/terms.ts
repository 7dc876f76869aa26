import { hyperparameterNames, type HyperparameterName } from '../../electron/contract/hyperparameters.ts';
import { term as glossary } from '../../electron/messages/en/page/glossary.ts';
import { t } from './language.svelte.ts';

type GlossaryName = keyof typeof glossary;
/** A word that explains itself: one of the glossary, or the name of a setting. */
export type TermName = GlossaryName | HyperparameterName;

/** Words of the glossary, in its order. */
export const glossaryNames = Object.keys(glossary) as GlossaryName[];

const isSetting = (name: TermName): name is HyperparameterName => hyperparameterNames.some((each) => each === name);

/** A term and what it means. */
export function explained(name: TermName): { label: string; help: string } {
  if (isSetting(name)) return { label: t(`hyperparameterLabel.${name}`), help: t(`hyperparameterHelp.${name}`) };
  return { label: t(`term.${name}`), help: t(`termHelp.${name}`) };
}
