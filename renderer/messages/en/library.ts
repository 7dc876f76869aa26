/** Texts of the Library. */
export const library = {
  empty: 'Bring a text. It learns to tell it on.',
} as const;
