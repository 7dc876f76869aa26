import { resolve } from 'node:path';
import { sameModel } from '../../contract/model.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { findFile, kindOfPath, missingFile } from '../named-path.ts';
import type { Verb } from '../verb.ts';

/** A model folder from elsewhere, checked whole, into the workspace. */
export const importModel: Verb = {
  name: 'import',
  arguments: [{ name: 'folder', help: terminalMessage('given.folder') }],
  flags: [],
  examples: ['aesop import ~/Downloads/fable-1'],
  async run(host, [folder], _options) {
    const path = resolve(folder!);
    const kind = await kindOfPath(path);
    if (kind !== 'folder' && (await findFile(folder!)) === undefined) throw missingFile(folder!);
    const studio = await host.studio();
    const card = await studio.request('models.import', { file: await studio.files.grant(path) });
    const same = sameModel(card, (await studio.request('studio.state', {})).models);
    const made = { type: 'imported', model: card.id, path: await host.modelPath(card.id) };
    if (host.options.json) return host.json({ ...made, ...(same && { sameAs: same.id }) });
    host.terminal.line(host.options.quiet ? card.id : `${card.id}  ${made.path}`);
    if (!same || host.options.quiet) return;
    const what = host.translator.text('workspace.importedAgain', { name: card.name, other: same.name, id: same.id });
    host.terminal.note(host.translator.text('common.note', { what }));
  },
};
