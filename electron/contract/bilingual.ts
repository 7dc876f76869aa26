/** A sentence or a name in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export const two = (en: string, zh: string): Bilingual => ({ en, zh });
