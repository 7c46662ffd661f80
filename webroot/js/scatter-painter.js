// Paints points on a canvas: with WebGL, and where there is none with plain drawing. A painter is
// given the data once, what each point looks like whenever that changes, and the view every frame.
//   look: Uint8Array of r, g, b, a for each point; a of 0 is hidden
//   view: { x, y, zoom } what stands in the middle, and pixels for a unit; size in pixels of a point

const POINTS = `
  attribute vec2 place;
  attribute vec4 look;
  attribute float side;
  uniform vec3 view;
  uniform vec2 half_size;
  uniform float point_size;
  varying vec4 colour;
  varying float shape;
  void main() {
    gl_Position = vec4((place - view.xy) * view.z / half_size, 0.0, look.a == 0.0 ? -2.0 : 1.0);
    gl_PointSize = look.a == 0.0 ? 0.0 : point_size;
    colour = look;
    shape = side;
  }`;

// Pictures are triangles, music is a disc, as in the paper's figures.
const DISC = `
  precision mediump float;
  uniform bool lines;
  varying vec4 colour;
  varying float shape;
  void main() {
    if (lines) {
      if (colour.a == 0.0) discard;
      gl_FragColor = vec4(colour.rgb, 1.0) * colour.a * 0.3;
      return;
    }
    vec2 at = 2.0 * gl_PointCoord - 1.0;
    bool outside = shape < 0.5 ? abs(at.x) > (at.y + 1.0) * 0.5 : dot(at, at) > 1.0;
    if (outside || colour.a == 0.0) discard;
    gl_FragColor = vec4(colour.rgb * colour.a, colour.a);
  }`;

export function painterFor(canvas, data) {
  const gl = canvas.getContext('webgl', { antialias: true, premultipliedAlpha: true, preserveDrawingBuffer: true });
  return gl ? new GlPainter(gl, data) : new PlainPainter(canvas.getContext('2d'), data);
}

class GlPainter {
  #gl;
  #data;
  #program;
  #look;
  #links = null;

  constructor(gl, data) {
    this.#gl = gl;
    this.#data = data;
    this.#program = compile(gl);
    gl.useProgram(this.#program);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#attribute('place', data.places, 2, gl.FLOAT, false);
    this.#attribute('side', data.modality, 1, gl.UNSIGNED_BYTE, false);
    this.#look = this.#attribute('look', new Uint8Array(4 * data.size), 4, gl.UNSIGNED_BYTE, true);
    if (data.paired) {
      this.#links = gl.createBuffer();
      const ends = new Uint32Array(data.size);
      for (let i = 0; i < data.half; i++) {
        ends[2 * i] = i;
        ends[2 * i + 1] = i + data.half;
      }
      // Without this extension indices end at 65,535, and lines between more points stay away.
      const wide = gl.getExtension('OES_element_index_uint');
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#links);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, wide ? ends : new Uint16Array(ends), gl.STATIC_DRAW);
      this.#links = wide || data.size < 65_536 ? { type: wide ? gl.UNSIGNED_INT : gl.UNSIGNED_SHORT } : null;
    }
  }

  #attribute(name, values, size, type, normalised) {
    const gl = this.#gl;
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    const at = gl.getAttribLocation(this.#program, name);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, type, normalised, 0, 0);
    return buffer;
  }

  setLook(look) {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#look);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, look);
  }

  paint(view, pointSize, links) {
    const gl = this.#gl;
    const { width, height } = gl.canvas;
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform3f(gl.getUniformLocation(this.#program, 'view'), view.x, view.y, view.zoom);
    gl.uniform2f(gl.getUniformLocation(this.#program, 'half_size'), width / 2, height / 2);
    gl.uniform1f(gl.getUniformLocation(this.#program, 'point_size'), pointSize);
    const lines = gl.getUniformLocation(this.#program, 'lines');
    if (links && this.#links) {
      gl.uniform1i(lines, 1);
      gl.drawElements(gl.LINES, this.#data.size, this.#links.type, 0);
    }
    gl.uniform1i(lines, 0);
    gl.drawArrays(gl.POINTS, 0, this.#data.size);
  }

  /** Waits until everything is painted. */
  finish() {
    const gl = this.#gl;
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  release() {
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}

function compile(gl) {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, POINTS],
    [gl.FRAGMENT_SHADER, DISC],
  ]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(gl.getProgramInfoLog(program) ?? 'the shaders do not link');
  }
  return program;
}

class PlainPainter {
  #pen;
  #data;
  #look;

  constructor(pen, data) {
    this.#pen = pen;
    this.#data = data;
    this.#look = new Uint8Array(4 * data.size);
  }

  setLook(look) {
    this.#look = look;
  }

  paint(view, pointSize, links) {
    const { width, height } = this.#pen.canvas;
    this.#pen.clearRect(0, 0, width, height);
    const across = (i) => width / 2 + (this.#data.places[2 * i] - view.x) * view.zoom;
    const down = (i) => height / 2 - (this.#data.places[2 * i + 1] - view.y) * view.zoom;
    if (links) {
      this.#pen.strokeStyle = 'rgb(128 128 128 / 25%)';
      this.#pen.beginPath();
      for (let i = 0; i < this.#data.half; i++) {
        if (this.#look[4 * i + 3] > 0) {
          this.#pen.moveTo(across(i), down(i));
          this.#pen.lineTo(across(i + this.#data.half), down(i + this.#data.half));
        }
      }
      this.#pen.stroke();
    }
    for (let i = 0; i < this.#data.size; i++) {
      const [r, g, b, a] = this.#look.subarray(4 * i, 4 * i + 4);
      if (a > 0) {
        this.#pen.fillStyle = `rgb(${r} ${g} ${b} / ${a / 255})`;
        this.#point(across(i), down(i), pointSize / 2, this.#data.modality[i] === 0);
      }
    }
  }

  #point(x, y, half, triangle) {
    this.#pen.beginPath();
    if (triangle) {
      this.#pen.moveTo(x, y - half);
      this.#pen.lineTo(x + half, y + half);
      this.#pen.lineTo(x - half, y + half);
    } else {
      this.#pen.arc(x, y, half, 0, 2 * Math.PI);
    }
    this.#pen.fill();
  }

  finish() {}

  release() {}
}
