import { placeHref } from '../lib/place.ts';

/** What stands in the address of Story instead of a story's id. */
export const BESIDE = 'beside';

/** The address at which these models tell side by side; of one alone a partner is looked for. */
export const besideHref = (models: readonly string[]): string =>
  placeHref('story', BESIDE, { models: models.join(',') });
