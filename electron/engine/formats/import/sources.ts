import type { JsonBounds } from '../../../contract/limits.ts';
import { message } from '../../../contract/message.ts';
import { damaged, Fault, incomplete } from './faults.ts';
import type { ForeignFile, ForeignSource } from './foreign-model.ts';

/** Descriptions of a network: some hundred kilobytes with what it was compiled with. */
export const DESCRIPTION_BOUNDS: JsonBounds = { bytes: 8 * 2 ** 20, depth: 64, values: 200_000 };
/** Files of a folder that are looked at. */
const MOST_FILES = 200;

/**
 * Names of the files that something can be said of; what cannot be read is none of them.
 * @param may names that are looked at
 */
export async function filesWhere(
  source: ForeignSource,
  is: (file: ForeignFile) => Promise<boolean>,
  may: (name: string) => boolean = () => true,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of source.files.filter(may).slice(0, MOST_FILES))
    if (await holds(async () => is(await source.open(name)))) found.push(name);
  return found;
}

/** Whether something holds of a file that may be anything. */
async function holds(is: () => Promise<boolean>): Promise<boolean> {
  try {
    return await is();
  } catch (thrown) {
    if (thrown instanceof Fault || thrown instanceof RangeError) return false;
    throw thrown;
  }
}

/** The only one of some names. @throws Fault where there are several, or none */
export function onlyOne(names: readonly string[]): string {
  const [name, ...others] = names;
  if (others.length > 0)
    throw incomplete(message('networks.several-networks', { files: names.slice(0, 10).join(', ') }));
  if (name === undefined) throw damaged(message('phrases.content-unfit'));
  return name;
}
