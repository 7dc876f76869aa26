import type { Translated } from '../types.ts';
import type { phrases as source } from '../en/phrases.ts';

export const phrases = {
  // what a path names
  'unnamed-file': 'Aesop 的文件',
  'is-link': '链接',
  'is-pipe': '管道',
  'is-socket': '套接字',
  'is-device': '设备',
  // what is wrong with a file
  'not-json': '不是 JSON',
  'content-unfit': '内容类型不符',
  'field-unfit': '字段 {field} 不符合格式',
  'not-as-written': '与写入时不同',
  'text-changed': '在训练创建之后被改动过',
  'file-large': '有 {bytes} 字节，最多为 {limit}',
  'ends-early': '文件不完整',
  'header-long': '文件头有 {bytes} 字节',
  'header-unfit': '文件头不符合格式',
  'numbers-misplaced': '在 {name} 处有空缺或重叠',
  'numbers-miscounted': '含 {bytes} 字节数值，文件头写的是 {expected}',
  // what is wrong with an archive
  'archive-twice': '含有两个 {file}',
  'archive-overlap': '其中的文件互相重叠',
  'archive-encrypted': '{file} 已加密',
  'archive-zip64': '它是用于 4 GB 以上的格式（zip64）',
  'archive-method': '{file} 的压缩方式不受支持（方法 {method}）',
  'archive-tight': '{file} 会从 {packed} 字节膨胀到 {bytes} 字节，权重和词表不会如此',
  'archive-torn': '其中的文件无法解压',
  'archive-crc': '{file} 与其校验和不符',
  'archive-crowded': '其中的文件超过 {limit} 个',
  'archive-lacks': '缺少一部分',
  'nested-deep': '元素嵌套超过 {depth} 层',
  'mark-endless': '其中有一个标签或注释超过 {limit} MB',
  'line-endless': '第 {line} 行超过 {limit} MB',
  'pages-many': '超过 {limit} 页',
  'paragraph-endless': '其中有一段超过 {limit} MB',
  'page-endless': '其中一部分解压后远大于任何页面',
  'row-wide': '第 {row} 行超过 {limit} 格',
  'row-endless': '第 {row} 行超过 {limit} MB，可能有引号没有闭合',
  'row-unfit': '第 {row} 行与其他行不同',
  'quote-open': '第 {row} 行有一个引号没有闭合',
  // what is wrong with a request
  'input-unfit': '输入的类型不符',
  // how a process ended
  'ended-by-signal': '信号 {signal}',
  'ended-with-code': '退出码 {code}',
  'not-started': '无法启动',
  // kinds and ranges of settings
  'kind-integer': '整数',
  'kind-number': '数值',
  'kind-boolean': 'true 或 false',
  'kind-choice': '名称',
  'range-between': '{minimum} 至 {maximum}',
  'range-choices': '以下之一：{choices}',
  'range-pairs': '词=已知词，多个用逗号隔开',
  // settings that exclude each other
  'input-is': 'input 为 {input}',
  'sizes-differ': 'embedding-size 为 {embeddingSize}、units 为 {units}',
  'tie-needs-embedding': '共享权重要用到词向量：输入选 embedding，或不共享。',
  'tie-needs-one-size': '两者取相同大小，例如 embedding-size 为 {units}。',
  'run-is-fixed': '训练沿用自己的文本和设置，只能增大 --steps；否则请开始新的训练。',
} satisfies Translated<typeof source>;
