import { compatibility } from './compatibility.ts';
import { frame } from './frame/index.ts';
import { signs } from './signs.ts';
import { stamps } from './stamps/index.ts';
import type { Step } from './step.ts';
import { wrapped } from './wrapped/index.ts';

/** Every step, in the order in which they are done. */
export const steps: readonly Step[] = [signs, compatibility, frame, stamps, wrapped];
