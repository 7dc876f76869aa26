/** Numbers of a syllable's parts, by the five bits that stand for each; -1 for none, and where nothing is. */
const INITIAL = [-1, -1, ...Array.from({ length: 19 }, (_, at) => at)];
const MEDIAL = [
  -1, -1, -1, 0, 1, 2, 3, 4, -1, -1, 5, 6, 7, 8, 9, 10, -1, -1, 11, 12, 13, 14, 15, 16, -1, -1, 17, 18, 19, 20,
];
const FINAL = [-1, ...Array.from({ length: 17 }, (_, at) => at), -1, ...Array.from({ length: 11 }, (_, at) => at + 17)];
const NOTHING = '\ufffd';
const LOST = 0xfffd;

/** Letters that stand alone. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FINALS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const MEDIALS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FILLED = { initial: 1, medial: 2, final: 1 };

/** A syllable out of its bits, five for each part. */
function syllable(code: number): string {
  const [initial, medial, final] = [(code >> 10) & 31, (code >> 5) & 31, code & 31];
  const [first, vowel, last] = [INITIAL[initial] ?? -1, MEDIAL[medial] ?? -1, FINAL[final] ?? -1];
  if (first >= 0 && vowel >= 0 && last >= 0) return String.fromCharCode(0xac00 + (first * 21 + vowel) * 28 + last);
  if (first >= 0 && medial === FILLED.medial && final === FILLED.final) return INITIALS[first];
  if (initial === FILLED.initial && vowel >= 0 && final === FILLED.final) return MEDIALS[vowel];
  if (initial === FILLED.initial && medial === FILLED.medial && last > 0) return FINALS[last];
  return NOTHING;
}

const wansung = new TextDecoder('euc-kr');
/** Signs and Chinese characters: two rows of the table of KS X 1001 to a first byte. */
function ofRows(lead: number, trail: number): string {
  const place = trail >= 0x91 ? trail - 0x43 : trail - 0x31;
  if (place < 0 || (trail > 0x7e && trail < 0x91) || trail > 0xfe) return NOTHING;
  const row = (lead < 0xe0 ? 0xa1 + 2 * (lead - 0xd9) : 0xca + 2 * (lead - 0xe0)) + (place >= 94 ? 1 : 0);
  const text = wansung.decode(Uint8Array.of(row, 0xa1 + (place % 94)));
  return text.length === 1 ? text : NOTHING;
}

function pair(lead: number, trail: number): string {
  if (lead >= 0x84 && lead <= 0xd3) return syllable((lead << 8) | trail);
  return lead >= 0xd9 && lead <= 0xf9 && lead !== 0xdf ? ofRows(lead, trail) : NOTHING;
}

let pairs: Uint16Array | undefined;
/** The characters of all pairs of bytes from 0x8000 on. */
const pairTable = (): Uint16Array =>
  (pairs ??= Uint16Array.from({ length: 1 << 15 }, (_, at) => pair(0x80 + (at >> 8), at & 255).charCodeAt(0)));

/** Decodes Johab, in which Korean was written under DOS: the bits of a syllable are its letters. */
export function johabDecoder() {
  const table = pairTable();
  let torn = 0;
  return {
    decode(bytes: Uint8Array, last: boolean): string {
      const units = new Uint16Array(bytes.length + 2);
      let length = 0;
      for (const byte of bytes) {
        if (torn === 0 && byte < 0x80) units[length++] = byte;
        else if (torn === 0) torn = byte;
        else {
          const unit = byte < 0x31 ? LOST : table[((torn - 0x80) << 8) | byte];
          torn = 0;
          units[length++] = unit;
          // what stands behind half a character is one of its own
          if (unit === LOST && byte < 0x80) units[length++] = byte;
        }
      }
      if (last && torn > 0) {
        units[length++] = LOST;
        torn = 0;
      }
      return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
    },
  };
}
