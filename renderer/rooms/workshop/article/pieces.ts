/** Where in the window a piece of the article happens, and what leads there. */
export const PLACES = {
  library: 'article.atLibrary',
  story: 'article.atStory',
  settings: 'article.atSettings',
  network: 'article.atNetwork',
  compare: 'article.atCompare',
  reports: 'article.atReports',
  predictions: 'article.atPredictions',
  tale: 'article.atTale',
} as const;
export type PlaceName = keyof typeof PLACES;

/** Places in this room, by the element that names each. */
export const HEADINGS: Partial<Record<PlaceName, string>> = {
  settings: 'settings-name',
  network: 'network-name',
  compare: 'compare-name',
  reports: 'lesson-name',
  predictions: 'predictions-name',
  tale: 'tale-name',
};

/** The article's listings, in its order. */
export const LISTINGS = [
  { name: 'text', place: 'library' },
  { name: 'dictionary', place: 'library' },
  { name: 'input', place: 'network' },
  { name: 'label', place: 'network' },
  { name: 'cell', place: 'network' },
  { name: 'output', place: 'network' },
  { name: 'stacked', place: 'compare' },
  { name: 'training', place: 'settings' },
  { name: 'loop', place: 'settings' },
  { name: 'report', place: 'reports' },
  { name: 'predicted', place: 'predictions' },
  { name: 'tale', place: 'tale' },
] as const satisfies readonly { name: string; place: PlaceName }[];

/** What it remarks beside them. */
export const NOTES = [
  { name: 'numbers', place: 'settings' },
  { name: 'vocabulary', place: 'library' },
  { name: 'unique', place: 'compare' },
  { name: 'size', place: 'library' },
  { name: 'more', place: 'compare' },
  { name: 'optimizers', place: 'settings' },
  { name: 'told', place: 'story' },
] as const satisfies readonly { name: string; place: PlaceName }[];

export type Piece = (typeof LISTINGS)[number] | (typeof NOTES)[number];
export type PieceName = Piece['name'];
