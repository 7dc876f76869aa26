import { bookletActions } from '../../electron/cli/verbs/booklet.ts';
import { writtenFormats } from '../../electron/cli/booklets/export-booklet.ts';
import { VERBS } from '../../electron/cli/program.ts';
import { HYPERPARAMETERS, type Hyperparameter } from '../../electron/contract/hyperparameter-table.ts';
import { exportFormats } from '../../electron/contract/export-formats.ts';
import { offeredLanguages } from '../../electron/contract/languages.ts';
import { precisions } from '../../electron/contract/precision.ts';
import { presetNames } from '../../electron/advice/presets.ts';

/** Values that a setting can have, as they are typed. */
const CHOICES = Object.values(HYPERPARAMETERS).flatMap((each: Hyperparameter) =>
  each.kind === 'choice' ? each.choices : [],
);

/** Words that are no sentence's in whatever the program prints. */
const NAMES: ReadonlySet<string> = new Set([
  // the program and its verbs
  'aesop',
  'help',
  ...VERBS.map(({ name }) => name),
  // what computes where there is no TensorFlow
  'WebAssembly',
  // units of sizes
  'kB',
  'MB',
  'GB',
  // how a checksum is called
  'sha',
]);

/** What is typed as a value: the help of the verb that takes it names it, hardly anything else does. */
export const TYPED: readonly string[] = [
  ...CHOICES,
  ...presetNames,
  ...exportFormats,
  ...precisions,
  ...bookletActions,
  ...writtenFormats,
  ...['true', 'false', 'plain', 'article', 'keep', 'refuse', 'nearest', 'ask'],
  ...offeredLanguages,
];

/** Whole stretches that are typed as they stand, or that nobody made up: flags, paths, addresses, checksums. */
const STRETCHES = [
  /https?:\/\/\S+/g,
  /`[^`]*`/g,
  /--[a-z][\w-]*/g,
  /(?<![\w.])(?:~|\.{1,2})?\/[^\s“”()]+/g,
  /\b[0-9a-f]{64}\b/g,
  // files of TensorFlow that a machine may lack
  /\b(?:tfjs_binding\.node|libtensorflow_\w+\.(?:so\.2|2\.dylib)|_pywrap_tensorflow_common\.dll)/g,
];

/**
 * Words of two or more ASCII letters that no message said: in the made-up language every letter of a message has an
 * accent, also beside what was filled in, so that English that came as a value is found too.
 * @param data what this output may name: ids, texts, what a person typed. A word is found only as a whole one; of
 *   anything else the longest is taken out first
 */
export function leftovers(output: string, data: readonly string[] = []): string[] {
  const words = new Set(data.filter((each) => /^[A-Za-z]+$/.test(each)));
  const taken = data.filter((each) => each !== '' && !words.has(each)).sort((a, b) => b.length - a.length);
  const named = taken.reduce((text, each) => text.replaceAll(each, ' '), output);
  const rest = STRETCHES.reduce((text, stretch) => text.replace(stretch, ' '), named);
  return (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !NAMES.has(word) && !words.has(word));
}
