import { resolve } from 'node:path';
import { sameModel } from '../../contract/model.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { originFacts } from '../inspection/model-facts.ts';
import { findFile, kindOfPath, missingFile } from '../named-path.ts';
import { nameFlag, textFlag, type Verb } from '../verb.ts';

/** @throws AesopError `file-missing` where there is neither file nor folder */
async function thereIs(given: string): Promise<string> {
  const path = resolve(given);
  if ((await kindOfPath(path)) !== 'folder' && (await findFile(given)) === undefined) throw missingFile(given);
  return path;
}

/** A model from elsewhere, ours or another program's, checked whole, into the workspace. */
export const importModel: Verb = {
  name: 'import',
  arguments: [{ name: 'model', help: terminalMessage('given.foreignModel') }],
  flags: [
    textFlag('vocabulary', 'path', terminalMessage('flags.vocabulary'), 'import'),
    nameFlag(terminalMessage('flags.importName'), 'import'),
  ],
  examples: [
    'aesop import ~/Downloads/fable-1',
    'aesop import fable.aesop --name "The old fable"',
    'aesop import model.keras --vocabulary word_index.json',
  ],
  async run(host, [given], { vocabulary, name }) {
    const path = await thereIs(given!);
    const words = vocabulary === undefined ? undefined : await thereIs(vocabulary as string);
    const studio = await host.studio();
    const card = await studio.request('models.import', {
      file: await studio.files.grant(path),
      ...(words !== undefined && { vocabulary: await studio.files.grant(words) }),
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
