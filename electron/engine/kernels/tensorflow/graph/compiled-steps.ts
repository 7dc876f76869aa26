import { groupIds } from '../../group-ids.ts';
import type { Batch, BatchShape, CompiledStep, StepRecipe, StepResult } from '../../compiled-step.ts';
import type { OptimizerRule } from '../../optimizer-rule.ts';
import { changingNumbers } from '../changing-numbers.ts';
import type { Eager } from '../eager.ts';
import type { Changing, Fed, Handle } from '../ops.ts';
import type { TensorFlowVariable } from '../tensorflow-variable.ts';
import type { OpTensor } from '../tensors.ts';
import type { Feed } from './graph-ops.ts';
import { GraphVariables } from './graph-variables.ts';
import { Session } from './session.ts';
import { SessionVariables } from './session-variables.ts';
import { stepGraph, type StepGraph } from './step-graph.ts';

const keyOf = ({ time, lanes }: BatchShape): string => `${time} ${lanes}`;

/** Steps as graphs of one session, which holds the variables. */
export class CompiledSteps implements CompiledStep {
  private readonly eager: Eager;
  private readonly session: Session;
  private readonly variables: SessionVariables;
  private readonly graphs = new Map<string, StepGraph>();

  /** @throws Error where TensorFlow does not take the graph */
  constructor(eager: Eager, recipe: StepRecipe) {
    this.eager = eager;
    const all = recipe.variables as TensorFlowVariable[];
    const variables = new GraphVariables(all);
    recipe.shapes.forEach((shape, k) => this.graphs.set(keyOf(shape), stepGraph(`s${k}`, recipe, shape, variables)));
    const nodes = [...variables.finish(), ...[...this.graphs.values()].flatMap((graph) => graph.nodes)];
    this.session = new Session(eager, nodes);
    eager.free(this.session.run(new Map(), [`${variables.ready}:0`]));
    this.variables = new SessionVariables(eager, this.session, variables, all);
  }

  takes(shape: BatchShape): boolean {
    return this.graphs.has(keyOf(shape));
  }

  run(batch: Batch, carried: readonly OpTensor[], dropoutSeed: number, rule: OptimizerRule): StepResult {
    const { eager } = this;
    const graph = this.graphs.get(keyOf(batch))!;
    const numbers = changingNumbers(rule);
    const ids = this.idsOf(batch, graph);
    const made: Handle[] = [];
    const given = new Map<string, Handle>();
    for (const [feed, node] of graph.feeds) {
      const state = feed.startsWith('state') ? carried[Number(feed.slice('state'.length))] : undefined;
      const handle = state?.handle ?? this.fresh(feed, batch, ids, numbers, dropoutSeed);
      if (!state) made.push(handle);
      given.set(`${node}:0`, handle);
    }
    this.variables.takeIn();
    const names = graph.outputs.map(({ name }) => name);
    const results = this.session
      .run(given, names)
      .map((handle, k) => eager.tensors.create(handle, graph.outputs[k].shape));
    eager.free(made);
    const [loss, correct] = results;
    const norm = graph.measuresNorm ? results[2] : null;
    return { loss, correct, norm, carried: results.slice(norm ? 3 : 2) };
  }

  dispose(): void {
    this.variables.letOut();
    this.session.dispose();
  }

  /** What the graph reads of the batch's ids. */
  private idsOf({ inputs, targets }: Batch, { feeds }: StepGraph): Record<Fed, Int32Array> {
    const grouped = feeds.has('rows') ? groupIds(inputs) : undefined;
    const none = new Int32Array(0);
    return { inputs, targets, rows: grouped?.distinct ?? none, places: grouped?.places ?? none };
  }

  private fresh(
    feed: Feed,
    { time, lanes }: Batch,
    ids: Record<Fed, Int32Array>,
    numbers: Record<Changing, number>,
    dropoutSeed: number,
  ): Handle {
    const { eager } = this;
    if (feed === 'seed') return eager.seed(dropoutSeed);
    if (feed in numbers) return eager.floats(Float32Array.of(numbers[feed as Changing]), []);
    const values = ids[feed as Fed];
    return eager.fed(feed as Fed, values, values.length === time * lanes ? shapeOf(feed, time, lanes) : undefined);
  }
}

/** Ids of a batch are a matrix, targets and distinct ids a vector. */
const shapeOf = (feed: Feed, time: number, lanes: number): number[] | undefined =>
  feed === 'inputs' || feed === 'places' ? [time, lanes] : undefined;
