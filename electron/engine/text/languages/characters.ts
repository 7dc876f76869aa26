/** What kind of character a code unit is, as far as likelihoods go. */
export interface Kind {
  /** of the letter in lower case; of what is no letter, itself */
  lower: number;
  letter: boolean;
  upper: boolean;
  script: string;
  /** of what is no letter: natural logarithm of how often it stands where no letter does */
  log: number;
  /** stands before a word, or behind one, without a space */
  opens: boolean;
  closes: boolean;
}

const SCRIPTS = 'Latin Cyrillic Greek Hebrew Arabic Thai Armenian Georgian Han Hangul Kana'.split(' ');
const SCRIPT_OF = SCRIPTS.map((script) =>
  script === 'Kana' ? /[\p{scx=Hira}\p{scx=Kana}]/u : new RegExp(`\\p{Script=${script}}`, 'u'),
);
const LETTER = /[\p{L}\p{M}]/u;
/** Unassigned or private: what a wrong table makes. */
const NOTHING = /[\p{Cn}\p{Co}\ufffd]/u;
const OPENS = new Set('“„«»‘‚´¿¡–—-(["‹›§£$€\u00a0\u00ad·°№•…');
const CLOSES = new Set('“”»«’‘´‹›–—-…)]"°ºª%\u00a0\u00ad·€™®©²³½');

/** Logarithms of frequencies in running text, by rough classes: whoever reads much text finds them about so. */
const CLASSES: [RegExp, number][] = [
  [/[ \n]/, -0.3],
  [/[.,\r\t]/, -3],
  [/[!-/:-@[-`{-~]/, -5],
  [/[0-9]/, -4.5],
  [/[“”„‘’«»–—…、。「」，：；？！《》『』（）・ー\u3000¿¡\u00a0־،؛؟]/, -4.5],
  [/[´°§№•€£©®™º²³½·\u00ad‹›†‡ª\u200b-\u200f]/, -8],
  [/[\u2500-\u259f‚]/, -9.5],
  [/[\u00a1-\u00bf×÷\u2000-\u20ff\u3000-\u303f]/, -11],
  // eslint-disable-next-line no-control-regex -- controls are a class
  [/[\0-\x1f\x7f]/, -13],
  [/[\u0080-\u009f]/, -17],
  // emoji and whatever else two units stand for
  [/[\ud800-\udbff]/, -14],
  [/[\udc00-\udfff]/, -4],
];

function kindOf(code: number): Kind {
  const character = String.fromCharCode(code);
  const letter = LETTER.test(character) && !(code === 0xaa || code === 0xba);
  const lower = letter ? character.toLowerCase() : character;
  const script = letter ? (SCRIPTS[SCRIPT_OF.findIndex((each) => each.test(character))] ?? 'other') : '';
  const log = NOTHING.test(character)
    ? -17
    : (CLASSES.find(([characters]) => characters.test(character))?.[1] ?? -12.5);
  return {
    lower: lower.charCodeAt(0),
    letter,
    upper: letter && lower !== character,
    script,
    log,
    opens: code < 128 || OPENS.has(character),
    closes: code < 128 || CLOSES.has(character),
  };
}

const kinds: (Kind | undefined)[] = [];

/** The kind of a UTF-16 code unit. */
export const kind = (code: number): Kind => (kinds[code] ??= kindOf(code));
