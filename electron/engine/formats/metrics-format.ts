import { CURVE_TITLES, curveLine } from '../../contract/curves-csv.ts';
import type { ModelFormat } from './format.ts';
import type { LeavingRun } from './leaving-model.ts';
import { writeLines } from './write-lines.ts';

/** The curves of the run as far as its model learnt: one of an earlier checkpoint leaves with what came before it. */
async function* lines({ reports }: LeavingRun, step: number): AsyncGenerator<string> {
  yield CURVE_TITLES;
  for await (const report of reports()) if (report.step <= step) yield curveLine(report);
}

/** What was measured while a model learnt, as a table. */
export const metrics: ModelFormat = {
  write: ({ run, card, control: { signal } }, place) => writeLines(place, lines(run!, card.step ?? 0), signal),
};
