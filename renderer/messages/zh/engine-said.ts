/**
 * What the engine says of itself and of set-up, in Chinese. It comes as English sentences, because logs and terminals
 * show the same; one that is not here is shown as it came.
 */
export const ENGINE_SAID: readonly (readonly [said: RegExp, chinese: string])[] = [
  [/^TensorFlow ([\d.]+) on CPU, (\d+) threads?$/, 'TensorFlow $1，处理器，$2 线程'],
  [/^TensorFlow ([\d.]+) on GPU$/, 'TensorFlow $1，显卡'],
  [/^portable engine \((\w+)\) on CPU, (\d+) threads?$/, '便携引擎（$1），处理器，$2 线程'],
  [/^portable engine \((\w+)\) on GPU$/, '便携引擎（$1），显卡'],
  [/^The portable engine was asked for\.$/, '已指定使用便携引擎。'],
  [/^Leave AESOP_ENGINE unset to use TensorFlow\.$/, '不设置 AESOP_ENGINE 即使用 TensorFlow。'],
  [/^TensorFlow is not installed\.$/, '尚未安装 TensorFlow。'],
  [/^TensorFlow is installed but does not load \((.*)\)\.$/, 'TensorFlow 已安装但无法载入（$1）。'],
  [/^TensorFlow cannot use the NVIDIA GPU of this machine\.$/, 'TensorFlow 无法使用本机的 NVIDIA 显卡。'],
  [
    /^TensorFlow for the CPU is installed beside an NVIDIA GPU\.$/,
    '本机有 NVIDIA 显卡，但安装的是处理器版 TensorFlow。',
  ],
  [/^TensorFlow cannot be set up without (.*)\.$/, '缺少 $1，无法安装 TensorFlow。'],
  [/^TensorFlow needs a Linux with glibc; .*$/, 'TensorFlow 需要使用 glibc 的 Linux，本机使用其他 C 库。'],
  [/^No TensorFlow for this studio exists on (.*)\.$/, '没有适用于 $1 的 TensorFlow。'],
  [
    /^TensorFlow's set-up needs ([\d.]+) GB of disk; ([\d.]+) GB are free\.$/,
    '安装 TensorFlow 需要 $1 GB 磁盘空间，目前只剩 $2 GB。',
  ],
  [/^The disk is full\.$/, '磁盘已满。'],
  [/^TensorFlow could not be unpacked \((.*)\)\.$/, 'TensorFlow 无法解压（$1）。'],
  [/^Install (.*) \(Debian, Ubuntu: (.*)\) and start again\.$/, '安装 $1（Debian、Ubuntu：$2），然后重新启动。'],
  [/^Free some space and run `(.*)`\.$/, '腾出空间，然后运行 `$1`。'],
  [/^Run `(.*)` once: it sets TensorFlow up\.$/, '运行一次 `$1` 即可安装 TensorFlow。'],
  [
    /^Delete the folder node_modules and run `(.*)`: it sets TensorFlow up anew\.$/,
    '删除文件夹 node_modules 并运行 `$1`，即可重新安装 TensorFlow。',
  ],
  [/^See `(.*)`\.$/, '详见 `$1`。'],
  [/^Run `(.*)`: it brings CUDA beside TensorFlow\.$/, '运行 `$1`，会一并装好 CUDA。'],
  [/^Run `(.*)`\.$/, '运行 `$1`。'],
  [
    /^Install NVIDIA driver ([\d.]+) or newer, then restart the computer\.$/,
    '安装 NVIDIA 驱动 $1 或更新版本，然后重启电脑。',
  ],
  [/^Close other programs: a training needs about (\d+) GB\.$/, '关闭其他程序：一次训练约需 $1 GB。'],
  [/^Free some space, or delete old runs and empty the trash\.$/, '腾出磁盘空间，或删除旧的训练并清空回收站。'],
  [/^Free some space, or empty the trash: that frees (\d+) MB\.$/, '腾出磁盘空间，或清空回收站，可释放 $1 MB。'],
  [/^Allow writing in (.*), or choose another folder\.$/, '允许写入 $1，或换一个文件夹。'],
  [/^missing: (.*)$/, '缺失：$1'],
  [/^([\d.]+) GB free of ([\d.]+) GB$/, '共 $2 GB，可用 $1 GB'],
  [/^writable, ([\d.]+) GB free$/, '可写，可用 $1 GB'],
  [/^not writable$/, '不可写'],
  [/^no NVIDIA card$/, '没有 NVIDIA 显卡'],
];
