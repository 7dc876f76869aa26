import { describe, expect, it } from 'vitest';
import { ownSeconds } from '../../tools/own-time.ts';
import { read, refusal } from './read.ts';

const MYSQL = `-- MySQL dump 10.13  Distrib 8.0.32, for Linux (x86_64)
--
-- Host: localhost    Database: heron
/*!40101 SET NAMES utf8; */;
DROP TABLE IF EXISTS \`stories\`;
CREATE TABLE \`stories\` (
  \`id\` int NOT NULL AUTO_INCREMENT,
  \`price\` decimal(10,2) DEFAULT '0.00',
  \`body\` text COMMENT 'what, it (says)',
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;
INSERT INTO \`tags\` VALUES (1,'a'),(2,'b');
INSERT INTO \`stories\` VALUES (1,1.50,'Once a heron; it didn\\'t move.\\nNobody knew.'),(2,NULL,_utf8'A boat -- it came (at night), with ''nobody''.'),
(3,2,NULL);
INSERT INTO stories (body, id) VALUES ("Then all was /* quiet */ again.", 4);
-- Dump completed
`;
const POSTGRES = `--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
COPY public.stories (id, body) FROM stdin;
1\tOnce a heron stood there.\\nIt did not move.
2\t\\N
3\tA boat came at night; nobody was in it.
\\.

SELECT pg_catalog.setval('public.s', 3, true);
`;
const ROWS = ['Once a heron stood there and did not move.', 'A boat came | at night.', 'Then all was quiet again.'];
const rule = '+----+--------------------------------------------+';
const FRAMED = `${rule}\n| id | body                                       |\n${rule}\n${ROWS.map((row, at) => `|  ${at} | ${row.padEnd(42)} |`).join('\n')}\n${rule}\n3 rows in set (0.00 sec)\n`;
const PSQL = ` id |        body        \n----+--------------------\n  1 | Once a heron      +\n    | stood there.\n  2 | A boat came | at night.\n(2 rows)\n`;

describe('what databases write', () => {
  it.each([
    [
      'a dump of MySQL',
      MYSQL,
      'stories.body',
      "Once a heron; it didn't move.\nNobody knew.\n\nA boat -- it came (at night), with 'nobody'.\n\nThen all was /* quiet */ again.\n",
    ],
    [
      'a dump of PostgreSQL',
      POSTGRES,
      'stories.body',
      'Once a heron stood there.\nIt did not move.\n\nA boat came at night; nobody was in it.\n',
    ],
    ['a table in a frame', FRAMED, 'body', `${ROWS.join('\n')}\n`],
    ['a table of psql', PSQL, 'body', 'Once a heron\nstood there.\n\nA boat came | at night.\n'],
  ])('%s is a table', async (_, holds, column, text) => {
    for (const size of [1 << 20, 7]) {
      const got = await read({ holds }, { name: 'a.txt', size });
      expect(got).toMatchObject({ kind: 'table', text });
      const { found } = got;
      expect(found.kind === 'table' && found.columns[found.column].name).toBe(column);
    }
  });

  it('takes the column that is asked for', async () => {
    expect((await read({ holds: MYSQL }, { column: 'tags.2' })).text).toBe('a\nb\n');
  });

  it.each([
    [
      'a program',
      'CREATE TABLE a (\n  id int\n);\nCREATE VIEW b AS\nSELECT *\nFROM a\nWHERE id > 1;\nALTER TABLE a\nADD c text;\nINSERT INTO a VALUES (1);\n',
    ],
    ['a lesson', 'Write this:\n\nINSERT INTO a VALUES (1);\n\nAnd then look at it.\n'],
    ['sums', 'a + b\n-----+---\nso it is\n'],
    ['a text that begins with one', `${FRAMED}\nThen she went out, and it rained.\nNobody came.\n`],
    ['a text below columns', `${PSQL}\nThen she went out, and it rained.\n`],
    ['a box', '+-----+\n| Hut |\n+-----+\n   |\nShe went out.\n'],
  ])('%s is none', async (_, holds) => {
    expect(await read({ holds }, { name: 'a.txt' })).toMatchObject({ kind: 'text', text: holds });
  });

  it('are read where a cell of MySQL goes on in lines of its own', async () => {
    const holds = `mysql> SELECT * FROM a;\n${rule}\n| id | body                                       |\n${rule}\n|  1 | Once a heron\n\nstood there.                               |\n|  2 | A boat came at night, and was gone. |\n${rule}\n2 rows in set (0.00 sec)\n`;
    expect(await read({ holds }, { name: 'a.txt' })).toMatchObject({
      kind: 'table',
      text: 'Once a heron\n\nstood there.\n\nA boat came at night, and was gone.\n',
    });
  });

  it.each([
    ['SQLite', 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n', "'"],
    ['PostgreSQL', '--\n-- PostgreSQL database dump\n--\nSET standard_conforming_strings = on;\n', "E'\\\\"],
  ])('keep a backslash that is one, as %s writes it', async (_, head, opens) => {
    const holds = `${head}INSERT INTO a VALUES(1,'It is in C:\\new\\');\nINSERT INTO a VALUES(2,${opens}So it''s said.');\n`;
    const { text } = await read({ holds }, { name: 'a.sql' });
    expect(text).toBe(`It is in C:\\new\\\n${opens === "'" ? '' : '\\'}So it's said.\n`);
  });

  it('has the lines of texts that SQLite writes', async () => {
    const holds =
      "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nINSERT INTO a VALUES(1,replace('Once a heron;\\nit''s gone.','\\n',char(10)));\nINSERT INTO a VALUES(2,replace(replace('A boat\\r\\ncame.','\\r',char(13)),'\\n',char(10)));\nCOMMIT;\n";
    const { text } = await read({ holds }, { name: 'a.sql' });
    expect(text).toBe("Once a heron;\nit's gone.\n\nA boat\ncame.\n");
  });

  it('is refused where a row never ends, and read in a time that grows with it', async () => {
    expect(await refusal({ holds: `${MYSQL}INSERT INTO a VALUES (1,'never` }, { name: 'a.sql' })).toBe(
      'document-damaged phrases.row-unfit',
    );
    const dump = (rows: number) =>
      MYSQL.replace(
        '-- Dump completed',
        `INSERT INTO stories VALUES ${"(1,2,'So it was, \\'again\\'.'),".repeat(rows)}(1,2,'x');`,
      );
    const small = await ownSeconds(() => read({ holds: dump(4_000) }));
    const large = await ownSeconds(() => read({ holds: dump(40_000) }));
    expect(large).toBeLessThan(30 * Math.max(0.02, small));
  });
});
