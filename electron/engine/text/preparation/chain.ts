import type { Line, Opening, Sink, Stage, Step } from './step.ts';
import { Tally } from './tally.ts';

/** A step at work, with what it counts. */
export interface Link {
  readonly step: Step;
  readonly stage: Stage;
  readonly tally: Tally;
}

export type Settings = Pick<Opening, 'language' | 'kind'> & Partial<Pick<Opening, 'options' | 'plan'>>;

/** Opens a step that gives what it makes of a text on to `emit`. */
export function openLink(step: Step, emit: Sink, { language, kind, options = {}, plan }: Settings): Link {
  const tally = new Tally();
  return { step, tally, stage: step.open({ emit, tally, language, kind, options, plan }) };
}

const nowhere: Sink = () => {};

/**
 * Opens steps one behind the other.
 * @param leads whether the next steps see what a step makes of the text, or the text as it was before that step
 * @param settings of each step
 * @returns the links in their order, and what takes the text
 */
export function openChain(
  steps: readonly Step[],
  leads: (step: Step) => boolean,
  settings: (step: Step) => Settings,
  emit: Sink = nowhere,
): { links: Link[]; take: Sink; end: () => void } {
  const links: Link[] = [];
  const ends: (() => void)[] = [];
  let take = emit;
  let beside: Stage[] = [];
  /** those that only look on stand beside the way of the text */
  const withLookers = (next: Sink, lookers: readonly Stage[]): Sink => {
    if (lookers.length === 0) return next;
    return (line: Line) => {
      for (const looker of lookers) looker.line(line);
      next(line);
    };
  };
  for (const step of steps.toReversed()) {
    if (leads(step)) {
      const next = withLookers(take, beside);
      beside = [];
      const link = openLink(step, next, settings(step));
      links.unshift(link);
      take = (line) => link.stage.line(line);
      ends.unshift(() => link.stage.end?.());
    } else {
      const link = openLink(step, nowhere, settings(step));
      links.unshift(link);
      beside.unshift(link.stage);
      ends.unshift(() => link.stage.end?.());
    }
  }
  return {
    links,
    take: withLookers(take, beside),
    end: () => {
      for (const each of ends) each();
    },
  };
}
