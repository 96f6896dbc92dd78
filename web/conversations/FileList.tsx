import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { t } from '#web/text/t.ts'
import { sizeWords } from '#web/ui/size.ts'
import type { Attached } from './draftStore.ts'
import type { Uploading } from './useFiles.ts'

/** What hangs on a draft, and what is still on its way up. */
export function FileList({
  files,
  uploading,
  onRemove,
}: {
  files: readonly Attached[]
  uploading: readonly Uploading[]
  onRemove: (id: string) => void
}) {
  if (files.length === 0 && uploading.length === 0) return null
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id} className="chip">
          <span className="cut">{file.filename}</span>
          <span className="meta">{sizeWords(file.size)}</span>
          <button
            type="button"
            className="link"
            aria-label={t('composer.removeFile', { name: file.filename })}
            onClick={() => onRemove(file.id)}
          >
            <XIcon size={14} />
          </button>
        </li>
      ))}
      {uploading.map((one) => (
        <li key={one.key} className="chip">
          <span className="cut">{one.name}</span>
          <progress value={one.share} max={1} aria-label={t('composer.goingUp', { name: one.name })} />
        </li>
      ))}
    </ul>
  )
}
