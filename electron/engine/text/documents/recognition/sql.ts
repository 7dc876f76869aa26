import type { TextHead } from './decoded-head.ts';

/** What programs write above a dump, and the statements that one begins with. */
const DUMPED =
  /^\s*(?:-- (?:MySQL dump|MariaDB dump|PostgreSQL database dump|phpMyAdmin SQL Dump|Adminer|HeidiSQL|Dump)|--\n-- PostgreSQL database dump|PRAGMA foreign_keys=OFF;)/i;
const BEGINS = /^(?:CREATE|INSERT|REPLACE|DROP|SET|USE|LOCK|BEGIN|START|PRAGMA|COPY)\s/i;
const COMMENT = /--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/;?/y;
const PUTS =
  /^[ \t]*(?:INSERT|REPLACE)\s[^;'()]{0,20}INTO\s[^;']{1,4000}?VALUES\s*\(|^COPY\s[^;]{1,4000}?FROM\s+stdin;/im;
const STATEMENT = /^(?:INSERT|REPLACE|COPY|\()/i;
/** So many lines put rows into tables; with fewer, it is a program. */
const LEAST_SHARE = 0.5;

/** Behind comments and blanks. */
function firstStatement(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    COMMENT.lastIndex = at;
    const comment = COMMENT.exec(text);
    if (!comment) return at;
    at += comment[0].length;
  }
}

/** Whether a text is a dump of a database, or statements of which most put rows into its tables. */
export function isSql({ text }: TextHead): boolean {
  if (!PUTS.test(text)) return false;
  if (DUMPED.test(text)) return true;
  const at = firstStatement(text);
  if (!BEGINS.test(text.slice(at, at + 20))) return false;
  const lines = text.slice(at).split('\n').map((line) => line.trim()).filter(Boolean); // prettier-ignore
  return lines.filter((line) => STATEMENT.test(line)).length >= LEAST_SHARE * lines.length;
}
