import { settledBy } from '../../../../electron/contract/base.ts';
import type { Corpus } from '../../../../electron/contract/corpus.ts';
import {
  checkConflicts,
  hyperparameter,
  hyperparameterNames,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../../electron/contract/hyperparameters.ts';
import { presetFor, presetNames, type PresetName } from '../../../../electron/advice/presets.ts';
import { proposeFineTuning } from '../../../../electron/advice/fine-tuning.ts';
import { proposeHyperparameters, symbolsBy, withChanges, type Proposal } from '../../../../electron/advice/propose.ts';
import type { Message } from '../../../../electron/contract/message.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { Run } from '../../../../electron/contract/run.ts';
import type { CorpusFacts } from '../../../../electron/advice/wording.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { Counted } from './counted.svelte.ts';

/** What settings start from beside a model. */
type Chosen = 'proposed' | PresetName;
export type Start = Chosen | 'base';

/** What of a draft outlives the page. */
export interface DraftNotes {
  readonly start: Chosen;
  /** the model that is learnt on from, in place of that */
  readonly base?: string;
  readonly changes: Partial<Hyperparameters>;
}

type Values = Partial<Record<HyperparameterName, Hyperparameters[HyperparameterName]>>;

/** The settings of a training that has not begun: where they start from, and what was changed by hand. */
export class Draft {
  readonly corpus: string;
  #first: Corpus;
  #start = $state<Chosen>('proposed');
  #baseId = $state<string>();
  #changes = $state.raw<Partial<Hyperparameters>>({});
  #problems = $state.raw<Partial<Record<HyperparameterName, string>>>({});
  readonly #counts: Counted;

  /** A draft that outlives the room: what is derived in a component is derived no more once the component is gone. */
  static open(corpus: Corpus, notes?: DraftNotes): Draft {
    let draft!: Draft;
    $effect.root(() => void (draft = new Draft(corpus, notes)));
    return draft;
  }

  constructor(corpus: Corpus, notes?: DraftNotes) {
    this.corpus = corpus.id;
    this.#first = corpus;
    this.#counts = new Counted(corpus.id);
    if (notes) [this.#start, this.#baseId, this.#changes] = [notes.start, notes.base, notes.changes];
  }

  #base = $derived.by(() => models.byId(this.#baseId));
  #settled = $derived(this.#base ? settledBy(this.#base.hyperparameters) : {});
  #text = $derived.by(() => corpora.byId(this.corpus) ?? this.#first);
  /** as the chosen tokenizer sees the text, once that is counted */
  #seen = $derived.by(() => {
    const { tokenizer, lowercase } = { ...this.#text.statistics, ...this.#changes, ...this.#settled };
    return this.#counts.through({ tokenizer, lowercase }, this.#text.statistics) ?? this.#text.statistics;
  });
  #proposal = $derived.by(() => proposeHyperparameters({ ...this.#text, statistics: this.#seen }));
  #given = $derived.by(() => {
    if (this.#base) return proposeFineTuning(this.#base, this.seen);
    if (this.#start === 'proposed') {
      const { tokenizer, lowercase } = this.#text.statistics;
      return { ...this.#proposal.hyperparameters, tokenizer, lowercase };
    }
    return presetFor(this.#start, symbolsBy(this.#start, this.#text));
  });
  #values = $derived.by(() => withChanges(this.#given, { ...this.#changes, ...this.#settled }));
  #statistics = $derived.by(() => this.#counts.through(this.#values, this.#text.statistics));

  get text(): Corpus {
    return this.#text;
  }

  /** What the settings start from: where the model is gone that they started from, what is proposed. */
  get start(): Start {
    return this.#base ? 'base' : this.#start;
  }

  /** The model that is learnt on from. */
  get base(): ModelCard | undefined {
    return this.#base;
  }

  /** Whether the base model has settled a knob. */
  isSettled(name: HyperparameterName): boolean {
    return name in this.#settled;
  }

  /** What is proposed for the text; its settings are those that the draft starts from, be they a preset's. */
  get proposal(): Proposal {
    return { ...this.#proposal, hyperparameters: this.#given };
  }

  get values(): Hyperparameters {
    return this.#values;
  }

  /** The text as the chosen tokenizer sees it; as the proposed one does until that is counted. */
  get facts(): CorpusFacts {
    return { ...this.#text, statistics: this.#statistics ?? this.#text.statistics, known: this.#base?.vocabularySize };
  }

  /** The same of what the proposal follows from. */
  get seen(): CorpusFacts {
    return { ...this.#text, statistics: this.#seen };
  }

  /** Whether `facts` are of the chosen tokenizer. */
  get counted(): boolean {
    return this.#statistics !== undefined;
  }

  get notes(): DraftNotes {
    return { start: this.#start, base: this.#baseId, changes: this.#changes };
  }

  /** Knobs that are not as the proposal or the preset has them. */
  get changedNames(): readonly HyperparameterName[] {
    return hyperparameterNames.filter((name) => name in this.#changes);
  }

  get changed(): boolean {
    return this.changedNames.length > 0;
  }

  /** Why the training cannot begin as it stands: knobs with a wrong entry, knobs that exclude each other. */
  get problems(): Partial<Record<HyperparameterName, string>> {
    return this.#problems;
  }

  get conflict(): boolean {
    try {
      checkConflicts(this.#values);
      return false;
    } catch {
      return true;
    }
  }

  get ready(): boolean {
    return !this.conflict && Object.values(this.#problems).every((problem) => !problem);
  }

  /** Whether a value is Aesop's and follows from the text. */
  isProposed(name: HyperparameterName): boolean {
    if (!this.#standsAsProposed(name)) return false;
    return this.#proposal.hyperparameters[name] !== hyperparameter(name).default || this.reasonOf(name) !== undefined;
  }

  /** Not changed, nor following another that was: with tied weights one size is the other. */
  #standsAsProposed(name: HyperparameterName): boolean {
    if (this.start !== 'proposed' || name in this.#changes) return false;
    return this.#values[name] === this.#given[name];
  }

  /** Why a value is proposed; nothing where it follows from no text, from a preset or from another value. */
  reasonOf(name: HyperparameterName): Message | undefined {
    if (!this.#standsAsProposed(name)) return undefined;
    return this.#proposal.reasons.find((reason) => reason.name === name)?.text;
  }

  isChanged(name: HyperparameterName): boolean {
    return name in this.#changes;
  }

  /** What the knob would be, were it not changed. */
  original(name: HyperparameterName): Hyperparameters[HyperparameterName] {
    const others: Values = { ...this.#changes };
    delete others[name];
    return withChanges(this.#given, others as Partial<Hyperparameters>)[name];
  }

  /** Sets a knob; one that the base model has settled stays as it is. */
  set(name: HyperparameterName, value: Hyperparameters[HyperparameterName]): void {
    if (this.isSettled(name)) return;
    const changes: Values = { ...this.#changes };
    delete changes[name];
    if (this.original(name) !== value) changes[name] = value;
    this.#changes = changes as Partial<Hyperparameters>;
  }

  /** Takes over what was set elsewhere, the cut before what depends on it. */
  take(set: Partial<Hyperparameters>): void {
    for (const name of hyperparameterNames) {
      const value = set[name];
      if (value !== undefined) this.set(name, value);
    }
  }

  /** What is wrong with what was typed; empty where it is right. */
  report(name: HyperparameterName, problem: string): void {
    this.#problems = { ...this.#problems, [name]: problem };
  }

  choose(start: Chosen): void {
    this.#start = start;
    this.#baseId = undefined;
    this.reset();
  }

  /** Learns on from a model, or from nothing. */
  learnOnFrom(model: string | undefined): void {
    this.choose('proposed');
    this.#baseId = model;
  }

  reset(): void {
    this.#changes = {};
    this.#problems = {};
  }

  /** Takes over the settings of a run, and its base model where that is still there. */
  adopt({ preset, base, hyperparameters }: Pick<Run, 'preset' | 'base' | 'hyperparameters'>): void {
    if (base && models.byId(base.id)) this.learnOnFrom(base.id);
    else this.choose(presetNames.find((name) => name === preset) ?? 'proposed');
    const changes: Values = {};
    for (const name of hyperparameterNames)
      if (hyperparameters[name] !== this.#given[name]) changes[name] = hyperparameters[name];
    this.#changes = changes as Partial<Hyperparameters>;
  }

  /** Counts the text through the chosen tokenizer, where nobody has yet. */
  async count(): Promise<void> {
    if (!this.counted) await this.#counts.count(this.#values);
  }
}
