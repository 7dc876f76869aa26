/** A symbol as it can be seen: white space by a sign, a word without the space before it. */
export function symbolText(symbol: string): string {
  if (symbol === '') return '⁀';
  return symbol.trim() || (symbol.includes('\n') ? '↵' : symbol.includes('\t') ? '⇥' : '␣');
}
