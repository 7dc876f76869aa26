import { message, type Said } from '../../contract/message.ts';
import type { StepTrial, TriedNetwork } from '../../contract/step-trial.ts';
import { createKernels, type Kernels } from '../../engine/kernels/index.ts';
import { outOfMemory } from '../../engine/runtime/index.ts';
import { measureStep } from '../../engine/training/index.ts';
import { loadEngine } from '../engine.ts';
import type { Job } from '../job.ts';

/** Milliseconds for which steps are measured on each engine. */
const BUDGET = 200;

/** Why a step failed, in words. */
function whyNot(thrown: unknown, device: TriedNetwork['device']): Said {
  if (outOfMemory(thrown, device)) return message('engineChoice.noRoom');
  return (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0].slice(0, 200);
}

/** Tries steps of a network on a device, in a process of its own: TensorFlow sees one set of devices as long as it lives. */
export const tryStep: Job<'tryStep'> = async ({ hyperparameters: h, vocabularySize, device }) => {
  const { runtime, kernels } = await loadEngine({ precision: h.precision, device });
  const timeOn = (make: Kernels): number => measureStep(make, h, vocabularySize, BUDGET);
  const ofTensorFlow = (): StepTrial => {
    if (runtime.engine !== 'tensorflow' || runtime.device !== device)
      return { failure: runtime.reason || message('shortfalls.gpuUnusable') };
    try {
      return { tensorflow: timeOn(kernels) };
    } catch (thrown) {
      return { failure: whyNot(thrown, device) };
    }
  };
  const tried = ofTensorFlow();
  if (device === 'gpu' || h.engine === 'tensorflow') return tried;
  try {
    return { ...tried, portable: timeOn(createKernels({ engine: 'portable', threads: runtime.threads })) };
  } catch {
    return tried;
  }
};
