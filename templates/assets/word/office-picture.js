// Pictures as programs of an office know them: PNG or JPEG.

const KNOWN = ["image/png", "image/jpeg"];
const QUALITY = 0.9;

/**
 * The picture itself, or the same one as JPEG on white. Rejects when the browser cannot show it.
 * @param {Blob} picture
 * @returns {Promise<Blob>}
 */
export async function forOffice(picture) {
  if (KNOWN.includes(picture.type)) return picture;
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser draws nothing");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("It is too large"))), "image/jpeg", QUALITY);
  });
}
