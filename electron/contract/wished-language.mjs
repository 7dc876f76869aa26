// Plain JavaScript of an older kind: set-up asks before anything is built, with any Node, also to say that it is too old.

const FLAG = '--language';

/**
 * The language that fits the first wish that can be fulfilled; English where none can.
 * @template {string} Known
 * @param {readonly string[]} tags BCP 47 or POSIX: `zh-Hant-TW`, `zh_CN.UTF-8`, `C`
 * @param {readonly Known[]} known
 * @returns {Known | 'en'}
 */
export function nearestLanguage(tags, known) {
  for (const tag of tags) {
    const wished = tag
      .replace(/[.@][^]*/, '')
      .replace(/_/g, '-')
      .toLowerCase();
    const exact = known.find((language) => language.toLowerCase() === wished);
    const near = known.find((language) => language === wished.split('-')[0]);
    const found = exact || near;
    if (found) return found;
  }
  return 'en';
}

/**
 * What a command line says behind `--language`; the last one counts, as with every flag.
 * @param {readonly string[]} argv @returns {string | undefined}
 */
function asked(argv) {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.map((word) => word === FLAG || word.startsWith(`${FLAG}=`)).lastIndexOf(true);
  if (at < 0) return undefined;
  return words[at] === FLAG ? words[at + 1] : words[at].slice(FLAG.length + 1);
}

/**
 * The language that POSIX' variables ask for: the first that is set decides for all. `C` and `POSIX`, which every
 * container has, ask for none.
 * @param {NodeJS.ProcessEnv} environment @returns {string | undefined}
 */
function ofEnvironment({ LC_ALL, LC_MESSAGES, LANG }) {
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  return /^(C|POSIX)?([.@].*)?$/.test(locale) ? undefined : locale;
}

/**
 * The language to speak: as the command line says, else the environment, else the system, which on Windows sets no
 * variable; English where none of what they ask for is spoken.
 * @template {string} Known
 * @param {readonly Known[]} known @param {readonly string[]} argv @param {NodeJS.ProcessEnv} [environment]
 * @param {string} [system] BCP 47
 * @returns {Known | 'en'}
 */
export function wishedLanguage(
  known,
  argv,
  environment = process.env,
  // of all that know it the quickest to make, by 30 ms
  system = new Intl.PluralRules().resolvedOptions().locale,
) {
  const wished = asked(argv);
  return (
    known.find((language) => language === wished) || nearestLanguage([ofEnvironment(environment) || system], known)
  );
}
