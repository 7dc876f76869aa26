import type { Translated } from '../types.ts';
import type * as source from '../en/engine.ts';

export const engine = {
  tensorflowCpu: 'TensorFlow {version}，处理器，{threads} 个线程',
  tensorflowGpu: 'TensorFlow {version}，显卡',
  portableCpu: '便携引擎（{backend}），处理器，{threads} 个线程',
  portableGpu: '便携引擎（{backend}），显卡',
} satisfies Translated<typeof source.engine>;

export const engineChoice = {
  portableQuicker: '已用这个网络试过：每步比 TensorFlow 省时 {less}。',
  tensorflowQuicker: '已用这个网络试过：每步比便携引擎省时 {less}。',
  asQuick: '已用这个网络试过：便携引擎每步用时相近。',
  chosen: '这次训练的设置指定了它。',
  begun: '这次训练从一开始就用它。',
  cardQuicker: '已在此网络上试过：每步比处理器省时 {less}。',
  processorQuicker: '已在此网络上试过：每步比显卡省时 {less}。',
  cardAsQuick: '已在此网络上试过：在显卡上每步用时相近。',
  cardAlone: '此网络每步在处理器上耗时过长，未在处理器上试算。',
  cardSmall: '显卡的显存不足以进行此次训练。',
  runShort: '此次训练几秒即可完成，来不及等显卡就绪。',
  cardFailed: '此网络在显卡上试算一步失败（{problem}）。',
  noRoom: '显存已满',
  noAnswer: '{seconds} 秒内没有响应',
  deviceChosen: '已指定在此设备上计算。',
} satisfies Translated<typeof source.engineChoice>;

export const shortfalls = {
  portableAsked: '已指定使用便携引擎。',
  notInstalled: '尚未安装 TensorFlow。',
  notLoading: 'TensorFlow 已安装但无法载入（{problem}）。',
  gpuUnusable: 'TensorFlow 无法使用本机的 NVIDIA 显卡。',
  gpuIdle: '本机有 NVIDIA 显卡，但安装的是处理器版 TensorFlow。',
  toolsMissing: '无法安装 TensorFlow，缺少：{tools}。',
  noIndex: '没有指定从哪里下载 TensorFlow。',
  notInFolder: '文件夹中缺少 {files}。',
  noAddon: '没有附带适用于 {system} 的 TensorFlow 扩展模块。',
  otherLibc: 'TensorFlow 需要使用 glibc 的 Linux，本机使用其他 C 库。',
  noneForSystem: '没有适用于 {system} 的 TensorFlow。',
  diskShort: '安装 TensorFlow 需要 {needed} GB 磁盘空间，目前只剩 {free} GB。',
  diskFull: '磁盘已满。',
  notDownloaded: '无法下载 TensorFlow（{problem}）。',
  downloadDamaged: '下载的 {project} {version} 已损坏。',
  notUnpacked: '无法解压 TensorFlow（{problem}）。',
  notCompiled: '无法编译 TensorFlow 的扩展模块（{problem}）。',
  noPublishedAddon: '无法下载 tfjs 官方发布的扩展模块。',
  noAvx: '本机处理器缺少 TensorFlow 所需的 AVX 指令。',
  notLoadingHere: 'TensorFlow 无法在本机载入（{problem}）。',
  notSetUp: '无法安装 TensorFlow（{problem}）。',
} satisfies Translated<typeof source.shortfalls>;

export const remedies = {
  unsetEngine: '不设置 AESOP_ENGINE 即使用 TensorFlow。',
  setUp: '运行一次 `npm start` 即可安装 TensorFlow。',
  setUpAgain: '运行 `npm run setup`。',
  setUpAnew: '运行 `npm run aesop -- doctor --remove`，再运行 `npm run setup`，即可重新安装 TensorFlow。',
  bringEngine: '在“本机”页安装，或运行 `aesop doctor --fix`。',
  engineAgain: '可在“本机”页、用 `aesop doctor --fix`，或在源码版中用 `npm run setup` 重新安装。',
  bringAnew: '在“本机”页删除 TensorFlow，再重新安装。',
  seeDoctor: '详见 `npm run aesop -- doctor`。',
  installTools: '请安装：{tools}（Debian、Ubuntu：`apt-get install {packages}`），然后重新启动 Aesop。',
  nameIndex:
    '请在 AESOP_WHEEL_INDEX 或 PIP_INDEX_URL 中指定 Python 软件包索引，或在 AESOP_WHEELS 中指定存放其 wheel 文件的文件夹，或安装带 pip 的 Python。',
  fillFolder: '从 Python 软件包索引下载后放入该文件夹，或选择其他文件夹。',
  makeAddon: '可在 Linux 电脑上用 `npm run addons` 生成；安装包中已附带。',
  newerCompiler: '安装较新版本的 g++，然后重新启动 Aesop。',
  connectAndSetUp: '连接网络后重试（源码版：`npm run setup`）。',
  freeSpaceAndSetUp: '腾出空间后重试（源码版：`npm run setup`）。',
  bringCuda: '运行 `npm run setup`，会一并装好 CUDA。',
  installDriver: '安装 NVIDIA 驱动 {version} 或更新版本，然后重启电脑。',
  newerCard: 'TensorFlow 需要计算能力 6.0 以上的 NVIDIA 显卡（2016 年以后），此卡为 {capability}。训练在处理器上运行。',
  closePrograms: '关闭其他程序：一次训练约需 {gigabytes} GB 内存。',
  freeSpace: '腾出磁盘空间，或删除旧的训练并清空回收站。',
  emptyTrash: '腾出磁盘空间，或清空回收站，可释放 {megabytes} MB。',
  plugIn: '工作区不在 {path}：重新接好它所在的磁盘。',
  allowWriting: '允许写入 {path}，或换一个文件夹。',
} satisfies Translated<typeof source.remedies>;

export const checks = {
  workspace: '工作区',
  system: '系统',
  processor: '处理器',
  memory: '内存',
  tensorflow: 'TensorFlow',
  card: '显卡',
  driver: '显卡驱动',
  cuda: 'CUDA 库',
  engine: '引擎',
} satisfies Translated<typeof source.checks>;

export const findings = {
  missing: '缺失：{names}',
  memory: '共 {total} GB，可用 {free} GB',
  writable: '可写，可用 {free} GB',
  notWritable: '不可写',
  gone: '不在原处',
  newCard: '{cards}；比 TensorFlow 更新，首次训练会晚几分钟开始',
  noCard: '没有 NVIDIA 显卡',
  unusedCard: '{cards}；此系统上的 TensorFlow 只在处理器上计算',
  engineBecause: '{engine}。{reason}',
} satisfies Translated<typeof source.findings>;

export const tools = {
  pip: '带 pip 的 Python',
  compiler: 'C++ 编译器',
  pipAndCompiler: '带 pip 的 Python 和 C++ 编译器',
} satisfies Translated<typeof source.tools>;
