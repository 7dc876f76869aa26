import { contest } from '../contest.ts';
import { tableOf, type Encoding } from '../encodings.ts';
import { sampleOf } from '../signs.ts';

/**
 * Whether bytes read better as UTF-8 than in another table. That many of them happen to be UTF-8 says too little: so are
 * the frames that texts in Johab draw, pair by pair, and names between dashes in Big5.
 */
export function isRatherUtf8(bytes: Uint8Array, other: Encoding): boolean {
  const { sample, cut } = sampleOf(bytes);
  return contest(sample, cut, [tableOf('utf-8'), tableOf(other)]).encoding === 'utf-8';
}
