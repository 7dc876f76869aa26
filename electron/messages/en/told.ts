/** How a story was told, fact by fact. */
export const told = {
  fact: '{name}: {value}',
  by: 'Told by',
  modelGone: 'a deleted model',
  steps: 'Steps',
  manner: 'Manner',
  article: 'Article',
  temperature: 'Temperature',
  seed: 'Seed',
} as const;

/** What Aesop itself says in a booklet. */
export const book = {
  untitled: 'Untitled booklet',
  contents: 'Contents',
} as const;
