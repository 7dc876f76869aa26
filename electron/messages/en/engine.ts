/** The engine in a line. */
export const engine = {
  tensorflowCpu: 'TensorFlow {version} on CPU, {threads} {threads:thread|threads}',
  tensorflowGpu: 'TensorFlow {version} on GPU',
  portableCpu: 'portable engine ({backend}) on CPU, {threads} {threads:thread|threads}',
  portableGpu: 'portable engine ({backend}) on GPU',
} as const;

/** Why a run has the engine that it has. */
export const engineChoice = {
  portableQuicker: 'Tried on this network: its steps take {less} less time than on TensorFlow.',
  tensorflowQuicker: 'Tried on this network: its steps take {less} less time than on the portable engine.',
  asQuick: 'Tried on this network: its steps take about as long on the portable engine.',
  chosen: 'The settings of this run ask for it.',
  begun: 'The run began on it.',
  cardQuicker: 'Tried on this network: its steps take {less} less time than on the processor.',
  processorQuicker: 'Tried on this network: its steps take {less} less time than on the graphics card.',
  cardAsQuick: 'Tried on this network: its steps take about as long on the graphics card.',
  cardAlone: 'A step of this network would take too long on the processor to be tried there too.',
  cardSmall: 'The graphics card has too little memory for this run.',
  runShort: 'The run is over in seconds, before the graphics card would have come up.',
  cardFailed: 'A step of this network failed on the graphics card ({problem}).',
  noRoom: 'its memory was full',
  noAnswer: 'no answer in {seconds} seconds',
  deviceChosen: 'The device was asked for.',
} as const;

/** Why it is not a better one. */
export const shortfalls = {
  portableAsked: 'The portable engine was asked for.',
  notInstalled: 'TensorFlow is not installed.',
  notLoading: 'TensorFlow is installed but does not load ({problem}).',
  gpuUnusable: 'TensorFlow cannot use the NVIDIA GPU of this machine.',
  gpuIdle: 'TensorFlow for the CPU is installed beside an NVIDIA GPU.',
  toolsMissing: 'TensorFlow cannot be set up without {tools}.',
  noIndex: 'Nothing says where TensorFlow can be downloaded from.',
  notInFolder: 'The folder lacks {files}.',
  noAddon: 'TensorFlow’s add-on for {system} did not come along.',
  otherLibc: 'TensorFlow needs a Linux with glibc; this one has another C library.',
  noneForSystem: 'No TensorFlow for this studio exists on {system}.',
  diskShort: 'TensorFlow’s set-up needs {needed} GB of disk; {free} GB are free.',
  diskFull: 'The disk is full.',
  notDownloaded: 'TensorFlow could not be downloaded ({problem}).',
  downloadDamaged: 'The download of {project} {version} is damaged.',
  notUnpacked: 'TensorFlow could not be unpacked ({problem}).',
  notCompiled: 'TensorFlow’s add-on could not be compiled ({problem}).',
  noPublishedAddon: 'The published add-on of tfjs could not be downloaded.',
  noAvx: 'This processor lacks instructions (AVX) that TensorFlow needs.',
  notLoadingHere: 'TensorFlow does not load on this machine ({problem}).',
  notSetUp: 'TensorFlow could not be set up ({problem}).',
} as const;

/** What to do about it. */
export const remedies = {
  unsetEngine: 'Leave AESOP_ENGINE unset to use TensorFlow.',
  setUp: 'Run `npm start` once: it sets TensorFlow up.',
  setUpAgain: 'Run `npm run setup`.',
  setUpAnew: 'Run `npm run aesop -- doctor --remove`, then `npm run setup`: it sets TensorFlow up anew.',
  bringEngine: 'The Machine room brings it; so does `aesop doctor --fix`.',
  engineAgain: 'The Machine room brings it again, `aesop doctor --fix`, or in a checkout `npm run setup`.',
  bringAnew: 'Remove TensorFlow in the Machine room, and bring it anew.',
  seeDoctor: 'See `npm run aesop -- doctor`.',
  installTools: 'Install {tools} (Debian, Ubuntu: `apt-get install {packages}`) and start again.',
  nameIndex:
    'Name a Python package index in AESOP_WHEEL_INDEX or PIP_INDEX_URL, or a folder with its wheel in AESOP_WHEELS, or install Python with pip.',
  fillFolder: 'Put it there, as a Python package index offers it for download, or choose another folder.',
  makeAddon: '`npm run addons` makes it on a Linux computer; the installers hold it.',
  newerCompiler: 'Install a newer g++ and start again.',
  connectAndSetUp: 'Connect to the internet and try again (in a checkout: `npm run setup`).',
  freeSpaceAndSetUp: 'Free some space and try again (in a checkout: `npm run setup`).',
  bringCuda: 'Run `npm run setup`: it brings CUDA beside TensorFlow.',
  installDriver: 'Install NVIDIA driver {version} or newer, then restart the computer.',
  newerCard:
    'TensorFlow needs an NVIDIA card of compute capability 6.0 or newer (from 2016 on); this one has {capability}. Trainings run on the processor.',
  closePrograms: 'Close other programs: a training needs about {gigabytes} GB.',
  freeSpace: 'Free some space, or delete old runs and empty the trash.',
  emptyTrash: 'Free some space, or empty the trash: that frees {megabytes} MB.',
  plugIn: 'The workspace is not at {path}: plug its drive in again.',
  allowWriting: 'Allow writing in {path}, or choose another folder.',
} as const;

/** What the doctor looks at. */
export const checks = {
  workspace: 'Workspace',
  system: 'System',
  processor: 'Processor',
  memory: 'Memory',
  tensorflow: 'TensorFlow',
  card: 'Graphics card',
  driver: 'Graphics driver',
  cuda: 'CUDA libraries',
  engine: 'Engine',
} as const;

/** What the doctor finds. */
export const findings = {
  missing: 'missing: {names}',
  memory: '{free} GB free of {total} GB',
  writable: 'writable, {free} GB free',
  notWritable: 'not writable',
  gone: 'not there',
  newCard: '{cards}; newer than TensorFlow, so its first training begins minutes later',
  noCard: 'no NVIDIA card',
  unusedCard: '{cards}; on this system TensorFlow computes on the processor alone',
  engineBecause: '{engine}. {reason}',
} as const;

/** Tools that set-up needs, and how engines compute. */
export const tools = {
  pip: 'Python with pip',
  compiler: 'a C++ compiler',
  pipAndCompiler: 'Python with pip and a C++ compiler',
} as const;
