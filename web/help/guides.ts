import { spokenLanguage } from '#web/text/t.ts'
import { bind, type Guide } from './library.ts'

/** Every guide that lies in docs/guides, put in by the build: help is the documentation, and is here without a line too. */
export const guides: readonly Guide[] = bind(
  import.meta.glob('../../docs/guides/*.md', { query: '?raw', import: 'default', eager: true }) as Record<
    string,
    string
  >,
  spokenLanguage() === 'de' ? (await import('./german.ts')).german : {},
)

export const guideNamed = (name: string): Guide | undefined => guides.find((one) => one.name === name)
