import { verifyModel } from '../../engine/formats/index.ts';
import type { Job } from '../job.ts';

/** Checks a model folder whole. */
export const verify: Job<'verify'> = ({ model }) => verifyModel(model);
