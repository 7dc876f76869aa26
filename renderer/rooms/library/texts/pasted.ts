/** Characters that can be pasted at once, as the contract has it. */
export const MOST_PASTED = 20_000_000;
const LONGEST_NAME = 48;

/** A name for a pasted text: its first line, shortened at a word; empty where it has none. */
export function nameFor(text: string): string {
  const line = text.slice(0, 4000).trimStart().split('\n', 1)[0].trim();
  const characters = [...line];
  if (characters.length <= LONGEST_NAME) return line;
  const cut = characters.slice(0, LONGEST_NAME).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST_NAME / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s,;:，；：、])[\s,;:，；：、]+$/u, '')}…`;
}
