import { ENTITY, entityMeaning } from '../html-entities.ts';
import { inlineStage } from './inline.ts';
import { MARKS } from './marks.ts';
import type { Step } from './step.ts';

/** Writes what entities of HTML stand for: &amp;amp; → &amp;. Twice, since some texts were escaped twice. */
export const entities: Step = {
  name: 'entities',
  marks: MARKS.ampersand,
  isRare: true,
  open(opening) {
    return inlineStage(
      opening,
      ({ text }) => text.includes(';'),
      (text) => {
        let places = 0;
        const once = (from: string) =>
          from.replace(ENTITY, (entity) => {
            const sign = entityMeaning(entity);
            if (sign !== undefined) places++;
            return sign ?? entity;
          });
        return { text: once(once(text)).normalize('NFC'), places };
      },
      () => ({ sure: false }),
    );
  },
};
