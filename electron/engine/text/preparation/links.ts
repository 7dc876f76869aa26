import { inlineStage } from './inline.ts';
import { MARKS } from './marks.ts';
import type { Step } from './step.ts';

/** One character each, so that it is one symbol in every tokenizer. */
const LINK = '🔗';
const MAIL = '✉';
const ADDRESS = /\b(?:(?:https?|ftp|mailto):(?:\/\/)?|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?()[\]{}'’…。，）]/giu;
const MAILBOX = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}(?![\w-])/gu;

/** Puts one symbol for every address of the web or of the mail. */
export const links: Step = {
  name: 'links',
  marks: MARKS.at | MARKS.slashes | MARKS.ws,
  isRare: true,
  open(opening) {
    return inlineStage(
      opening,
      ({ text }) => text.includes('@') || text.includes('://') || text.includes('www.'),
      (text) => {
        let places = 0;
        const sign = (by: string) => () => {
          places++;
          return by;
        };
        return { text: text.replace(ADDRESS, sign(LINK)).replace(MAILBOX, sign(MAIL)), places };
      },
      () => ({ sure: false }),
    );
  },
};
