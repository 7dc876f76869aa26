import type { HyperparameterName, Hyperparameters } from '../contract/hyperparameters.ts';
import { two, type Bilingual } from '../contract/bilingual.ts';
import { coverageOf, passOver } from './corpus-measures.ts';
import { LONG_TEXT, SHORT_TEXT } from './propose.ts';
import { grouped, percent, rounded, symbolCount, symbolNoun, type CorpusFacts } from './wording.ts';

type Advise = (h: Hyperparameters, corpus: CorpusFacts) => Bilingual | undefined;

/** From here on a learning rate usually diverges. */
export const HIGHEST_RATE = { adam: 0.02, adamw: 0.02, rmsprop: 0.01, sgd: 5 } as const;
const USUAL_RATE = {
  adam: [0.001, 0.005],
  adamw: [0.001, 0.005],
  rmsprop: [0.0005, 0.002],
  sgd: [0.1, 1],
} as const;

const sizeOf = ({ statistics }: CorpusFacts): Bilingual => symbolCount(statistics.symbols, statistics.tokenizer);
const isShort = ({ statistics }: CorpusFacts): boolean => statistics.symbols <= SHORT_TEXT;

const ADVICE: Partial<Record<HyperparameterName, Advise>> = {
  tokenizer: (h, corpus) => {
    const proposed = corpus.statistics.tokenizer;
    if (h.tokenizer === 'whitespace' && /^(zh|ja|th)/.test(corpus.language))
      return two('This language sets no spaces: choose words or characters.', '这种语言没有空格：选择词或字符。');
    if (h.tokenizer === proposed) return undefined;
    return two(`Proposed for your text: ${proposed}.`, `建议用于此文本：${proposed}。`);
  },
  lowercase: (_, { language }) =>
    /^(zh|ja|ko|th|ar|fa|he|hi)$/.test(language)
      ? two('This language has no capitals: nothing changes.', '这种语言没有大小写，不会有变化。')
      : undefined,
  vocabularyLimit: (h, corpus) => {
    const { distinct } = corpus.statistics;
    if (h.vocabularyLimit === 0 || h.vocabularyLimit >= distinct)
      return two(`All ${grouped(distinct)} symbols are kept.`, `全部 ${grouped(distinct)} 个符号都保留。`);
    const share = percent(coverageOf(h.vocabularyLimit, corpus));
    return two(
      `The ${grouped(h.vocabularyLimit)} most frequent symbols cover ${share.en} of your text.`,
      `最常见的 ${grouped(h.vocabularyLimit)} 个符号覆盖全文的 ${share.zh}。`,
    );
  },
  minimumCount: (_, { statistics: { singletons, distinct } }) =>
    two(
      `${grouped(singletons)} of ${grouped(distinct)} symbols occur only once.`,
      `${grouped(distinct)} 个符号中有 ${grouped(singletons)} 个只出现一次。`,
    ),
  input: (h) =>
    h.input === 'ordinal'
      ? two(
          'Bare numbers are the article’s; an embedding learns many times faster.',
          '裸编号是文章的做法；词向量学得快得多。',
        )
      : undefined,
  layers: (h, corpus) => {
    const size = sizeOf(corpus);
    if (isShort(corpus))
      return two(`Your text has ${size.en}: 1 layer is enough.`, `文本只有 ${size.zh}，1 层就够了。`);
    if (corpus.statistics.symbols < LONG_TEXT || h.layers === 2) return undefined;
    return two(`Your text has ${size.en}: 2 layers suit it.`, `文本有 ${size.zh}，2 层合适。`);
  },
  units: (h, corpus) => {
    const size = sizeOf(corpus);
    if (corpus.statistics.symbols < 1000 && h.units > 256)
      return two(
        `Your text has ${size.en}: 256 units learn it by heart in seconds.`,
        `文本只有 ${size.zh}：256 个单元几秒就能背下。`,
      );
    return undefined;
  },
  embeddingSize: (h) =>
    h.input === 'embedding' ? undefined : two('Unused: the input is not an embedding.', '未使用：输入不是词向量。'),
  dropout: (h, corpus) => {
    if (isShort(corpus) && h.dropout > 0)
      return two('So short a text is learnt by heart: dropout only slows that.', '短文就是要熟记：随机失活只会拖慢。');
    if (!isShort(corpus) && h.layers > 1 && h.dropout === 0)
      return two(
        'Without it, several layers begin to memorise after some passes: 20 to 40 % is usual.',
        '没有它，多层网络读几遍后便开始死记：通常取 20% 至 40%。',
      );
    return undefined;
  },
  tieWeights: (h) =>
    h.tieWeights && (h.input !== 'embedding' || h.embeddingSize !== h.units)
      ? two(`Needs an embedding of ${h.units}, as many as units.`, `需要 ${h.units} 维词向量，与单元数相同。`)
      : undefined,
  context: (h, corpus) =>
    isShort(corpus) === (h.context === 'window')
      ? undefined
      : isShort(corpus)
        ? two('So short a text is learnt faster by windows.', '短文按窗口学得更快。')
        : two('A long text needs a memory that is carried on: choose sequence.', '长文需要贯穿的记忆：选择序列。'),
  windowLength: (h, { statistics: { ceilings, tokenizer } }) => {
    if (h.context !== 'window') return undefined;
    const noun = symbolNoun(tokenizer);
    const length = Math.min(h.windowLength, ceilings.length);
    const share = ceilings[length - 1] === undefined ? undefined : percent(ceilings[length - 1]);
    const before = ceilings[length - 2] === undefined ? undefined : percent(ceilings[length - 2]);
    if (!share) return undefined;
    if (h.windowLength > ceilings.length || !before)
      return two(
        length === 1
          ? `The symbol before decides ${share.en} of your text.`
          : `${length} preceding ${noun.en} decide ${share.en} of your text.`,
        `前 ${length} ${noun.zh}能确定全文的 ${share.zh}。`,
      );
    return two(
      `${length} preceding ${noun.en} decide ${share.en} of your text, ${length - 1} decide ${before.en}.`,
      `前 ${length} ${noun.zh}能确定全文的 ${share.zh}，前 ${length - 1} 个只能确定 ${before.zh}。`,
    );
  },
  order: (h) =>
    h.context === 'window' && h.order === 'article'
      ? two('As in the article; shuffled learns faster.', '与文章一致；打乱学得更快。')
      : undefined,
  stride: (h) =>
    h.context === 'window' && h.stride > 1 && h.order === 'shuffled'
      ? two(`Only one window in ${h.stride} is learnt; 1 learns all.`, `每 ${h.stride} 个窗口只学一个；1 则全学。`)
      : undefined,
  sequenceLength: (h, { statistics: { sentenceLength } }) => {
    if (h.context !== 'sequence') return undefined;
    const mean = grouped(sentenceLength);
    return two(`A sentence of your text has about ${mean} symbols.`, `文本中一句话约 ${mean} 个符号。`);
  },
  batchSize: (h, corpus) => {
    const { steps, predictions } = passOver(h, corpus);
    if (h.context === 'window' && h.batchSize > predictions)
      return two(
        `Your text has only ${grouped(predictions)} windows: a step learns from all of them.`,
        `文本只有 ${grouped(predictions)} 个窗口：每一步都会学到全部。`,
      );
    const count = grouped(Math.ceil(steps));
    return two(`One pass over your text is ${count} steps.`, `读完一遍文本需 ${count} 步。`);
  },
  learningRate: (h) => {
    if (h.learningRate > HIGHEST_RATE[h.optimizer])
      return two(
        `Above ${HIGHEST_RATE[h.optimizer]}, this optimizer usually diverges.`,
        `超过 ${HIGHEST_RATE[h.optimizer]} 时，此优化器通常会发散。`,
      );
    const [low, high] = USUAL_RATE[h.optimizer];
    if (h.learningRate >= low / 3 && h.learningRate <= 3 * high) return undefined;
    return two(`${low} to ${high} is usual with this optimizer.`, `此优化器通常取 ${low} 至 ${high}。`);
  },
  momentum: (h) =>
    h.momentum > 0 && (h.optimizer === 'adam' || h.optimizer === 'adamw')
      ? two('Adam has a momentum of its own: this changes nothing.', 'Adam 自带动量，此项不起作用。')
      : undefined,
  clipNorm: (h) =>
    h.context === 'sequence' && h.clipNorm === 0
      ? two('Sequences without clipping may diverge: 1 to 5 is usual.', '序列训练不裁剪可能发散：通常取 1 至 5。')
      : undefined,
  weightDecay: (h) =>
    h.weightDecay > 0 && (h.optimizer === 'adam' || h.optimizer === 'rmsprop')
      ? two('Only AdamW and SGD decay weights: this changes nothing.', '只有 AdamW 和 SGD 有权重衰减，此项不起作用。')
      : undefined,
  warmupSteps: (h) =>
    h.warmupSteps >= h.steps
      ? two('Longer than the training: the whole rate is never reached.', '比训练还长：永远达不到完整的学习率。')
      : undefined,
  steps: (h, corpus) => {
    const passes = h.steps / passOver(h, corpus).steps;
    const shown = passes >= 10 ? grouped(passes) : rounded(Math.round(passes * 10) / 10);
    if (passes >= 1) return two(`They go through your text ${shown} times.`, `约读 ${shown} 遍文本。`);
    const share = percent(passes);
    return two(`They read only ${share.en} of your text once.`, `只读到文本的 ${share.zh}。`);
  },
  validationFraction: (h, corpus) => {
    const { symbols, tokenizer } = corpus.statistics;
    if (isShort(corpus) && h.validationFraction > 0)
      return two('So short a text is better learnt whole: 0.', '短文最好全部用来学习：0。');
    if (h.validationFraction > 0) {
      const held = symbolCount(symbols * h.validationFraction, tokenizer);
      return two(`The last ${held.en} are kept aside.`, `留出末尾 ${held.zh}。`);
    }
    if (isShort(corpus)) return undefined;
    const held = symbolCount(symbols * 0.05, tokenizer);
    return two(
      `Without it nobody sees when memorising begins: 0.05 keeps ${held.en} aside.`,
      `不留验证部分就看不出何时开始死记：0.05 会留出 ${held.zh}。`,
    );
  },
  evaluateEvery: (h) =>
    h.validationFraction === 0
      ? two('Nothing is held out, so nothing is validated.', '没有留出验证部分，不会验证。')
      : undefined,
  reportEvery: (h) =>
    h.reportEvery > h.steps
      ? two('Longer than the training: only its end is reported.', '比训练还长：只在结束时报告。')
      : undefined,
};

/** A line of advice beside a setting, from its value, the other settings and the text; none where there is nothing to say. */
export function adviseOn(name: HyperparameterName, h: Hyperparameters, corpus: CorpusFacts): Bilingual | undefined {
  return ADVICE[name]?.(h, corpus);
}
