import { basename, join, resolve } from 'node:path';
import { nameOf, readId } from '../../contract/common.ts';
import { bordersOf, isCutAs, type Corpus, type TokenizerName } from '../../contract/corpus.ts';
import { goneOf } from '../../contract/learnt.ts';
import type { ModelCard } from '../../contract/model.ts';
import { readingOfOne, readingOfSeveral } from '../chosen-columns.ts';
import { STANDARD_INPUT } from '../standard-input.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { findModel, isSameText } from '../find-model.ts';
import { givenReading, readingFlags } from '../flags/reading-flags.ts';
import { hyperparameterFlags } from '../flags/hyperparameter-flags.ts';
import type { Host } from '../host.ts';
import { modelFacts } from '../inspection/model-facts.ts';
import { textFacts } from '../inspection/text-facts.ts';
import { kindOfPath, missingFile } from '../named-path.ts';
import { nameOfFolder, textFiles } from '../text-files.ts';
import { type Verb, type VerbOptions } from '../verb.ts';

const READING = ['tokenizer', 'lowercase'];

/** What the workspace lists, asked for once. */
interface Known {
  readonly corpora: readonly Corpus[];
  readonly models: readonly ModelCard[];
}

/** Statistics of a text whose UTF-8 form lies at `text`, through the tokenizer asked for. */
async function showText(host: Host, corpus: Corpus, text: string, options: VerbOptions): Promise<void> {
  const proposed = corpus.statistics;
  const tokenizer = (options.tokenizer ?? proposed.tokenizer) as TokenizerName;
  const lowercase = (options.lowercase ?? proposed.lowercase) as boolean;
  const same = isCutAs(proposed, { tokenizer, lowercase });
  const asked = { path: text, borders: bordersOf(corpus), tokenizer, lowercase };
  const statistics = same ? proposed : await host.job('statistics', asked, 'counting');
  if (host.options.json) return host.json({ type: 'corpus', ...corpus, statistics });
  for (const line of textFacts(host, corpus, statistics)) host.terminal.line(line);
}

/** Files are looked at in a workspace of their own that does not last: inspecting leaves nothing behind. */
async function inspectNew(
  host: Host,
  read: (workspace: string, unnamed: string) => Promise<Corpus>,
  options: VerbOptions,
): Promise<void> {
  const workspace = await host.temporaryFolder('inspect');
  const corpus = await read(workspace, host.translator.text('textFacts.unnamed'));
  await showText(host, corpus, join(workspace, 'corpora', corpus.id, 'text.txt'), options);
}

const inspectFile = (host: Host, path: string, options: VerbOptions) =>
  inspectNew(
    host,
    (workspace, unnamed) => {
      const name = basename(path);
      const input = { workspace, path, name: nameOf(name, unnamed), origin: 'file' as const };
      return host.job('import', { ...input, ...readingOfOne({ name, path }, givenReading(options)) }, 'reading');
    },
    options,
  );

const inspectFiles = (host: Host, asked: readonly string[], options: VerbOptions) =>
  inspectNew(
    host,
    async (workspace, unnamed) => {
      const { files, reading } = readingOfSeveral(await textFiles(host, asked), givenReading(options));
      const name = (await nameOfFolder(asked)) ?? files.map((file) => file.name).join(' + ');
      const input = { workspace, files, name: nameOf(name, unnamed) };
      return host.job('join', { ...input, ...reading }, 'reading');
    },
    options,
  );

async function inspectModel(host: Host, asked: string, { corpora, models }: Known): Promise<void> {
  const { path, card: listed } = await findModel(host, asked, models);
  const card = await host.job('verify', { model: path }, 'checking');
  const known = listed && corpora;
  const gone = known && goneOf(card, known).map(({ name }) => name);
  if (host.options.json) return host.json({ type: 'model', path, ...card, gone });
  for (const line of modelFacts(host, card, path, known)) host.terminal.line(line);
}

/** A text or a model, looked at closely. */
export const inspect: Verb = {
  name: 'inspect',
  arguments: [{ name: 'textOrModel', several: true, help: terminalMessage('given.textOrModel') }],
  flags: [...hyperparameterFlags.filter(({ name }) => READING.includes(name)), ...readingFlags('text')],
  examples: [
    'aesop inspect novel.txt',
    'aesop inspect chapters/',
    'aesop inspect talks.csv films.tsv --column talks.csv=transcript --column films.tsv=plot',
    'aesop inspect novel.txt --tokenizer characters',
    'aesop inspect fable-1',
  ],
  async run(host, targets, options) {
    if (targets.length > 1) return inspectFiles(host, targets as string[], options);
    const [target] = targets;
    const kind = target === STANDARD_INPUT ? 'file' : await kindOfPath(resolve(target!));
    const file = kind === 'file' ? await host.textFile(target!) : undefined;
    if (file !== undefined) return inspectFile(host, file, options);
    const studio = await host.studio();
    const { corpora, models } = await studio.request('studio.state', {});
    const corpus = corpora.find(({ id }) => id === readId(target!));
    if (kind === undefined && corpus !== undefined)
      return showText(host, corpus, join(studio.folders.workspace, 'corpora', corpus.id, 'text.txt'), options);
    const known = models.some(({ id, name }) => id === readId(target!) || isSameText(name, target!));
    if (kind !== 'folder' && !known) throw missingFile(target!);
    if (kind === 'folder' && !known && (await kindOfPath(join(resolve(target!), 'card.json'))) === undefined)
      return inspectFiles(host, [target!], options);
    return inspectModel(host, target!, { corpora, models });
  },
};
