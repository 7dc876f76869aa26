import { basename } from 'node:path';
import { newId } from '../../storage/records/ids.ts';
import type { Job } from '../job.ts';
import { writeCorpus } from './write-corpus.ts';

/** Reads a file into a new corpus. */
export const importText: Job<'import'> = ({ workspace, ...given }, context) =>
  writeCorpus(
    workspace,
    { id: newId(given.name, 'text'), ...given, file: given.file ?? basename(given.path) },
    context,
  );
