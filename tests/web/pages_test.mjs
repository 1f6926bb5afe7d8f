// Opens pages in a browser, as a reader would: node pages_test.mjs MODULES CHROMIUM WRITER BURDEN FOLDER
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';

const [modules, chromium, writer, burden, folder] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// Ready-made briefs, as the program writes them.
const briefs = [['renewal'], ['targets'], ['allies'], ['targets-ja', '--lang', 'ja']];

let browser;
before(async () => {
  mkdirSync(folder, {recursive: true});
  execFileSync(writer, [folder]);
  for (const [name, ...more] of briefs) {
    const words = ['brief', name.split('-')[0], ...more, '--format', 'html', '-o', join(folder, `${name}.html`)];
    execFileSync(burden, words);
  }
  browser = await puppeteer.launch({
    executablePath: chromium,
    // Root, as tests in a container are, may not use the sandbox.
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
});
after(() => browser?.close());

// A page that is open, with all that went wrong on it and all that it asked for besides itself.
async function opened(name, {scheme = 'light', width = 1000, scripts = true} = {}) {
  const page = await browser.newPage();
  const wrong = [];
  const asked = [];
  page.on('console', (message) => ['error', 'warn'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({width, height: 900});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  await page.goto(address);
  if (scripts) {
    await page.waitForFunction(() => [...document.querySelectorAll('figure.chart details')].every((one) => !one.open));
  }
  return {page, wrong, others: asked.filter((one) => one !== address)};
}

for (const name of ['charts', 'sample', 'japanese', 'hostile']) {
  test(`every chart of the page "${name}" is drawn, nothing goes wrong, and nothing is asked of the network`, async () => {
    const {page, wrong, others} = await opened(name);
    const marks = await page.$$eval('figure.chart', (figures) =>
      figures.map((figure) => figure.querySelectorAll('.drawing svg [class*="mark-"] path[aria-roledescription], ' +
        '.drawing svg .mark-line path, .drawing svg .mark-rect path, .drawing svg .mark-area path').length));
    assert.ok(marks.length > 0);
    assert.ok(marks.every((count) => count > 0), `marks drawn: ${marks}`);
    assert.deepEqual(wrong, []);
    assert.deepEqual(others, []);
    await page.close();
  });
}

test('text of files runs nothing and adds no element', async () => {
  const {page} = await opened('hostile');
  assert.equal(await page.$$eval('script', (all) => all.filter((one) => !one.type).length), 1);
  assert.deepEqual(await page.$$eval('main b b, main i, main em, img, iframe, form:not(.vega-bindings)', (all) => all.map((one) => one.outerHTML)), []);
  await page.close();
});

test('tooltips show each value as the table of the chart shows it', async () => {
  const {page} = await opened('charts');
  const figures = await page.$$('figure.chart');
  for (const figure of figures) {
    await figure.evaluate((one) => one.scrollIntoView());
    const table = await figure.$eval('details table', (one) => one.textContent);
    // What a pointer may rest on: the last of the marks that have a tip.
    const targets = await figure.evaluateHandle((one) =>
      [...one.querySelectorAll('.drawing svg path')].filter((path) => path.__data__?.datum?.tip || path.__data__?.tooltip));
    const target = await targets.evaluateHandle((all) => all.at(-1));
    const place = await target.evaluate((one) => {
      const box = one.getBoundingClientRect();
      return {x: box.x + box.width / 2, y: box.y + box.height / 2};
    });
    await page.mouse.move(place.x - 1, place.y);
    await page.mouse.move(place.x, place.y);
    await page.waitForSelector('#vg-tooltip-element.visible', {timeout: 5000});
    const rows = await page.$$eval('#vg-tooltip-element td.value', (all) => all.map((one) => one.textContent));
    const value = rows.find((text) => /[0-9]/.test(text) && !/^(FY)?[0-9]{4}$/.test(text));
    assert.ok(value, `a tooltip without a value: ${rows}`);
    for (const part of value.split(' – ')) {
      // A part of a waterfall is the difference of the two ends that the table has.
      assert.ok(table.includes(part) || part.startsWith('+') || part.startsWith('−'), `${part} is not in the table`);
    }
    await page.mouse.move(0, 0);
  }
  await page.close();
});

for (const name of ['sample', 'japanese', ...briefs.map(([brief]) => brief)]) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [400, 1000]) {
      test(`the page "${name}" in ${scheme}, ${width} pixels wide, has no fault that axe finds`, async () => {
        const {page, wrong, others} = await opened(name, {scheme, width});
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const {violations} = await globalThis.axe.run(document);
          return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 150))}`);
        });
        assert.deepEqual(faults, []);
        assert.deepEqual(wrong, []);
        assert.deepEqual(others, []);
        await page.close();
      });
    }
  }
}

test('no chart is wider than a narrow screen', async () => {
  const {page} = await opened('charts', {width: 400});
  const widths = await page.$$eval('.drawing svg', (all) => all.map((one) => one.getBoundingClientRect().right));
  assert.ok(widths.every((right) => right <= 400), `right ends: ${widths}`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 400));
  await page.close();
});

test('without scripts every figure stands in an open table', async () => {
  const {page} = await opened('charts', {scripts: false});
  const figures = await page.$$('figure.chart');
  assert.ok(figures.length > 0);
  for (const figure of figures) {
    const table = await figure.$('details[open] table');
    assert.ok(table && (await table.isVisible()));
    assert.ok(await (await figure.$('noscript, .without')) !== null);
  }
  await page.close();
});

test('a chart is saved with its title', async () => {
  const {page, wrong} = await opened('charts');
  // The link that is clicked is looked at instead: nothing is written to a disk.
  await page.evaluate(() => {
    const urlOf = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.blob = blob;
      return urlOf(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      globalThis.saved = {name: this.download, address: this.href};
    };
  });
  for (const format of ['svg', 'png']) {
    await page.evaluate((value) => {
      globalThis.saved = null;
      document.querySelector(`.save button[value=${value}]`).dispatchEvent(new Event('click'));
    }, format);
    await page.waitForFunction(() => globalThis.saved);
    const {name, address} = await page.evaluate(() => globalThis.saved);
    assert.equal(name, `chart-1.${format}`);
    if (format === 'svg') {
      const text = await page.evaluate(() => globalThis.blob.text());
      assert.ok(text.includes(await page.$eval('figure.chart figcaption b', (one) => one.textContent)));
      assert.ok(!text.includes('var(--'), 'a file of its own has colours of its own');
    } else {
      assert.match(address, /^(blob:|data:image\/png)/);
    }
  }
  assert.deepEqual(wrong, []);
  await page.close();
});
