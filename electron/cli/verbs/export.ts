import { resolve } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { exportFormats, type ExportFormat } from '../../contract/model.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { findModel } from '../find-model.ts';
import { kindOfPath } from '../named-path.ts';
import { textFlag, type Verb } from '../verb.ts';

const [USUAL] = exportFormats;
const KNOWN = exportFormats.join(', ');

/** A model in a form that other programs read. */
export const exportModel: Verb = {
  name: 'export',
  arguments: [{ name: 'model', help: terminalMessage('given.model') }],
  flags: [
    textFlag('format', 'name', terminalMessage('flags.format', { known: KNOWN, usual: USUAL }), 'export'),
    textFlag('target', 'path', terminalMessage('flags.target'), 'export'),
  ],
  examples: ['aesop export fable-1 --format tfjs --target ./fable-model'],
  async run(host, [asked], options) {
    const format = (options.format ?? USUAL) as ExportFormat;
    if (!exportFormats.includes(format)) throw new AesopError('format-unknown', { format, known: KNOWN });
    const model = await findModel(host, asked!);
    const target = resolve((options.target as string | undefined) ?? `${model.id}-${format}`);
    if ((await kindOfPath(target)) !== undefined) throw new AesopError('target-exists', { path: target });
    const written = await host.job('export', { model: model.path, format, target }, 'writing');
    if (host.options.json) return host.json({ type: 'exported', model: model.id, format, ...written });
    const { target: path, bytes } = written;
    const told = () => host.translator.text('workspace.exported', { path, format, size: host.numbers.bytes(bytes) });
    host.terminal.line(host.options.quiet ? path : told());
  },
};
