declare module '#server/base/events.ts' {
  interface Events {
    /** The customer pressed "It's solved", and "I'm not happy". */
    'page.solved': Record<string, never>
    'page.unhappy': Record<string, never>
  }
}

export {}
