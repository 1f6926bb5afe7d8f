// Draws the charts of a page. Each `figure.chart` has its specification in a data block, and the same figures in a
// table that stays open where nothing is drawn.
import {View, parse} from 'vega';
import {expressionInterpreter} from 'vega-interpreter';
import {compile} from 'vega-lite';
import {Handler} from 'vega-tooltip';

// The colours of a specification, and the variables of the page's style that take their place: with them a chart
// follows light, dark and paper without being drawn again.
const variables = {
  '#0072b2': '--series-1',
  '#c44e00': '--series-2',
  '#00805d': '--series-3',
  '#a8478f': '--series-4',
  '#8f6a00': '--series-5',
  '#3f4650': '--series-6',
  '#2f8fd0': '--series-7',
  '#8a1f4d': '--series-8',
  '#5f6772': '--quiet',
  '#1c2128': '--ink',
  '#ffffff': '--ground',
  '#d9dee4': '--line',
};

function inPageColours(part) {
  if (typeof part === 'string') {
    return variables[part] ? `var(${variables[part]})` : part;
  }
  if (Array.isArray(part)) {
    return part.map(inPageColours);
  }
  if (part && typeof part === 'object') {
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inPageColours(value)]));
  }
  return part;
}

// The page has the title in words already. Colours stand in the layers and the configuration alone, so that no text of
// a file is taken for one.
function onPage(spec) {
  const {title, ...rest} = spec;
  return {...rest, background: null, layer: inPageColours(spec.layer), config: inPageColours(spec.config),
    encoding: inPageColours(spec.encoding)};
}

// Expressions are interpreted, not compiled: the page forbids scripts made from text.
function viewOf(spec, options) {
  return new View(parse(compile(spec).spec, {}, {ast: true}), {expr: expressionInterpreter, ...options});
}

async function draw(figure) {
  const spec = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const place = figure.querySelector('.drawing');
  place.hidden = false;
  const tooltip = new Handler({disableDefaultStyle: true, theme: 'page'});
  const view = viewOf(onPage(spec), {renderer: 'svg', hover: true, tooltip: tooltip.call});
  await view.initialize(place).runAsync();
  // The picture as a whole has its text; its lines and points are not told one by one.
  place.querySelector('svg').setAttribute('aria-hidden', 'true');
  figure.querySelector('details').open = false;
  const save = figure.querySelector('.save');
  save.hidden = false;
  for (const button of save.querySelectorAll('button')) {
    button.addEventListener('click', () => saveAs(spec, button.value, figure.id));
  }
}

// A file of one chart: with its title, on white, as wide as a page of text.
async function saveAs(spec, format, name) {
  const alone = viewOf({...spec, width: 640, background: '#ffffff', padding: 16}, {renderer: 'none'});
  const link = document.createElement('a');
  link.href = await alone.toImageURL(format, 2);
  link.download = `${name}.${format}`;
  link.click();
  alone.finalize();
}

for (const figure of document.querySelectorAll('figure.chart')) {
  draw(figure).catch((error) => {
    figure.querySelector('.drawing').hidden = true;
    console.error(error);
  });
}
