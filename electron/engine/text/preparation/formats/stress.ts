const CITED = /(?<![\p{L}\p{N}?])\?\?(?=[^\s?])([^?\n]{1,200})\?\?(?![\p{L}\p{N}?])/gu;
const STRESS = /(?<![\p{L}\p{N}*_+^~-])(\*\*?|__?|\+|\^|~)(?=[^\s+^~])([^\n]{0,300}?[^\s+^~])\1(?![\p{L}\p{N}*_+^~])/gu;
const LEFT_OUT = /(?<![\p{L}\p{N}-])-(?=[^\s-])([^-\n]{1,120}?[^\s-])-(?![\p{L}\p{N}-])/gu;
const MOST_ROUNDS = 3;

/** A text without the marks of stress that Textile and Jira share, of which one may stand in another. */
export function withoutStress(text: string): string {
  let left = text.replace(CITED, '$1');
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = left.replace(STRESS, '$2');
    if (next === left) break;
    left = next;
  }
  return left.replace(LEFT_OUT, '$1');
}
