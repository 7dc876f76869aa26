import type { Losses } from '../../arithmetic.ts';
import type { Eager } from '../eager.ts';
import type { TensorFlowTargets } from '../ids.ts';
import { TYPE, type Handle } from '../ops.ts';
import { isExact, powerLosses } from '../power-losses.ts';
import { scoped } from '../scope.ts';
import type { TensorFlowVariable } from '../tensorflow-variable.ts';
import type { OpTensor } from '../tensors.ts';
import { GraphOps } from './graph-ops.ts';
import { GraphVariables } from './graph-variables.ts';
import { Session } from './session.ts';

const FEEDS = ['hidden', 'weights', 'bias', 'targets'] as const;

const keyOf = (units: number, classes: number, tied: boolean): string => `${units} ${classes} ${tied}`;

/** Projection and losses without a gradient in one call, for any number of rows; weights are fed where they lie, uncopied. */
export class LossGraph {
  private readonly eager: Eager;
  private readonly key: string;
  private readonly session: Session;
  private readonly inputs: readonly string[];
  private readonly outputs: readonly string[];

  /** @throws Error where TensorFlow does not take the graph */
  constructor(eager: Eager, units: number, classes: number, tied: boolean) {
    this.eager = eager;
    this.key = keyOf(units, classes, tied);
    const ops = new GraphOps('losses', new GraphVariables([]));
    const weights = ops.feed('weights', TYPE.float, tied ? [classes, units] : [units, classes]);
    const hidden = ops.feed('hidden', TYPE.float, [-1, units]);
    const bias = ops.feed('bias', TYPE.float, [classes]);
    const targets = ops.feed('targets', TYPE.int, [-1]);
    const { losses, correct, extremes } = scoped(ops, (scope) =>
      powerLosses(scope, { hidden, weights, bias, tied }, targets),
    );
    this.inputs = FEEDS.map((name) => ops.feeds.get(name)!.input);
    this.outputs = [losses, correct, extremes].map((handle) => ops.outputOf(handle));
    this.session = new Session(eager, ops.nodes);
  }

  takes(units: number, classes: number, tied: boolean): boolean {
    return this.key === keyOf(units, classes, tied);
  }

  /**
   * Which rows it takes depends on them alone, so that a resumed run measures as one that was never interrupted.
   * @returns null where the logits are out of the range in which it is exact
   */
  run(
    hidden: OpTensor,
    weights: TensorFlowVariable,
    bias: TensorFlowVariable,
    targets: TensorFlowTargets,
  ): Losses | null {
    const { eager } = this;
    const given: Handle[] = [hidden.handle, weights.read(), bias.read(), targets.tensor.handle];
    const [losses, correct, extremes] = this.session.run(
      new Map(this.inputs.map((input, k) => [input, given[k]])),
      this.outputs,
    );
    const exact = isExact(eager.read(extremes));
    eager.free(exact ? [extremes] : [losses, correct, extremes]);
    if (!exact) return null;
    const shape = [targets.rows];
    return { loss: eager.tensors.create(losses, shape), correct: eager.tensors.create(correct, shape) };
  }

  dispose(): void {
    this.session.dispose();
  }
}
