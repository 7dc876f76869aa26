import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { curvesCsv } from '../../electron/contract/curves-csv.ts';
import { report } from '../renderer/fixtures/runs.ts';

test('a table program reads every report, what was not measured left empty', () => {
  const reports = [report(450), report(500)];
  const rows = parse(curvesCsv(reports), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ step }) => step)).toEqual(['450', '500']);
  expect(rows[0].validation_loss).toBe('');
  expect(Number(rows[1].validation_loss)).toBe(reports[1].validationLoss);
  expect(Number(rows[0].loss)).toBe(reports[0].loss);
  expect(Number(rows[1].learning_rate)).toBe(reports[1].learningRate);
});
