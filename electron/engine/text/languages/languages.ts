import { CYRILLIC } from './cyrillic.ts';
import { EASTERN } from './eastern.ts';
import type { Evidence } from './evidence.ts';
import { OTHER_SCRIPTS } from './other-scripts.ts';
import { WESTERN } from './western.ts';

/** The languages that are known by their words and letters; Chinese, Japanese and Korean are known by their script. */
export const LANGUAGES: readonly Evidence[] = [...WESTERN, ...EASTERN, ...CYRILLIC, ...OTHER_SCRIPTS];
