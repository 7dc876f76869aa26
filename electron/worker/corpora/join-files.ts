import { newId } from '../../storage/records/ids.ts';
import type { Job } from '../job.ts';
import { writeJoined } from './join-sources.ts';

/** Reads files into one new corpus. */
export const joinFiles: Job<'join'> = ({ workspace, name, files, ...reading }, context) => {
  const sources = files.map(({ path, name: file, found, column }) => ({
    path,
    file,
    found,
    origin: 'file' as const,
    ...reading,
    ...(column !== undefined && { column, isOwn: true }),
  }));
  return writeJoined(workspace, { id: newId(name, 'text'), name, files: sources }, context);
};
