import { Brackets } from './brackets.ts';
import type { Opening, Stage, Step } from './step.ts';

const WORDS = [
  'Illustrations?|Illustratie|Afbeelding|Abbildung|Illustrazione|Ilustraci[óo]n|Ilustraç[ãa]o|Gravure|Kuva|Kuvitus|Иллюстрация|插图|插圖|挿絵',
  'Frontispiece|Decoration|Blank Page|Music Score|Music|Map',
  'Side-? ?notes?|Marginal notes?|Randnotiz|Note marginale|Nota al margine|Kanttekening',
  "Transcriber['’]?s?['’]? (?:End)?notes?|Transcriptor['’]s notes?|Editor['’]s notes?|Note d[ue] transcripteur|Anmerkung(?:en)? zur Transkription|Nota del transcriptor|Nota do transcritor|Noot van de bewerker",
].join('|');
const OPENS = new RegExp(`\\[\\*?\\s?(?:${WORDS})(?=\\s*[:\\].,\\d(—-]|\\s+of\\s)`, 'iu');

/** Leaves out what a publisher says of pictures, writes at the side, or tells of the copy, in square brackets. */
export const illustrations: Step = {
  name: 'illustrations',
  leads: 'where sure',
  open(opening: Opening): Stage {
    const brackets = new Brackets(opening, OPENS);
    const end = () => brackets.end();
    return {
      line: (line) => brackets.line(line),
      gap: end,
      busy: () => brackets.isOpen,
      end,
      found: () => (opening.tally.places > 0 ? { sure: true } : undefined),
    };
  },
};
