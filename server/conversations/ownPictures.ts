/** What a file of ours is called inside a letter; the same for ever. */
export const contentIdOf = (fileId: string): string => `${fileId}@tend`

/**
 * Pictures in HTML written here are kept by their content id, because addresses expire. One that is not among the files of
 * the message is left out.
 */
export const keepPictures = (html: string, fileIds: readonly string[]): string =>
  html.replace(/<img\b[^>]*?\bsrc="\/files\/(fil_[0-9A-Za-z]{22})\/[^"]*"[^>]*>/g, (picture, id: string) =>
    fileIds.includes(id) ? picture.replace(/src="\/files\/[^"]*"/, `src="cid:${contentIdOf(id)}"`) : '',
  )

/** The same for a draft: whatever address a picture was kept with, it gets a fresh one. */
export const freshPictures = <F extends { id: string }>(
  html: string,
  files: readonly F[],
  addressOf: (file: F) => string,
): string =>
  html.replace(
    /src="(?:\/files\/(fil_[0-9A-Za-z]{22})\/[^"]*|cid:(fil_[0-9A-Za-z]{22})@tend)"/g,
    (whole, byAddress?: string, byContentId?: string) => {
      const file = files.find((one) => one.id === (byAddress ?? byContentId))
      return file ? `src="${addressOf(file).replaceAll('&', '&amp;')}"` : whole
    },
  )
