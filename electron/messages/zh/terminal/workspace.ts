import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/workspace.ts';

export const workspace = {
  noModels: '还没有模型。训练一个：aesop train <文本>',
  damagedMore: '另有 {count} 项无法读取；用 --json 可逐一列出。',
  noRuns: '还没有训练。开始一次：aesop train <文本>',
  noBooklets: '还没有小册子。用收藏的内容编一本：aesop booklet make <标题>',
  nothingKept: '还没有收藏。段落和故事在工作室的故事室里收藏。',
  bookletMade: '{id}，共 {count} 篇',
  importedAgain: '“{name}”与“{other}”（{id}）是同一个模型。',
  exported: '{path}（{format}，{size}）',
  things: '{count} 项',
  trash: '{things}，共 {size}，最早删除于 {date}',
  trashEmpty: '回收站是空的。',
  trashMore: '……以及更早删除的 {count} 项。',
  restoreTrash: '还原一项：{command}',
  restored: '已还原 {name}。',
  emptyTrash: '彻底删除：{command}',
  emptied: '已彻底删除 {things}，释放 {size}。',
} satisfies Translated<typeof source.workspace>;

export const status = {
  queued: '排队中',
  running: '训练中',
  paused: '已暂停',
  stopped: '已停止',
  done: '已完成',
  failed: '失败',
} satisfies Translated<typeof source.status>;

export const pieces = {
  passage: '段落',
  story: '故事',
} satisfies Translated<typeof source.pieces>;
