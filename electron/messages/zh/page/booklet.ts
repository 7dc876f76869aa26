import type { booklet as source } from '../../en/page/booklet.ts';
import type { Translated } from '../../types.ts';

export const booklet = {
  booklets: '小册子',
  booklet: '小册子',
  create: '新建小册子',
  pieces: '{count} 篇',
  none: '还没有小册子。',
  noneText:
    '在故事里选中文字并收藏，就成了段落。段落和收藏的故事可以编入小册子，排序、修改，再打印或存成 Word 与电子书。',
  empty: '里面还没有内容。',
  emptyText: '添加段落和收藏的故事：放进来的是副本，原故事删除后也还在。',
  emptyNone: '还没有段落，也没有收藏的故事。在故事里选中文字收藏，或给故事加星。',
  back: '回到故事',
  loading: '正在打开小册子',
  actions: '小册子《{title}》的操作',

  // gathering
  into: '编入小册子',
  add: '添加内容',
  addTo: '小册子',
  find: '查找段落或故事',
  findNone: '没有匹配的内容。',
  findMore: '另有 {count} 篇，输入文字查找',
  addCount: '添加 {count} 篇',
  added: '已将 {count} 篇编入《{title}》。',
  open: '打开',
  passage: '《{title}》中的段落',
  story: '故事，{symbols}',

  // title page
  titlePage: '扉页',
  title: '标题',
  author: '作者',
  line: '附言',

  // pieces
  piece: '第 {number} 篇，共 {count} 篇',
  heading: '小标题',
  headingHint: '无小标题',
  text: '第 {number} 篇的文字',
  move: '移动第 {number} 篇：拖动，或按 Alt 加上下方向键',
  moved: '现在是第 {number} 篇，共 {count} 篇。',
  up: '上移',
  down: '下移',
  remove: '移出',
  removed: '已移出“{title}”。',

  // how it is put out
  notes: '注明如何续写',
  notesHelp: '每篇之下注明模型、步数、温度和种子。',
  ownPages: '每篇另起一页',
  save: '保存',
  saveDocx: 'Word 文档（.docx）',
  saveEpub: '电子书（.epub）',
  saveMarkdown: 'Markdown（.md）',

  // writing
  saved: '已保存',
  saving: '正在保存',
  unsaved: '尚未保存',
  copyTitle: '{title}（我的）',
  becameCopy: '小册子已在别处改动。你在这里写的内容现在是这一本。',
} satisfies Translated<typeof source>;
