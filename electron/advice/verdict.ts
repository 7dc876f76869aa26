import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { two, type Bilingual } from '../contract/bilingual.ts';
import type { Report, Run } from '../contract/run.ts';
import { grouped, percent, rounded } from './wording.ts';

export type VerdictKind = 'starting' | 'learning' | 'memorising' | 'stuck' | 'diverging' | 'done';

/** How a run goes, in a sentence, and what to do next. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly sentence: Bilingual;
  readonly next: Bilingual;
}

/** What the verdict needs to know beside the curve. */
export interface RunFacts extends Pick<Run, 'status' | 'vocabularySize' | 'best' | 'final'> {
  /** running symbols of the text, through the run's tokenizer */
  readonly symbols?: number;
}

/** Validation this much above its best, this many validations after it, is memorising. */
const WORSE = 1.01;
const PATIENCE = 2;
/** Progress of the loss over the newer half of the last stretch that counts as none. */
const NO_PROGRESS = 0.004;
/** A loss this much above its best is rising, not noisy. */
const RISEN = 1.5;

const verdict = (kind: VerdictKind, sentence: Bilingual, next: Bilingual): Verdict => ({ kind, sentence, next });

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function starting(h: Hyperparameters, { vocabularySize }: RunFacts): Verdict {
  const validating =
    h.validationFraction > 0
      ? two(
          `The first validation comes after step ${grouped(Math.min(h.evaluateEvery, h.steps))}.`,
          `第 ${grouped(Math.min(h.evaluateEvery, h.steps))} 步后有首次验证。`,
        )
      : two(
          `The first story comes after step ${grouped(Math.min(h.checkpointEvery, h.steps))}.`,
          `第 ${grouped(Math.min(h.checkpointEvery, h.steps))} 步后有第一段故事。`,
        );
  if (!vocabularySize) return verdict('starting', two('Getting ready.', '正在准备。'), validating);
  const guess = Math.log(vocabularySize).toFixed(2);
  const sentence = two(
    `Ready. Guessing among ${grouped(vocabularySize)} symbols costs ${guess}; learning brings that down.`,
    `已就绪。在 ${grouped(vocabularySize)} 个符号中随机猜测，损失为 ${guess}；训练会让它下降。`,
  );
  return verdict('starting', sentence, validating);
}

function done(reports: readonly Report[], facts: RunFacts): Verdict {
  const last = reports.at(-1);
  const accuracy = percent(facts.final?.accuracy ?? last?.accuracy ?? 0);
  if (facts.best) {
    const perplexity = rounded(Math.exp(facts.best.validationLoss));
    return verdict(
      'done',
      two(
        `Done. On text it never saw, its perplexity is ${perplexity} at best, after step ${grouped(facts.best.step)}.`,
        `已完成。对从未见过的文本，最佳困惑度为 ${perplexity}，出现在第 ${grouped(facts.best.step)} 步。`,
      ),
      two('Let it tell a story, or train a larger network.', '让它续写一段，或训练更大的网络。'),
    );
  }
  const stopped = facts.status === 'stopped' ? two('Stopped and kept.', '已停止并保留。') : two('Done.', '已完成。');
  return verdict(
    'done',
    two(`${stopped.en} ${accuracy.en} of its predictions are right.`, `${stopped.zh}预测正确率为 ${accuracy.zh}。`),
    two('Let it tell a story.', '让它续写一段。'),
  );
}

function diverging(h: Hyperparameters, rise?: { lowest: number; recent: number }): Verdict {
  const rate = rounded(h.learningRate / 3);
  const sentence = rise
    ? two(
        `Diverging. The loss rose from ${rounded(rise.lowest)} to ${rounded(rise.recent)}.`,
        `正在发散。损失从 ${rounded(rise.lowest)} 升到 ${rounded(rise.recent)}。`,
      )
    : two('Diverging. The loss is no number any more.', '正在发散。损失已不是数字。');
  const clip = h.clipNorm === 0 || h.clipNorm > 1;
  return verdict(
    'diverging',
    sentence,
    two(
      `Stop, lower the learning rate to ${rate}${clip ? ' and clip gradients at 1' : ''}, and train anew.`,
      `停止，将学习率降到 ${rate}${clip ? '、梯度裁剪设为 1' : ''}，再重新训练。`,
    ),
  );
}

function memorising(h: Hyperparameters, bestStep: number): Verdict {
  const dropout = Math.min(0.6, Math.max(0.2, Math.round((h.dropout + 0.2) * 10) / 10));
  const share = percent(dropout);
  const raise = dropout > h.dropout;
  return verdict(
    'memorising',
    two(
      `Memorising. Validation has risen since step ${grouped(bestStep)}, while the training loss still falls.`,
      `开始死记。第 ${grouped(bestStep)} 步以来验证损失上升，而训练损失仍在下降。`,
    ),
    raise
      ? two(
          `Stop now and keep the best checkpoint, or raise dropout to ${share.en}.`,
          `现在停止并保留最佳检查点，或将随机失活提高到 ${share.zh}。`,
        )
      : two('Stop now and keep the best checkpoint, or use fewer units.', '现在停止并保留最佳检查点，或减少单元数。'),
  );
}

function stuck(loss: number, since: number, h: Hyperparameters, guess: number | undefined): Verdict {
  const nothing = guess !== undefined && loss > 0.93 * guess;
  const sentence = two(
    `Stuck. The loss has stayed near ${rounded(loss)} for ${grouped(since)} steps.`,
    `停滞不前。损失在 ${rounded(loss)} 附近已停留 ${grouped(since)} 步。`,
  );
  const rate = nothing ? h.learningRate * 3 : h.learningRate / 3;
  const word = nothing ? two('raise', '提高') : two('lower', '降低');
  return verdict(
    'stuck',
    sentence,
    two(
      `Stop and ${word.en} the learning rate to ${rounded(rate)}${nothing ? '' : ', or add units'}.`,
      `停止，将学习率${word.zh}到 ${rounded(rate)}${nothing ? '' : '，或增加单元数'}。`,
    ),
  );
}

function learning(reports: readonly Report[], h: Hyperparameters, facts: RunFacts): Verdict {
  const last = reports.at(-1)!;
  const validated = reports.filter(({ validationLoss }) => validationLoss != null);
  if (validated.length > 1) {
    const [before, now] = validated.slice(-2);
    const fell = before.validationLoss! - now.validationLoss!;
    const steps = now.step - before.step;
    if (fell > 0)
      return verdict(
        'learning',
        two('Learning well. Validation still falls; let it run.', '学得不错。验证损失仍在下降，让它继续。'),
        two(
          `It fell by ${rounded(fell)} over the last ${grouped(steps)} steps. The best checkpoint is kept whatever comes.`,
          `最近 ${grouped(steps)} 步下降了 ${rounded(fell)}。无论后面如何，最佳检查点都会保留。`,
        ),
      );
    return verdict(
      'learning',
      two('Learning, but validation no longer falls.', '仍在学习，但验证损失不再下降。'),
      two('Wait for one or two more; the best checkpoint is kept.', '再等一两次验证；最佳检查点会保留。'),
    );
  }
  const accuracy = percent(last.accuracy);
  if (h.validationFraction === 0 && h.context === 'window' && last.accuracy > 0.5) {
    const all = facts.symbols === undefined ? 0 : facts.symbols - h.windowLength;
    const right = Math.round(last.accuracy * all);
    const sentence =
      all > 0 && all < 10_000
        ? two(
            `Learning by heart, as a short text must. ${grouped(right)} of ${grouped(all)} predictions are right.`,
            `正在熟记，短文本理应如此。${grouped(all)} 次预测中 ${grouped(right)} 次正确。`,
          )
        : two(
            `Learning by heart. ${accuracy.en} of its predictions are right.`,
            `正在熟记。预测正确率为 ${accuracy.zh}。`,
          );
    return verdict(
      'learning',
      sentence,
      two(
        'Nothing is held out, so there is no validation. You can stop whenever you like.',
        '没有留出验证部分。可随时停止。',
      ),
    );
  }
  return verdict(
    'learning',
    two(
      `Learning. The loss fell from ${rounded(reports[0].loss!)} to ${rounded(last.loss!)}.`,
      `正在学习。损失从 ${rounded(reports[0].loss!)} 降到 ${rounded(last.loss!)}。`,
    ),
    h.validationFraction > 0
      ? two(
          `${accuracy.en} of its predictions are right. The first validation comes after step ${grouped(h.evaluateEvery)}.`,
          `预测正确率为 ${accuracy.zh}。第 ${grouped(h.evaluateEvery)} 步后有首次验证。`,
        )
      : two(`${accuracy.en} of its predictions are right. Let it run.`, `预测正确率为 ${accuracy.zh}。让它继续。`),
  );
}

/**
 * The verdict on a run, from its reports so far. Pure: the page, the terminal and a test read the same.
 * @param reports in order of steps
 */
export function verdictOn(reports: readonly Report[], h: Hyperparameters, facts: RunFacts): Verdict {
  if (facts.status === 'done' || facts.status === 'stopped') return done(reports, facts);
  const last = reports.at(-1);
  if (!last) return starting(h, facts);
  const losses = reports.map(({ loss }) => loss);
  const known = losses.filter((loss) => loss !== null);
  if (last.loss === null) return diverging(h);
  // means of three reports each, so that a noisy curve neither rises nor has a lucky lowest point
  const smooth = known.slice(2).map((_, k) => mean(known.slice(k, k + 3)));
  const lowest = Math.min(...smooth);
  const recent = smooth.at(-1) ?? last.loss;
  const guess = facts.vocabularySize ? Math.log(facts.vocabularySize) : undefined;
  if (recent > RISEN * lowest && recent > 0.9 * (guess ?? known[0])) return diverging(h, { lowest, recent });
  const validated = reports.filter(({ validationLoss }) => validationLoss != null);
  if (validated.length > PATIENCE) {
    const best = validated.reduce((a, b) => (b.validationLoss! < a.validationLoss! ? b : a));
    const since = validated.length - 1 - validated.indexOf(best);
    if (since >= PATIENCE && validated.at(-1)!.validationLoss! > WORSE * best.validationLoss!)
      return memorising(h, best.step);
  }
  const half = Math.floor(Math.min(reports.length, 40) / 2);
  if (half >= 8 && last.step > h.warmupSteps && last.accuracy < 0.9) {
    const newer = known.slice(-half);
    const older = known.slice(-2 * half, -half);
    if (older.length === half && mean(newer) > mean(older) * (1 - NO_PROGRESS)) {
      const since = last.step - reports[reports.length - 2 * half].step;
      return stuck(mean(newer), since, h, guess);
    }
  }
  return learning(reports, h, facts);
}
