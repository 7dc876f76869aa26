import { two } from './bilingual.ts';

/** Parts of a sentence that an error fills in, in both languages: what is wrong with a file, how a process ended, a range. */
export const ERROR_PHRASES = {
  // what a path names
  'unnamed-file': two('a file of Aesop', 'Aesop 的文件'),
  'is-link': two('a link', '链接'),
  'is-pipe': two('a pipe', '管道'),
  'is-socket': two('a socket', '套接字'),
  'is-device': two('a device', '设备'),
  // what is wrong with a file
  'not-json': two('it is not JSON', '不是 JSON'),
  'content-unfit': two('its content is of another kind', '内容类型不符'),
  'field-unfit': two('its field {field} does not fit', '字段 {field} 不符合格式'),
  'not-as-written': two('it is not what was written', '与写入时不同'),
  'text-changed': two('it has changed since the run was made', '在训练创建之后被改动过'),
  'file-large': two('it has {bytes} bytes, and {limit} is the most', '有 {bytes} 字节，最多为 {limit}'),
  'ends-early': two('it ends too early', '文件不完整'),
  'header-long': two('it has a header of {bytes} bytes', '文件头有 {bytes} 字节'),
  'header-unfit': two('it has a header that does not fit', '文件头不符合格式'),
  'numbers-misplaced': two('it has a gap or an overlap at {name}', '在 {name} 处有空缺或重叠'),
  'numbers-miscounted': two(
    'it holds {bytes} bytes of numbers where its header says {expected}',
    '含 {bytes} 字节数值，文件头写的是 {expected}',
  ),
  // what is wrong with an archive
  'archive-twice': two('it holds {file} twice', '含有两个 {file}'),
  'archive-overlap': two('its files lie one over the other', '其中的文件互相重叠'),
  'archive-encrypted': two('{file} is encrypted', '{file} 已加密'),
  'archive-zip64': two('it is of the kind for more than 4 GB (zip64)', '它是用于 4 GB 以上的格式（zip64）'),
  'archive-method': two(
    '{file} is packed in an unusual way (method {method})',
    '{file} 的压缩方式不受支持（方法 {method}）',
  ),
  'archive-tight': two(
    '{file} would grow from {packed} to {bytes} bytes, as weights and words never do',
    '{file} 会从 {packed} 字节膨胀到 {bytes} 字节，权重和词表不会如此',
  ),
  'archive-torn': two('its files cannot be unpacked', '其中的文件无法解压'),
  'archive-crc': two('{file} does not match its checksum', '{file} 与其校验和不符'),
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
