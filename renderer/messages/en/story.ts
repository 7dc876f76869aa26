/** Texts of the Story room. */
export const story = {
  empty: 'No model yet. Train one in the Workshop, then tell a story with it.',
} as const;
