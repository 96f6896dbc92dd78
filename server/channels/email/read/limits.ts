/** MAIL.md §6: what one letter may cost. `size` in bytes of the raw letter. */
export const wallLimit = 10_000
export const memoryLimit = (size: number): number => 256 * 2 ** 20 + 12 * size
/** Seconds of processor time. */
export const processorLimit = (size: number): number => 2 + (0.1 * size) / 2 ** 20
/** What a resting process may still hold of the letter it read last. With more it is let go: the next letter must not pay for it. */
export const restingMemory = 176 * 2 ** 20
