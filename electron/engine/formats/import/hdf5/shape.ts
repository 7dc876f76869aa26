import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import { Fields } from './structure.ts';

/** A weight has two. */
const MOST_DIMENSIONS = 8;

/** What a dataspace says: [] of a single value. @throws Fault where it holds more than any file */
export function readShape(space: Buffer): number[] {
  const fields = new Fields(space);
  const version = fields.number(1);
  const rank = fields.number(1);
  if (rank > MOST_DIMENSIONS) throw damaged(message('phrases.header-unfit'));
  fields.skip(version === 1 ? 6 : 2);
  const shape = Array.from({ length: rank }, () => fields.number(8));
  const all = shape.reduce((product, length) => product * length, 1);
  if (!Number.isSafeInteger(all * 8)) throw damaged(message('phrases.header-unfit'));
  return shape;
}
