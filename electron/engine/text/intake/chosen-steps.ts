import type { ChosenStep, Finding, Preparation } from '../../../contract/preparation.ts';

/** Which of the things found in a text are done: those asked for, and what is sure where nothing else was said. */
export function chosenSteps(findings: readonly Finding[], wish: Preparation = {}): ChosenStep[] {
  const { proposed = true, steps = {}, options = {} } = wish;
  return findings
    .filter(({ step, sure }) => steps[step] ?? (proposed && sure))
    .map(({ step, plan }) => ({ step, plan, options: options[step] }));
}
