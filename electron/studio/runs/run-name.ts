import type { Language } from '../../contract/languages.ts';
import { message, type SharedKey } from '../../contract/message.ts';
import { cutText, LONGEST } from '../../contract/limits.ts';
import type { Run } from '../../contract/run.ts';
import { toldApart } from '../../advice/told-apart.ts';
import { NAMING } from '../../messages/naming.ts';
import { firstUnused } from '../first-unused.ts';

/** More of what differs is read beside the name, not in it. */
const MOST_WORDS = 3;
/** Room for a number behind the rest. */
const NUMBER_ROOM = 7;

/** A name stays while a run goes on to more steps or ends before it made all: how many are told beside it, too. */
const CHANGES: SharedKey = 'settingWords.steps';

/** Of a base model's name, which may name others. */
const MOST_OF_BASE = 40;

type Known = Pick<Run, 'id' | 'name' | 'corpus' | 'base' | 'hyperparameters' | 'createdAt'>;

/**
 * The name of a run to come: its text's, the model that it learns on from, and what differs for good from the first run over
 * that text from there; a number where that much is another's name already.
 * @param known every run there is
 */
export function runName(
  run: Pick<Known, 'corpus' | 'base' | 'hyperparameters'>,
  known: readonly Known[],
  language: Language,
): string {
  const translator = NAMING[language];
  const [first] = known
    .filter(({ corpus, base }) => corpus.sha256 === run.corpus.sha256 && base?.id === run.base?.id)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  const from = run.base && message('settingWords.from', { name: cutText(run.base.name, MOST_OF_BASE) });
  const differ = (first && toldApart([first, { ...run, id: '' }]).get('')) ?? [];
  const lasting = differ.filter((word) => word.message !== CHANGES);
  const words = from ? [from, ...lasting] : lasting;
  const told = words
    .slice(0, MOST_WORDS)
    .map((word) => translator.say(word))
    .join(translator.text('settingWords.comma'));
  const behind = told && ` · ${told}`;
  const name = cutText(run.corpus.name, LONGEST.name - NUMBER_ROOM - behind.length) + behind;
  const numbered = (number: number) => (behind ? `${name} (${number})` : `${name} ${number}`);
  return firstUnused(known, (number) => (number === 1 ? name : numbered(number)));
}
