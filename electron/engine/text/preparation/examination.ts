import type { Finding, Plan, StepName } from '../../../contract/preparation.ts';
import { openChain, type Chain, type Settings } from './chain.ts';
import { findingOf } from './finding.ts';
import type { Line } from './line.ts';
import { LineReader } from './lines.ts';
import { isProgram, UNSURE_IN_PROGRAMS } from './program.ts';
import type { Reason } from './sample.ts';
import { fittingSteps, type Block } from './selection.ts';
import type { Step } from './step.ts';

/** UTF-16 units by which it is judged which steps lead. */
const HEAD = 1 << 18;
/** Lines of them: short ones are as many and take as long. */
const HEAD_LINES = 1 << 14;

/** Why a block is looked at: for one of the reasons of a sample, or because something that began before goes on in it. */
type Looked = Exclude<Reason, undefined> | 'rest';

const NONE: ReadonlySet<StepName> = new Set();

interface Leaders {
  readonly leaders: ReadonlySet<Step>;
  readonly plans: ReadonlyMap<Step, Plan>;
  /** what is only named, whatever it finds */
  readonly unsure: ReadonlySet<StepName>;
}

/**
 * Looks at the beginning of a text, a step after the other, for those that are sure enough to lead in all of it.
 * @returns them, and what each that might have led plans by that beginning
 */
function leadersOf(head: string, fitting: readonly Step[], settings: Settings): Leaders {
  const leaders = new Set(fitting.filter(({ leads }) => leads === 'always'));
  const plans = new Map<Step, Plan>();
  let lines: Line[] = [];
  const reader = new LineReader((line) => lines.push(line));
  reader.push(head);
  reader.end();
  lines = lines.slice(0, HEAD_LINES);
  const unsure = settings.kind === 'text' && isProgram(lines) ? UNSURE_IN_PROGRAMS : NONE;
  for (const step of fitting.filter(({ leads }) => leads)) {
    const left: Line[] = [];
    const { links, take, end } = openChain(
      [step],
      () => true,
      () => settings,
      (line) => left.push(line),
    );
    lines.forEach(take);
    end();
    const found = links[0].stage.found();
    plans.set(step, found?.plan ?? {});
    if (found?.sure === true && !unsure.has(step.name)) leaders.add(step);
    if (leaders.has(step)) lines = left;
  }
  return { leaders, plans, unsure };
}

/** Looks at a text block by block. */
export class Examination {
  readonly #fitting: readonly Step[];
  readonly #settings: Settings;
  /** blocks that came before it was seen which steps lead */
  #head: Block[] = [];
  #chain: Chain | undefined;
  #reader: LineReader | undefined;
  /** the block before, which was passed over, and whether one before that was */
  #passed: string | undefined;
  #gap = false;
  #characters = 0;
  #unsure = NONE;
  readonly #looked = { whole: 0, sample: 0, rare: 0, rest: 0 };

  /** marks that not all of what bears them was looked at for */
  #common = 0;

  /** @param settings language (ISO 639-1 or `und`) and kind of document */
  constructor(settings: Settings) {
    this.#fitting = fittingSteps(settings.kind);
    this.#settings = settings;
  }

  push(block: Block): void {
    this.#characters += block.text.length;
    this.#common = block.common;
    if (this.#chain) return this.#take(block);
    this.#head.push(block);
    if (this.#characters >= HEAD) this.#start();
  }

  /** Sees which steps lead, by a beginning of which the last line may be half a line. */
  #start(): void {
    const head = this.#head.map(({ text }) => text).join('');
    const { leaders, plans, unsure } = leadersOf(head.slice(0, HEAD), this.#fitting, this.#settings);
    this.#unsure = unsure;
    this.#chain = openChain(
      this.#fitting,
      (step) => leaders.has(step),
      (step) => ({ ...this.#settings, seen: plans.get(step) }),
    );
    this.#reader = new LineReader(this.#chain.take);
    for (const block of this.#head) this.#take(block);
    this.#head = [];
  }

  #take({ text: block, reason: chosen }: Block): void {
    const busy = this.#chain?.links.some(({ stage }) => stage.busy?.()) ?? false;
    const reason = busy && (chosen === undefined || chosen === 'rare') ? 'rest' : chosen;
    if (reason === undefined) {
      this.#gap ||= this.#passed !== undefined;
      this.#passed = block;
      return;
    }
    // what a frame begins with may stand in the block before
    if (reason === 'rare') this.#lookAtPassed();
    this.#gap ||= this.#passed !== undefined;
    this.#passed = undefined;
    this.#look(block, reason);
  }

  #lookAtPassed(): void {
    if (this.#passed !== undefined) this.#look(this.#passed, 'rare');
    this.#passed = undefined;
  }

  #look(block: string, reason: Looked): void {
    const chain = this.#chain;
    if (!chain) return;
    const onlyRare = reason === 'rare';
    for (const { tally } of chain.links) {
      tally.weight = onlyRare || reason === 'rest' ? 0 : 1;
      tally.isSample = reason === 'sample';
    }
    this.#looked[reason] += block.length;
    // to those who have not seen the last ones, this one follows nothing
    if (this.#gap || (chain.onlyRare && !onlyRare)) {
      this.#reader?.gap();
      chain.gap();
      this.#gap = false;
    }
    chain.onlyRare = onlyRare;
    this.#reader?.push(block);
  }

  end(): Finding[] {
    if (!this.#chain) this.#start();
    this.#lookAtPassed();
    this.#reader?.end();
    this.#chain?.end();
    const { whole, sample, rare, rest } = this.#looked;
    const of = this.#characters;
    return (this.#chain?.links ?? [])
      .map((link) => {
        const { marks = 0, isRare = false } = link.step;
        const all = of / Math.max(1, whole + sample + rest + (isRare || link.leads ? rare : 0));
        const isWhole = all <= 1 || (isRare && (marks & this.#common) === 0);
        const found = findingOf(link, { of, all, rest: (of - whole) / Math.max(1, sample), whole: isWhole });
        return found && this.#unsure.has(found.step) ? { ...found, sure: false } : found;
      })
      .filter((found) => found !== undefined);
  }
}
