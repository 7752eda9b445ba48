// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Our graph files in engines that others wrote:
//
//     node prove.mjs FOLDER [--demarche PROGRAM] [--without-virtuoso]
//
// FOLDER holds sample.jsonld, sample.nq and the answers query.json and what.json, as write_sample
// makes them. With a PROGRAM the answers are asked of it instead. One line a proof; exit code 1 if
// one fails. Every proof runs, also after one that failed.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

// Node 18 keeps it in a module; oxigraph looks for it when it is loaded.
globalThis.crypto ??= webcrypto;
const engine = (name) => import(name).catch((error) => {
  console.error(`${name} cannot be loaded (${error.message}). Run \`npm ci\` in tests/engines.`);
  process.exit(1);
});
const { default: jsonld } = await engine('jsonld');
const { Parser, Store: Dataset } = await engine('n3');
const { default: Validator } = await engine('rdf-validate-shacl');
const oxigraph = await engine('oxigraph');
const { startVirtuoso } = await import('./virtuoso.mjs');

const here = dirname(fileURLToPath(import.meta.url));
const schema = join(here, '..', '..', 'schema');
const args = process.argv.slice(2);
const folder = args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--demarche');
const program = args.includes('--demarche') ? args[args.indexOf('--demarche') + 1] : undefined;
if (folder === undefined) {
  console.error('usage: node prove.mjs FOLDER [--demarche PROGRAM] [--without-virtuoso]');
  process.exit(2);
}
const jsonldFile = join(folder, 'sample.jsonld');
const nquadsFile = join(folder, 'sample.nq');
const graph = 'https://w3id.org/demarche/graph';
const actor = 'South Korea';

// ------------------------------------------------------------------------------ the frame

let failures = 0;
async function prove(promise, proof) {
  try {
    await proof();
    console.log(`ok      ${promise}`);
  } catch (error) {
    ++failures;
    console.log(`FAILED  ${promise}\n        ${String(error.stack ?? error).replaceAll('\n', '\n        ')}`);
  }
}

function same(found, due, what) {
  if (isDeepStrictEqual(found, due)) return;
  const only = (a, b) => [].concat(a).filter((x) => ![].concat(b).some((y) => isDeepStrictEqual(x, y)));
  throw new Error(`${what} differ\nonly found: ${JSON.stringify(only(found, due), null, 1).slice(0, 2000)}` +
                  `\nonly due: ${JSON.stringify(only(due, found), null, 1).slice(0, 2000)}`);
}

const byText = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

// ---------------------------------------------------------------------------- the questions

const prologue = `
PREFIX d: <https://w3id.org/demarche/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX oa: <http://www.w3.org/ns/oa#>
`;

// Every statement: what `demarche query` lists. A row a holder.
const statements = `${prologue}
SELECT ?statement ?holder ?relation ?factuality ?position ?stance WHERE {
  ?statement a d:Statement ; d:holder/rdfs:label ?holder ; d:relation/rdfs:label ?relation ;
    d:factuality/rdfs:label ?factuality ; d:position/rdfs:label ?position ; d:stance ?stance .
}`;

// What one actor holds, counted: what `demarche what` lists.
const held = `${prologue}
SELECT ?position ?relation ?factuality (COUNT(DISTINCT ?statement) AS ?count) WHERE {
  ?holder rdfs:label "${actor}"@en .
  ?statement d:holder ?holder ; d:relation/rdfs:label ?relation ;
    d:factuality/rdfs:label ?factuality ; d:position/rdfs:label ?position .
} GROUP BY ?position ?relation ?factuality`;

// The shortcut triple and its evidence are one join apart.
const shortcuts = `${prologue}
SELECT DISTINCT ?actor ?predicate ?position ?words WHERE {
  ?actor ?predicate ?position .
  ?statement d:holder ?actor ; d:relation ?predicate ; d:position ?position ; d:factuality d:actual ;
    d:evidence/oa:exact ?words .
}`;

function statementRows(rows) {
  const byId = new Map();
  for (const { statement, holder, relation, factuality, position, stance } of rows) {
    const id = statement.value.split('/').pop();
    const row = byId.get(id) ?? {
      id, holders: [], relation: relation.value, factuality: factuality.value,
      position: position.value, stance: Number(stance.value),
    };
    row.holders.push(holder.value);
    row.holders.sort();
    byId.set(id, row);
  }
  return [...byId.values()].sort(byText);
}

const heldRows = (rows) => rows.map((row) => ({
  position: row.position.value, relation: row.relation.value, factuality: row.factuality.value,
  count: Number(row.count.value),
})).sort(byText);

const shortcutRows = (rows) => rows.map((row) => [row.actor.value, row.predicate.value,
                                                  row.position.value, row.words.value]).sort(byText);

function ask(...words) {
  return JSON.parse(execFileSync(program, [...words, '--graph', jsonldFile, '--format', 'json'],
                                 { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

const ownStatements = program ? ask('query') : JSON.parse(readFileSync(join(folder, 'query.json')));
const ownHeld = program ? ask('what', actor) : JSON.parse(readFileSync(join(folder, 'what.json')));

/** The program writes all holders of a statement into one cell. */
function compareStatements(rows) {
  const due = ownStatements.map(({ id, relation, factuality, position, stance }) =>
    ({ id, relation, factuality, position, stance })).sort(byText);
  same(rows.map(({ holders, ...rest }) => rest).sort(byText), due, 'statements');
  for (const { id, holders } of rows) {
    const cell = ownStatements.find((row) => row.id === id).holder;
    const left = holders.reduce((text, holder) => {
      if (!text.includes(holder)) throw new Error(`${id}: '${holder}' is not in '${cell}'`);
      return text.replace(holder, '');
    }, cell);
    if (/\w{3}/.test(left)) throw new Error(`${id}: more holders in '${cell}' than ${holders}`);
  }
}

const compareHeld = (rows) => same(rows, ownHeld.map(({ position, relation, factuality, count }) =>
  ({ position, relation, factuality, count })).sort(byText), `positions of ${actor}`);

function compareAll(select) {
  compareStatements(statementRows(select(statements)));
  compareHeld(heldRows(select(held)));
}

// -------------------------------------------------------------------------------- the proofs

const noLoader = async (url) => {
  throw new Error(`the file asks for ${url}`);
};
const toNQuads = (text) => jsonld.toRDF(JSON.parse(text), {
  format: 'application/n-quads', safe: true, documentLoader: noLoader,
});

await prove('jsonld.js, safe and offline, makes our N-Quads of our JSON-LD, byte for byte', async () => {
  const lines = (await toNQuads(readFileSync(jsonldFile, 'utf8'))).split('\n').filter(Boolean);
  const bytes = Buffer.concat([...new Set(lines)].map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare));
  if (!bytes.equals(readFileSync(nquadsFile))) {
    same([...new Set(lines)].sort(), readFileSync(nquadsFile, 'utf8').split('\n').filter(Boolean).sort(), 'lines');
    throw new Error('the lines are the same, their order is not');
  }
});

await prove('jsonld.js in safe mode refuses a misspelt key, so the proof above can fail', async () => {
  const text = readFileSync(jsonldFile, 'utf8').replace('"holder":[', '"holdre":[');
  await toNQuads(text).then(() => { throw new Error('it was taken'); },
                            (error) => { if (error.name !== 'jsonld.ValidationError') throw error; });
});

await prove('serdi reads our N-Quads', async () => {
  const { status, stdout, stderr, error } = spawnSync(
    'serdi', ['-i', 'nquads', '-o', 'nquads', nquadsFile], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw new Error(`serdi: ${error.message}. Install the package serdi.`);
  if (status !== 0) throw new Error(stderr);
  const count = (text) => text.split('\n').filter(Boolean).length;
  same(count(stdout), count(readFileSync(nquadsFile, 'utf8')), 'numbers of lines');
});

const store = new oxigraph.Store();
const select = (query) => store.query(query).map((row) => Object.fromEntries(row));
let oxigraphShortcuts = [];

await prove('oxigraph loads our JSON-LD and gives the answers of the program', async () => {
  store.load(readFileSync(jsonldFile, 'utf8'), { format: 'application/ld+json' });
  store.load(readFileSync(join(schema, 'demarche.ttl'), 'utf8'), { format: 'text/turtle' });
  compareAll(select);
  oxigraphShortcuts = shortcutRows(select(shortcuts));
  if (oxigraphShortcuts.length === 0) throw new Error('no shortcut triple was found');
});

await prove('oxigraph: loading our JSON-LD twice, or our N-Quads after it, adds nothing', async () => {
  const before = store.size;
  store.load(readFileSync(jsonldFile, 'utf8'), { format: 'application/ld+json' });
  store.load(readFileSync(nquadsFile, 'utf8'), { format: 'application/n-quads' });
  same(store.size, before, 'sizes');
});

if (!args.includes('--without-virtuoso')) {
  await prove('Virtuoso loads our N-Quads and gives the same answers over HTTP', async () => {
    const own = mkdtempSync(join(tmpdir(), 'demarche-proof-'));
    const server = await startVirtuoso();
    try {
      const vocabulary = new oxigraph.Store();
      vocabulary.load(readFileSync(join(schema, 'demarche.ttl'), 'utf8'), { format: 'text/turtle' });
      const both = join(own, 'both.nq');
      writeFileSync(both, readFileSync(nquadsFile, 'utf8') +
                          vocabulary.dump({ format: 'application/n-quads' }));
      await server.load(both, graph);
      compareStatements(statementRows(await server.select(statements)));
      compareHeld(heldRows(await server.select(held)));
      same(shortcutRows(await server.select(shortcuts)), oxigraphShortcuts, 'shortcuts');
    } finally {
      await server.stop();
      rmSync(own, { recursive: true, force: true });
    }
  });
}

const parsed = (text, format) => new Dataset(new Parser({ format }).parse(text));
const shapes = parsed(readFileSync(join(schema, 'shapes.ttl'), 'utf8'), 'text/turtle');

/** "statement/x d:stance MaxInclusive", sorted. */
async function findings(text) {
  const report = await new Validator(shapes).validate(parsed(text, 'application/n-quads'));
  const short = (term) => (term?.value ?? '').replace(/^.*\/demarche\/(ns#)?|^.*[#/]/, '');
  return report.results.map((r) => [short(r.focusNode), short(r.path),
    short(r.sourceConstraintComponent).replace('ConstraintComponent', '')].join(' ')).sort();
}

await prove('SHACL: our file conforms', async () => {
  same(await findings(readFileSync(nquadsFile, 'utf8')), [], 'findings');
});

await prove('SHACL: a bad file gives exactly the findings of its faults', async () => {
  const lines = readFileSync(join(here, 'bad.nq'), 'utf8');
  const due = readFileSync(join(here, 'bad.findings'), 'utf8').split('\n').filter(Boolean).sort();
  same(await findings(lines), due, 'findings');
});

process.exit(failures === 0 ? 0 : 1);
