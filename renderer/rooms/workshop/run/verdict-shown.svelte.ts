import { isCutAs } from '../../../../electron/contract/corpus.ts';
import type { Run } from '../../../../electron/contract/run.ts';
import type { Verdict } from '../../../../electron/advice/verdict.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { runs } from '../../../state/runs.svelte.ts';
import { verdictOfRun } from './verdict-of.ts';

/** A run without the model that was deleted from the Shelf since. */
export function withItsModel(run: Run): Run {
  return models.byId(run.model) ? run : { ...run, model: undefined };
}

function symbolsOf(run: Run): number | undefined {
  const statistics = corpora.of(run)?.statistics;
  const same = statistics && isCutAs(statistics, { ...run.hyperparameters, cut: run.cut });
  return same ? statistics.symbols : undefined;
}

/** How a run goes, or how it ended, by what the page knows of it; what to do next once its past was read. Reactive. */
export function verdictShown(run: Run): Verdict {
  const curves = runs.curves(run.id);
  const [loss, accuracy, validationLoss] = (['loss', 'accuracy', 'validationLoss'] as const).map((name) =>
    curves.columns(name),
  );
  const gone = run.model !== undefined && withItsModel(run).model === undefined;
  const verdict = verdictOfRun(run, { loss, accuracy, validationLoss }, { symbols: symbolsOf(run), gone });
  return curves.loaded ? verdict : { ...verdict, act: undefined };
}
