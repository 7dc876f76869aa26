import type { PlainError } from '../../../../electron/contract/errors.ts';
import { isModelFile } from '../../../../electron/contract/foreign-formats.ts';
import type { Import } from '../../../state/imports.svelte.ts';

const BESIDE = 'documents.import-beside';
const toImport = ['documents.import-model', 'documents.import-weights', BESIDE];

function isToImport({ code, values: { advice } }: PlainError, advices: readonly string[] = toImport): boolean {
  return code === 'document-unread' && typeof advice === 'object' && 'message' in advice && advices.includes(advice.message); // prettier-ignore
}

/** Whether it is the part of a model that has its weights in other files. */
export const lacksWeights = ({ error }: Pick<Import, 'error'>): boolean =>
  error !== undefined && isToImport(error, [BESIDE]);

/** Whether a file that is no text may be a model: by what it holds, else by its name. */
export const mayBeModel = ({ error, name }: Pick<Import, 'error' | 'name'>): boolean =>
  error !== undefined && (isToImport(error) || (/^(?:document|text)-/.test(error.code) && isModelFile(name)));
