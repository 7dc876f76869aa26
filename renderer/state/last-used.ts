import type { ModelCard } from '../../electron/contract/model.ts';
import { models } from './models.svelte.ts';
import { stories } from './stories.svelte.ts';

/** The model that told last, or that came since. */
export function lastUsedModel(): ModelCard | undefined {
  const used = new Map(models.list.map(({ id, createdAt }) => [id, createdAt]));
  for (const { model, toldAt } of stories.list) {
    const before = used.get(model);
    if (before !== undefined && before < toldAt) used.set(model, toldAt);
  }
  const timeOf = ({ id }: ModelCard) => used.get(id) ?? '';
  return models.list.reduce<ModelCard | undefined>(
    (last, model) => (last && timeOf(last) >= timeOf(model) ? last : model),
    undefined,
  );
}
