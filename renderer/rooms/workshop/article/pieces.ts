/** Where in the window a piece of the article happens, and what leads there. */
export const PLACES = {
  library: 'article.atLibrary',
  texts: 'article.atTexts',
  machine: 'article.atMachine',
  story: 'article.atStory',
  settings: 'article.atSettings',
  network: 'article.atNetwork',
  compare: 'article.atCompare',
  predictions: 'article.atPredictions',
  tale: 'article.atTale',
} as const;
export type PlaceName = keyof typeof PLACES;

/** Places in this room, by the element that names each. */
export const HEADINGS: Partial<Record<PlaceName, string>> = {
  settings: 'settings-name',
  network: 'network-name',
  compare: 'compare-name',
  predictions: 'predictions-name',
  tale: 'tale-name',
};

/** The article's listings, in its order and with its numbers. */
export const LISTINGS = [
  { name: 'text', place: 'library' },
  { name: 'dictionary', place: 'library' },
  { name: 'cell', place: 'network' },
  { name: 'constants', place: 'settings' },
  { name: 'input', place: 'network' },
  { name: 'label', place: 'network' },
  { name: 'step', place: 'settings' },
  { name: 'report', place: 'predictions' },
  { name: 'training', place: 'settings' },
  { name: 'stacked', place: 'compare' },
  { name: 'tale', place: 'tale' },
  { name: 'other', place: 'story' },
] as const satisfies readonly { name: string; place: PlaceName }[];

/** Its notes, in its order and with its numbers. */
export const NOTES = [
  { name: 'numbers', place: 'settings' },
  { name: 'vocabulary', place: 'library' },
  { name: 'source', place: 'machine' },
  { name: 'window', place: 'compare' },
  { name: 'chance', place: 'settings' },
  { name: 'board', place: 'network' },
  { name: 'another', place: 'texts' },
] as const satisfies readonly { name: string; place: PlaceName }[];

export type Piece = (typeof LISTINGS)[number] | (typeof NOTES)[number];
export type PieceName = Piece['name'];
