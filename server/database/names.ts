import { CamelCasePlugin } from 'kysely'

/**
 * Names of columns as TypeScript knows them. Statements are given those of the database by the plugin; of answers each name is turned once,
 * when the columns of a statement are heard of (inOneGo.ts), instead of in every row.
 */
class Names extends CamelCasePlugin {
  override async transformResult({ result }: Parameters<CamelCasePlugin['transformResult']>[0]) {
    return result
  }

  camel(name: string): string {
    return this.camelCase(name)
  }
}

export const names = new Names({ maintainNestedObjectKeys: true })

const known = new Map<string, string>()

/** `first_name` is `firstName`. */
export function camelName(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  // A statement may name its columns by anything; there are not many.
  if (known.size > 5000) known.clear()
  const camel = names.camel(name)
  known.set(name, camel)
  return camel
}
