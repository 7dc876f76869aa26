/** @typedef {typeof import('../en/setup.mjs')} Source */

/** @type {Source['progress']} */
export const progress = {
  line: '安装：{said}',
  begins: '{what}……',
  done: '{what}：完成，用时 {seconds} 秒',
  waitingFor: '另一个安装正在进行（进程 {process}），等待其结束……',
  packages: '正在安装依赖包',
  building: '正在构建 {part}',
  electron: '正在下载 Electron',
  compiling: '正在编译扩展模块',
  published: '正在尝试 tfjs 官方发布的扩展模块',
  waiting: 'TensorFlow：等待另一个安装结束……',
  downloading: 'TensorFlow：正在下载，{percent}%……',
  unpacking: 'TensorFlow：正在解压……',
  proving: 'TensorFlow：正在试运行……',
  ready: 'TensorFlow 已就绪',
  portable: '将使用便携引擎',
  why: '{what}。{why}',
  both: '{first}{second}',
  comma: '、',
};

/** @type {Source['stops']} */
export const stops = {
  nodeTooOld: 'Aesop 需要 Node 20.19 或更高版本，当前为 Node {version}。请安装新版 Node 后重试。',
  npmMissing: '缺少 npm。请安装自带 npm 的 Node 后重试。',
  packagesMissing: '无法安装依赖包。请检查网络连接和磁盘剩余空间（需 1 GB），然后重试。',
  notBuilt: '缺少 {path}。请运行 `npm run build` 后重试。',
  diskFull: '磁盘已满。请腾出空间后重新启动。',
  diskFullAt: '磁盘已满（{path}）。请腾出空间后重新启动。',
  notWritable: '无法写入 {path}。请检查其所有者后重新启动。',
  unknownVerb: '没有名为“{verb}”的命令。可用的命令：{known}。',
};

/** @type {Source['windows']} */
export const windows = {
  instead: '{reason}，改在浏览器中打开。',
  noDisplay: '此处没有显示器',
  asRoot: 'Electron 需保持沙箱，不能以 root 身份运行',
  noElectron: '无法下载 Electron（可用 ELECTRON_OVERRIDE_DIST_PATH 指定已解压的版本）',
};

/** @type {Source['addons']} */
export const addons = {
  building: '正在为 {system} 构建扩展模块',
  fetching: '正在为 {platform} 获取 {project} {version}',
};

/** @type {Source['tests']} */
export const tests = {
  packages: '正在为测试运行 apt-get install {packages}',
  chromium: '正在为测试下载 Chromium',
  electron: '正在为测试获取 Electron {version}',
  programs: '正在为测试安装打开导出文件的程序',
  without: '测试将不使用{names}（Debian、Ubuntu：apt-get install {packages}）。',
  withoutElectron: '测试将不使用 Electron：{reason}。',
  withoutPrograms: '测试将不使用打开导出文件的程序：{reason}。',
};

/** @type {Source['needs']} */
export const needs = {
  browser: '浏览器',
  font: '中文字体',
  display: '虚拟显示器',
  window: '窗口所需的库',
  compiler: 'C++ 编译器',
  torch: 'PyTorch',
  pip: 'pip',
};

/** @type {Source['withoutElectron']} */
export const withoutElectron = {
  system: '测试用的 Electron {version} 仅适用于 x86-64 的 Linux',
  comesWith: '测试用的 Electron {version} 由 `npm run setup -- --tests` 安装',
  npm: '测试用的 Electron {version} 需要 npm，而本机没有',
  tar: '测试用的 Electron {version} 需要 tar，而本机没有',
  fetched: 'npm 无法获取测试用的 Electron {version}',
  hash: '测试用的 Electron {version} 与原来的不同：哈希值不符',
  unpacked: '无法解压测试用的 Electron {version}',
  failed: '无法获取测试用的 Electron {version}（{problem}）',
};

/** @type {Source['withoutPrograms']} */
export const withoutPrograms = {
  linuxOnly: '只在 Linux 上安装',
  comeWith: '由 `npm run setup -- --tests` 安装',
  python: '缺少 Python 或其 venv（Debian、Ubuntu：apt-get install python3-venv）',
  venv: '无法创建 venv',
  pip: 'pip 无法安装，见 build/setup/tests/programs.txt',
  failed: '无法获取（{problem}）',
  torch: '缺少 PyTorch（Debian、Ubuntu：apt-get install python3-torch）',
  browserNamed: 'CHROMIUM_PATH 指定的 {path} 无法启动',
  browser: '没有浏览器；请安装 Chromium、Chrome 或 Edge（Debian：apt-get install chromium），或用 CHROMIUM_PATH 指定',
};
