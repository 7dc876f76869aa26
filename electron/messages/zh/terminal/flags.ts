import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/flags.ts';

export const groups = {
  booklet: '此小册子：',
  context: '一次看到多少：',
  everywhere: '通用：',
  engine: '引擎：',
  export: '此次导出：',
  import: '此次导入：',
  network: '网络：',
  optimizer: '如何学习：',
  runs: '训练：',
  schedule: '学习多久：',
  server: '此服务器：',
  story: '此故事：',
  telling: '如何续写：',
  text: '读取文本：',
  training: '此次训练：',
  trash: '回收站：',
} satisfies Translated<typeof source.groups>;

export const everywhere = {
  workspace: '存放文本、训练和模型的文件夹（默认：AESOP_HOME，否则 ~/Aesop）。',
  language: '使用的语言：{known}（默认：按 LC_ALL、LC_MESSAGES 或 LANG，否则跟随系统）。',
  json: 'stdout 上每行一个 JSON 对象，此外没有其他内容。',
  quiet: '只输出结果和错误。',
  verbose: '同时输出理由，以及错误的技术细节。',
  noColor: '不用颜色，与 NO_COLOR 相同；管道中本来就没有颜色。',
} satisfies Translated<typeof source.everywhere>;

export const flags = {
  preset: '作为起点的一组设置。',
  presetAfter: '{before}{name}：{help}',
  name: '训练和模型的名称。',
  device: '在何处计算：auto 会在处理器和显卡上各试一次；cpu、gpu 或显卡编号则直接指定。',
  base: '微调：从这个模型继续学习，沿用它的网络和词汇，并加入新文本里的新词。',
  resume: '从上一个检查点继续；可增大 --steps。',
  encoding: '文件的编码，自动判断有误时使用。',
  column:
    '表格中作为正文的列，用列名或序号表示（默认：最可能的一列）。读取多个文件时，用“文件=列名”为其中一个选择，可以为每个文件各写一次。',
  prepare:
    '除确定无疑的以外，还要去掉或修正的项目，用逗号分隔：{known}；stamps:nameless 和 quotes:curly 换一种方式处理。--no-prepare 保持文本原样，后面写出项目时只保留这些项目不动。',
  log: '报告方式：article 按教程的格式逐行输出。',
  prompt: '故事的开头（默认：模型建议的开头）。',
  teller: '用哪个模型续写；给出两个或三个时，各自用同一种子续写同一句。',
  words: '与 --length 相同。',
  format: '以下之一：{known}（默认 {usual}）。',
  target: '写到何处；该处须尚不存在（默认 <模型>-<格式>）。以 .zip 结尾时，文件夹写成一个文件。',
  force: '覆盖已有的文件，或只含以前导出内容的文件夹。',
  precision: '网页中权重的精度：{known}；默认为 {usual}。',
  formats: '列出所有格式：用什么打开，多大，有何用途。',
  vocabulary:
    '模型没有附带词表时，它的符号：vocabulary.json、JSON 列表或编号、表格、每行一个符号的文本；或它按字符学习的那份文本。',
  idScale:
    '用一个数表示一个符号的模型，文件没有说明时，它读入的是：编号本身、除以符号总数（centred 再减 0.5），或缩放到 0 至 1（symmetric 为 -1 至 1）。',
  importName: '模型的名称（默认：文件中写的名称，否则为文件名）。',
  pieceModel: '只要这个模型讲的。',
  author: '扉页上的作者。',
  line: '扉页上的附言。',
  notes: '每篇之下注明如何续写；--no-notes 则不注。',
  ownPages: '每篇另起一页。',
  bookFormat: 'Word 文档、电子书或 Markdown；不写时看 --target 的扩展名',
  bookTarget: '写到哪里；该处须尚无文件（默认 <小册子>.<格式>）。',
  forceFile: '替换已有的文件。',
  keep: '将已暂停、失败或已停止的训练目前所学留作模型。',
  step: '与 --keep 连用：将该步的检查点单独留作模型，训练进行中也可以。',
  fix: '安装所列的更好的引擎：下载、校验、试运行。',
  remove: '删除安装的 TensorFlow。',
  restore: '还原其中一项，写法见 `aesop trash` 列出的回收站内容。',
  empty: '彻底删除其中的内容，无法撤销。',
  port: '监听的端口；0 表示任意空闲端口。',
  host: '监听的地址（默认 127.0.0.1，仅限本机）。',
  allowRemote: '允许其他机器访问：得到带令牌的地址的人，就能使用整个工作室，且未加密。',
  open: '在默认浏览器中打开页面（如果有浏览器）。',
} satisfies Translated<typeof source.flags>;

export const sampling = {
  greedy: '总是取最可能的符号，与教程相同；此时温度等选项不起作用。',
  temperature: '低于 1 更稳妥，高于 1 更大胆；0 即 --greedy。',
  topK: '只在概率最高的若干个符号中选取；0 为全部。',
  topP: '只在累计概率达到此值的最可能符号中选取；1 为全部。',
  minP: '只在概率不低于最可能符号这一比例的符号中选取；0 为全部。',
  repetitionPenalty: '降低刚写过的符号再次出现的可能；1 为不变。',
  seed: '一切随机的起点：种子相同，故事相同。',
  length: '续写多少个符号。',
  finishSentence: '超过长度后写到句末为止，最多两倍长度。',
  unknown:
    '开头中有模型不认识的词时如何处理：keep 为原样保留、按未知词来读，nearest 为按最近的已知词来读，refuse 为拒绝，ask 为逐个询问。',
  standIns: '开头中模型不认识的词，各由哪个已知词代读。',
  carryOver: '故事中出现代读的词时，写回原来的词。',
} satisfies Translated<typeof source.sampling>;

export const values = {
  ranged: '{help}（{range}）',
  rangedDefault: '{help}（{range}；默认 {usual}）',
  default: '{help}（默认 {usual}）',
  withUnit: '{range} {unit}',
  orNo: '或 --no-{flag}',
  nameOrNumber: '名称或序号',
  text: '文本',
  characters: '{minimum} 至 {maximum} 个字符',
} satisfies Translated<typeof source.values>;
