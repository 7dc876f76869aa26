import type { DesktopTables, desktopTexts as source } from '../en/desktop.ts';
import type { Translated, TranslatedTables } from '../types.ts';
import { errors } from './errors/index.ts';
import { shared } from './shared.ts';

const desktopTexts = {
  file: '文件',
  import: '导入文本…',
  train: '训练',
  stop: '停止并保留',
  tell: '续写',
  find: '查找…',
  edit: '编辑',
  run: '训练',
  go: '前往',
  library: '文库',
  workshop: '工坊',
  shelf: '书架',
  story: '故事',
  machine: '本机',
  view: '显示',
  window: '窗口',
  help: '帮助',
  workspace: '打开工作区文件夹',
  texts: '文本',
  allFiles: '所有文件',
  quitTitle: '“{name}”仍在训练',
  quitDetail: 'Aesop 会先写入检查点，下次启动后可从该处继续。',
  quitConfirm: '保存并退出',
  cancel: '继续训练',
  pageDied: '窗口连续两次停止',
  pageDiedDetail: '文本、训练和模型都安全，训练仍在进行。可以重新载入窗口，或退出。',
  reload: '重新载入',
  quit: '退出',
  chooseFolder: '选择',
  workspaceGone: '工作区不在 {name}',
  workspaceGoneDetail: '请接好所在的磁盘后重新启动 Aesop，或打开 {name} 处的工作区。',
  useUsual: '打开该处',
  doneTitle: '“{name}”训练完成',
  failedTitle: '“{name}”已中断',
} satisfies Translated<typeof source>;

export const desktop = {
  texts: { ...shared, desktop: desktopTexts },
  errors,
} satisfies TranslatedTables<DesktopTables>;
