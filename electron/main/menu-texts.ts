import { app } from 'electron';

const TEXTS = {
  file: ['File', '文件'],
  import: ['Import text…', '导入文本…'],
  train: ['Train', '训练'],
  stop: ['Stop and keep', '停止并保留'],
  tell: ['Tell', '续写'],
  find: ['Find…', '查找…'],
  edit: ['Edit', '编辑'],
  run: ['Run', '训练'],
  go: ['Go', '前往'],
  library: ['Library', '文库'],
  workshop: ['Workshop', '工坊'],
  shelf: ['Shelf', '书架'],
  story: ['Story', '故事'],
  machine: ['Machine', '本机'],
  view: ['View', '显示'],
  window: ['Window', '窗口'],
  help: ['Help', '帮助'],
  workspace: ['Open workspace folder', '打开工作区文件夹'],
  texts: ['Texts', '文本'],
  allFiles: ['All files', '所有文件'],
  quitTitle: ['“{name}” is still training', '“{name}”仍在训练'],
  quitDetail: [
    'Aesop writes a checkpoint first. You can resume from it at the next start.',
    'Aesop 会先写入检查点，下次启动后可从该处继续。',
  ],
  quitConfirm: ['Save and quit', '保存并退出'],
  cancel: ['Go on training', '继续训练'],
  pageDied: ['The window stopped twice in a row', '窗口连续两次停止'],
  pageDiedDetail: [
    'Your texts, runs and models are safe; a training goes on. Reload the window, or quit.',
    '文本、训练和模型都安全，训练仍在进行。可以重新载入窗口，或退出。',
  ],
  reload: ['Reload', '重新载入'],
  quit: ['Quit', '退出'],
  chooseFolder: ['Choose', '选择'],
  workspaceGone: ['Your workspace is not at {name}', '工作区不在 {name}'],
  workspaceGoneDetail: [
    'Plug its drive in and start Aesop again, or open the workspace at {name}.',
    '请接好所在的磁盘后重新启动 Aesop，或打开 {name} 处的工作区。',
  ],
  useUsual: ['Open that one', '打开该处'],
  doneTitle: ['“{name}” has learnt its text', '“{name}”训练完成'],
  failedTitle: ['“{name}” stopped', '“{name}”已中断'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

let language: 'system' | 'en' | 'zh' = 'system';

/** Follows the language of the page. */
export function setMenuLanguage(chosen: typeof language): void {
  language = chosen;
}

/** Whether the native parts speak Chinese. */
export const inChinese = () => language === 'zh' || (language === 'system' && app.getLocale().startsWith('zh'));

/** A text of the native parts, in the language of the page. */
export function menuText(key: keyof typeof TEXTS, name = ''): string {
  return TEXTS[key][inChinese() ? 1 : 0].replace('{name}', () => name);
}
