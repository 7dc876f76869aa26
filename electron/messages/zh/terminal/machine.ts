import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/machine.ts';

export const doctor = {
  check: '{check}：{found}',
  processor: '{cores} 核，内存 {memory}，可用 {free}',
  gpu: '{name}，{memory}，驱动 {driver}',
  gpuFree: '{name}，{memory}，可用 {free}，驱动 {driver}',
  offer: '可以安装更好的引擎：{engine}，下载 {download}，安装时占用磁盘 {disk}。{command}',
  offerCpu: '处理器版 TensorFlow',
  offerGpu: '显卡版 TensorFlow',
  nothingToBring: '没有可由 Aesop 安装的更好的引擎。',
  brought: 'TensorFlow 已装好。',
  removed: '安装的 TensorFlow 已删除。',
  measured: '一小步（2 层各 128 个单元）：{steps}；每秒续写 {symbols} 个符号',
  onTensorflow: 'TensorFlow {milliseconds} 毫秒',
  onPortable: '便携引擎 {milliseconds} 毫秒',
} satisfies Translated<typeof source.doctor>;

export const serve = {
  open: '工作室已打开：{url}',
  next: '供另一个浏览器使用：{url}',
  ending: '按 Ctrl-C 结束；进行中的训练会先写入检查点。',
} satisfies Translated<typeof source.serve>;

export const server = {
  noKey: '请打开 Aesop 最新显示的地址：其中含有此工作室的密钥，只供一个浏览器使用。',
  otherHost: '主机“{host}”不是此工作室。',
  otherSite: '请求来自其他网站。',
  knownBrowser: '此浏览器已有密钥。',
  noAddress: '这不是工作室的地址。',
  onlyGet: '这里只接受 GET。',
  webSocket: '这里使用 WebSocket。',
  failed: 'Aesop 内部出错。详情见日志。',
  noPage: '没有这个页面。',
  noFile: '没有这个文件。',
  noSocket: '没有这个套接字。',
  headTooLong: '请求头过长。',
  tooLong: '请求过长。',
  tooSlow: '请求用时过长。',
  noRequest: '这不是请求。',
} satisfies Translated<typeof source.server>;
