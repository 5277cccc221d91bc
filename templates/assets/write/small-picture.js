// A picture made anew in the browser: upright, no larger than screens need, and nothing in its file but the picture.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/**
 * A file that a form holds. `type` and `shown`, a small copy as a `data:` address, are "" for what is no picture.
 * @typedef {{bytes: Bytes, type: string, shown: string, width: number, height: number}} Held
 */

/** Pixels of the longer side: twice what the widest screen shows of a page, and of the copy in the form. */
const [WIDEST, SHOWN] = [2400, 480];
/** Bytes up to which a drawing or a picture of a screen is kept without loss. */
const LOSSLESS = 1_500_000;
const QUALITY = 0.9;
const WEBP = "image/webp";
const KNOWN = [WEBP, "image/jpeg", "image/png"];

/**
 * The picture made anew; null when the browser cannot show it. WebP where the browser makes that, else PNG or JPEG.
 * @param {Blob} file
 * @returns {Promise<(Held & {isAsItWas: boolean}) | null>}
 */
export async function madeSmall(file) {
  const bitmap = await shownBy(file);
  if (!bitmap) return null;
  const { width, height } = fitted(bitmap, WIDEST);
  const canvas = drawn(bitmap, width, height);
  if (!canvas || !isTrue()) return KNOWN.includes(file.type) ? asItIs(file, bitmap) : null;
  const made = await written(canvas, file.type === "image/png");
  return { ...(await held(made, bitmap)), width, height, isAsItWas: false };
}

/**
 * A picture that a form has saved, as it is; null when it cannot be shown.
 * @param {Blob} file
 */
export async function asItWasSaved(file) {
  const bitmap = await shownBy(file);
  return bitmap && held(file, bitmap);
}

/** @param {Blob} file */
async function shownBy(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}

/**
 * @param {Blob} file
 * @param {ImageBitmap} bitmap
 * @returns {Promise<Held>}
 */
async function held(file, bitmap) {
  const { width, height } = fitted(bitmap, SHOWN);
  const shown = drawn(bitmap, width, height)?.toDataURL(WEBP, QUALITY) ?? "";
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { bytes, type: file.type, shown, width: bitmap.width, height: bitmap.height };
}

/**
 * @param {Blob} file
 * @param {ImageBitmap} bitmap
 */
async function asItIs(file, { width, height }) {
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    type: file.type,
    shown: "",
    width,
    height,
    isAsItWas: true,
  };
}

/**
 * @param {{width: number, height: number}} picture
 * @param {number} most
 */
export function fitted({ width, height }, most) {
  const share = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/**
 * @param {CanvasImageSource} source
 * @param {number} width
 * @param {number} height
 */
function drawn(source, width, height) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

/** Whether the browser gives back what was drawn: some give noise, so that nobody is known by their machine. */
function isTrue() {
  const context = Object.assign(document.createElement("canvas"), { width: 2, height: 2 }).getContext("2d");
  if (!context) return false;
  const colours = [
    [200, 30, 90],
    [20, 160, 250],
  ];
  for (const [at, [red, green, blue]] of colours.entries()) {
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(at, 0, 1, 2);
  }
  const { data } = context.getImageData(0, 0, 2, 1);
  return colours.flat().every((part, at) => Math.abs(part - data[at + (at > 2 ? 1 : 0)]) < 4);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {boolean} isDrawing
 */
async function written(canvas, isDrawing) {
  let made = await blobOf(canvas, WEBP, isDrawing ? 1 : QUALITY);
  if (isDrawing && made.type === WEBP && made.size > LOSSLESS) made = await blobOf(canvas, WEBP, QUALITY);
  if (made.type === WEBP || (isDrawing && made.size < LOSSLESS)) return made;
  return inJpeg(canvas);
}

/** @param {HTMLCanvasElement} canvas */
function inJpeg(canvas) {
  const context = canvas.getContext("2d");
  if (context) {
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return blobOf(canvas, "image/jpeg", QUALITY);
}

/**
 * A browser that does not make the type that is asked for makes PNG.
 * @param {HTMLCanvasElement} canvas
 * @param {string} type
 * @param {number} quality
 * @returns {Promise<Blob>}
 */
function blobOf(canvas, type, quality) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large"))), type, quality);
  });
}
