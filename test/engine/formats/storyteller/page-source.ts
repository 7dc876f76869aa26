import { readFileSync } from 'node:fs';
import type { PageSource } from '../../../../electron/engine/formats/storyteller/read-storyteller.ts';

/** What stands in a page, found without a browser. */
export function pageSource(html: string): PageSource {
  const [, manifest = ''] = /<script type="application\/json" id="manifest">([^<]*)</.exec(html) ?? [];
  return {
    manifest,
    pieces: (section) =>
      [...html.matchAll(new RegExp(`data-section="${section}">([^<]*)<`, 'g'))].map(([, piece]) => piece),
  };
}

export const pageAt = (path: string): string => readFileSync(path, 'utf8');
