import type { Translated } from '../types.ts';
import type { networks as source } from '../en/networks.ts';

export const networks = {
  // 权重的问题
  'weights-alone': '其中只有权重，没有网络的描述：model.save 会把描述写入其中，model.to_json 可写在旁边',
  'weights-lacking': '“{layer}”层有 {count} 个权重，应为 {expected} 个',
  'weight-shape': '权重 {weight} 的形状为 {shape}，应为 {expected}',
  'weight-place': '权重 {weight} 超出了文件末尾',
  'weight-kind': '权重 {weight} 不是 Aesop 能读取的数值（16、32 或 64 位浮点数）',
  'weight-tight': '权重 {weight} 会从 {packed} 字节膨胀到 {bytes} 字节，权重不会如此',
  'weight-missing': '缺少权重 {weight}',
  'shard-outside': '它的权重指向“{path}”，而这不是同处一地的文件名',
  'shard-missing': '旁边没有存放权重的文件“{path}”',
  'shard-bytes': '权重共 {bytes} 字节，而描述中为 {expected} 字节',
  'several-networks': '其中有多个网络：{files}',
  // HDF5 的问题
  'hdf5-way': '它采用了 Keras 不使用的 HDF5 布局（{way}）',
  'hdf5-filter': '权重 {weight} 的压缩方式不受支持（过滤器 {filter}）',
  'hdf5-endless': '其结构没有尽头，或互相循环',
  // 为何无法成为 Aesop 的网络
  'layer-kind': '第 {place} 层“{layer}”是 {kind}，而 Aesop 只有词向量层、LSTM 层和 Dense 层',
  'layer-option': '第 {place} 层“{layer}”的 {option} 为 {value}，而 Aesop 的为 {known}',
  'layer-hidden': '第 {place} 层“{layer}”在网络内部使用了 {activation}；Aesop 的各层之间只能是线性的',
  'layer-backwards': '第 {place} 层“{layer}”是 Bidirectional：它还要从末尾读起，而正在讲的故事没有末尾',
  'layer-fold': '第 {place} 层“{layer}”太大，无法并入下一层',
  'layer-order': '第 {place} 层“{layer}”是 {kind}，不合“词向量层、若干 LSTM 层、一个输出层”的次序',
  'layers-branch': '其各层不是从一个输入到一个输出的单一链条',
  'layers-inner': '第 {place} 层“{layer}”本身是一个网络',
  'no-lstm': '其中没有 LSTM 层',
  'no-output': '其中没有用作输出的 Dense 层',
  'input-wide': '每个符号读入 {width} 个数，却预测 {size} 个符号：独热输入应与输出等宽',
  'input-size': '它读入 {input} 种符号，却预测 {size} 种',
  'gates-differ': '各层的门使用了不同的激活函数',
  'graph-model': '它是 TensorFlow 计算图，各层已无法分辨',
} satisfies Translated<typeof source>;
