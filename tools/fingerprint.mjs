import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const isLeftOut = (name) => name === 'dist' || name === 'node_modules' || /\.test\.tsx?$/.test(name)

/** One hash over everything that lies in these files and folders; tests and what was built are left out. */
export function fingerprint(root, sources) {
  const hash = createHash('sha256')
  const add = (path) => {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isLeftOut(entry.name)) continue
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`)
      else add(`${folder}/${entry.name}`)
    }
  }
  for (const source of sources) {
    if (!existsSync(join(root, source))) continue
    if (/\.\w+$/.test(source)) add(source)
    else walk(source)
  }
  return hash.digest('hex')
}

/** What a build was made from, as it was written beside it. */
export function builtFrom(folder) {
  try {
    return readFileSync(join(folder, '.built'), 'utf8')
  } catch {
    return null
  }
}
