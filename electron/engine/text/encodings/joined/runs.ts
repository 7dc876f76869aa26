import type { Encoding } from '../encodings.ts';
import { JoinedDecoder, type Run } from './joined-decoder.ts';
import { joinedTables } from './label.ts';
import { findTable } from './other-table.ts';

/** The stretches of a text, each in one table: of most texts one. */
export function runsOf(bytes: Uint8Array, encoding: Encoding): (Run & { bytes: Uint8Array })[] {
  const tables = joinedTables(encoding);
  if (!tables) return [{ from: 0, encoding, bytes }];
  const decoder = new JoinedDecoder(...tables, findTable);
  decoder.decode(bytes, true);
  return decoder.runs.map((run, at) => ({ ...run, bytes: bytes.subarray(run.from, decoder.runs[at + 1]?.from) }));
}
