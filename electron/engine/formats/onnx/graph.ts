import { HARD_SIGMOID } from '../../kernels/gates.ts';
import { inputWidth, type ModelConfig } from '../../model/model-config.ts';
import { constant, floatInput, floatOutput, idInput, node, weight } from './messages.ts';
import type { Message } from '../protobuf.ts';

/** ONNX has the gates in the order i, o, f, c, ours stand in the order i, f, c, o. */
export const GATES = [0, 3, 1, 2];

/** How the symbols become what the first layer reads, [time, batch, width]. */
function entry({ input, vocabularySize, embeddingSize }: ModelConfig): Message[] {
  const turned = node('Transpose', ['ids'], ['ids_by_time'], { perm: [1, 0] });
  if (input === 'embedding')
    return [
      weight('embedding/embeddings', [vocabularySize, embeddingSize]),
      turned,
      node('Gather', ['embedding/embeddings', 'ids_by_time'], ['x_0'], { axis: 0 }),
    ];
  if (input === 'one-hot')
    return [
      constant('depth', [1], [vocabularySize]),
      constant('off_on', [2], [0, 1], false),
      turned,
      // the last axis of three
      node('OneHot', ['ids_by_time', 'depth', 'off_on'], ['x_0'], { axis: 2 }),
    ];
  return [
    constant('last_axis', [1], [2]),
    turned,
    node('Cast', ['ids_by_time'], ['ids_as_numbers'], { to: 1 }),
    node('Unsqueeze', ['ids_as_numbers', 'last_axis'], ['x_0']),
  ];
}

/** What squashes gates, candidates and cells, where that is not what ONNX takes of itself. */
const HARD = {
  activations: ['HardSigmoid', 'Tanh', 'Tanh'],
  activation_alpha: Float32Array.of(HARD_SIGMOID.slope),
  activation_beta: Float32Array.of(HARD_SIGMOID.middle),
};

function layer(config: ModelConfig, k: number): Message[] {
  const { units } = config;
  const inputs = k === 0 ? inputWidth(config) : units;
  const [w, r, b] = [`lstm_${k}/W`, `lstm_${k}/R`, `lstm_${k}/B`];
  const state = config.context === 'sequence' ? [`h_${k}`, `c_${k}`] : ['', ''];
  const after = config.context === 'sequence' ? [`h_${k}_next`, `c_${k}_next`] : [`h_${k}_next`];
  return [
    weight(w, [1, 4 * units, inputs]),
    weight(r, [1, 4 * units, units]),
    weight(b, [1, 8 * units]),
    // Y is [time, directions, batch, units]
    node('LSTM', [`x_${k}`, w, r, b, '', ...state], [`y_${k}`, ...after], {
      hidden_size: units,
      ...(config.gates === 'hard-sigmoid' && HARD),
    }),
    node('Squeeze', [`y_${k}`, 'directions'], [`x_${k + 1}`]),
  ];
}

/** From the last layer's outputs to probabilities: of every symbol for sequences, of the last one for windows. */
function exit({ context, layers, units, vocabularySize }: ModelConfig): Message[] {
  const sequence = context === 'sequence';
  const hidden = sequence
    ? node('Transpose', [`x_${layers}`], ['hidden'], { perm: [1, 0, 2] })
    : node('Squeeze', [`h_${layers - 1}_next`, 'first_axis'], ['hidden']);
  return [
    ...(sequence ? [] : [constant('first_axis', [1], [0])]),
    weight('output/kernel', [units, vocabularySize]),
    weight('output/bias', [vocabularySize]),
    hidden,
    node('MatMul', ['hidden', 'output/kernel'], ['weighed']),
    node('Add', ['weighed', 'output/bias'], ['logits']),
    node('Softmax', ['logits'], ['probabilities'], { axis: sequence ? 2 : 1 }),
  ];
}

/**
 * A model as the parts of an ONNX graph. It takes `ids` [batch, time], any number of each, and gives `logits` and
 * `probabilities`: [batch, time, vocabulary] for sequences, which take and give the state of every layer too
 * (`h_0`, `c_0` → `h_0_next`, `c_0_next`, …, [1, batch, units]), [batch, vocabulary] for windows.
 */
export function onnxGraph(config: ModelConfig): Message[] {
  const { context, layers, units, vocabularySize } = config;
  const sequence = context === 'sequence';
  const each = Array.from({ length: layers }, (_, k) => k);
  const states = sequence ? each.flatMap((k) => [`h_${k}`, `c_${k}`]) : [];
  const shape = sequence ? ['batch', 'time', vocabularySize] : ['batch', vocabularySize];
  return [
    constant('directions', [1], [1]),
    ...entry(config),
    ...each.flatMap((k) => layer(config, k)),
    ...exit(config),
    idInput('ids', 'batch', 'time'),
    ...states.map((name) => floatInput(name, 1, 'batch', units)),
    floatOutput('probabilities', ...shape),
    floatOutput('logits', ...shape),
    ...states.map((name) => floatOutput(`${name}_next`, 1, 'batch', units)),
  ];
}
