import { resolve } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { exportFormats, type ExportFormat } from '../../contract/model.ts';
import { findModel } from '../find-model.ts';
import { kindOfPath } from '../named-path.ts';
import { bytes } from '../output/numbers.ts';
import { textFlag, type Verb } from '../verb.ts';

const GROUP = 'This export';

/** A model in a form that other programs read. */
export const exportModel: Verb = {
  name: 'export',
  arguments: [{ usage: '<model>', help: 'The id of a model, or the path of its folder.' }],
  summary: 'Write a model in a format that other programs read.',
  flags: [
    textFlag('format', 'name', `One of ${exportFormats.join(', ')} (default ${exportFormats[0]}).`, GROUP),
    textFlag('target', 'path', 'Where to write it; must not exist yet (default <model>-<format>).', GROUP),
  ],
  examples: ['aesop export fable-1 --format tfjs --target ./fable-model'],
  async run(host, [asked], options) {
    const format = (options.format ?? exportFormats[0]) as ExportFormat;
    if (!exportFormats.includes(format))
      throw new AesopError('format-unknown', { format, known: exportFormats.join(', ') });
    const model = await findModel(host, asked!);
    const target = resolve((options.target as string | undefined) ?? `${model.id}-${format}`);
    if ((await kindOfPath(target)) !== undefined) throw new AesopError('target-exists', { path: target });
    const written = await host.job('export', { model: model.path, format, target }, 'writing');
    if (host.options.json) return host.json({ type: 'exported', model: model.id, format, ...written });
    host.terminal.line(host.options.quiet ? written.target : `${written.target} (${format}, ${bytes(written.bytes)})`);
  },
};
