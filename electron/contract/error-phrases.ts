const two = (en: string, zh: string) => ({ en, zh });

/** Parts of a sentence that an error fills in, in both languages: what is wrong with a file, how a process ended, a range. */
export const ERROR_PHRASES = {
  // what is wrong with a file
  'not-json': two('it is not JSON', '不是 JSON'),
  'content-unfit': two('its content is of another kind', '内容类型不符'),
  'field-unfit': two('its field {field} does not fit', '字段 {field} 不符合格式'),
  'not-as-written': two('it is not what was written', '与写入时不同'),
  'text-changed': two('it has changed since the run was made', '在训练创建之后被改动过'),
  'ends-early': two('it ends too early', '文件不完整'),
  'header-long': two('it has a header of {bytes} bytes', '文件头有 {bytes} 字节'),
  'header-unfit': two('it has a header that does not fit', '文件头不符合格式'),
  'numbers-misplaced': two('it has a gap or an overlap at {name}', '在 {name} 处有空缺或重叠'),
  'numbers-miscounted': two(
    'it holds {bytes} bytes of numbers where its header says {expected}',
    '含 {bytes} 字节数值，文件头写的是 {expected}',
  ),
  // what is wrong with a request
  'input-unfit': two('its input is of another kind', '输入的类型不符'),
  // how a process ended
  'ended-by-signal': two('signal {signal}', '信号 {signal}'),
  'ended-with-code': two('exit code {code}', '退出码 {code}'),
  'not-started': two('it could not be started', '无法启动'),
  // kinds and ranges of settings
  'kind-integer': two('a whole number', '整数'),
  'kind-number': two('a number', '数值'),
  'kind-boolean': two('true or false', 'true 或 false'),
  'kind-choice': two('a name', '名称'),
  'range-between': two('{minimum} to {maximum}', '{minimum} 至 {maximum}'),
  'range-choices': two('one of {choices}', '以下之一：{choices}'),
  // settings that exclude each other
  'input-is': two('input {input}', 'input 为 {input}'),
  'sizes-differ': two(
    'embedding-size {embeddingSize} and units {units}',
    'embedding-size 为 {embeddingSize}、units 为 {units}',
  ),
  'tie-needs-embedding': two(
    'Tied weights reuse the embedding: choose input embedding, or leave them untied.',
    '共享权重要用到词向量：输入选 embedding，或不共享。',
  ),
  'tie-needs-one-size': two(
    'Give both the same size, for example embedding-size {units}.',
    '两者取相同大小，例如 embedding-size 为 {units}。',
  ),
  'run-is-fixed': two(
    'A run goes on with its own text and settings; only --steps may be raised. Else start a new run.',
    '训练沿用自己的文本和设置，只能增大 --steps；否则请开始新的训练。',
  ),
} satisfies Record<string, { en: string; zh: string }>;

export type PhraseCode = keyof typeof ERROR_PHRASES;
