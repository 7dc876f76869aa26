import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { nameOf, readId } from '../../contract/common.ts';
import { isCutAs, type Corpus, type TokenizerName } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import { STANDARD_INPUT } from '../standard-input.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { findModel, isSameText } from '../find-model.ts';
import { givenReading, readingFlags } from '../flags/reading-flags.ts';
import { hyperparameterFlags } from '../flags/hyperparameter-flags.ts';
import type { Host } from '../host.ts';
import { modelFacts } from '../inspection/model-facts.ts';
import { textFacts } from '../inspection/text-facts.ts';
import { kindOfPath, missingFile } from '../named-path.ts';
import { type Verb, type VerbOptions } from '../verb.ts';

const READING = ['tokenizer', 'lowercase'];

/** Statistics of a text whose UTF-8 form lies at `text`, through the tokenizer asked for. */
async function showText(host: Host, corpus: Corpus, text: string, options: VerbOptions): Promise<void> {
  const proposed = corpus.statistics;
  const tokenizer = (options.tokenizer ?? proposed.tokenizer) as TokenizerName;
  const lowercase = (options.lowercase ?? proposed.lowercase) as boolean;
  const same = isCutAs(proposed, { tokenizer, lowercase });
  const statistics = same ? proposed : await host.job('statistics', { path: text, tokenizer, lowercase }, 'counting');
  if (host.options.json) return host.json({ type: 'corpus', ...corpus, statistics });
  for (const line of textFacts(host, corpus, statistics)) host.terminal.line(line);
}

/** A file is looked at in a workspace of its own that does not last: inspecting leaves nothing behind. */
async function inspectFile(host: Host, path: string, options: VerbOptions): Promise<void> {
  const workspace = await host.temporaryFolder('inspect');
  try {
    const name = nameOf(basename(path), host.translator.text('textFacts.unnamed'));
    const input = { workspace, path, name, origin: 'file' as const, ...givenReading(options) };
    const corpus = await host.job('import', input, 'reading');
    await showText(host, corpus, join(workspace, 'corpora', corpus.id, 'text.txt'), options);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function inspectModel(host: Host, asked: string): Promise<void> {
  const { path } = await findModel(host, asked);
  const card = await host.job('verify', { model: path }, 'checking');
  if (host.options.json) return host.json({ type: 'model', path, ...card });
  for (const line of modelFacts(host, card, path)) host.terminal.line(line);
}

/** A text or a model, looked at closely. */
export const inspect: Verb = {
  name: 'inspect',
  arguments: [{ name: 'textOrModel', help: terminalMessage('given.textOrModel') }],
  flags: [...hyperparameterFlags.filter(({ name }) => READING.includes(name)), ...readingFlags('text')],
  examples: ['aesop inspect novel.txt', 'aesop inspect novel.txt --tokenizer characters', 'aesop inspect fable-1'],
  async run(host, [target], options) {
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
      throw new AesopError('file-is-folder', { path: target! });
    return inspectModel(host, target!);
  },
};
