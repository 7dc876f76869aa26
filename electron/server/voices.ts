import type { IncomingMessage } from 'node:http';
import { matchLanguage, offeredLanguages, type Language } from '../contract/languages.ts';
import { loadTerminal, type TerminalTranslator } from '../messages/terminal.ts';

/** Who answers a request: in the language that its browser asks for. Without a request, in the terminal's. */
export type Voices = (request?: Pick<IncomingMessage, 'headers'>) => TerminalTranslator;

/** Languages that a browser asks for, best first: `zh-CN,zh;q=0.9,en;q=0.5`. A `*` asks for none. */
function asked({ headers }: Pick<IncomingMessage, 'headers'>): string[] {
  return (headers['accept-language'] ?? '')
    .split(',')
    .map((entry) => {
      const [tag, quality] = entry.split(';').map((part) => part.trim());
      return { tag, weight: quality === undefined ? 1 : Number(/^q=([\d.]+)$/.exec(quality)?.[1] ?? 0) };
    })
    .filter(({ tag, weight }) => /^[a-z]/i.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** Loads every language that a browser may ask for. @param usual the terminal's */
export async function loadVoices(usual: Language): Promise<Voices> {
  const translators = await Promise.all([...offeredLanguages, usual].map(loadTerminal));
  const voices = new Map(translators.map((translator) => [translator.language, translator]));
  return (request) => {
    const tags = request === undefined ? [] : asked(request);
    return (tags.length > 0 && voices.get(matchLanguage(tags))) || voices.get(usual)!;
  };
}
