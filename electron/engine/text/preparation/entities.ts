import { composed } from '../../../contract/composed.ts';
import type { DocumentKind } from '../../../contract/document.ts';
import { ENTITY, entityMeaning } from '../html-entities.ts';
import { inlineStage } from './inline.ts';
import { MARKS } from './marks.ts';
import type { Step } from './step.ts';

const LETTER = /\p{L}/u;
/** So many letters by their numbers, each beside another, and so large a share of all entities, and the text is no text about HTML. */
const LEAST_LETTERS = 12;
const SURE_SHARE = 0.5;
/** In tables of what people wrote on the web, every sign is one that HTML needs: so many, and no other beside them. */
const LEAST_IN_TABLE = 3;
const OTHER = /&(?!(?:amp;(?!(?:amp|lt|gt|quot|#\d{1,3});)|(?:lt|gt|quot|#0?39);))/g;
const BEFORE = /&#\w{2,7};$/;
const BEHIND = /^&#\w{2,7};/;
/** What is looked at before and behind an entity. */
const NEAR = 10;

const isBeside = (text: string, from: number, to: number) =>
  BEFORE.test(text.slice(Math.max(0, from - NEAR), from)) || BEHIND.test(text.slice(to, to + NEAR));

/** Documents whose reader has written entities once: what is left of them was escaped twice. */
const WRITTEN_ONCE: ReadonlySet<DocumentKind> = new Set(['html', 'markdown', 'epub', 'mail', 'wordpress', 'evernote']);

/** Writes what entities of HTML stand for: &amp;amp; → &amp;. Twice, since some texts were escaped twice. */
export const entities: Step = {
  name: 'entities',
  marks: MARKS.ampersand,
  isRare: true,
  open(opening) {
    let within = 0;
    let all = 0;
    let others = 0;
    return inlineStage(
      opening,
      ({ text }) => text.includes('&'),
      (text) => {
        others += text.match(OTHER)?.length ?? 0;
        let places = 0;
        const once = (from: string) =>
          from.replace(ENTITY, (entity, at: number) => {
            const sign = entityMeaning(entity);
            if (sign === undefined) return entity;
            places++;
            if (entity[1] === '#' && LETTER.test(sign) && isBeside(from, at, at + entity.length)) within++;
            return sign;
          });
        const first = once(text);
        const written = composed(WRITTEN_ONCE.has(opening.kind) ? first : once(first));
        all += places;
        return { text: written, places };
      },
      () => ({
        sure:
          (within >= LEAST_LETTERS && within >= SURE_SHARE * all) ||
          (opening.kind === 'table' && others === 0 && all >= LEAST_IN_TABLE),
      }),
    );
  },
};
