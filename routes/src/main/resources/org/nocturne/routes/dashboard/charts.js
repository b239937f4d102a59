// uPlot in the page's colours and widths; drawn anew when the light changes.
import uPlot from "/lib/uPlot.js";
import { el } from "/dom.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const drawn = new Set();

/** A colour of the page, such as ink or series-1. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** What the legend says of the point under the pointer; nothing where there is none. */
function said(u, value) {
  return value === null || value === undefined ? "" : value.toPrecision(4).replace("-", "\u2212");
}

function axis(label, more = {}) {
  return {
    label,
    stroke: () => colour("quiet"),
    grid: { stroke: () => colour("line"), width: 1 },
    ticks: { stroke: () => colour("line"), width: 1 },
    font: "12px system-ui, sans-serif",
    labelFont: "12px system-ui, sans-serif",
    ...more,
  };
}

/**
 * A figure that is redrawn with new data.
 *
 * @param what said to those who do not see it
 */
export class Figure {
  constructor(what, { x, y, series, bands = [], height = 320, log = false, whole = false, range }) {
    this.box = el("div", { className: "chart", role: "img", aria: { label: what } });
    this.options = {
      height,
      scales: { x: { time: false, range: whole ? (u, low, high) => [Math.min(0.5, low - 0.5), high + 0.5] : undefined }, y: { distr: log ? 3 : 1, range } },
      axes: [axis(x, whole ? { incrs: [1, 2, 5, 10, 20, 50, 100, 1000] } : {}), axis(y, { size: 62 })],
      series: [{ label: x }, ...series],
      bands,
      legend: { live: innerWidth > 700, markers: { width: 0, fill: (u, k) => u.series[k].stroke() } },
      cursor: { drag: { x: true, y: false } },
    };
    new ResizeObserver(() => this.fit()).observe(this.box);
    dark.addEventListener("change", () => this.plot?.redraw(false));
    drawn.add(this);
  }

  describe(text) {
    this.box.setAttribute("aria-label", text);
  }

  fit() {
    const width = Math.floor(this.box.clientWidth);
    if (this.plot && width > 0 && width !== this.width) {
      this.width = width;
      this.plot.setSize({ width, height: this.options.height });
    }
  }

  draw(data) {
    const text = JSON.stringify(data);
    if (text === this.last) return;
    this.last = text;
    this.width = Math.max(200, Math.floor(this.box.clientWidth));
    if (this.plot) {
      this.plot.setData(data);
    } else {
      this.plot = new uPlot({ ...this.options, width: this.width }, data, this.box);
    }
  }
}

export function line(label, name, more = {}) {
  return { label, stroke: () => colour(name), width: 1.6, points: { show: false }, value: said, ...more };
}

export function dots(label, name, more = {}) {
  return { label, stroke: () => colour(name), fill: () => colour(name), value: said, width: 0, paths: () => null, points: { show: true, size: 4, stroke: () => colour(name), fill: () => colour(name) }, ...more };
}

/** The upper or lower edge of a band, not drawn by itself. */
export function edge(label) {
  return { label, class: "edge", stroke: () => "transparent", width: 0, points: { show: false } };
}

export function band(above, below, name) {
  return { series: [above, below], fill: () => colour(name) };
}
