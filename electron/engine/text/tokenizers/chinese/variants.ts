/// <reference types="vite/client" />
import VARIANTS from './variants.txt?raw';

/** Each traditional form of a character with the simplified one. */
export const variantPairs = (): string[] => VARIANTS.split('\n').filter(Boolean);

let simplifiedForms: ReadonlyMap<string, string> | undefined;
const HAN = /\p{Script=Han}/gu;

/** A text with its traditional characters in their simplified form, as far as each has one by itself. */
export function simplified(text: string): string {
  const forms = (simplifiedForms ??= new Map(variantPairs().map(([from, to]) => [from, to])));
  return text.replace(HAN, (character) => forms.get(character) ?? character);
}
