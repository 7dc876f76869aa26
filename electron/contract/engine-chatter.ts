/**
 * What TensorFlow says of itself at every start, to whoever built it: how its log begins, which instructions of the
 * processor it uses, that its sums may round otherwise. Its warnings and errors are none of these.
 */
const CHATTER = [
  /^WARNING: All log messages before absl::InitializeLog\(\)/,
  /^I\d{4} \d\d:\d\d:\d\d/,
  /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: )?I (?:external|tensorflow|tsl|xla)\//,
  /^W\d{4} [\d:. ]+(?:cpu_feature_guard|port)\.cc/,
  /^To enable the following instructions: /,
  /oneDNN custom operations are on/,
];

/** Whether a line that a process wrote is of this kind. */
export const isEngineChatter = (line: string): boolean => CHATTER.some((kind) => kind.test(line));
