/** A text in a pattern of `like`, standing for itself. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A pattern of `like` for what holds the text. */
export const holding = (text: string): string => `%${literally(text)}%`
