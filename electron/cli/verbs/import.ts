import { resolve } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { idScales, type IdScale } from '../../contract/foreign-formats.ts';
import { IMPORT_LIMITS } from '../../contract/limits.ts';
import { sameModel } from '../../contract/model.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { originFacts } from '../inspection/model-facts.ts';
import { findFile, kindOfPath, missingFile } from '../named-path.ts';
import { choiceFlag, nameFlag, textFlag, type Verb } from '../verb.ts';

/** @throws AesopError `file-missing`, `file-is-folder` */
async function fileAt(given: string): Promise<string> {
  const path = await findFile(given);
  if (path === undefined) throw missingFile(given);
  return path;
}

/** @throws AesopError `file-missing` where there is neither file nor folder */
const thereIs = async (given: string): Promise<string> =>
  (await kindOfPath(resolve(given))) === 'folder' ? resolve(given) : fileAt(given);

/** What a model lies in: one file or folder, or several files. @throws AesopError `file-missing`, `file-is-folder`, `model-files-many` */
async function placesOf(given: readonly string[]): Promise<readonly [string, ...string[]]> {
  const [first, ...others] = given;
  if (others.length === 0) return [await thereIs(first)];
  const limit = IMPORT_LIMITS.files;
  if (given.length > limit) throw new AesopError('model-files-many', { count: given.length, limit });
  return [await fileAt(first), ...(await Promise.all(others.map(fileAt)))];
}

/** A model from elsewhere, ours or another program's, checked whole, into the workspace. */
export const importModel: Verb = {
  name: 'import',
  arguments: [{ name: 'model', help: terminalMessage('given.foreignModel'), several: true }],
  flags: [
    textFlag('vocabulary', 'path', terminalMessage('flags.vocabulary'), 'import'),
    choiceFlag('id-scale', idScales, terminalMessage('flags.idScale'), 'import'),
    nameFlag(terminalMessage('flags.importName'), 'import'),
  ],
  examples: [
    'aesop import ~/Downloads/fable-1',
    'aesop import fable.aesop --name "The old fable"',
    'aesop import model.keras --vocabulary word_index.json',
    'aesop import model.json group1-shard1of1.bin words.txt',
  ],
  async run(host, given, { vocabulary, idScale, name }) {
    const [path, ...others] = await placesOf(given as string[]);
    const words = vocabulary === undefined ? undefined : await thereIs(vocabulary as string);
    const studio = await host.studio();
    const card = await studio.request('models.import', {
      file: await studio.files.grant(path),
      ...(others.length > 0 && { beside: await Promise.all(others.map((other) => studio.files.grant(other))) }),
      ...(words !== undefined && { vocabulary: await studio.files.grant(words) }),
      ...(idScale !== undefined && { idScale: idScale as IdScale }),
      ...(name !== undefined && { name: name as string }),
    });
    const same = sameModel(card, (await studio.request('studio.state', {})).models);
    const made = { type: 'imported', model: card.id, path: await host.modelPath(card.id) };
    if (host.options.json) return host.json({ ...made, origin: card.origin, ...(same && { sameAs: same.id }) });
    host.terminal.line(host.options.quiet ? card.id : `${card.id}  ${made.path}`);
    if (host.options.quiet) return;
    for (const [label, fact] of originFacts(host, card)) host.terminal.note(`${label}: ${fact}`);
    if (!same) return;
    const what = host.translator.text('workspace.importedAgain', { name: card.name, other: same.name, id: same.id });
    host.terminal.note(host.translator.text('common.note', { what }));
  },
};
