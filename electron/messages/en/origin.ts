/** Where a model out of another program's file comes from, and how its symbols were read. */
export const origin = {
  from: '{file}, {format}',
  imported: 'Imported from {file} ({format}), which says neither what it learnt from nor how.',
  own: '{symbols} {symbols:symbol|symbols} as {file}, a vocabulary of Aesop, lists them',
  list: '{symbols} {symbols:symbol|symbols} in the order of the list {file}',
  numbers: '{symbols} {symbols:symbol|symbols} by their numbers in {file}',
  table: '{symbols} {symbols:symbol|symbols} of the table {file}',
  lines: '{symbols} {symbols:symbol|symbols} of {file}, one a line',
  text: '{symbols} {symbols:character|characters} of {file}, numbered as the model knows them best',
} as const;
