import type { Line } from '../line.ts';
import { MARKS } from '../marks.ts';

/** How a page of ChatGPT and its like says who speaks, hidden from eyes but copied with what is said; names are those of its language. */
const SAYS =
  /^\s?(?:(?<you>You|Du|Vous|Tú|Você|Вы|Ty) (?:said|hast gesagt|avez dit|dijiste|disse|сказали|powiedziałeś)|(?<it>ChatGPT|Claude|Gemini|Copilot|Grok|DeepSeek|Perplexity) (?:said|hat gesagt|a dit|dijo|disse|сказал|powiedział(?:o)?)|(?<ni>[你您])说|(?<ta>ChatGPT|DeepSeek|Gemini|Claude) ?说|(?<anata>あなた)の発言|(?<sore>ChatGPT|Gemini|Claude) ?の発言)\s?[:：]\s*$/u;
const LONGEST = 40;

/** Who speaks from here on, where a line says nothing else. */
export function assistantHead({ text, marks }: Line): string | undefined {
  if (text.length > LONGEST || (marks & MARKS.ink) === 0) return undefined;
  const end = text.trimEnd().at(-1);
  if (end !== ':' && end !== '：') return undefined;
  return Object.values(SAYS.exec(text)?.groups ?? {}).find(Boolean);
}
