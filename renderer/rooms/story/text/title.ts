const LENGTH = 60;

/** The beginning of a story in one line, cut at a word. */
export function titleOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= LENGTH) return line;
  return `${line
    .slice(0, LENGTH)
    .replace(/\s\S*$/, '')
    .replace(/[\s,;:]+$/, '')}…`;
}
