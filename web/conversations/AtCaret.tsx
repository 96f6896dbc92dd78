import type { Editor } from '@tiptap/react'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import CaretMenu, { type CaretKeys } from './CaretMenu.tsx'
import { type Emoji, emojiNames, findEmoji } from './emoji.ts'
import type { Typed } from './typed.ts'

interface Props {
  editor: Editor
  typed: Typed
  keys: Ref<CaretKeys>
  onClose: () => void
}

/** What is offered while a word with a sign is typed: an emoji by its name, a teammate in a note, and in a reply what `@` means. */
export default function AtCaret({
  kind,
  inboxId,
  onBringIn,
  ...props
}: Props & {
  kind: 'reply' | 'note'
  inboxId: string
  /** Not the name was meant: a word to that colleague, which the customer never sees. */
  onBringIn: (name: string) => void
}) {
  if (props.typed.sign === ':') return <EmojiMenu {...props} />
  return <Names {...props} kind={kind} inboxId={inboxId} onBringIn={onBringIn} />
}

/** In place of what was typed, and a space behind it. */
const put = (editor: Editor, { from, to }: Typed, text: string) =>
  editor.chain().focus().insertContentAt({ from, to }, text).run()

function EmojiMenu({ editor, typed, keys, onClose }: Props) {
  const [found, setFound] = useState<Emoji[]>([])
  useEffect(() => {
    let over = false
    void emojiNames().then(
      (names) => !over && setFound(findEmoji(typed.term, names, t('emoji.words'))),
      () => {},
    )
    return () => {
      over = true
    }
  }, [typed.term])
  if (found.length === 0) return null
  return (
    <CaretMenu
      editor={editor}
      from={typed.from}
      title={t('emoji.title')}
      choices={found.map(({ emoji, name }) => ({
        key: emoji,
        sign: emoji,
        label: name,
        run: () => {
          put(editor, typed, `${emoji} `)
          onClose()
        },
      }))}
      onClose={onClose}
      keys={keys}
    />
  )
}

const same = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0

function Names({
  editor,
  typed,
  keys,
  onClose,
  kind,
  inboxId,
  onBringIn,
}: Props & { kind: 'reply' | 'note'; inboxId: string; onBringIn: (name: string) => void }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const able =
    team?.items.filter(
      (one) => one.id !== me.teammate.id && (one.role === 'admin' || one.inboxes.includes(inboxId)),
    ) ?? []
  const first = (name: string) => name.split(' ')[0]!
  // Two of one first name are called by the whole of it.
  const called = (name: string) =>
    able.some((one) => one.name !== name && same(first(one.name), first(name))) ? name : first(name)
  const found = able.filter(({ name }) => same(name.slice(0, typed.term.length), typed.term)).slice(0, 8)
  if (found.length === 0) return null
  if (kind === 'note')
    return (
      <CaretMenu
        editor={editor}
        from={typed.from}
        title={t('atName.title')}
        choices={found.map(({ id, name, title }) => ({
          key: id,
          label: name,
          ...(title && { hint: title }),
          run: () => {
            put(editor, typed, `@${called(name)} `)
            onClose()
          },
        }))}
        onClose={onClose}
        keys={keys}
      />
    )
  // In a reply a name is only asked about once it is clear whose.
  if (typed.term.length < 2 || found.length > 1) return null
  return (
    <Question
      editor={editor}
      typed={typed}
      keys={keys}
      onClose={onClose}
      name={first(found[0]!.name)}
      onBringIn={() => onBringIn(called(found[0]!.name))}
    />
  )
}

/** Asked once in a reply, whatever the answer; going on writing is an answer too. */
function Question({
  editor,
  typed,
  keys,
  onClose,
  name,
  onBringIn,
}: Props & { name: string; onBringIn: () => void }) {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => () => close.current(), [])
  return (
    <CaretMenu
      editor={editor}
      from={typed.from}
      title={t('atName.ask', { name })}
      asks
      choices={[
        {
          key: 'bring',
          label: t('atName.bring', { name }),
          hint: t('atName.bringHint'),
          run: () => {
            put(editor, typed, '')
            onBringIn()
          },
        },
        { key: 'say', label: t('atName.say'), run: () => put(editor, typed, name) },
      ]}
      onClose={onClose}
      keys={keys}
    />
  )
}
