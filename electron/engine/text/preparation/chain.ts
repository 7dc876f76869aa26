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

/** Whether a step takes lines without its marks: always, never, or as it says line by line. */
const seesAll = ({ step: { marks }, stage }: Link) =>
  marks === undefined ? 'always' : 'seesAll' in stage ? 'at times' : 'never';

/** What gives a line to a step, but past it where the line holds nothing for it. */
function into(link: Link, emit: Sink): Sink {
  const { step, stage } = link;
  const { marks = 0 } = step;
  if (seesAll(link) === 'always') return (line) => stage.line(line);
  return (line) => {
    if ((line.marks & marks) === 0 && stage.seesAll !== true) emit(line);
    else stage.line(line);
  };
}

/** What gives a line to steps that only look on, but not to those for which it holds nothing. */
function intoAll(links: readonly Link[]): Sink {
  const always = links.filter((link) => seesAll(link) === 'always').map(({ stage }) => stage);
  const byMarks = links.filter((link) => seesAll(link) === 'never');
  const marks = byMarks.map(({ step }) => step.marks ?? 0);
  const stages = byMarks.map(({ stage }) => stage);
  const atTimes = links.filter((link) => seesAll(link) === 'at times').map((link) => into(link, nowhere));
  return (line) => {
    for (const stage of always) stage.line(line);
    for (let at = 0; at < stages.length; at++) if ((line.marks & marks[at]) !== 0) stages[at].line(line);
    for (const look of atTimes) look(line);
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
  let beside: Link[] = [];
  /** those that only look on stand beside the way of the text */
  const withLookers = (next: Sink, lookers: readonly Link[]): Sink => {
    if (lookers.length === 0) return next;
    const all = intoAll(lookers);
    const rare = intoAll(lookers.filter(({ step }) => step.isRare));
    return (line: Line) => {
      if (chain.onlyRare) rare(line);
      else all(line);
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
    } else beside.unshift(link);
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
