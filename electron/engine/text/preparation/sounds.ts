import { rewritten } from './line.ts';
import type { Opening, Stage, Step } from './step.ts';

const BRACKETED = /\[[^[\]]{1,200}\]|\([^()]{1,200}\)|［[^［］]{1,200}］|（[^（）]{1,200}）|【[^【】]{1,200}】/g;
const MUSIC = /[♪♫♬♩]/g;
/** Who speaks, in capitals or behind marks; a dash before it stays. */
const SPEAKER = /^([-–—] ?)?(?:>>+ ?)?(?:\p{Lu}[\p{Lu}\p{N}.'’# -]{1,30}: ?)?/u;
const NOTHING = /^[\s\-–—:.,…]*$/u;

/** A line of subtitles as those hear it who hear the film. */
function heard(text: string): string {
  const said = text.replace(BRACKETED, ' ').replace(MUSIC, ' ').trim().replace(SPEAKER, '$1');
  return NOTHING.test(said)
    ? ''
    : said
        .replace(/(?<! ) {2,}/g, ' ')
        .replace(/ (?=[,.!?;:…](?:\s|$))/g, '')
        .trim();
}

const touches = (text: string) => /[[(［（【♪♫♬♩>:]/.test(text);

/** Leaves out what subtitles for the deaf say besides what is said: sounds, music, who speaks. */
export const sounds: Step = {
  name: 'sounds',
  fits: (kind) => kind === 'subtitles',
  open({ emit, tally }: Opening): Stage {
    return {
      line(line) {
        const said = touches(line.text) ? heard(line.text) : line.text;
        if (said === line.text) return emit(line);
        tally.note(line.text.length - said.length, line.text, said);
        if (said !== '') emit(rewritten(line, said));
      },
      // who wrote what in brackets is not known: only those who ask lose it
      found: () => (tally.places > 0 ? { sure: false } : undefined),
    };
  },
};
