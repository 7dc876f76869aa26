import type { ExportFormat } from '../../electron/contract/model.ts';

/** What a format for models is called, and what it is for. */
export const FORMATS = { tfjs: ['shelf.formatTfjs', 'shelf.formatTfjsNote'] } as const satisfies Record<
  ExportFormat,
  unknown
>;
