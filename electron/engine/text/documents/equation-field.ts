/**
 * What a field of Word writes over one another: a reading over its word, as Word wrote readings before 2007 and in RTF
 * (`EQ \* jc2 \o\ad(\s\up 9(みず),水)`), a circle round a sign (`EQ \o\ac(○,印)`).
 */
const OVER = /\\o(?:\\a[a-z])?\s?\((?:\\s\\up ?\d{1,3} ?\([^()]{0,80}\)|[^,;()\\]{0,8})[,;]([^()]{0,80})\)/gi;
const EQUATION = /^\s*EQ\b/i;

/** The words of such a field without their reading; empty where it is none. */
export function writtenOver(instruction: string): string {
  if (!EQUATION.test(instruction)) return '';
  return Array.from(instruction.matchAll(OVER), ([, written]) => written.trim()).join('');
}
