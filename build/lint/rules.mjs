/** @type {Record<string, [allowed: string[], reason: string]>} folders of the house that a folder may import */
const MAY_IMPORT = {
  'electron/contract': [[], 'the contract is read by every process and depends on zod alone'],
  'electron/messages': [['contract'], 'messages are sentences, and how they are filled'],
  'electron/typesetting': [['contract', 'messages'], 'typesetting turns words into words, and knows no process'],
  'electron/advice': [['contract'], 'advice judges the nouns of the contract and knows no process'],
  'electron/native': [['contract', 'storage'], 'native brings TensorFlow to the machine, and never loads it'],
  'electron/engine': [['contract', 'advice', 'native'], 'the engine knows no window, no Electron and no workspace'],
  'electron/storage': [['contract'], 'storage only reads and writes files'],
  'electron/studio': [
    ['contract', 'messages', 'advice', 'storage'],
    'the studio holds no TensorFlow and no Electron: it talks to workers',
  ],
  'electron/worker': [
    ['contract', 'messages', 'advice', 'native', 'engine', 'storage'],
    'a worker turns a job into reports',
  ],
  'electron/preload': [['contract'], 'the bridge carries the contract, nothing else'],
  'electron/main': [['contract', 'messages', 'studio'], 'the shell hosts the studio'],
  'electron/server': [['contract', 'messages', 'studio'], 'the server hosts the studio'],
  'electron/cli': [
    ['contract', 'messages', 'typesetting', 'advice', 'studio', 'server'],
    'the terminal hosts the studio',
  ],
  renderer: [
    ['contract', 'messages', 'typesetting', 'advice'],
    'the page knows the contract, its messages, and what advice makes of it',
  ],
  'renderer/storyteller': [
    ['contract', 'messages', 'typesetting', 'advice', 'engine'],
    'the page that leaves with a model tells by itself, and knows no process',
  ],
};
const FOLDERS = [
  'contract',
  'messages',
  'typesetting',
  'advice',
  'native',
  'engine',
  'storage',
  'studio',
  'worker',
  'preload',
  'main',
  'server',
  'cli',
];

/** The contract names messages and errors as the English texts are called: by types, which vanish. */
const TYPES_OF_MESSAGES = {
  regex: '^\\.\\./(.*/)?messages/',
  message: 'the contract knows of messages their types alone.',
  allowTypeImports: true,
};
/** What the page must not load. */
const OTHER_PLACES = {
  regex: '/messages/(english|terminal|desktop|[\\w-]+/(terminal|desktop))',
  message: 'the page loads its own texts, in one language.',
  allowTypeImports: true,
};

/** What is not ours, or not TypeScript. */
export const IGNORED = [
  'dist/',
  'release/',
  'node_modules/',
  '.cache/',
  '.svelte-check/',
  'electron/engine/kernels/wasm/assembly/',
  'electron/engine/text/vocabulary/compiled/assembly/',
];

/** Beside what the linters recommend. */
export const OWN_RULES = {
  'no-console': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/no-explicit-any': 'error',
};

/** What holds for some files alone. */
export const QUIET_RULES = [
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['build/**', 'test/bench/**', 'test/tools/**'], rules: { 'no-console': 'off' } },
];

/** Texts, files and pages of others come in there: an expression that tries a long line again at each of its places hangs. */
export const LINEAR_RULES = {
  files: ['electron/**', 'renderer/**'],
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': 'error',
  },
};

/** Who may import whom. */
export const restrictions = Object.entries(MAY_IMPORT).map(([folder, [allowed, reason]]) => {
  const own = folder.split('/').pop();
  const forbidden = FOLDERS.filter(
    (name) => name !== own && !allowed.includes(name) && !(own === 'contract' && name === 'messages'),
  );
  const patterns = [
    { regex: `^\\.\\./(.*/)?(electron/)?(${forbidden.join('|')})/`, message: `${folder}: ${reason}.` },
    ...(own === 'contract' ? [TYPES_OF_MESSAGES] : []),
    ...(own === 'renderer' ? [OTHER_PLACES] : []),
    ...(own === 'main' || own === 'preload' ? [] : [{ regex: '^electron(/|$)', message: reason }]),
    ...(own === 'engine' ? [] : [{ group: ['@tensorflow/*'], message: `${folder}: ${reason}.` }]),
  ];
  return {
    files: [`${folder}/**/*.ts`, `${folder}/**/*.svelte`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});
