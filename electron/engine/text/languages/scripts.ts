/** None of these is Latin or Cyrillic. */
const OTHER_SCRIPT =
  /[\u0370-\u03ff\u0530-\u1bff\u2e80-\ud7ff\uf900-\ufaff\ufb13-\ufdff\ufe70-\uffef]|[\u{20000}-\u{3ffff}]/u;

const shareOf = (text: string, signs: RegExp, of: number) => (text.match(signs)?.length ?? 0) / of;

/** Scripts that name a language by themselves, or nearly so; kana come before Han, which Japanese shares. */
const ALONE: readonly (readonly [language: string, script: RegExp, share: number])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
  ['ko', /\p{Script=Hangul}/gu, 0.3],
  ['zh', /\p{Script=Han}/gu, 0.3],
  ['th', /\p{Script=Thai}/gu, 0.3],
  ['lo', /\p{Script=Lao}/gu, 0.3],
  ['km', /\p{Script=Khmer}/gu, 0.3],
  ['my', /\p{Script=Myanmar}/gu, 0.3],
  ['el', /\p{Script=Greek}/gu, 0.3],
  ['ka', /\p{Script=Georgian}/gu, 0.3],
  ['hy', /\p{Script=Armenian}/gu, 0.3],
  ['ta', /\p{Script=Tamil}/gu, 0.3],
  ['te', /\p{Script=Telugu}/gu, 0.3],
  ['kn', /\p{Script=Kannada}/gu, 0.3],
  ['ml', /\p{Script=Malayalam}/gu, 0.3],
  ['gu', /\p{Script=Gujarati}/gu, 0.3],
  ['pa', /\p{Script=Gurmukhi}/gu, 0.3],
  ['si', /\p{Script=Sinhala}/gu, 0.3],
];

/** The letters by which those who write Arabic's are told, those that have more of them first. */
const ARABIC: readonly (readonly [language: string, letters: RegExp, share: number])[] = [
  ['ku', /[ڕڵۆێ]/g, 0.02],
  ['ug', /[ۇۈۋڭ]/g, 0.04],
  ['sd', /[ڪٻڀٺٽڊڍڳڱڻ]/g, 0.02],
  ['ps', /[ښځڅړږۍټډ]/g, 0.015],
  ['ur', /[ٹڈڑںےھہ]/g, 0.03],
  ['fa', /[پچژگکی]/g, 0.07],
];

/** Small words, by which languages of one script are told. */
const DEVANAGARI: Readonly<Record<string, string>> = {
  hi: 'है हैं था थी थे में की का के को और से ने पर यह वह नहीं कि हम भी एक जो तो कर हो गया रहा थीं मैं उसे उस ही',
  mr: 'आहे आहेत होता होती होते आणि मी तो ती ते हे ही या त्या त्याला नाही की पण तर मध्ये आपल्या आपली एक झाला केला असे नव्हते',
  ne: 'छ छन् हो र को मा ले लाई थियो थिए भयो गर्यो यो त्यो उनी तर पनि नै भने हुन् एक आफ्नो उसलाई कि छैन थिएन',
};
const HEBREW: Readonly<Record<string, string>> = {
  he: 'את של על לא הוא היא אני זה כי אם עם כל גם יש אין מה אל אבל או רק כמו היה הייתה לו לה לי עוד כבר אחד אחת אחרי לפני מאוד אז שלא איך מי שם',
  yi: 'און איז די דער דאס דעם א אן אין צו מיט פון אויף נישט ניט האט האבן ער זי עס מען איך דו מיר זיי אבער נאך ווי וואס ווען שוין זיך זיין געווען',
};
/** What points vowels, and the letters that Yiddish writes in one. */
const POINTS = /[\u0591-\u05c7]/g;
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [[/\u05f0/g, 'וו'], [/\u05f1/g, 'וי'], [/\u05f2/g, 'יי']]; // prettier-ignore
const LEAST = 2;
const LEAST_SHARE = 0.06;
const TIMES = 2;

const without = (text: string) =>
  DIGRAPHS.reduce((plain, [sign, letters]) => plain.replace(sign, letters), text.normalize('NFKD').replace(POINTS, ''));

/** The language that most small words of a text are of, `und` where none speaks for itself. */
function byWords(text: string, languages: Readonly<Record<string, string>>): string {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const [best, second] = Object.entries(languages)
    .map(([language, small]) => {
      const known = new Set(small.split(' '));
      return { language, count: words.filter((word) => known.has(word)).length };
    })
    .sort((one, other) => other.count - one.count);
  const isSure = best.count >= LEAST && best.count >= LEAST_SHARE * words.length && best.count >= TIMES * second.count;
  return isSure ? best.language : 'und';
}

/** The language of a text by its script; undefined where several are written in it that are told by more. */
export function languageByScript(text: string, letters: number): string | undefined {
  if (!OTHER_SCRIPT.test(text)) return undefined;
  for (const [language, script, share] of ALONE) if (shareOf(text, script, letters) > share) return language;
  if (shareOf(text, /\p{Script=Devanagari}/gu, letters) > 0.3) return byWords(text, DEVANAGARI);
  if (shareOf(text, /\p{Script=Hebrew}/gu, letters) > 0.3) return byWords(without(text), HEBREW);
  if (shareOf(text, /\p{Script=Arabic}/gu, letters) > 0.3)
    return ARABIC.find(([, its, share]) => shareOf(text, its, letters) > share)?.[0] ?? 'ar';
  return undefined;
}
