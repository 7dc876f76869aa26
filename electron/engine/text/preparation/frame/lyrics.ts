/** What a page of Genius has round the words of a song, and programs that fetch them leave in the lines beside it. */
const ABOVE = /^\d{1,4} Contributors?(?![a-z]).{0,600}? Lyrics(?=\[|\s*$|[\p{Lu}"“'(])/u;
const AMONG = /(?:See .{1,80} Live)?(?:Get tickets as low as \$\d{1,5})?You might also like(?=\[|\s*$)/;
const BELOW = /(?:\d{1,4}(?:\.\d)?[KM]?)?Embed\s*$/;

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** Takes that out of songs, one file of them or many. */
export class Lyrics {
  #isGenius = false;

  /** @returns what is left of a line */
  rest(text: string): string {
    const isAbove = isDigit(text.charCodeAt(0)) && ABOVE.test(text);
    const isAmong = text.includes('You might also like') && AMONG.test(text);
    this.#isGenius ||= isAbove || (isAmong && /\SYou might also like/.test(text));
    if (!this.#isGenius) return text;
    if (isAbove) return this.rest(text.replace(ABOVE, ''));
    return (isAmong ? text.replace(AMONG, '') : text).replace(BELOW, '');
  }
}
