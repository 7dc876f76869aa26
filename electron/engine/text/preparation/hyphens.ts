/** Words before which a hyphen stands for what the next compound ends with: “Haus- und Hofbuch”. No word goes on with one but by another hyphen: bread-and-butter. */
const SUSPENDED = /^(?:und|oder|bzw|sowie|och|eller|og|and)(?![\p{L}\p{M}]|-\p{L})/u;
/** The same where some word of that language, or of another, ends so. */
const BY_LANGUAGE: Readonly<Record<string, RegExp>> = {
  nl: /^(?:en|of)(?![\p{L}\p{M}]|-\p{L})/u,
  af: /^(?:en|of)(?![\p{L}\p{M}]|-\p{L})/u,
  de: /^bis(?![\p{L}\p{M}]|-\p{L})/u,
  da: /^samt(?![\p{L}\p{M}]|-\p{L})/u,
  sv: /^samt(?![\p{L}\p{M}]|-\p{L})/u,
};
/** “Alsof” is one. */
const NOT_SUSPENDED = /(?<!\p{L})als-$/iu;
/** Before “or” and “to” it stands so behind numbers and what is set against something: “pre- or post-war”. */
const OR = /^(?:or|to)(?![\p{L}\p{M}]|-\p{L})/u;
const AGAINST =
  /(?<!\p{L})(?:pre|post|pro|anti|inter|intra|micro|macro|mono|multi|sub|super|under|over|upper|lower|inner|outer|mid|half|full|short|long|left|right|north|south|east|west|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|first|second|third)-$/iu;
/** Languages in which hardly a word has a hyphen before a small letter. */
const UNHYPHENED = new Set(['de', 'nl', 'af', 'sv', 'da', 'no', 'nb', 'nn', 'is', 'fi', 'et', 'it', 'es', 'la', 'hu']);

const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
const UNITS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/;
/** How compounds of English begin and go on, whatever joins them to one word elsewhere. */
const OF_COMPOUNDS: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [TENS, UNITS],
  [/^well$/, /^(?!(?:s|ed|er|ing)$)/],
  [/^self$/, /^(?!(?:ish|less|same|hood|ness))/],
  [/^half$/, /^(?!(?:way|penny|pence)$)/],
  [/^ill$/, /^[^u]\p{L}*(?:ed|bred|will)$/u],
  [/^so$/, /^called$/],
  [/^great$/, /^(?:grand|aunt|uncle|niece|nephew)/],
  [
    /^(?!(?:de|re|un|sur|out|be|in|dis|mis|over|under|fore|ef)$)\p{L}{2,}$/u,
    /^(?:looking|minded|hearted|handed|haired|eyed|faced|headed|tempered|natured|mannered|legged|footed|sighted|blooded|skinned|shouldered|tongued|cheeked|colou?red|shaped)$/,
  ],
  // a compound of more than two words: man-of-war
  [/-(?:in|of|to|and|the|for|on|a|o|at|by|up)$/, /./],
];
/** The same of French: verbs before who acts, and what is shown. */
const OF_FRENCH: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/[td]$/, /^(?:ils?|elles?|on|ce)$/],
  [/-t$/, /^(?:ils?|elles?|on)$/],
  [/(?:[tdr]s|ai|ux|is)$/, /^(?:je|tu)$/],
  [/(?:ez|ons|oi|[aeiou]s?)$/, /^(?:moi|vous|nous|lui|leur|mêmes?)$/],
  [/(?:^|\P{L})(?:celui|celle|ceux|celles)$/u, /^(?:ci|là)$/],
  [/^peut$/, /^être$/],
];
const BY_NAME: Readonly<Record<string, typeof OF_COMPOUNDS>> = { en: OF_COMPOUNDS, fr: OF_FRENCH };

/** Parts of English that are no words by themselves, or none that a hyphen joins. */
const BEGINNINGS =
  /^(?:re|con|com|dis|un|pro|per|ex|en|em|im|de|sur|some|any|every|with|there|where|be|ac|ad|al|ap|at|of|sup|sus)$/;
const ENDINGS =
  /^(?:[bdglmntvz]?ing(?:s|ly)?|[acipt]?[st]?ions?|ments?|mental|ness(?:es)?|ful(?:ly)?|less(?:ly)?|ly|[ai]bl[ey]|[bcdfgkpt]le[sd]?|[dnpt]?ed|(?:th|[dglmnptv])?ers?|est|en|[it]?ty|ties|[ae]n(?:ce|ces|cy)|i?ous(?:ly)?|ual|ally|things?|body|where|self|selves|ever|ish|tures?|tive|tional|sel)$/;

/**
 * Whether a line that ends with a hyphen goes on with a blank behind it.
 * @param before ends with the hyphen
 * @param language ISO 639-1 or `und`
 */
export const isSuspended = (before: string, rest: string, language: string): boolean =>
  SUSPENDED.test(rest) ||
  (BY_LANGUAGE[language]?.test(rest) === true && !NOT_SUSPENDED.test(before)) ||
  (OR.test(rest) && AGAINST.test(before));

/** Whether a word has a hyphen between two parts by what they are, wherever it stands. @param left, rest in small letters */
export const isCompound = (left: string, rest: string, language: string): boolean =>
  BY_NAME[language]?.some(([before, after]) => before.test(left) && after.test(rest)) ?? false;

/** Whether a hyphen between two parts can only have divided a word. @param left, rest in small letters */
export const isDivision = (left: string, rest: string, language: string): boolean =>
  UNHYPHENED.has(language) || (language === 'en' && (BEGINNINGS.test(left) || ENDINGS.test(rest)));
