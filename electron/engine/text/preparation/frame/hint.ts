import { AnyOf } from '../any-of.ts';
import { Beginnings } from '../beginnings.ts';
import { isBlank, type Line } from '../line.ts';
import { mayBeOfSite } from './sites.ts';

/** A quick look: a line without any of these is none of a frame. */
const HINT =
  /[Gg]utenberg|GUTENBERG|[Ss]mall [Pp]rint|SMALL PRINT|Plain Vanilla|PLAIN VANILLA|[Dd]igiti[sz]ed|Wikisource|[Ee]-?[Bb]ook|E-BOOK|Colophon|Uncopyright|with funding|archive\.org|Exemplar|copie num|copia digital|digital copy|reproduction of a|Full text of|other formats|OTHER FORMATS|books ?\. ?google|dition|Ausgabe|【テ|----------|底本|[Ee][Nn][Dd] of|hear about|^type\t|[Ff]eedbooks|Strictly for|Loved this|Smashwords|SMASHWORDS|additional copy|work of th|[Cc]onnect with|Discover other|Thank you for|Our Own|Published: |^Packaged: |^Storylink: |^Source: |^Summary: |^End file|drop by the|Planet eBook|handle\.net|hathitrust|gallica|elejandria|jstor|This content|liberliber|sostegno di|publié|Volume \d|du Québec|Ta lektura|скачали|Приятного|ознакомительного|предоставлен|Lib\.ru|Last-modified|Оцените|Runeberg|runeberg|<< (?:prev|föreg)|Archive Warning|Amazon|Royal Road|^Stolen |^(?:Love|Enjoy(?:ing)?|Like) this|^Support the creat|^Ensure your fav|^Help support|^Did you know this|^Reading on this|^You could be r|raw OCR|maskintolk|proofread|korrekturl/;
/** The same of links to other pages, which stand where a line begins. */
const NAVIGATES =
  /^[\s<«‹◄←]{0,4}(?:Prev|Back|Zurück|Précédent|Anterior|Precedente|Föregående|Forrige|Vorige|Назад|Jump to|Retrieved from)|^\s?←/;
const LONGEST = 600;
/** A small letter that no line of a frame begins with says so at once, and most lines of a wrapped text do. */
const SMALL_BEGINNINGS = 'diwht';
/** Stars, and what is Chinese or Japanese. */
const LEAST_WIDE = 0x2605;

const isSmall = (unit: number) => unit >= 97 && unit <= 122;

/** The first unit that is neither a blank nor a bracket. */
function firstOf(text: string): number {
  let at = 0;
  let unit = text.charCodeAt(at);
  while (unit === 32 || unit === 40 || unit === 91) unit = text.charCodeAt(++at);
  return unit;
}

/** Whether a line may be one of a frame. */
export function isHint(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (isSmall(text.charCodeAt(0)) && !SMALL_BEGINNINGS.includes(text[0]) && !text.startsWith('at ')) return false;
  if (firstOf(text) >= LEAST_WIDE) return text.startsWith('【テ') || text.startsWith('底本：') || mayBeOfSite(text);
  return HINT.test(text) || NAVIGATES.test(text);
}

/** How a line begins that opens or ends a frame in the midst of a text, or is a scanner's: three letters. */
const BEGINNINGS =
  'a_c a_d a_n a_p abo ace all ant aus bac bel cec cet col con cop den die dig did dis dow ein end enj ens esp est exp f_r fim fin fre fro ful gen hel htt if_ in_ inf jum la_ las leg lib lik lop lov pac ple pos pr_ pre pro pub que rea ret roy slu sma sob sou sta sto sum sup ta_ tak the thi una unc unl vol vor wel wit www you zur';
const TURNS = new Beginnings(BEGINNINGS.split(' '));

/** The same in the midst of a text, where a look at the first word says it of most lines. */
export function mayTurn(text: string): boolean {
  if (text.length > LONGEST) return false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xc0 && (unit < 0x2000 || unit > 0x206f)) return isHint(text);
    if (isSmall(unit | 32)) return TURNS.has(text, at) && isHint(text);
  }
  return false;
}

/** Names of which each frame holds one. */
const NAMES =
  /Gutenberg|GUTENBERG|Wikisource|Ebooks|Google|Digiti|Smashwords|Planet eBook|Royallib|底本：|ЛитРес|Runeberg|Lib\.ru|Last-modified|ranscriber|RANSCRIBER|zur Transkription|feedbooks|hathitrust|gallica|elejandria|jstor|liberliber|du Québec|wolnelektury|haodoo\.net/;
/** A part of each of those, which ends in a pair that is as seldom as they allow. */
const PARTS = new AnyOf([
  ...[
    'enberg',
    'ENBERG',
    'isourc',
    'Ebooks',
    'Google',
    'Digiti',
    'Smashw',
    'et eBo',
    'yallib',
    'ЛитРес',
    'neberg',
    'Lib.ru',
  ],
  ...[
    'Last-m',
    'ranscr',
    'RANSCR',
    'ranskr',
    'feedbo',
    'thitru',
    'gallic',
    'ejandr',
    'liberl',
    'du Qué',
    'nelekt',
    'odoo.n',
  ],
]);
/** Those that are too short for a part. */
const SHORT_NAMES = ['jstor', '底本：'];

/** Whether a stretch of a text may hold something of a frame. @param units the same, laid out in UTF-16 */
export const mayHoldFrame = (text: string, units: Uint16Array): boolean =>
  (PARTS.isIn(units) || SHORT_NAMES.some((name) => text.includes(name))) && NAMES.test(text);

const RULE = /^-{5,}\s*$/;
export const isRule = (text: string): boolean => RULE.test(text);
/** Whether a line parts a frame from the text, if one comes. */
export const isBetween = (line: Line): boolean => isBlank(line) || isRule(line.text);
