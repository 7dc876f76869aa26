import type { exportHelp as help, exportLabel as label, exportOpens as opens } from '../en/exports.ts';
import type { Translated } from '../types.ts';

export const exportLabel = {
  html: '网页',
  tfjs: 'TensorFlow.js',
  keras: 'Keras',
  h5: 'Keras（旧版）',
  savedmodel: 'SavedModel',
  onnx: 'ONNX',
  safetensors: 'safetensors',
  vocabulary: '词表',
  vectors: '词的向量',
  metrics: '曲线',
  report: '报告',
} satisfies Translated<typeof label>;

export const exportOpens = {
  html: '任何浏览器',
  tfjs: 'TensorFlow.js、Aesop',
  keras: 'Keras 3',
  h5: 'Keras 2、Keras 3、TensorFlow',
  savedmodel: 'TensorFlow、TensorFlow Serving、tfjs-node',
  onnx: 'onnxruntime 及所有支持 ONNX 的程序',
  safetensors: 'PyTorch',
  vocabulary: '任何表格软件',
  vectors: 'gensim、word2vec',
  metrics: 'pandas、任何表格软件',
  report: '任何浏览器、打印机',
} satisfies Translated<typeof opens>;

export const exportHelp = {
  html: '单个网页，无需网络就能讲故事。',
  tfjs: '供浏览器、Node 和另一台电脑上的 Aesop 使用的文件夹。',
  keras: '供 Python 与 Keras 使用的文件夹：各层与权重在一个文件中。',
  h5: '同上，但用旧的 .h5 文件，供只认这种文件的程序使用。',
  savedmodel: '供不带 Keras 的 TensorFlow 使用的文件夹：带权重的计算图，可逐个符号或逐个窗口调用。',
  onnx: '供其他语言和设备使用的文件夹：整个网络是一张计算图。',
  safetensors: '供 Python 与 PyTorch 使用的文件夹：权重，以及用它续写的程序。',
  vocabulary: '所有符号及其编号和次数，是一张表；以 .json 结尾时还包括文本的切分方式。',
  vectors: '模型从每个符号学到的一组数；▁ 代表空格。',
  metrics: '训练中测得的数据，是一张表，每次报告一行。',
  report: '把训练过程写成一页，可读可打印：数字、曲线、故事、设置。不含模型本身。',
} satisfies Translated<typeof help>;
