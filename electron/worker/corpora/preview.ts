import { previewFile } from '../../engine/text/encodings/preview.ts';
import type { Job } from '../job.ts';

/** How a file would read; nothing is kept. */
export const preview: Job<'preview'> = ({ path, name, encoding }) => previewFile(path, name, encoding);
