/** The numbers by which kernels are called: see `work` in assembly/index.ts, and each kernel for its arguments. */
export const operations = {
  product: 0,
  transpose: 1,
  lstmForward: 2,
  lstmBackward: 3,
  crossEntropy: 4,
  updateAll: 5,
  updateByProduct: 6,
  updateRows: 7,
  gather: 8,
  addRows: 9,
  sumColumns: 10,
  multiplyEach: 11,
  dropout: 12,
  squares: 13,
  squareOfProduct: 14,
  turnedProduct: 15,
  tellTogether: 16,
} as const;

export type Operation = keyof typeof operations;
