import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useState } from 'react'
import type { Signature } from '#contract/signatures.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { toast } from '#web/ui/toast.tsx'
import type { SignaturePlace } from './Signatures.tsx'

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const asHtml = (text: string) => `<p>${escapeHtml(text).replace(/\n/g, '<br>')}</p>`

/** Words with a little more than words: bold, italic, a link. What is words alone is kept as words alone. */
export default function SignatureForm({
  place,
  set,
  name,
  onClose,
}: {
  place: SignaturePlace
  set: Signature | undefined
  name: string
  onClose: () => void
}) {
  const [address, setAddress] = useState<string | null>(null)
  const save = useAction('PUT /signatures', {
    quiet: true,
    onDone: () => {
      toast({ text: t('app.saved'), lasts: 3000 })
      onClose()
    },
  })
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        blockquote: false,
        bulletList: false,
        orderedList: false,
        listItem: false,
        codeBlock: false,
        horizontalRule: false,
        link: { openOnClick: false },
      }),
    ],
    content: set ? (set.html ?? asHtml(set.text)) : '',
    autofocus: 'end',
    editorProps: {
      attributes: {
        class: 'prose',
        role: 'textbox',
        dir: 'auto',
        'aria-multiline': 'true',
        'aria-label': t('sign.field', { name }),
      },
      // A signature is lines, not paragraphs.
      handleKeyDown: (view, event) => {
        if (event.key !== 'Enter' || event.metaKey || event.ctrlKey) return false
        const lineBreak = view.state.schema.nodes.hardBreak!.create()
        view.dispatch(view.state.tr.replaceSelectionWith(lineBreak).scrollIntoView())
        return true
      },
    },
    immediatelyRender: true,
  })
  const mark = (which: 'bold' | 'italic') => (
    <button
      type="button"
      className="button bare"
      aria-pressed={editor.isActive(which)}
      onClick={() => editor.chain().focus().toggleMark(which).run()}
    >
      {t(`sign.${which}`)}
    </button>
  )
  return (
    <form
      className="stack signature-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ body: { ...place, html: editor.getHTML() } })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
          event.currentTarget.requestSubmit()
      }}
    >
      <EditorContent editor={editor} className="signature-field" />
      <div className="row">
        {mark('bold')}
        {mark('italic')}
        {address === null ? (
          <button
            type="button"
            className="button bare"
            onClick={() => setAddress(editor.getAttributes('link').href ?? 'https://')}
          >
            {t('sign.link')}
          </button>
        ) : (
          <span className="row">
            <input
              className="input auto"
              type="url"
              autoFocus
              aria-label={t('sign.address')}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== 'Escape') return
                event.preventDefault()
                event.stopPropagation()
                if (event.key === 'Enter') link(address)
                else setAddress(null)
              }}
            />
            <button type="button" className="button quiet" onClick={() => link(address)}>
              {t('sign.setLink')}
            </button>
          </span>
        )}
      </div>
      {place.whose === 'inbox' && (
        <small>{t('sign.slots', { slots: '{{name}}, {{title}}, {{company}}, {{inbox}}' })}</small>
      )}
      {save.error && (
        <p className="problem" role="alert">
          {save.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} busy={save.isPending} onCancel={onClose} />
    </form>
  )

  /** On the words that are chosen; an empty address takes it off; where nothing is chosen the address itself is written. */
  function link(href: string) {
    const chain = editor.chain().focus().extendMarkRange('link')
    const isOne = /^(https?:\/\/|mailto:)\S+\.\S+/.test(href)
    if (!isOne) chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link'))
      editor
        .chain()
        .focus()
        .insertContent({
          type: 'text',
          text: href.replace(/^(https?:\/\/|mailto:)/, ''),
          marks: [{ type: 'link', attrs: { href } }],
        })
        .run()
    else chain.setLink({ href }).run()
    setAddress(null)
  }
}
