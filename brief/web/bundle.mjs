// Bundles the script of pages: node bundle.mjs ENTRY MODULES OUT
//
// MODULES is the folder with node_modules that `npm ci` filled. Into OUT go page.js, one script with the licences of all
// that is in it as a legal comment at its head; page.js.sha256, by which pages name the script as the only one that may
// run; and licences.txt.
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

const [entry, modules, out] = process.argv.slice(2).map((path) => resolve(path));
const {build} = createRequire(join(modules, 'package.json'))('esbuild');

const result = await build({
  entryPoints: [entry],
  nodePaths: [join(modules, 'node_modules')],
  absWorkingDir: modules,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'ascii',
  legalComments: 'none', // the licences of every package stand at the head instead
  metafile: true,
  write: false,
  logLevel: 'warning',
});

// The packages that something of is in the script, by their folders.
function packagesOf(inputs) {
  const folders = new Set();
  for (const input of Object.keys(inputs)) {
    const match = input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
    if (match) {
      folders.add(join(modules, match[1]));
    }
  }
  return [...folders].sort();
}

function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  return {name: `${own.name} ${own.version}`, kind: own.license, text: text.replace(/\r/g, '').trim()};
}

// Packages of one family share a licence to the letter: each text once, under the names that it holds for.
const byText = new Map();
for (const folder of packagesOf(result.metafile.inputs)) {
  let licence = licenceOf(folder);
  if (!licence.text) {
    // The packages of Vega carry the licence of the whole in its own package alone.
    const vega = licenceOf(join(modules, 'node_modules', 'vega'));
    if (!licence.name.startsWith('vega-') || licence.kind !== vega.kind || !vega.text) {
      throw new Error(`${licence.name} comes without the text of its licence`);
    }
    licence = {...licence, text: vega.text};
  }
  const key = `${licence.kind}\n${licence.text}`;
  byText.set(key, {...licence, names: [...(byText.get(key)?.names ?? []), licence.name]});
}
const licences = [...byText.values()]
  .map(({names, kind, text}) => `${names.join(', ')} (${kind})\n\n${text}\n`)
  .join(`\n${'-'.repeat(78)}\n\n`);

const code = result.outputFiles[0].text.trimEnd();
const comment = licences.replaceAll('*/', '* /').replace(/[^\x00-\x7f]/g, (sign) => sign.normalize('NFD')[0])
  .replace(/[^\x00-\x7f]/g, '?');
const script = `/*!\n${comment}*/\n${code}\n`;
if (/<!--|<\/?script/i.test(script)) {
  throw new Error('the script holds what would end it inside a page');
}
mkdirSync(out, {recursive: true});
writeFileSync(join(out, 'page.js'), script);
writeFileSync(join(out, 'page.js.sha256'), createHash('sha256').update(script).digest('base64'));
writeFileSync(join(out, 'licences.txt'), licences);
