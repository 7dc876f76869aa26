import { ENTITY, entityMeaning } from '../html-entities.ts';
import { inlineStage } from './inline.ts';
import { MARKS } from './marks.ts';
import type { Step } from './step.ts';

const LETTER = /\p{L}/u;
/** So many letters in entities within words, and so large a share of all entities, and the text is no text about HTML. */
const LEAST_LETTERS = 3;
const SURE_SHARE = 0.5;

/** Whether what stands beside an entity is a letter, or an entity. */
const joins = (before: string, after: string) => before === ';' || after === '&' || LETTER.test(before + after);

/** Writes what entities of HTML stand for: &amp;amp; → &amp;. Twice, since some texts were escaped twice. */
export const entities: Step = {
  name: 'entities',
  marks: MARKS.ampersand,
  isRare: true,
  open(opening) {
    let within = 0;
    let all = 0;
    return inlineStage(
      opening,
      ({ text }) => text.includes(';'),
      (text) => {
        let places = 0;
        const once = (from: string) =>
          from.replace(ENTITY, (entity, at: number) => {
            const sign = entityMeaning(entity);
            if (sign === undefined) return entity;
            places++;
            if (LETTER.test(sign) && joins(from[at - 1] ?? '', from[at + entity.length] ?? '')) within++;
            return sign;
          });
        const written = once(once(text)).normalize('NFC');
        all += places;
        return { text: written, places };
      },
      () => ({ sure: within >= LEAST_LETTERS && within >= SURE_SHARE * all }),
    );
  },
};
