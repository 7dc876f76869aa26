/** Where one unit of time ends and the next begins, for times since 1970. */
const [SECONDS, MILLISECONDS] = [1e11, 1e14];
/** Behind it a year has more than four digits. */
const LATEST = Date.UTC(10_000, 0);
const ZONED = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;
const LONGEST = 80;
/** With the month by its name, two digits are the year. */
const DATED = /\d{4}|^\d{1,2}-\p{Lu}\p{Ll}{2}-\d{2}\b/u;

const within = (time: number): number | undefined => (time >= 0 && time < LATEST ? time : undefined);

/** Day before month, as nobody writes with points the other way round; with other marks both are written, and neither is guessed. */
const BY_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),?/;
const UNSURE = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/;

/** @returns milliseconds since 1970 of the forms in which programs write when something was said, undefined for any other */
export function timeOf(value: string): number | undefined {
  if (value.length > LONGEST || !DATED.test(value)) return undefined;
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
  if (number === undefined) {
    const plain = value
      .replace(/[\u202f\u00a0]/g, ' ')
      .replace(' at ', ' ')
      .replace(/(\d)([ap]m)\b/i, '$1 $2')
      .replace(BY_DAY, (_, day: string, month: string, year: string) => `${year}/${month}/${day}`)
      .trim();
    if (UNSURE.test(plain)) return undefined;
    // without a zone it would be the machine's own
    return within(Date.parse(ZONED.test(plain) ? plain : `${plain}${/^\d{4}-\d\d-\d\dT/.test(plain) ? 'Z' : ' UTC'}`));
  }
  return within(number < SECONDS ? number * 1e3 : number < MILLISECONDS ? number : number / 1e3);
}
