import { two, type Bilingual } from './bilingual.ts';

interface Common {
  readonly group: 'text' | 'network' | 'context' | 'optimizer' | 'schedule';
  /** Short name, as a label. */
  readonly label: Bilingual;
  /** One sentence in words a writer understands. */
  readonly help: Bilingual;
  /** What the number counts; empty where it has no unit. */
  readonly unit?: Bilingual;
}
export type Hyperparameter = Common &
  (
    | {
        readonly kind: 'integer' | 'number';
        readonly default: number;
        readonly minimum: number;
        readonly maximum: number;
      }
    | { readonly kind: 'boolean'; readonly default: boolean }
    | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] }
  );

const SYMBOLS = two('symbols', '符号');
const STEPS = two('steps', '步');

/**
 * Every knob of a run, once. The form, the flags, validation, the run folder, the model's card and the docs read this
 * table. 0 stands for "none" where the help says so.
 */
export const HYPERPARAMETERS = {
  tokenizer: {
    kind: 'choice',
    default: 'words',
    choices: ['whitespace', 'words', 'characters'],
    group: 'text',
    label: two('Tokenizer', '切分方式'),
    help: two(
      'How the text is cut into symbols: at spaces as in the article, into words and punctuation without loss, or into characters.',
      '文本如何切分为符号：像文章那样按空格，无损地分为词和标点，或逐字符。',
    ),
  },
  lowercase: {
    kind: 'boolean',
    default: false,
    group: 'text',
    label: two('Lower case', '转为小写'),
    help: two(
      'Reads capitals as small letters, so that “The” and “the” are one symbol.',
      '把大写读作小写，使 “The” 和 “the” 成为同一符号。',
    ),
  },
  vocabularyLimit: {
    kind: 'integer',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    group: 'text',
    unit: SYMBOLS,
    label: two('Vocabulary limit', '词表上限'),
    help: two(
      'Keeps only this many of the most frequent symbols; 0 keeps all.',
      '只保留出现最多的这些符号；0 表示全部保留。',
    ),
  },
  minimumCount: {
    kind: 'integer',
    default: 1,
    minimum: 1,
    maximum: 10_000,
    group: 'text',
    label: two('Minimum count', '最低次数'),
    help: two('A symbol must occur this often to enter the vocabulary.', '符号至少出现这么多次才进入词表。'),
  },
  input: {
    kind: 'choice',
    default: 'embedding',
    choices: ['embedding', 'one-hot', 'ordinal'],
    group: 'network',
    label: two('Input', '输入'),
    help: two(
      'How a symbol enters the network: as a learnt vector, as a single 1 among zeros, or as its bare number as in the article.',
      '符号如何进入网络：学得的向量、零中唯一的 1，或像文章那样只用编号。',
    ),
  },
  embeddingSize: {
    kind: 'integer',
    default: 128,
    minimum: 1,
    maximum: 4096,
    group: 'network',
    label: two('Embedding size', '词向量维数'),
    help: two(
      'How many numbers describe a symbol; more tell finer shades apart.',
      '用多少个数描述一个符号；越多越能区分细微差别。',
    ),
  },
  layers: {
    kind: 'integer',
    default: 1,
    minimum: 1,
    maximum: 4,
    group: 'network',
    label: two('Layers', '层数'),
    help: two('LSTM layers, one over the other; two suit a book.', '上下叠放的 LSTM 层数；一本书用两层合适。'),
  },
  units: {
    kind: 'integer',
    default: 256,
    minimum: 1,
    maximum: 4096,
    group: 'network',
    label: two('Units', '单元数'),
    help: two(
      'Memory cells in each layer; more remember more and learn more slowly.',
      '每层的记忆单元；越多记得越多，学得越慢。',
    ),
  },
  dropout: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 0.9,
    group: 'network',
    label: two('Dropout', '随机失活（Dropout）'),
    help: two(
      'The share of signals silenced at random while learning, which keeps the network from memorising; 0 silences none.',
      '学习时随机关闭的信号比例，防止死记；0 表示不关闭。',
    ),
  },
  tieWeights: {
    kind: 'boolean',
    default: false,
    group: 'network',
    label: two('Tied weights', '权重共享'),
    help: two(
      'Uses the embedding also for the output, which saves memory and often helps; both sizes must agree.',
      '输出层与词向量共用权重，省内存，常更好；两者维数须相同。',
    ),
  },
  context: {
    kind: 'choice',
    default: 'window',
    choices: ['window', 'sequence'],
    group: 'context',
    label: two('Context', '上下文'),
    help: two(
      'Window: a few symbols predict the next, as in the article. Sequence: the memory is carried through the whole text.',
      '窗口：像文章那样用几个符号预测下一个。序列：记忆贯穿全文。',
    ),
  },
  windowLength: {
    kind: 'integer',
    default: 3,
    minimum: 1,
    maximum: 64,
    group: 'context',
    unit: SYMBOLS,
    label: two('Window length', '窗口长度'),
    help: two('How many symbols predict the next one.', '用多少个符号预测下一个。'),
  },
  order: {
    kind: 'choice',
    default: 'shuffled',
    choices: ['shuffled', 'article'],
    group: 'context',
    label: two('Window order', '窗口顺序'),
    help: two(
      'Shuffled takes every window once per pass in random order; article walks on from a random start.',
      '打乱：每轮以随机顺序取遍所有窗口；文章：从随机起点依次前行。',
    ),
  },
  stride: {
    kind: 'integer',
    default: 1,
    minimum: 1,
    maximum: 1024,
    group: 'context',
    unit: SYMBOLS,
    label: two('Stride', '步幅'),
    help: two('How far one window starts after the one before.', '相邻窗口起点的距离。'),
  },
  sequenceLength: {
    kind: 'integer',
    default: 35,
    minimum: 1,
    maximum: 1024,
    group: 'context',
    unit: SYMBOLS,
    label: two('Sequence length', '序列长度'),
    help: two('How many symbols an error is traced back through.', '误差向后追溯多少个符号。'),
  },
  batchSize: {
    kind: 'integer',
    default: 32,
    minimum: 1,
    maximum: 4096,
    group: 'context',
    label: two('Batch size', '批大小'),
    help: two('How many windows or lanes of the text are learnt from at once.', '一次同时学习多少个窗口或文本段。'),
  },
  outputInitializer: {
    kind: 'choice',
    default: 'glorot',
    choices: ['glorot', 'normal'],
    group: 'network',
    label: two('First weights', '初始权重'),
    help: two(
      'How the weights start: Glorot and orthogonal, which learns soonest; or normal as in the article, its output from N(0, 1).',
      '权重的初值：glorot 加正交，学得最快；normal 与文章一致，输出层取自 N(0, 1)。',
    ),
  },
  optimizer: {
    kind: 'choice',
    default: 'adam',
    choices: ['rmsprop', 'adam', 'adamw', 'sgd'],
    group: 'optimizer',
    label: two('Optimizer', '优化器'),
    help: two(
      'The rule that turns errors into changes of the weights; Adam suits most texts.',
      '把误差变成权重改动的规则；Adam 适合大多数文本。',
    ),
  },
  learningRate: {
    kind: 'number',
    default: 0.001,
    minimum: 1e-7,
    maximum: 100,
    group: 'optimizer',
    label: two('Learning rate', '学习率'),
    help: two(
      'How large each change is; too large diverges, too small crawls.',
      '每次改动的大小；太大发散，太小缓慢。',
    ),
  },
  momentum: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 0.999,
    group: 'optimizer',
    label: two('Momentum', '动量'),
    help: two(
      'How much of the last change is carried into the next (SGD and RMSProp).',
      '上一次改动带入下一次的比例（SGD 与 RMSProp）。',
    ),
  },
  clipNorm: {
    kind: 'number',
    default: 5,
    minimum: 0,
    maximum: 1000,
    group: 'optimizer',
    label: two('Clip norm', '梯度裁剪'),
    help: two(
      'The longest a change may be before it is shortened; 0 never shortens.',
      '改动允许的最大长度，超过则缩短；0 表示从不缩短。',
    ),
  },
  weightDecay: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 1,
    group: 'optimizer',
    label: two('Weight decay', '权重衰减'),
    help: two(
      'Pulls weights towards zero a little at every step (AdamW, and SGD as L2).',
      '每步将权重略微拉向零（AdamW，及 SGD 的 L2）。',
    ),
  },
  schedule: {
    kind: 'choice',
    default: 'constant',
    choices: ['constant', 'cosine', 'plateau'],
    group: 'schedule',
    label: two('Schedule', '学习率计划'),
    help: two(
      'Whether the learning rate stays, falls along a cosine, or falls when validation stops improving.',
      '学习率保持不变、沿余弦下降，或在验证停止进步时下降。',
    ),
  },
  warmupSteps: {
    kind: 'integer',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    group: 'schedule',
    unit: STEPS,
    label: two('Warm-up', '预热'),
    help: two('Steps over which the learning rate rises from zero.', '学习率从零升起所用的步数。'),
  },
  steps: {
    kind: 'integer',
    default: 1000,
    minimum: 1,
    maximum: 100_000_000,
    group: 'schedule',
    unit: STEPS,
    label: two('Steps', '步数'),
    help: two('How many updates of the weights the training makes.', '训练更新权重的次数。'),
  },
  validationFraction: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 0.5,
    group: 'schedule',
    label: two('Validation share', '验证比例'),
    help: two(
      'The share at the end of the text kept aside to check what was learnt; 0 keeps none.',
      '留出文本末尾的多少来检验学习效果；0 表示不留。',
    ),
  },
  reportEvery: {
    kind: 'integer',
    default: 50,
    minimum: 1,
    maximum: 1_000_000,
    group: 'schedule',
    unit: STEPS,
    label: two('Report every', '报告间隔'),
    help: two('Steps between two points of the curves.', '曲线上相邻两点间的步数。'),
  },
  evaluateEvery: {
    kind: 'integer',
    default: 500,
    minimum: 1,
    maximum: 1_000_000,
    group: 'schedule',
    unit: STEPS,
    label: two('Validate every', '验证间隔'),
    help: two('Steps between two measurements on the validation text.', '两次验证之间的步数。'),
  },
  checkpointEvery: {
    kind: 'integer',
    default: 500,
    minimum: 1,
    maximum: 1_000_000,
    group: 'schedule',
    unit: STEPS,
    label: two('Checkpoint every', '检查点间隔'),
    help: two(
      'Steps between two checkpoints; one is also written every minute.',
      '两个检查点之间的步数；此外每分钟也会写一个。',
    ),
  },
  seed: {
    kind: 'integer',
    default: 1,
    minimum: 0,
    maximum: 4_294_967_295,
    group: 'schedule',
    label: two('Seed', '随机种子'),
    help: two(
      'The start of all chance: the same seed on the same machine gives the same run.',
      '一切随机的起点：同一机器上相同种子得到相同结果。',
    ),
  },
  precision: {
    kind: 'choice',
    default: 'float32',
    choices: ['float32', 'fast'],
    group: 'schedule',
    label: two('Precision', '精度'),
    help: two(
      'Fast rounds products to bfloat16 on processors with AMX: quicker on large networks, a little coarser.',
      '“fast”在带 AMX 的处理器上将乘法舍入为 bfloat16：大网络更快，略粗糙。',
    ),
  },
} as const satisfies Record<string, Hyperparameter>;
