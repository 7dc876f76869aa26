import { composed } from '../../../contract/composed.ts';
import { inlineStage } from './inline.ts';
import { MARKS } from './marks.ts';
import type { Step } from './step.ts';

/** Ligatures of Latin, Armenian and Hebrew, presentation forms of Arabic, full-width letters, half-width kana. */
const FORMS =
  /[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u0587\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufd3d\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f]+/g;
/** The same with full-width punctuation, which is the usual one among Chinese and Japanese. */
const ALL_FORMS = new RegExp(`(?:${FORMS.source.slice(0, -1)}|[\u3000\uff01-\uffee])+`, 'g');
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Folds signs that only look different into the letters that they stand for: ﬁ → fi, Ａ → A. */
export const compatibility: Step = {
  name: 'compatibility',
  marks: MARKS.form | MARKS.fullWidth,
  isRare: true,
  open(opening) {
    return inlineStage(
      opening,
      ({ marks, text }) => (marks & MARKS.form) !== 0 || !EAST_ASIAN.test(text),
      (text) => {
        let places = 0;
        const folded = text.replace(EAST_ASIAN.test(text) ? FORMS : ALL_FORMS, (form) => {
          const plain = form.normalize('NFKC');
          if (plain !== form) places += form.length;
          return plain;
        });
        // a mark may now compose with what it stands behind
        return { text: composed(folded), places };
      },
      () => ({ sure: false }),
    );
  },
};
