import type { Host } from '../host.ts';

/** A passage or a story with a star, as it is listed. */
export interface KeptThing {
  readonly id: string;
  readonly what: 'passage' | 'story';
  readonly model: string;
  readonly keptAt: string;
  readonly begins: string;
}

/**
 * Passages and kept stories, in the order in which they were kept.
 * @param model whose alone, by its id
 */
export async function keptThings(host: Host, model: string | undefined): Promise<KeptThing[]> {
  const { passages, stories } = await (await host.studio()).request('studio.state', {});
  const things = [
    ...passages.map(({ id, model, keptAt, text }) => ({ id, what: 'passage' as const, model, keptAt, begins: text })),
    ...stories.flatMap(({ id, model, keptAt, excerpt }) =>
      keptAt === undefined ? [] : [{ id, what: 'story' as const, model, keptAt, begins: excerpt }],
    ),
  ];
  return things
    .filter((thing) => model === undefined || thing.model === model)
    .sort((one, other) => one.keptAt.localeCompare(other.keptAt));
}
