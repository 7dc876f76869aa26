import type { Line } from './line.ts';
import type { Opening, Sink, Stage, Step } from './step.ts';
import { Tally } from './tally.ts';

/** A step at work, with what it counts. */
export interface Link {
  readonly step: Step;
  readonly stage: Stage;
  readonly tally: Tally;
  /** whether what it leaves is what the next ones see */
  readonly leads: boolean;
}

export type Settings = Pick<Opening, 'language' | 'kind'> & Partial<Pick<Opening, 'options' | 'plan' | 'seen'>>;

const nowhere: Sink = () => {};

/** Opens a step that gives what it makes of a text on to `emit`. */
function openLink(step: Step, emit: Sink, { language, kind, options = {}, plan, seen }: Settings): Link {
  const tally = new Tally();
  const leads = emit !== nowhere;
  return { step, tally, leads, stage: step.open({ emit, counts: !leads, tally, language, kind, options, plan, seen }) };
}

/** Steps at work one behind the other. */
export interface Chain {
  /** in the order of the steps */
  readonly links: readonly Link[];
  readonly take: Sink;
  /** whether what comes is seen by those alone that lead, or look for what is rare */
  onlyRare: boolean;
  /** what comes next does not follow what came */
  gap(): void;
  end(): void;
}

/** A step that only looks on. */
interface Looker {
  readonly look: Sink;
  readonly isRare: boolean;
}

/** What gives a line to a step, but past it where the line holds nothing for it. */
function into({ step: { marks }, stage }: Link, emit: Sink): Sink {
  if (marks === undefined) return (line) => stage.line(line);
  return (line) => {
    if ((line.marks & marks) === 0 && stage.seesAll !== true) emit(line);
    else stage.line(line);
  };
}

/**
 * Opens steps one behind the other.
 * @param leads whether the next steps see what a step makes of the text, or the text as it was before that step
 * @param settings of each step
 */
export function openChain(
  steps: readonly Step[],
  leads: (step: Step) => boolean,
  settings: (step: Step) => Settings,
  emit: Sink = nowhere,
): Chain {
  const links: Link[] = [];
  let take = emit;
  let beside: Looker[] = [];
  /** those that only look on stand beside the way of the text */
  const withLookers = (next: Sink, lookers: readonly Looker[]): Sink => {
    if (lookers.length === 0) return next;
    const all = lookers.map(({ look }) => look);
    const rare = lookers.filter(({ isRare }) => isRare).map(({ look }) => look);
    return (line: Line) => {
      for (const look of chain.onlyRare ? rare : all) look(line);
      next(line);
    };
  };
  for (const step of steps.toReversed()) {
    const next = leads(step) ? withLookers(take, beside) : nowhere;
    const link = openLink(step, next, settings(step));
    links.unshift(link);
    if (leads(step)) {
      beside = [];
      take = into(link, next);
    } else beside.unshift({ look: into(link, next), isRare: step.isRare === true });
  }
  const chain: Chain = {
    links,
    take: withLookers(take, beside),
    onlyRare: false,
    gap: () => {
      for (const { stage } of links) stage.gap?.();
    },
    end: () => {
      for (const { stage } of links) stage.end?.();
    },
  };
  return chain;
}
