import type { Encoding } from '../encodings.ts';
import { JoinedDecoder, type Run } from './joined-decoder.ts';
import { isWithWide, joinedTables } from './label.ts';
import { findTable } from './other-table.ts';
import { WideStretches } from './wide-stretches.ts';

/** The stretches of a text, each in one table: of most texts one. */
export function runsOf(bytes: Uint8Array, encoding: Encoding): (Run & { bytes: Uint8Array })[] {
  const tables = joinedTables(encoding);
  if (!tables) return [{ from: 0, encoding, bytes }];
  const runs = isWithWide(encoding) ? widthsOf(bytes) : tablesOf(bytes, tables);
  return runs.map((run, at) => ({ ...run, bytes: bytes.subarray(run.from, runs[at + 1]?.from) }));
}

function tablesOf(bytes: Uint8Array, tables: [first: Encoding, second: Encoding]): readonly Run[] {
  const decoder = new JoinedDecoder(...tables, findTable);
  decoder.decode(bytes, true);
  return decoder.runs;
}

function widthsOf(bytes: Uint8Array): readonly Run[] {
  const stretches = new WideStretches();
  stretches.push(bytes);
  stretches.end();
  return [{ from: 0, encoding: 'utf-8' }, ...stretches.runs];
}
