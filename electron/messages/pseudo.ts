import type { Tables, TranslatedTables } from './types.ts';

const ACCENTED: Record<string, string> = Object.fromEntries(
  [
    'aàbƀcçdđeèfƒgğhħiìjĵkķlļmɱnñoòpƥqɋrřsštţuùvṽwŵxẋyýzž',
    'AÀBƁCÇDĐEÈFƑGĞHĦIÌJĴKĶLĻMṀNÑOÒPƤQɊRŘSŠTŢUÙVṼWŴXẊYÝZŽ',
  ].flatMap((pairs) => [...pairs.matchAll(/(.)(.)/gu)].map(([, plain, accented]) => [plain, accented])),
);
const accented = (text: string) => text.replace(/[A-Za-z]/g, (letter) => ACCENTED[letter]);

/** How much longer than English a translation may be. */
const LONGER = 0.4;
const PADDING = '·~';

/** Placeholders keep their names, commands in backticks and flags stay as they are typed. */
const KEPT = /(\{\w+(?::[^{}]*)?\}|`[^`]*`|--[\w-]+)/;

function accentedPart(part: string): string {
  const forms = /^\{(\w+):([^{}]*)\}$/.exec(part);
  if (forms) return `{${forms[1]}:${accented(forms[2])}}`;
  return KEPT.test(part) ? part : accented(part);
}

/** A text with accents, in brackets and longer by what a wordy language takes: `⟦Ţřàìñ·~⟧`. */
export function pseudoText(text: string): string {
  if (text.trim() === '') return text;
  const longer = PADDING.repeat(Math.ceil((text.length * LONGER) / PADDING.length)).slice(
    0,
    Math.ceil(text.length * LONGER),
  );
  return `⟦${text.split(KEPT).map(accentedPart).join('')}${longer}⟧`;
}

/** English as no language at all: what of the program stays readable does not come from its messages. */
export function pseudoTables<T extends Tables>({ texts, errors }: T): TranslatedTables<T> {
  const each = (table: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(table).map(([name, text]) => [name, pseudoText(text)]));
  const both = ([message, hint]: readonly [string, string]) => [pseudoText(message), pseudoText(hint)] as const;
  return {
    texts: Object.fromEntries(Object.entries(texts).map(([name, table]) => [name, each(table)])),
    errors: Object.fromEntries(Object.entries(errors).map(([code, error]) => [code, both(error)])),
  } as TranslatedTables<T>;
}
