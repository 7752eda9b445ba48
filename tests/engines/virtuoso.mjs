// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A Virtuoso of our own: on loopback, on free ports, in a temporary folder, ended with the test.

import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const settings = (folder, sql, http) => `
[Database]
DatabaseFile = ${folder}/virtuoso.db
ErrorLogFile = ${folder}/virtuoso.log
LockFile = ${folder}/virtuoso.lck
TransactionFile = ${folder}/virtuoso.trx
xa_persistent_file = ${folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = ${folder}/temporary.db
TransactionFile = ${folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:${sql}
DirsAllowed = ${folder}
NumberOfBuffers = 4000
MaxDirtyBuffers = 2000
[HTTPServer]
ServerPort = 127.0.0.1:${http}
ServerRoot = ${folder}
ServerThreads = 4
[SPARQL]
DefaultGraph = https://w3id.org/demarche/graph
ResultSetMaxRows = 100000
`;

/** Starts a server; `select(query)` gives rows of {name: {value, ...}}, `stop()` ends it. */
export async function startVirtuoso() {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-virtuoso-'));
  const [sql, http] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'virtuoso.ini'), settings(folder, sql, http));
  const server = spawn('virtuoso-t', ['+configfile', join(folder, 'virtuoso.ini'), '+foreground'],
                       { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    server.on('exit', resolve);
    server.on('error', resolve);
  });
  const isql = (command) => run('isql-vt', [`127.0.0.1:${sql}`, 'dba', 'dba', `exec=${command}`],
                                { timeout: 30000 });
  const stop = async () => {
    await isql('shutdown;').catch(() => {});
    await Promise.race([ended, sleep(10000)]);
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };

  const endpoint = `http://127.0.0.1:${http}/sparql`;
  for (let tries = 0; ; ++tries) {
    if (await fetch(endpoint).then((r) => r.status < 500).catch(() => false)) break;
    if (tries === 240 || server.exitCode !== null) {
      await stop();
      throw new Error('virtuoso-t did not start. Is virtuoso-opensource-7-bin installed?');
    }
    await sleep(250);
  }

  return {
    stop,
    /** Loads a file of N-Quads or N-Triples into one graph. */
    async load(file, graph) {
      await isql('grant SPARQL_UPDATE to "SPARQL";');
      const address = `http://127.0.0.1:${http}/sparql-graph-crud?graph-uri=${encodeURIComponent(graph)}`;
      const answer = await fetch(address, {
        method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: readFileSync(file),
      });
      if (!answer.ok) throw new Error(`Virtuoso refused ${file}: ${answer.status} ${await answer.text()}`);
    },
    async select(query) {
      const answer = await fetch(`${endpoint}?query=${encodeURIComponent(query)}`,
                                 { headers: { accept: 'application/sparql-results+json' } });
      if (!answer.ok) throw new Error(`Virtuoso: ${answer.status} ${await answer.text()}`);
      return (await answer.json()).results.bindings;
    },
  };
}
