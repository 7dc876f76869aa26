import type { TranslatedErrors } from '../../types.ts';
import type { workspace as source } from '../../en/errors/workspace.ts';

export const workspace = {
  'workspace-set': ['工作区位置由 AESOP_HOME 指定：“{path}”。', '先去掉该变量，再在此选择文件夹。'],
  'workspace-busy': ['工作区正被训练或其他任务使用。', '先暂停或结束它，再移动工作区。'],
  'workspace-moving': ['正在复制工作区，期间不能更改其内容。', '等待复制完成，或取消复制。'],
  'workspace-gone': ['工作区已不在“{path}”。', '重新接好它所在的磁盘，或把文件夹放回原处，然后继续。'],
  'place-inside': ['“{path}”与当前工作区“{present}”互相包含。', '选择别处的文件夹。'],
  'place-full': ['“{path}”中有其他内容。', '选择空文件夹，或在其中新建一个。'],
  'place-short': ['工作区需要 {needed} MB，“{path}”处只剩 {free} MB。', '在该处腾出空间，或换一个磁盘。'],
  'trash-missing': ['回收站中没有“{id}”。', '用 aesop trash 查看回收站的内容。'],
  'trash-several': ['回收站中有多项名为“{id}”：{names}。', '请连同种类写出其中一项。'],
  'restore-taken': [
    '“{name}”既在回收站，又在工作区：“{path}”已重新存在。',
    '先把它移出工作区；若将其删除，会取代回收站中的那一项。没有覆盖任何内容。',
  ],
  'restored-damaged': [
    '“{name}”已从回收站还原，但无法列出：“{path}”缺失或损坏。',
    '请放回该文件，例如从备份中取得；其余内容都在。',
  ],
} satisfies TranslatedErrors<typeof source>;
