// The points of a picture as the studio sends them (docs/see.md), brought into the square from
// -1 to 1, with a grid over it for finding the point under the mouse.
const HEADER = 16;
const MAGIC = 0x31505959; // "YYP1" read little-endian
const CELLS = 128;

export class ScatterData {
  /** Reads an answer of …/points; categories are their names. */
  constructor(buffer, categories) {
    const view = new DataView(buffer);
    if (view.getUint32(0, true) !== MAGIC) {
      throw new Error('these are no points');
    }
    const size = view.getUint32(4, true);
    this.size = size;
    this.categories = categories;
    this.places = new Float32Array(buffer, HEADER, 2 * size);
    this.rows = new Uint32Array(buffer, HEADER + 8 * size, size);
    this.category = new Uint16Array(buffer, HEADER + 12 * size, size);
    this.modality = new Uint8Array(buffer, HEADER + 14 * size, size);
    this.#normalise();
    this.#buildGrid();
  }

  /** Both sides in one picture. */
  get paired() {
    return this.size > 0 && this.modality[0] !== this.modality[this.size - 1];
  }

  /** Pairs of points of the same row: pictures stand in the first half, their music in the second. */
  get half() {
    return this.paired ? this.size / 2 : 0;
  }

  #normalise() {
    let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < this.size; i++) {
      left = Math.min(left, this.places[2 * i]);
      right = Math.max(right, this.places[2 * i]);
      low = Math.min(low, this.places[2 * i + 1]);
      high = Math.max(high, this.places[2 * i + 1]);
    }
    const scale = 1.92 / Math.max(right - left, high - low, 1e-9);
    for (let i = 0; i < this.size; i++) {
      this.places[2 * i] = (this.places[2 * i] - (left + right) / 2) * scale;
      this.places[2 * i + 1] = (this.places[2 * i + 1] - (low + high) / 2) * scale;
    }
  }

  /** Points sorted by cell: cell c holds order[starts[c]] up to order[starts[c + 1]]. */
  #buildGrid() {
    const counts = new Uint32Array(CELLS * CELLS + 1);
    const cells = new Uint32Array(this.size);
    for (let i = 0; i < this.size; i++) {
      cells[i] = cellOf(this.places[2 * i]) + CELLS * cellOf(this.places[2 * i + 1]);
      counts[cells[i] + 1]++;
    }
    for (let c = 0; c < CELLS * CELLS; c++) {
      counts[c + 1] += counts[c];
    }
    this.starts = counts;
    this.order = new Uint32Array(this.size);
    const next = counts.slice();
    for (let i = 0; i < this.size; i++) {
      this.order[next[cells[i]]++] = i;
    }
  }

  /** The nearest shown point within a distance, or -1. */
  nearest(x, y, reach, shown) {
    let best = -1;
    let closest = reach * reach;
    this.#visit(x - reach, y - reach, x + reach, y + reach, (i) => {
      const away = (this.places[2 * i] - x) ** 2 + (this.places[2 * i + 1] - y) ** 2;
      if (away <= closest && shown(i)) {
        closest = away;
        best = i;
      }
    });
    return best;
  }

  /** Shown points inside of a closed line of x, y, x, y …. */
  inside(line, shown) {
    const xs = line.filter((_, at) => at % 2 === 0);
    const ys = line.filter((_, at) => at % 2 === 1);
    const found = [];
    this.#visit(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), (i) => {
      if (shown(i) && encloses(line, this.places[2 * i], this.places[2 * i + 1])) {
        found.push(i);
      }
    });
    return found;
  }

  #visit(left, low, right, high, visit) {
    for (let row = cellOf(low); row <= cellOf(high); row++) {
      for (let column = cellOf(left); column <= cellOf(right); column++) {
        const cell = column + CELLS * row;
        for (let at = this.starts[cell]; at < this.starts[cell + 1]; at++) {
          visit(this.order[at]);
        }
      }
    }
  }
}

function cellOf(place) {
  return Math.min(CELLS - 1, Math.max(0, Math.floor(((place + 1) / 2) * CELLS)));
}

function encloses(line, x, y) {
  let inside = false;
  for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) {
    const [xi, yi, xj, yj] = [line[i], line[i + 1], line[j], line[j + 1]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside;
    }
  }
  return inside;
}
