import type { Translated } from '../types.ts';
import type * as source from '../en/preparation.ts';

export const preparationLabel = {
  mojibake: '乱码',
  signs: '不可见字符',
  compatibility: '连字与全角形式',
  frame: '出版方附文',
  entities: '实体',
  mail: '邮件头',
  stamps: '聊天时间戳',
  cues: '字幕时间',
  pages: '页码与页眉',
  contents: '目录',
  divided: '断开的词',
  wrapped: '硬换行',
  markdown: 'Markdown 标记',
  links: '网址与邮箱',
  quotes: '引号与破折号',
  blanks: '空行',
  repeats: '重复的行',
} satisfies Translated<typeof source.preparationLabel>;

export const preparationHelp = {
  mojibake: '修复用错编码读取后又保存的文字：â€™ 变为 ’。',
  signs: '去掉看不见且文字并不需要的字符：字节顺序标记、软连字符、零宽字符和控制字符。',
  compatibility: '把连字和全角形式写成它们所代表的字母：ﬁ 变为 fi。',
  frame: '去掉出版方加在每本书前后的内容：许可、声明、制作者。',
  entities: '把 HTML 实体写成它所代表的字符：&amp; 变为 &。',
  mail: '去掉邮件头、引用的早先邮件和“--”之下的签名。',
  stamps: '去掉每条消息的发送时间和代替图片的文字；名字保留，也可一并去掉。',
  cues: '去掉字幕和歌词的编号与时间。',
  pages: '去掉页码和每页上方重复印出的内容。',
  contents: '去掉目录和成排的点。',
  divided: '把行末断开的词接起来；复合词保留连字符。',
  wrapped: '把排版时断开的行接成段落；诗句、表格和列表保持原样。',
  markdown: '去掉标题、强调和链接的标记。',
  links: '每个网址或邮箱只用一个字符代替。',
  quotes: '把引号统一为一种，破折号也统一为一种。',
  blanks: '连续多个空行只留一个。',
  repeats: '去掉前面已经出现过的行。',
} satisfies Translated<typeof source.preparationHelp>;

export const preparationNote = {
  about: '文本很长，只查看了其中一部分；未处理的项目为大致数目。',
  littleShare: '{least} 以下',
  uncounted: '未计次数。',
} satisfies Translated<typeof source.preparationNote>;

export const preparationFinding = {
  mojibake: '{places} 处本为 UTF-8，被当作 {table} 读取后又保存：占字符的 {share}。',
  signs: '{places} 个不可见字符：{signs}。',
  compatibility: '{places} 个连字或全角形式。',
  frame: '{publisher} 的附文：占字符的 {share}。',
  frameUnnamed: '扫描者的声明：占字符的 {share}。',
  entities: '{places} 个 HTML 实体。',
  mail: '{mails} 封带邮件头、引文或签名的邮件：占字符的 {share}。',
  stamps: '{names} 个名字、{messages} 条消息的聊天记录；时间戳占字符的 {share}。',
  cues: '{cues} 条带时间的字幕：占字符的 {share}。',
  pages: '{places} 处页码或页眉：占字符的 {share}。',
  contents: '{places} 行目录或点线：占字符的 {share}。',
  divided: '{places} 个词在行末断开，占全部行末的 {share}。',
  wrapped: '{ends} 处行末中有 {places} 处是硬换行，宽约 {width} 列。',
  markdown: '{places} 行带有 Markdown 标记。',
  links: '{places} 个网址或邮箱：占字符的 {share}。',
  quotes: '{places} 个引号或破折号与其余的不同。',
  blanks: '{places} 处有不止一个空行。',
  repeats: '{places} 行在前面已经出现过，占全部的 {share}。',
} satisfies Translated<typeof source.preparationFinding>;
