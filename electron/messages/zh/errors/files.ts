import type { TranslatedErrors } from '../../types.ts';
import type { files as source } from '../../en/errors/files.ts';

export const files = {
  'file-missing': ['找不到文件“{path}”。', '检查文件名和所在文件夹。'],
  'file-is-folder': ['“{path}”是文件夹，不是文本文件。', '选择其中的一个文本文件。'],
  'folder-missing': ['找不到文件夹“{path}”。', '检查名称，或先新建该文件夹。没有写入任何内容。'],
  'folder-empty': ['文件夹“{path}”中没有文件。', '请选择另一个文件夹，或先把文本放进去。'],
  'files-none': ['一篇文本至少由一个文件组成。', '如果不再需要这篇文本，请将其删除。'],
  'files-many': [
    '一个文本最多由 {limit} 个文件组成，给出的文件更多。',
    '请先把其中一些合并成一个文件，或分成几个文本。',
  ],
  'files-unreadable': ['“{name}”的 {count} 个文件中没有可以读取的文本。', '请单独选择其中一个，看看问题出在哪里。'],
  'not-a-file': ['“{path}”是{kind}，不是文件。', '先将其内容存为文件，再选择该文件。'],
  'link-unfollowed': ['“{path}”是无法跟随的链接，或位于这样的链接之后。', '选择链接所指的内容，或修复链接。'],
  'name-too-long': ['名称“{path}”超过系统允许的长度。', '换一个较短的名称，或路径较短的文件夹。'],
  'name-unreadable': [
    '名称“{path}”含有非 UTF-8 字节（显示为 \ufffd），无法据此找到文件。',
    '为文件改名，或以普通名称另存，再重试。',
  ],
  'files-too-many': ['本机打开的文件过多，无法再打开“{path}”。', '关闭其他程序，或提高上限（ulimit -n），再重试。'],
  'file-busy': ['“{path}”正被其他程序使用。', '关闭该程序后重试。'],
  'system-refused': ['系统无法读写“{path}”（{code}）。', '磁盘或连接可能有故障，或它不是普通文件。请换一个，或重试。'],
  'temporary-folder': [
    '无法在“{path}”中写入临时文件（{code}）。',
    '让该文件夹可写，或用 TMPDIR（Windows 上为 TEMP）另指定一个。',
  ],
  'not-a-folder': ['“{path}”是文件，不是文件夹。', '选择一个文件夹，或移走该文件。'],
  'not-a-workspace': [
    '“{path}”中有其他内容，不是 Aesop 的工作区。没有改动任何内容。',
    '选择空文件夹或尚不存在的文件夹：由 --workspace 或 AESOP_HOME 指定。',
  ],
  'not-plain': [
    '“{path}”是链接、设备，或占了文件位置的文件夹，不是 Aesop 建立的。',
    '没有写入任何内容。移走它，或换成普通的副本。',
  ],
  'no-permission': ['当前账户无权读写“{path}”。', '更改权限，或换一个位置。'],
  'disk-read-only': [
    '无法写入“{path}”：所在磁盘是只读的。',
    '换用其他磁盘上的文件夹，或使此磁盘可写：检查存储卡或 U 盘的写保护开关，或其挂载方式。',
  ],
  'disk-full': [
    '写入“{path}”时磁盘已满。',
    '腾出空间，或清空回收站（“本机”页，或 aesop trash --empty），然后继续。此前保存的内容完好。',
  ],
  'file-damaged': ['“{path}”已损坏：{problem}。', '没有改动任何内容。放回完好的副本，或删除其所在的文件夹。'],
  'file-not-granted': ['此文件未经授权，或已不可用。', '请重新选择。'],
} satisfies TranslatedErrors<typeof source>;
