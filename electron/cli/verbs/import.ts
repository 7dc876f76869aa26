import { resolve } from 'node:path';
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
    if (host.options.json) return host.json({ type: 'imported', model: card.id, path: await host.modelPath(card.id) });
    host.terminal.line(host.options.quiet ? card.id : `${card.id}  ${await host.modelPath(card.id)}`);
  },
};
