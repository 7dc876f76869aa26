import { nameOf } from '../../contract/common.ts';

/** What programs, shops and haste call a file, whatever is in it. */
const SAYS_LITTLE = new Set(
  (
    'index default home main page pages view print printable download downloads file files attachment output export ' +
    'untitled unnamed unknown new copy of final draft version rev ver v document documents doc docs docx odt pdf epub ' +
    'html htm text texts txt manuscript ms book ebook novel story part content contents scan temp tmp test pg images ' +
    'microsoft word writer libreoffice openoffice google unbenannt ohne titel neu neues dokument kopie von entwurf ' +
    'sans titre nouveau copie sin título nuevo documento copia senza titolo nuovo sem безымянный документ новый копия ' +
    '无标题 未命名 新建 文档 文本 文件 下载 副本 最终 最终版 终稿 定稿 初稿 草稿 未命名文档 新建文档 無標題 未命名文件 新增 文件 無題 名称未設定 新規 文書 제목없음 새 문서'
  ).split(' '),
);

/** Letters of a name, without numbers and what stands between its words. */
const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
const saysLittle = (name: string): boolean => words(name).every((word) => SAYS_LITTLE.has(word));
/** Word and others put the name of a file, or of themselves, where a title should be. */
const isOfProgram = (title: string): boolean => /^microsoft \w+ - |\.[a-z]{2,5}$/i.test(title);

/**
 * What a text is called: as its file, or by the title in it where the name of the file says nothing.
 * @param title that the document says it has; empty where there is none
 */
export function nameOfText({ name, file }: { name: string; file: string }, title: string): string {
  const isOfFile = file === name || file.startsWith(`${name}.`);
  if (!isOfFile || !title || !saysLittle(name.replace(/\.[a-z0-9]{1,8}$/i, ''))) return name;
  return saysLittle(title) || isOfProgram(title) ? name : nameOf(title, name);
}
