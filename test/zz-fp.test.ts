import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { mojibake } from '../electron/engine/text/preparation/mojibake/index.ts';
import { Tally } from '../electron/engine/text/preparation/tally.ts';
import { lineOf, type Line } from '../electron/engine/text/preparation/line.ts';
import { decodeText } from '../electron/engine/text/index.ts';
const files: string[] = [];
function walk(d: string, depth = 0) { let es: string[]; try { es = readdirSync(d); } catch { return; } for (const e of es) { const p = join(d, e); let s; try { s = statSync(p); } catch { continue; } if (s.isDirectory()) { if (depth < 8 && e !== '.git') walk(p, depth + 1); } else if (s.size < 4e6 && s.size > 0) files.push(p); } }
for (const r of (process.env.ROOTS ?? '').split(':')) walk(r);
function found(lines: string[]) {
  const tally = new Tally();
  const stage = mojibake.open({ emit: () => {}, counts: true, tally, language: 'und', kind: 'text', options: {} });
  for (const l of lines) { const line: Line = lineOf(l, true); if ((line.marks & mojibake.marks!) !== 0 || stage.seesAll) stage.line(line); }
  stage.end?.();
  return stage.found() ? { ...stage.found(), places: tally.places, ex: tally.examples[0] } : undefined;
}
test('fp', () => {
  let n = 0, chunks = 0, nonascii = 0; const t0 = Date.now(); const hits = new Map<string, number>();
  for (const f of files) {
    let t: string; const b = readFileSync(f); if (b.includes(0)) continue;
    try { t = process.env.ANY ? decodeText(b, { name: f }).text : new TextDecoder('utf-8', { fatal: true }).decode(b); } catch { continue; }
    n++; if (!/[^\0-\x7f]/.test(t)) continue; nonascii++;
    const all = t.normalize('NFC').split(/\r?\n/); const lines = all.filter((l) => /[^\0-\x7f]/.test(l));
    const pieces: string[][] = [all]; for (let at = 0; at < Math.min(lines.length, 1200); at += 5) pieces.push(lines.slice(at, at + 5));
    for (const p of pieces) { chunks++; const r = found(p); if (r?.facts?.real) { const k = `${f.slice(-60)} whole ${p === all} sure ${r.sure} ${JSON.stringify(r.plan)}`; if ((hits.get(f) ?? 0) < 3) console.log('HIT', k, JSON.stringify(r.ex).slice(0, 260)); hits.set(f, (hits.get(f) ?? 0) + 1); } }
    if (Date.now() - t0 > 540000) { console.log('TIME'); break; }
  }
  console.log('DONE', files.length, n, nonascii, chunks, hits.size);
}, 590000);
