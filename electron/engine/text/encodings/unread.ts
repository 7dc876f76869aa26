import { AesopError } from '../../../contract/errors.ts';
import { isEbcdic, isLatin, isWideEbcdic } from './ebcdic.ts';
import { CNS } from './seven-bits.ts';

/** Bytes from the beginning on that tell. */
const LOOKED_AT = 1 << 13;
/** What a table is called that is known by its bytes and not read. */
function unreadTable(bytes: Uint8Array): string | undefined {
  if (CNS.test(Buffer.from(bytes).toString('latin1'))) return 'ISO-2022-CN-EXT';
  return isWideEbcdic(bytes) || (isEbcdic(bytes) && !isLatin(bytes)) ? 'EBCDIC' : undefined;
}

/** @throws AesopError text-table-unread where a text begins in a table that is not read. */
export function refuseUnread(bytes: Uint8Array, name: string): void {
  const table = unreadTable(bytes.subarray(0, LOOKED_AT));
  if (table !== undefined) throw new AesopError('text-table-unread', { name, table });
}
