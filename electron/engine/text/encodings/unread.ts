import { AesopError } from '../../../contract/errors.ts';

/** Chinese of Taiwan in ISO-2022, whose tables are not read. */
// eslint-disable-next-line no-control-regex -- ESC names the table
export const CNS = /\x1b\$\)G|\x1b\$\*[HI]/;
/** Bytes from the beginning on that tell. */
const LOOKED_AT = 1 << 13;

/** @throws AesopError text-table-unread where a text begins in a table that is not read. */
export function refuseUnread(bytes: Uint8Array, name: string): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT));
  if (CNS.test(head.toString('latin1'))) throw new AesopError('text-table-unread', { name, table: 'ISO-2022-CN-EXT' });
}
