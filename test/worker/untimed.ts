import type { Report } from '../../electron/contract/run.ts';
import { readLines } from '../../electron/storage/files/jsonl.ts';
import { readReports, type RunFiles } from '../../electron/storage/runs/run-files.ts';

/** The reports and samples of a run without what tells the time: two runs that learnt the same have the same. */
export async function untimedLines(files: RunFiles): Promise<{ reports: string[]; samples: string[] }> {
  const untimed = ({ step, loss, accuracy, learningRate, gradientNorm, validationLoss }: Report) =>
    JSON.stringify({ step, loss, accuracy, learningRate, gradientNorm, validationLoss });
  const reports: string[] = [];
  for await (const report of readReports(files)) reports.push(untimed(report));
  const samples: string[] = [];
  for await (const sample of readLines(files.samples, (value) => value)) samples.push(JSON.stringify(sample));
  return { reports, samples };
}
