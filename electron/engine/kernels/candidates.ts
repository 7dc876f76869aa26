import type { Ids, ProjectionGradients, Tensor, Variable } from './values.ts';

/** Symbols over which one step's softmax goes in place of all, the batch's targets among them. */
export interface DrawnCandidates {
  /** each once */
  readonly ids: Int32Array;
  /** what is added to the logit of each: minus the logarithm of the chance that it had to be among them */
  readonly corrections: Float32Array;
  /** where the target of each prediction stands among them */
  readonly places: Int32Array;
}

/** The same for one make of the kernels; they live as long as the `scoped` work they are made in. */
export interface Candidates {
  /** int32 [1, count] */
  readonly ids: Ids;
  /** [1, count] */
  readonly corrections: Tensor;
}

/** What is computed of an output layer for candidates alone. */
export interface ProjectionOnto {
  /** [rows, count] */
  readonly logits: Tensor;
  /** the candidates' rows of the weights, [count, units] */
  readonly weights: Tensor;
}

/** Sampled softmax (Bengio and Senécal 2003; Jean et al. 2015): only some rows of an output layer are read and moved. */
export interface CandidateArithmetic {
  candidates(drawn: DrawnCandidates): Candidates;
  /** x [rows, units] · the candidates' rows of weights [classes, units], plus their bias. */
  projectOnto(x: Tensor, weights: Variable, bias: Variable, candidates: Candidates): ProjectionOnto;
  /** Gradients of `projectOnto`, each times `scale`: of the candidates' rows, or of all where `movesWhole`; of the whole bias. */
  projectOntoBackward(
    x: Tensor,
    weights: Variable,
    candidates: Candidates,
    onto: ProjectionOnto,
    logitsGradient: Tensor,
    scale: number,
  ): ProjectionGradients;
}
