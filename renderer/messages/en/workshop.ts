/** Texts of the Workshop. */
export const workshop = {
  empty: 'Choose a text in the Library to train on.',
} as const;
