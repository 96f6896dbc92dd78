/** A table that is made when somebody first asks, so that loading the reader costs only what is read. */
export function once<Table extends object>(make: () => Table): () => Table {
  let made: Table | undefined
  return () => (made ??= make())
}
