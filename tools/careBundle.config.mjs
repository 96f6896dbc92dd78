/** Which files are read together: what a date needs, what a promise needs beside it, and so on up. Few files load fastest. */
const groups = [
  {
    name: 'words',
    test: /care-language\/(?:words|heads|inbound\/ask\w*|zones|tokens|sentences|once|remember|legible)/,
  },
  { name: 'dates', test: /care-language\/(?:dates|german\/when|language)/ },
  { name: 'promises', test: /care-language\/(?:promises|german)/ },
  { name: 'inbound', test: /care-language\/(?:inbound|onceEach)/ },
  { name: 'draft', test: /care-language\/(?:draft|text)/ },
]

// The care line as a few files instead of some two hundred: loading each by itself takes longer than reading a letter.
export default {
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      input: {
        'score-lines': 'care-language/score-lines.ts',
        'loading/tasks': 'care-language/loading/tasks.ts',
      },
      output: {
        entryFileNames: '[name].mjs',
        chunkFileNames: 'loading/[name]-[hash].mjs',
        codeSplitting: { groups, includeDependenciesRecursively: false },
      },
    },
  },
}
