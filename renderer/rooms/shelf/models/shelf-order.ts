import type { ModelCard } from '../../../../electron/contract/model.ts';
import { quality } from '../../../../electron/advice/model-quality.ts';
import { sorted } from './model-facts.ts';

/** Models that stand in one order. */
export interface Section {
  /** the text that they learnt, where they are grouped by it; empty where nobody knows it */
  readonly text?: string;
  /** how many learnt that text, also in its other section */
  readonly ofText: number;
  /** nobody counted their bits per character: they follow those of which somebody did, by perplexity */
  readonly uncounted: boolean;
  readonly models: readonly ModelCard[];
}

const BY_BITS = /^-?bits$/;

function inOrder(models: readonly ModelCard[], sort: string, text?: string): Section[] {
  const section = (part: readonly ModelCard[], uncounted: boolean): Section[] =>
    part.length > 0 ? [{ text, ofText: models.length, uncounted, models: part }] : [];
  if (!BY_BITS.test(sort)) return section(sorted(models, sort), false);
  const isCounted = (model: ModelCard) => quality(model).bitsPerCharacter !== null;
  return [
    ...section(sorted(models.filter(isCounted), sort), false),
    ...section(
      sorted(
        models.filter((model) => !isCounted(model)),
        sort.replace('bits', 'perplexity'),
      ),
      true,
    ),
  ];
}

/**
 * Models in the order of a column, by their texts or all together. Bits per character hold across texts and cuts; perplexity
 * does not, so that no order holds both.
 */
export function sectionsOf(models: readonly ModelCard[], sort: string, byText: boolean): Section[] {
  if (!byText) return inOrder(models, sort);
  const texts = new Map<string, ModelCard[]>();
  const textOf = ({ corpus }: ModelCard) => corpus?.sha256 ?? '';
  for (const model of models) texts.set(textOf(model), [...(texts.get(textOf(model)) ?? []), model]);
  return [...texts.values()]
    .map((group) => ({ name: group[0].corpus?.name ?? '', group }))
    .sort((one, other) => one.name.localeCompare(other.name))
    .flatMap(({ name, group }) => inOrder(group, sort, name));
}
