import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Arithmetic, Clipping, Updater, Variable } from '../kernels/arithmetic.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { slotNames, type OptimizerRule } from '../kernels/optimizer-rule.ts';
import type { Gradients } from './backward.ts';
import type { Parameter, StackedParameter } from './parameter.ts';

export interface OptimizerSettings {
  readonly kind: Hyperparameters['optimizer'];
  /** of SGD and RMSProp */
  readonly momentum: number;
  /** decoupled for AdamW, an L2 penalty for SGD, unused by the others; biases are spared */
  readonly weightDecay: number;
  /** longest gradient over all parameters as one vector; 0 never shortens */
  readonly clipNorm: number;
}

/** The optimiser that a set of hyperparameters asks for. */
export function optimizerSettings(h: Hyperparameters): OptimizerSettings {
  const { optimizer: kind, momentum, weightDecay, clipNorm } = h;
  return { kind, momentum, weightDecay, clipNorm };
}

/** What the optimiser needs of a model. */
interface Trained {
  readonly kernels: Kernels;
  readonly weights: readonly StackedParameter[];
}

/** Turns gradients into moves of the weights. Its slots and `steps` are all that it remembers. */
export class Optimizer {
  readonly settings: OptimizerSettings;
  readonly slots: readonly Parameter[];
  /** Updates made so far; Adam's bias correction reads it. */
  steps = 0;
  private readonly kernels: Kernels;
  private readonly updater: Updater;
  private readonly slotsOf = new Map<Variable, Variable[]>();
  private readonly spared: ReadonlySet<Variable>;

  private constructor(settings: OptimizerSettings, model: Trained) {
    this.settings = settings;
    this.kernels = model.kernels;
    this.updater = model.kernels.createUpdater();
    this.spared = new Set(model.weights.filter((each) => each.shape.length === 1).flatMap((each) => each.parts));
    this.slots = model.weights.flatMap((weights) => this.createSlots(weights));
  }

  static create(settings: OptimizerSettings, model: Trained): Optimizer {
    return new Optimizer(settings, model);
  }

  private createSlots(weights: StackedParameter): Parameter[] {
    const kind = this.rule(0).kind;
    return slotNames(kind, this.settings.momentum).map(({ name, start }) => {
      const parts = weights.parts.map((part) => {
        const { shape, gates, byRows } = part;
        const slot = this.kernels.createVariable({ shape, gates, byRows, values: start });
        this.slotsOf.set(part, [...(this.slotsOf.get(part) ?? []), slot]);
        return slot;
      });
      return weights.like(`${weights.name}/${name}`, parts);
    });
  }

  /** How the next step moves a variable, or one that is not spared weight decay. */
  rule(learningRate: number, variable?: Variable): OptimizerRule {
    const { kind, momentum, weightDecay } = this.settings;
    const decay = variable && this.spared.has(variable) ? 0 : weightDecay;
    if (kind === 'rmsprop') return { kind, learningRate, momentum };
    if (kind === 'sgd') return { kind, learningRate, momentum, decay };
    const shrink = kind === 'adamw' ? learningRate * decay : 0;
    return { kind: 'adam', learningRate, step: this.steps, shrink };
  }

  /** Begins the next update. */
  next(): void {
    this.steps++;
  }

  /**
   * Moves the weights by the rule of the present step.
   * @returns the gradient's norm before clipping, or null where nothing is clipped
   */
  apply(arithmetic: Arithmetic, gradients: Gradients, learningRate: number): Clipping['norm'] {
    const updater = arithmetic === this.kernels ? this.updater : arithmetic.createUpdater();
    const { norm, scale } = arithmetic.clip([...gradients.values()], this.settings.clipNorm);
    for (const [variable, gradient] of gradients)
      updater.apply(this.rule(learningRate, variable), variable, this.slotsOf.get(variable) ?? [], gradient, scale);
    scale?.dispose();
    return norm;
  }

  /** All variables that it remembers by. */
  get slotVariables(): Variable[] {
    return [...this.slotsOf.values()].flat();
  }

  dispose(): void {
    for (const slots of this.slotsOf.values()) slots.forEach((slot) => slot.dispose());
    this.slotsOf.clear();
    this.updater.dispose();
  }
}
