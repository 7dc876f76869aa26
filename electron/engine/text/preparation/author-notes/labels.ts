import { Beginnings } from '../beginnings.ts';
import { DIVISION_WORDS, NUMBERED_DIVISION } from '../divisions.ts';

/**
 * What authors of stories that appear chapter by chapter say to their readers: 晋江 and 起点, the Archive of Our Own,
 * FanFiction.Net, Wattpad, Royal Road.
 */
export interface Label {
  /** above a chapter, below one, or wherever it stands; a line that is a note by itself */
  readonly at: 'head' | 'end' | 'anywhere' | 'line';
  /** nothing of the note stands beside it */
  readonly alone: boolean;
}

const OPENS = '[\\s*_#~(（[【<{-]{0,8}';
const CLOSES = '[\\s*_:：.)）\\]】>}~-]{0,8}$';
const BEFORE_TEXT = '[\\s*_]{0,4}[:：)\\]】–—.-](?!=)';

const ANYWHERE =
  "author['’]?s?['’]?\\s(?:end\\s|closing\\s|opening\\s|foot)?notes?|a/n['’]?s?|notas? (?:de la|del|da|do) autora?|note de l['’]aut(?:eure?|rice)|nota dell['’]autrice|nota dell['’]autore|anmerkung(?:en)? (?:der autorin|des autors)|от автора|примечани[ея] автора|作者有[话話][要想]?[说說]";
const labels = (words: string) => ({
  alone: new RegExp(`^${OPENS}(?:${words})${CLOSES}`, 'iu'),
  beside: new RegExp(`^${OPENS}(?:${words})${BEFORE_TEXT}`, 'iu'),
});
const OF_ANYWHERE = labels(ANYWHERE);
/** These say something of one word, amid a chapter. */
const OF_TRANSLATOR = labels(
  "t/n|t\\.?l\\.? ?notes?|translator['’]?s?['’]?\\snotes?|notas? (?:de la|del|da|do) (?:traductora?|tradutora?)|примечани[ея] переводчика|[译譯]者[注註]",
);
/** By the archive's own words, and those that are other books' as well: a textbook sums its chapters up. */
const END = labels('chapter end notes');
const ARCHIVE_HEAD = labels('(?:chapter )?(?:summary|notes)');
const ARCHIVE_END = labels('end notes');
const FROM = new RegExp(`^${OPENS}a note from [\\p{L}\\p{N}_ .-]{2,40}${CLOSES}`, 'iu');

/** Labels that are as well names of people and postscripts of letters, unless the same line speaks to readers. */
const WEAK = new RegExp(`^${OPENS}(?:AN|TN|[PpＰｐ][.．]?[SsＳｓ][.．]?\\d{0,2}|题外话|題外話)[:：，,、。.…\\s]`, 'u');
/** What is written of a ratio is none. */
const SHORT = new RegExp(
  `^${OPENS}A/N\\s(?!\\s{0,4}(?:[=:<>+*/−-]|(?:is|are|was|and|or|of|in|for|to|ratio|gives|denotes|equals)\\b))`,
);
const DISCLAIMER =
  /^[\s*_([]{0,8}disclaimers?[\s*_]{0,4}[:–—-].{0,300}\b(?:own(?:s|ed|ership)?|belongs?|profit|rights|characters)\b/i;

/** Who writes to readers says so by what these do, in the lines behind a label. */
const READER =
  /\b(?:reviews?|reviewed|reviewers?|reviewing|chapters?|updates?|updated|updating|readers|fics?|fanfics?|fanfiction|beta|betas|kudos|favou?rites|favou?rited|followers|feedback|patreon|ko-?fi|discord|tumblr|wattpad|hiatus|disclaimer|constructive criticism|flames)\b|\b(?:hope you|please|do) (?:\w{1,12} ){0,3}(?:enjoy|like|review|comment|vote)\b|\bthanks? (?:you )?(?:\w{1,12} ){0,4}for reading\b/i;
const CHINESE_READER =
  /月票|推[荐薦]票|推[荐薦]|收藏|[订訂][阅閱]|追[读讀]|打[赏賞]|更新|[加断斷]更|[一二三四五六七八九十两兩\d]更|[书書]友|[读讀]者|本[书書文章]|新[书書]|下章|上章|章[节節]|地雷|手榴[弹彈]|火箭炮|[鱼魚]雷|[营營]养液|營養液|留言|[评評][论論]|小天使|盟主|存稿|群号|[码碼]字|入[V坑]|[么麼]么哒|撒花|炸[毛]?更/u;

const VOTES =
  '(?:月票|推[荐薦]票?|票票|收藏(?![家品室馆館者夹])|[订訂][阅閱]|首[订訂]|全[订訂]|追[读讀]|打[赏賞]|[红紅]票|[鲜鮮]花|保底|[点點][击擊]|[评評][论論](?!家)|三[连連]|支持)';
const BEG = `求(?:一?[下波点點张張个個]|大家|各位|点點|[点點]|下|首|你们的|您的)?${VOTES}`;
const BEGS = new RegExp(BEG, 'gu');
/** A line of its own that asks for votes, or says how many chapters came today. */
const BEGGING = new RegExp(
  `^[\\s（(【[]{0,4}(?:[^“”"「」『』。！]{0,16}[，,！!、：:～~]?\\s?)?${BEG}[^“”"「」『』]{0,80}$`,
  'u',
);
const COUNTED =
  /^[\s（(【[]{0,4}(?:今[日天晚]|本日)?(?:第?[一二三四五六七八九十两兩\d]{1,3}更)(?:[送奉]上|[送来來]?到|完[毕畢成]|求)[^“”"「」『』]{0,60}$|^[\s（(【[]{0,4}今[日天晚]的?第[一二三四五六七八九十\d]{1,3}更[^\p{L}]{0,8}$/u;
const THANKS =
  /^[\s（(【[]{0,4}(?:[非十]?[常分]?(?:感[谢謝]|多[谢謝]|[谢謝]{2}))(?!.{0,400}[他她])[^。]{0,300}(?:打[赏賞]|月票|推[荐薦]票|起点币|盟主|飘红|(?:地雷|手榴[弹彈]|火箭炮|[鱼魚]雷)的|[营營]养液|霸王票|大家[对對]我的支持)/u;
/** A line is no note of one line beyond it, UTF-16 units. */
const LONGEST_LINE = 400;

/** The label that a line begins with, if any. @param ofArchive the text is one of the Archive of Our Own */
export function labelOf(text: string, ofArchive: boolean): Label | undefined {
  for (const [at, { alone, beside }] of ofArchive ? LABELS_OF_ARCHIVE : LABELS) {
    if (alone.test(text)) return { at, alone: true };
    if (beside.test(text)) return { at, alone: false };
  }
  if (OF_TRANSLATOR.beside.test(text)) return { at: 'line', alone: false };
  if (SHORT.test(text)) return { at: 'anywhere', alone: false };
  if (FROM.test(text)) return { at: 'anywhere', alone: true };
  if (text.length > LONGEST_LINE) return undefined;
  if (WEAK.test(text) && speaksToReaders(text)) return { at: 'line', alone: false };
  return TEXT_BEGINS.test(text) || DISCLAIMER.test(text) || THANKS.test(text) || COUNTED.test(text) || isBegging(text)
    ? { at: 'line', alone: false }
    : undefined;
}
const LABELS = [
  ['anywhere', OF_ANYWHERE],
  ['end', END],
] as const;
const LABELS_OF_ARCHIVE = [...LABELS, ['head', ARCHIVE_HEAD], ['end', ARCHIVE_END]] as const;

/** Somebody in a story may ask for a vote once, and a writer who is one, for more. */
const isBegging = (text: string) =>
  BEGGING.test(text) &&
  (text.match(BEGS)!.length > 1 || /求(?:一?[下波张張])?(?:月票|推[荐薦]票|追[读讀]|首[订訂])/u.test(text));

/** Whether a line is said to those who read. */
export const speaksToReaders = (text: string): boolean => READER.test(text) || CHINESE_READER.test(text);

const HEADING =
  /^\s*(?:☆[、.]?|#{1,3} ?\S|(?:prologue|epilogue|interlude|afterword|楔子|番外|尾[声聲]|序章)(?!\p{L}))/iu;
/** A line that a chapter begins with. */
export const isHeading = (text: string): boolean =>
  text.length <= 120 && (HEADING.test(text) || NUMBERED_DIVISION.test(text)) && !/[.。,，;；]\s*$/.test(text);

/** What the archive writes between notes and text, and other sites. */
export const TEXT_BEGINS =
  /^[\s([]{0,4}(?:See the end of the (?:chapter|work) for (?:more )?(?:.{0,40}and )?(?:other works.{0,40}|notes)|(?:Chapter|Work) Text)[\s.:)\]]*$/i;
export const TAIL = /^\W*Please drop by the Archive and comment\b|^\W*Actions\W*$|^(?:【?(?:上一[章页]|本章完))/;
export const OF_ARCHIVE = /^\s*Posted originally on the Archive of Our Own|^\s*Archive Warnings?:/;
export const RULE = /^\s*(?:(?:[-*_~=+—–•◆◇·oOxX]\s?){3,}|<?-{2,}>?)\s*$/;
/** A note in brackets amid what is told. */
export const IN_BRACKETS = /\s?[([](?:A\/N|T\/N)(?![\p{L}])[^()[\]]{1,600}[)\]]/gu;

/** How those of the West begin, in three letters, and those of others. */
const OF_WEST = 'aut a_n an_ tn_ t_n tl_ t_l tra cha end not anm dis ps_ p_s see wor sum pos arc pro epi int aft';
const WEST = new Beginnings([
  ...OF_WEST.split(' '),
  ...DIVISION_WORDS.filter((word) => /^[a-z]{3}/.test(word)).map((word) => word.slice(0, 3)),
]);
const OTHERS = new Set(Array.from('оОпПгГчЧкКтТрР作译譯感谢謝多非十题題第☆楔番尾序ＰｐpP'));
const MARKS_BEFORE = new Set(Array.from(' \t\u3000\xa0（([【*_#~<{-'));
const MOST_MARKS = 12;
/** From it on, signs are Chinese. */
const LEAST_WIDE = 0x2e80;

/** Whether a line may be a label, a heading, or what parts notes from a text: a quick look. */
export function mayBeLabel(text: string): boolean {
  let at = 0;
  while (at < MOST_MARKS && MARKS_BEFORE.has(text[at])) at++;
  if (text.charCodeAt(0) === 35) return true;
  if (text.charCodeAt(at) < 0x80) return WEST.has(text, at);
  if (OTHERS.has(text[at])) return true;
  return (
    text.charCodeAt(at) >= LEAST_WIDE && text.length <= LONGEST_LINE && (text.includes('求') || text.includes('更'))
  );
}
