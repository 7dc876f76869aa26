/** What a finished call left. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout line by line as JSON; fails the test where a line is none */
  json(): Record<string, unknown>[];
}

export function outcomeOf(left: Omit<Outcome, 'json'>): Outcome {
  const lines = () => left.stdout.split('\n').filter((line) => line !== '');
  return { ...left, json: () => lines().map((line) => JSON.parse(line) as Record<string, unknown>) };
}
