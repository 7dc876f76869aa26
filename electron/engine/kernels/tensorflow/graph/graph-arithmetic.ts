import type { Arithmetic, Clipping } from '../../arithmetic.ts';
import { TensorFlowArithmetic } from '../tensorflow-arithmetic.ts';
import type { TensorFlowGradient } from '../tensorflow-gradient.ts';
import type { OpTensor } from '../tensors.ts';
import type { GraphOps } from './graph-ops.ts';

/** The arithmetic written down instead of done. */
export class GraphArithmetic extends TensorFlowArithmetic<GraphOps> implements Arithmetic {
  override clip(gradients: readonly TensorFlowGradient[], limit: number): Clipping {
    const clipping = super.clip(gradients, limit);
    const scale = clipping.scale as OpTensor | null;
    this.ops.awaitBeforeWriting([...gradients.map(({ values }) => values.handle), ...(scale ? [scale.handle] : [])]);
    return clipping;
  }
}
