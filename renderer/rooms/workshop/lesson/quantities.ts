import type { LayerStep } from '../../../../electron/contract/trace.ts';

/** What a layer does at a symbol, in the order in which it does it; those that are no shares have a sign. */
export const QUANTITIES = [
  { name: 'input', help: 'inputHelp', signed: false },
  { name: 'forget', help: 'forgetHelp', signed: false },
  { name: 'candidate', help: 'candidateHelp', signed: true },
  { name: 'cell', help: 'cellHelp', signed: true },
  { name: 'output', help: 'outputHelp', signed: false },
  { name: 'hidden', help: 'hiddenHelp', signed: true },
] as const satisfies readonly { name: keyof LayerStep; help: string; signed: boolean }[];

/** What the highest bar of a quantity stands for: 1, but for memories that hold more. */
export const fullOf = (name: keyof LayerStep, steps: readonly LayerStep[]): number =>
  name === 'cell' ? Math.max(1, ...steps.flatMap(({ cell }) => cell.map(Math.abs))) : 1;
