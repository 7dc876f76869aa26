/**
 * The characters that running text of Chinese, Japanese and Korean is mostly made of. Decoded with the wrong table, bytes become
 * characters that exist but are rare, so the share of these tells encodings apart where strict decoding cannot.
 * Hand-made from the published frequency lists (Jun Da's Modern Chinese Character Frequency List for Chinese).
 */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运曰吾臣君矣焉哉乎' +
  '，。！？、；：“”‘’《》（）…—·　';
const TRADITIONAL =
  '這個們來為國說時會對於過發後裡種經麼學現當沒動還進樣開實軍無與長機間問點業將兩應戰頭體見產話給門員處論認條氣題東聲別變總電數報結務場計從關爾資許統區隊決馬書聽達強難權萬設記類據邊張該規術領傳師觀讓識帶導爭運' +
  '的一是不了在人有我他中上大和地到以要就出可也你生能而子那得下自之年作用道行所然家事成方多去法如都同面起看定天分好小部其些主理心她本前但因只想日者意力把十民第公此已工使情明性知全三又正外高由很最重物手向文政美相被利什二等或新己制身果加西月合回特代內信表化老世位次任常先海通教原提立及比解水名真走各入口平系活更打女四神安少才反受目太再感建做接必件管期市直命山金指保至形社便空治科五基眼非則白卻界光放即像且思王色路南品住告求程北死交取望覺共確今切院候' +
  '，。！？、；：「」『』《》（）…—　';
const KANA =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽっゃゅょ' +
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポッャュョー' +
  '、。「」『』！？…―・々　日一人大本中年見言出来私時思事者分気上下生行手前後今何間方';
const HANGUL =
  '이다는을가에의은도고하지한를서사기자로니어들나아그리인라수대시만여으있정해게주일보부상면것제오전장스과내모소었성와적신생동비러원구세안조금우그마공경무선실관국음했습니까요때말마음무엇더할람없던려않많같되진살난속손';

const FREQUENT = { 'zh-Hans': SIMPLIFIED, 'zh-Hant': TRADITIONAL, ja: KANA, ko: HANGUL };
type Language = keyof typeof FREQUENT;
/** Lead and trail bytes of the level 1 characters (the common ones) in each double-byte standard. */
const LEVEL_ONE: Record<Language, [encoding: string, lead: [number, number], trails: [number, number][]]> = {
  'zh-Hans': ['gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]]],
  'zh-Hant': ['big5', [0xa4, 0xc6], [[0x40, 0x7e], [0xa1, 0xfe]]], // prettier-ignore
  ja: ['shift_jis', [0x88, 0x97], [[0x40, 0x7e], [0x80, 0xfc]]], // prettier-ignore
  ko: ['euc-kr', [0xb0, 0xc8], [[0xa1, 0xfe]]],
};

/** The few thousand characters a double-byte standard counts as common (level 1). */
function commonCharacters(language: Language): string {
  const [encoding, [first, last], trails] = LEVEL_ONE[language];
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++)
    for (const [low, high] of trails) for (let trail = low; trail <= high; trail++) bytes.push(lead, trail);
  return new TextDecoder(encoding).decode(new Uint8Array(bytes));
}

/** Share of a text that its frequent, its common and all other characters have. */
const SHARES = [0.68, 0.3, 0.02];
/** So many characters are neither. */
const OTHERS = 20_000;
/** Half-width kana, which old programs of Japan wrote, and how likely each is there. */
const HALF_WIDTH = /[\uff61-\uff9f]/;
const OF_HALF_WIDTH = -9;
/** Half-width kana, compatibility forms, Bopomofo, what lies beyond the basic plane: wrong tables make them, texts hardly hold them. */
const ODD = /[\u3100-\u312f\u3400-\u4dbf\ud800-\udfff\uff61-\uff9f\uf900-\ufaff]/;

/** A language that has no alphabet to speak of: the logarithm of each character's frequency. */
export interface Ideographs {
  language: Language;
  likelihood(code: number): number;
  /** whether running text is mostly made of it */
  isFrequent(character: string): boolean;
}

function ideographsOf(language: Language): Ideographs {
  const frequent = new Set(FREQUENT[language]);
  const common = new Set(commonCharacters(language));
  common.delete('\ufffd');
  const logs = [frequent.size, common.size, OTHERS].map((size, at) => Math.log(SHARES[at] / size));
  return {
    language,
    isFrequent: (character) => frequent.has(character),
    likelihood(code) {
      const character = String.fromCharCode(code);
      if (frequent.has(character)) return logs[0];
      if (common.has(character)) return logs[1];
      if (language === 'ja' && HALF_WIDTH.test(character)) return OF_HALF_WIDTH;
      return logs[2] - (ODD.test(character) ? 3 : 0);
    },
  };
}

let made: readonly Ideographs[] | undefined;

/** Chinese in both scripts, Japanese and Korean, made once. */
export const ideographs = (): readonly Ideographs[] =>
  (made ??= (Object.keys(FREQUENT) as Language[]).map(ideographsOf));
