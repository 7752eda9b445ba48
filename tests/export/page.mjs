// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Runs the script of a page that `export --format html` wrote, and prints what it drew. The document
// is a stand-in: elements keep their children and what is set on them, nothing is laid out.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const page = readFileSync(process.argv[2], 'utf8');
const data = page.match(/<script type="application\/json" id="data">([^]*?)<\/script>/)[1];
const script = page.match(/<script>([^]*?)<\/script>/)[1];

class Element {
  constructor(name) { this.name = name; this.children = []; this.style = {}; }
  append(...more) { this.children.push(...more); }
  replaceChildren(...more) { this.children = more; }
  setAttribute(name, value) { this[name] = value; }
  getBoundingClientRect() { return { left: 0, right: 0, top: 0, height: 0 }; }
}
const byId = new Map([['data', Object.assign(new Element('script'), { textContent: data })]]);
const svg = new Element('svg');
const document = {
  getElementById: (id) => {
    const made = [...byId.values()].flatMap((e) => e.children).flatMap((e) => [e, ...(e.children ?? [])])
      .find((e) => e.id === id);
    if (made) return made;
    if (!byId.has(id)) byId.set(id, new Element(id));
    return byId.get(id);
  },
  createElement: (name) => new Element(name),
  createElementNS: (space, name) => new Element(name),
  querySelector: () => svg,
};
runInNewContext(script, {
  document, URLSearchParams, location: { hash: '' }, history: { replaceState() {} }, addEventListener() {},
});
const named = (id, name) => byId.get(id).children.filter((e) => e.name === name);
for (const line of svg.children) line.onclick();
console.log(`actors ${named('actors', 'div').length}, issues ${named('positions', 'h2').length}, ` +
            `positions ${named('positions', 'div').length}, lines ${svg.children.length}`);
