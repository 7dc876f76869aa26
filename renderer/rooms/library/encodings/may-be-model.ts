import type { PlainError } from '../../../../electron/contract/errors.ts';
import { isModelFile } from '../../../../electron/contract/foreign-formats.ts';
import type { Import } from '../../../state/imports.svelte.ts';

const toImport = ['documents.import-model', 'documents.import-weights'];

const isToImport = ({ code, values: { advice } }: PlainError): boolean =>
  code === 'document-unread' && typeof advice === 'object' && 'message' in advice && toImport.includes(advice.message);

/** Whether a file that is no text may be a model: by what it holds, else by its name. */
export const mayBeModel = ({ error, name }: Pick<Import, 'error' | 'name'>): boolean =>
  error !== undefined && (isToImport(error) || (/^(?:document|text)-/.test(error.code) && isModelFile(name)));
