import { resolve } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import {
  exportFormats,
  formatFacts,
  formatsFor,
  usualPrecision,
  variantOf,
  type ExportFormat,
} from '../../contract/export-formats.ts';
import { precisionSchema, precisions, type Precision } from '../../contract/precision.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { findModel } from '../find-model.ts';
import type { Host } from '../host.ts';
import { kindOfPath, requireFolderAbove } from '../named-path.ts';
import { tableLines, titled, type NamedColumn } from '../output/table.ts';
import { switchFlag, textFlag, type Verb } from '../verb.ts';

const [USUAL] = exportFormats;
const KNOWN = exportFormats.join(', ');
const PAGE = usualPrecision('html');
const COLUMNS: NamedColumn[] = [
  { name: 'format' },
  { name: 'size', align: 'right' },
  { name: 'opens' },
  { name: 'use' },
];

/** Every format; of a model those that it can leave in, with their sizes. */
async function listFormats(host: Host, asked: string | undefined): Promise<void> {
  const { translator, numbers } = host;
  const card = asked === undefined ? undefined : (await findModel(host, asked)).card;
  const { runs } = await (await host.studio()).request('studio.state', {});
  const hasRun = runs.some(({ id }) => id === card?.run);
  const known = card ? formatsFor(card, hasRun) : exportFormats;
  const facts = known.map((format) => ({ format, bytes: card && formatFacts(format).bytes(card) }));
  for (const each of facts) host.json({ type: 'format', ...formatFacts(each.format), ...each });
  if (host.options.json) return;
  const rows = facts.map(({ format, bytes }) => [
    format,
    bytes === undefined ? '' : numbers.bytes(bytes),
    translator.text(`exportOpens.${format}`),
    translator.text(`exportHelp.${format}`),
  ]);
  for (const line of tableLines(titled(COLUMNS, translator), rows)) host.terminal.line(line);
}

function modelMissing({ translator }: Host): AesopError {
  const argument = `<${translator.text('names.model')}>`;
  const usage = `aesop export ${argument} ${translator.text('help.someFlags')}`;
  return new AesopError('argument-missing', { verb: 'export', argument, usage });
}

/** @throws AesopError `precision-unknown` */
function precisionOf(format: ExportFormat, asked: string | undefined): Precision | undefined {
  if (asked === undefined) return undefined;
  const { precisions: offered = [usualPrecision(format)] } = formatFacts(format);
  const { data } = precisionSchema.safeParse(asked);
  if (data === undefined || !offered.includes(data))
    throw new AesopError('precision-unknown', { precision: asked, format, known: offered.join(', ') });
  return data;
}

/** A model in a form that other programs read. */
export const exportModel: Verb = {
  name: 'export',
  arguments: [{ name: 'model', help: terminalMessage('given.model'), optional: true }],
  flags: [
    textFlag('format', 'name', terminalMessage('flags.format', { known: KNOWN, usual: USUAL }), 'export'),
    textFlag('target', 'path', terminalMessage('flags.target'), 'export'),
    textFlag(
      'precision',
      'name',
      terminalMessage('flags.precision', { known: precisions.join(', '), usual: PAGE }),
      'export',
    ),
    switchFlag('force', terminalMessage('flags.force'), 'export'),
    switchFlag('formats', terminalMessage('flags.formats'), 'export'),
  ],
  examples: [
    'aesop export fable-1 --format tfjs --target ./fable-model',
    'aesop export fable-1 --format html --target fable.html',
    'aesop export fable-1 --target fable.zip --force',
    'aesop export --formats',
  ],
  async run(host, [asked], options) {
    if (options.formats) return listFormats(host, asked);
    const format = (options.format ?? USUAL) as ExportFormat;
    if (!exportFormats.includes(format)) throw new AesopError('format-unknown', { format, known: KNOWN });
    const precision = precisionOf(format, options.precision as string | undefined);
    if (asked === undefined) throw modelMissing(host);
    const model = await findModel(host, asked);
    const [ending] = formatFacts(format).endings;
    const target = resolve(
      (options.target as string | undefined) ?? `${model.id}-${variantOf(format, precision)}${ending}`,
    );
    const replace = options.force === true;
    if (!replace && (await kindOfPath(target)) !== undefined) throw new AesopError('export-exists', { path: target });
    await requireFolderAbove(target);
    const { workspace } = (await host.studio()).folders;
    const { language } = host.translator;
    const input = { workspace, model: model.path, format, target, replace, precision, language };
    const written = await host.job('export', input, 'writing');
    if (host.options.json) return host.json({ type: 'exported', model: model.id, format, ...written });
    const { target: path, bytes } = written;
    const told = () => host.translator.text('workspace.exported', { path, format, size: host.numbers.bytes(bytes) });
    host.terminal.line(host.options.quiet ? path : told());
  },
};
