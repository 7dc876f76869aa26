import type { DrawnCandidates } from '../../candidates.ts';
import type { BatchShape, StepRecipe } from '../../compiled-step.ts';
import { TYPE } from '../ops.ts';
import type { OpTensor } from '../tensors.ts';
import { GraphArithmetic } from './graph-arithmetic.ts';
import type { Node } from './graph-def.ts';
import { GraphOps, type Feed, type FeedNode } from './graph-ops.ts';
import type { GraphVariables } from './graph-variables.ts';

/** A step for batches of one shape, written down. */
export interface StepGraph {
  readonly nodes: readonly Node[];
  readonly feeds: ReadonlyMap<Feed, FeedNode>;
  /** where its results are: loss, hits, the norm where it is measured, the carried state */
  readonly outputs: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly measuresNorm: boolean;
}

/** Candidates of a batch of that shape; which ones they are is fed. */
function noneDrawn({ candidates }: BatchShape, places: Int32Array): DrawnCandidates | undefined {
  return candidates
    ? { ids: new Int32Array(candidates), corrections: new Float32Array(candidates), places }
    : undefined;
}

/** Writes a step down by doing it with ops that are noted instead of run. */
export function stepGraph(
  prefix: string,
  recipe: StepRecipe,
  shape: StepRecipe['shapes'][number],
  variables: GraphVariables,
): StepGraph {
  const ops = new GraphOps(prefix, variables);
  const { time, lanes } = shape;
  const targets = new Int32Array(shape.targets);
  const batch = { time, lanes, inputs: new Int32Array(time * lanes), targets, drawn: noneDrawn(shape, targets) };
  const carried = recipe
    .carriedShapes(lanes)
    .map((each, k) => ops.tensors.create(ops.feed(`state${k}`, TYPE.float, each), each));
  // a number that changes is fed: what stands here only says that there is one
  const numbers = { dropoutSeed: 1, learningRate: 1 };
  const { loss, correct, norm, carried: next } = recipe.step(new GraphArithmetic(ops), batch, carried, numbers);
  const output = (tensor: OpTensor) => ({ name: ops.outputOf(tensor.handle), shape: tensor.shape });
  const total = loss as OpTensor;
  const done = { name: ops.outputOf(ops.afterWriting(total.handle)), shape: total.shape };
  const rest = [correct, ...(norm === null ? [] : [norm]), ...next].map((tensor) => output(tensor as OpTensor));
  return { nodes: ops.nodes, feeds: ops.feeds, outputs: [done, ...rest], measuresNorm: norm !== null };
}
