/** The formats we show. SVG is a program, PDF and HEIC bring their own decoders' troubles: those are handed over as files. */
const raster = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/tiff'])

/** Frames of a moving picture that are kept; a bomb of a million frames is a picture of a hundred. */
const frames = 100

/**
 * A picture drawn anew is only a picture: no scripts, no metadata, no place where it was taken. At most 2400 px, WebP.
 * Null for what is none, is larger than 50 megapixels, or takes longer than eight seconds.
 */
export async function redrawn(bytes: Buffer): Promise<Buffer | null> {
  const { fileTypeFromBuffer } = await import('file-type')
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (!mime || !raster.has(mime)) return null
  const { default: sharp } = await import('sharp')
  const limits = { limitInputPixels: 50_000_000 }
  try {
    const moves = mime === 'image/gif' || mime === 'image/webp'
    const { pages = 1 } = moves ? await sharp(bytes, limits).metadata() : {}
    const image = sharp(bytes, { ...limits, pages: moves ? Math.min(pages, frames) : 1 })
    return await (moves && pages > 1 ? image : image.autoOrient())
      .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: 8 })
      .toBuffer()
  } catch {
    return null
  }
}
