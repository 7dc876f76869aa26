/** The page that a model leaves as. */
export const storyteller = {
  title: 'Storyteller',
  opening: 'Opening the model',
  language: 'Language',
  light: 'Light appearance',
  dark: 'Dark appearance',
  about:
    '“{name}” learnt from “{corpus}”. All of it is in this page: it needs no network, and nothing you write leaves it.',
  aboutForeign:
    '“{name}” was taken in from {file}. All of it is in this page: it needs no network, and nothing you write leaves it.',
} as const;
