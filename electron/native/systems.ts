import wheels from '../../native/wheels.json' with { type: 'json' };

/** One archive of the Python package index, known by its hash. */
export interface Wheel {
  readonly project: string;
  readonly version: string;
  /** platform tag, as in the name of the file */
  readonly platform: string;
  readonly sha256: string;
  readonly bytes: number;
}
export type Variant = 'cpu' | 'gpu';

/** Systems for which there are TensorFlow and an add-on. */
export const SYSTEMS = ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-arm64', 'darwin-x64'] as const;
export type System = (typeof SYSTEMS)[number];

interface SystemFacts {
  /** version of TensorFlow */
  readonly tensorflow: string;
  /** members of its wheel that the add-on needs */
  readonly libraries: readonly string[];
  /** of disk, the wheels included, while an engine is brought */
  readonly gigabytes: Readonly<Partial<Record<Variant, number>>>;
  readonly cpu: readonly Wheel[];
  readonly gpu?: readonly Wheel[];
}

const LICENSES = 'deps/licenses';
/** What goes along with the libraries wherever they go, by the name it gets. */
const NOTICES: Readonly<Record<string, string>> = {
  'tensorflow/include/LICENSE': 'tensorflow-license.txt',
  'tensorflow/THIRD_PARTY_NOTICES.txt': 'tensorflow-notices.txt',
};
/** @returns undefined where there is no TensorFlow for it */
export function systemOf(platform: string, arch: string, glibc: boolean): System | undefined {
  const system = SYSTEMS.find((each) => each === `${platform}-${arch}`);
  return platform === 'linux' && !glibc ? undefined : system;
}

/** What is known of a system. */
export const factsOf = (system: System): SystemFacts => wheels[system];

/** Whether there is a TensorFlow that computes on a graphics card of such a machine. */
export function computesOnCards(platform = process.platform as string, arch = process.arch as string): boolean {
  const system = systemOf(platform, arch, true);
  return system !== undefined && factsOf(system).gpu !== undefined;
}

const isWindows = (system: System) => system.startsWith('win32');

/** The wheels that an engine is taken from; none where there is no such engine. */
export function wheelsOf(system: System, variant: Variant): readonly Wheel[] {
  const needed = factsOf(system)[variant] ?? [];
  // Not every Windows has the C++ library that TensorFlow was built with.
  return isWindows(system) ? [...needed, wheels.msvc] : needed;
}

/** Members of the wheels that are libraries. */
const librariesOf = (system: System) => [
  ...factsOf(system).libraries,
  ...(isWindows(system) ? wheels.msvc.libraries : []),
];

/** Where libraries lie in the engine's folder. Windows finds what lies beside an add-on, and looks nowhere else. */
export const libraryFolder = (system: System) => (isWindows(system) ? 'lib/napi-v8' : 'deps/lib');

/** TensorFlow's own libraries, where they lie in an engine's folder. */
export const libraryPaths = (system: System) =>
  factsOf(system).libraries.map((member) => `${libraryFolder(system)}/${member.split('/').pop()}`);

/**
 * Where a member of a wheel goes.
 * @param headers of TensorFlow that an add-on is compiled with
 * @returns path in the engine's folder, with `/`; undefined where it is not wanted
 */
export function placeOf(system: System, { project }: Wheel, member: string, headers?: RegExp): string | undefined {
  const name = member.split('/').pop()!;
  if (librariesOf(system).includes(member)) return `${libraryFolder(system)}/${name}`;
  if (NOTICES[member] !== undefined) return `${LICENSES}/${NOTICES[member]}`;
  // TensorFlow's libraries for the GPU look for these beside themselves.
  if (/^nvidia\/\w+\/lib\/[^/]+\.so[^/]*$/.test(member)) return `deps/${member}`;
  if (/\.dist-info\/.*licen[cs]e[^/]*$/i.test(member)) return `${LICENSES}/${project}-${name}`;
  return headers?.test(member) ? member.replace(/^tensorflow\//, '') : undefined;
}

/** Whether symbols that nothing links to may be dropped: a signed library of macOS must stay as it is. */
export const mayStrip = (system: System) => system.startsWith('linux');
