import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { usualPrecision } from '../../../contract/export-formats.ts';
import type { ModelFormat } from '../format.ts';
import { writeStoryteller } from './write-storyteller.ts';

/** Where the built page lies: beside the built programs, and of programs that run from their sources in the checkout. */
const PLACES = ['../storyteller', '../../../../dist/storyteller'].map((place) => join(import.meta.dirname, place));

function template(): string {
  const place = PLACES.find((folder) => existsSync(join(folder, 'index.html')));
  if (place === undefined) throw new Error('The storyteller is not built: npm run build');
  return join(place, 'index.html');
}

/** The storyteller as one page that needs no network. */
export const html: ModelFormat = {
  write: (model, place, _ending, precision = usualPrecision('html')) =>
    writeStoryteller(model, place, { template: template(), precision }),
};
