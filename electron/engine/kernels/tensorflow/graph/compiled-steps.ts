import { groupIds } from '../../group-ids.ts';
import type { Batch, BatchShape, CompiledStep, StepRecipe, StepResult } from '../../compiled-step.ts';
import type { OptimizerRule } from '../../optimizer-rule.ts';
import { changingNumbers } from '../changing-numbers.ts';
import type { Eager } from '../eager.ts';
import type { Changing, Fed, Handle, Shape } from '../ops.ts';
import type { TensorFlowVariable } from '../tensorflow-variable.ts';
import type { OpTensor } from '../tensors.ts';
import type { Feed } from './graph-ops.ts';
import { GraphVariables } from './graph-variables.ts';
import { Session } from './session.ts';
import { SessionVariables } from './session-variables.ts';
import { stepGraph, type StepGraph } from './step-graph.ts';

const keyOf = ({ time, lanes, candidates = 0 }: BatchShape): string => `${time} ${lanes} ${candidates}`;
const shapeOf = ({ time, lanes, drawn }: Batch): BatchShape => ({ time, lanes, candidates: drawn?.ids.length });

/** The bits of floats, in an array of their own, which TensorFlow goes on reading. */
const bitsOf = (floats: Float32Array): Int32Array => new Int32Array(floats.slice().buffer);

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

  takes(batch: Batch): boolean {
    return this.graphs.has(keyOf(shapeOf(batch)));
  }

  run(batch: Batch, carried: readonly OpTensor[], dropoutSeed: number, rule: OptimizerRule): StepResult {
    const { eager } = this;
    const graph = this.graphs.get(keyOf(shapeOf(batch)))!;
    const numbers = changingNumbers(rule);
    const ids = this.idsOf(batch, graph);
    const corrections = batch.drawn?.corrections;
    const made: Handle[] = [];
    const given = new Map<string, Handle>();
    for (const [feed, { input, shape }] of graph.feeds) {
      const state = feed.startsWith('state') ? carried[Number(feed.slice('state'.length))] : undefined;
      if (feed === 'corrections') made.push(eager.ints(bitsOf(corrections!), shape));
      else if (!state) made.push(this.fresh(feed, shape, ids, numbers, dropoutSeed));
      given.set(input, state?.handle ?? made[made.length - 1]);
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
  private idsOf({ inputs, targets, drawn }: Batch, { feeds }: StepGraph): Record<Fed, Int32Array> {
    const grouped = feeds.has('rows') ? groupIds(inputs) : undefined;
    const none = new Int32Array(0);
    return {
      inputs,
      targets: drawn?.places ?? targets,
      rows: grouped?.distinct ?? none,
      places: grouped?.places ?? none,
      candidates: drawn?.ids ?? none,
    };
  }

  private fresh(
    feed: Feed,
    shape: Shape,
    ids: Record<Fed, Int32Array>,
    numbers: Record<Changing, number>,
    dropoutSeed: number,
  ): Handle {
    const { eager } = this;
    if (feed === 'seed') return eager.seed(dropoutSeed);
    if (feed in numbers) return eager.ints(bitsOf(Float32Array.of(numbers[feed as Changing])), []);
    return eager.fed(feed as Fed, ids[feed as Fed], shape.includes(-1) ? undefined : shape);
  }
}
