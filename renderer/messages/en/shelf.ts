/** Texts of the Shelf. */
export const shelf = {
  empty: 'No model yet. Train one in the Workshop, or import a model folder.',
} as const;
