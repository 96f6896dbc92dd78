/** The guides that have been written in German; only who reads German loads them. */
export const german = import.meta.glob('../../docs/guides/de/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>
