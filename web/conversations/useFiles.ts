import { useState } from 'react'
import { uploadFile } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'
import type { Attached } from './draftStore.ts'

/** As the server's: said before a large file has travelled for minutes. */
const largest = 25 * 2 ** 20
let count = 0

export interface Uploading {
  key: number
  name: string
  share: number
}

/** Files picked, pasted or dropped: up at once, with progress; a refusal in one sentence. */
export function useFiles(
  first: Attached[],
  on: { problem: (text: string | null) => void; picture: (file: Attached) => void },
) {
  const [files, setFiles] = useState(first)
  const [uploading, setUploading] = useState<Uploading[]>([])
  const attach = (list: readonly File[], inline: boolean) => {
    on.problem(null)
    for (const file of list) {
      if (file.size > largest) {
        on.problem(t('composer.tooLarge', { name: file.name, size: Math.ceil(file.size / 2 ** 20) }))
        continue
      }
      const key = count++
      const picture = inline && /^image\/(png|jpeg|gif|webp)$/.test(file.type)
      setUploading((before) => [...before, { key, name: file.name, share: 0 }])
      uploadFile(file, picture, (share) =>
        setUploading((before) => before.map((one) => (one.key === key ? { ...one, share } : one))),
      )
        .then(
          (kept) => {
            setFiles((before) => [...before, kept])
            if (picture) on.picture(kept)
          },
          (error: Error) => on.problem(t('composer.fileProblem', { name: file.name, why: error.message })),
        )
        .finally(() => setUploading((before) => before.filter((one) => one.key !== key)))
    }
  }
  return {
    files,
    setFiles,
    uploading,
    attach,
    remove: (id: string) => setFiles((before) => before.filter((one) => one.id !== id)),
  }
}
