import { AesopError } from '../../contract/errors.ts';
import { installationFolder, tryEngine } from '../../engine/runtime/index.ts';
import { bringEngine } from '../../native/bring-engine.ts';
import { isEngineFailure } from '../../native/failure.mjs';
import { readNote, writeNote } from '../../native/installation.mjs';
import { offeredEngine } from '../../native/offers.ts';
import { findSources } from '../../native/sources.ts';
import type { Job } from '../job.ts';

/** Downloads TensorFlow for this installation and sees it compute. */
export const bring: Job<'bring'> = async ({ variant, index, folder }, { progress, signal }) => {
  const installation = installationFolder();
  const offered = await offeredEngine(installation, variant);
  if (!offered) throw new AesopError('engine-not-offered');
  try {
    const engine = await bringEngine({
      ...offered,
      variant,
      sources: folder ? { folder, offline: true } : { ...findSources(), ...(index === '' ? {} : { index }) },
      prove: async (folder) => {
        const shortfall = await tryEngine(folder, variant === 'gpu');
        if (shortfall)
          throw new AesopError('engine-not-brought', { reason: shortfall.reason, advice: shortfall.install });
      },
      keep: (folder) => {
        const found = { engine: 'tensorflow', variant, folder, reason: '', install: '', passing: false };
        writeNote(installation, { ...readNote(installation), ...found });
      },
      progress: (_stage, fraction) => progress(fraction),
      signal,
    });
    return { engine };
  } catch (thrown) {
    if (!isEngineFailure(thrown)) throw thrown;
    throw new AesopError('engine-not-brought', { reason: thrown.reason, advice: thrown.install });
  }
};
