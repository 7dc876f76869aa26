// Plain JavaScript: set-up says them before anything is built, with any Node. They have no forms and no numbers.

/** What set-up says while it works; each begins small, behind its name. */
export const progress = {
  line: 'Set-up: {said}',
  begins: '{what} …',
  done: '{what}: done in {seconds} s',
  waitingFor: 'waiting for the set-up that already runs (process {process}) …',
  packages: 'installing the packages',
  building: 'building {part}',
  electron: 'downloading Electron',
  compiling: 'compiling the add-on',
  published: 'trying the published add-on of tfjs',
  waiting: 'TensorFlow: waiting for another set-up …',
  downloading: 'TensorFlow: downloading, {percent} % …',
  unpacking: 'TensorFlow: unpacking …',
  proving: 'TensorFlow: trying …',
  ready: 'TensorFlow is ready',
  portable: 'the portable engine will run',
  why: '{what}. {why}',
  both: '{first} {second}',
  comma: ', ',
};

/** Why it cannot go on, and what to do. */
export const stops = {
  nodeTooOld: 'Aesop needs Node 20.19 or newer; this is Node {version}. Install a newer Node and try again.',
  npmMissing: 'npm is missing. Install Node together with npm and try again.',
  packagesMissing:
    'The packages could not be installed. Check the connection and the free disk space (1 GB), then try again.',
  notBuilt: '{path} is missing. Run `npm run build` and try again.',
  diskFull: 'The disk is full. Free some space and start again.',
  diskFullAt: 'The disk is full ({path}). Free some space and start again.',
  notWritable: '{path} cannot be written. Check its owner and start again.',
  unknownVerb: 'Unknown verb “{verb}”. One of: {known}.',
};

/** Why the studio opens in the browser. */
export const windows = {
  instead: '{reason}: the studio opens in the browser instead.',
  noDisplay: 'There is no display here',
  asRoot: 'Electron keeps its sandbox and does not run as root',
  noElectron: 'Electron could not be downloaded (ELECTRON_OVERRIDE_DIST_PATH may name an unpacked one)',
};

/** What `npm run addons` begins. */
export const addons = {
  building: 'building the add-on for {system}',
  fetching: 'fetching {project} {version} for {platform}',
};

/** What the tests alone want of the machine. */
export const tests = {
  packages: 'apt-get install {packages}, for the tests',
  chromium: 'downloading a Chromium for the tests',
  electron: 'fetching Electron {version} for the tests',
  programs: 'installing the programs that open exports, for the tests',
  without: 'the tests do without {names} (Debian, Ubuntu: apt-get install {packages}).',
  withoutElectron: 'the tests do without Electron: {reason}.',
  withoutPrograms: 'the tests do without the programs that open exports: {reason}.',
};

export const needs = {
  browser: 'a browser',
  font: 'a Chinese font',
  display: 'a virtual display',
  window: 'the libraries of a window',
  compiler: 'a C++ compiler',
  torch: 'PyTorch',
  pip: 'pip',
};

/** Why the tests have no Electron of their own. */
export const withoutElectron = {
  system: 'the one for the tests (Electron {version}) is for Linux on x86-64 only',
  comesWith: 'the one for the tests (Electron {version}) comes with `npm run setup -- --tests`',
  npm: 'the one for the tests (Electron {version}) needs npm, which is missing',
  tar: 'the one for the tests (Electron {version}) needs tar, which is missing',
  fetched: 'the one for the tests (Electron {version}) could not be fetched by npm',
  hash: 'the one for the tests (Electron {version}) is not what it was: its hash is another',
  unpacked: 'the one for the tests (Electron {version}) could not be unpacked',
  failed: 'the one for the tests (Electron {version}) could not be had ({problem})',
};

/** Why the tests have no programs that open exports, or no browser. */
export const withoutPrograms = {
  linuxOnly: 'they are brought on Linux only',
  comeWith: 'they come with `npm run setup -- --tests`',
  python: 'Python or its venv is missing (Debian, Ubuntu: apt-get install python3-venv)',
  venv: 'no venv could be made',
  pip: 'pip could not install them; see build/setup/tests/programs.txt',
  failed: 'they could not be had ({problem})',
  torch: 'PyTorch is missing (Debian, Ubuntu: apt-get install python3-torch)',
  browserNamed: 'CHROMIUM_PATH names {path}, which does not start',
  browser:
    'there is no browser; install Chromium, Chrome or Edge (Debian: apt-get install chromium) or name one in CHROMIUM_PATH',
};
