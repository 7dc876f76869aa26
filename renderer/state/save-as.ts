import type { GrantedFile, WireInput } from '../../electron/contract/wire.ts';
import { client } from '../lib/client.ts';

/**
 * Saves something where the person says or, in a browser, into its downloads.
 * @param write into the granted place, or into a file to download where there is none; nothing where it was left off
 * @returns the name that it has there; undefined where the person thought better of it
 */
export async function saveAs(
  place: WireInput<'host.chooseTarget'>,
  write: (target?: string) => Promise<GrantedFile | undefined>,
): Promise<string | undefined> {
  const { kind } = await client.request('host.describe', {});
  const { file } = await client.request('host.chooseTarget', place);
  if (kind === 'electron' && !file) return undefined;
  const made = await write(file ?? undefined);
  if (!made) return undefined;
  client.download(made.file, made.name);
  return made.name;
}
