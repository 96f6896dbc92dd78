/** The texts that the first screen does not need; vite.config.ts makes it of the catalogue. */
declare module '*.rest.json' {
  const texts: Record<string, string>
  export default texts
}
