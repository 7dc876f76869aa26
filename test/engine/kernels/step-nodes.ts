import type { StepRecipe } from '../../../electron/engine/kernels/compiled-step.ts';
import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import type { Node } from '../../../electron/engine/kernels/tensorflow/graph/graph-def.ts';
import { GraphVariables } from '../../../electron/engine/kernels/tensorflow/graph/graph-variables.ts';
import { stepGraph } from '../../../electron/engine/kernels/tensorflow/graph/step-graph.ts';
import type { TensorFlowVariable } from '../../../electron/engine/kernels/tensorflow/tensorflow-variable.ts';
import { Optimizer, type ModelConfig, type OptimizerSettings } from '../../../electron/engine/model/index.ts';
import { kernels } from '../tensorflow-here.ts';
import { randomModel } from './cases.ts';

/** The graph of a step, written down for a batch of that shape. */
export function nodesOf(config: ModelConfig, settings: OptimizerSettings, time = 3, lanes = 2): Node[] {
  let recipe: StepRecipe | undefined;
  const noting = Object.create(kernels, {
    compile: { value: (given: StepRecipe) => void (recipe = given) },
  }) as Kernels;
  const model = randomModel(config, noting, 1);
  const optimizer = Optimizer.create(settings, model);
  const candidates = config.outputByRows ? 12 : undefined;
  model.compile(optimizer, [{ time, lanes, candidates }]);
  const variables = new GraphVariables(recipe!.variables as TensorFlowVariable[]);
  const { nodes } = stepGraph('s', recipe!, recipe!.shapes[0], variables);
  optimizer.dispose();
  model.dispose();
  return [...variables.finish(), ...nodes];
}
