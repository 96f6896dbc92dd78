import { Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'
import { guideNamed } from './guides.ts'
import type { Guide } from './library.ts'
import { type Block, piecesOf } from './markdown.ts'

/** One guide, as it lies in docs/guides. */
export function GuidePage({ guide }: { guide: Guide }) {
  return (
    <>
      {guide.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a guide does not change while it is read
        <Fragment key={index}>{drawn(block)}</Fragment>
      ))}
    </>
  )
}

function drawn(block: Block): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const
      return (
        <Heading id={block.level === 1 ? undefined : block.id}>
          <Words text={block.text} />
        </Heading>
      )
    }
    case 'text':
      return (
        <p>
          <Words text={block.text} />
        </p>
      )
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'table':
      return <Table head={block.head} rows={block.rows} />
  }
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  const hasHead = head.some((cell) => cell !== '')
  return (
    <div className="guide-table">
      <table>
        {hasHead && (
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  <Words text={cell} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={at}>
                  <Words text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Words({ text }: { text: string }) {
  return piecesOf(text).map((piece, at) => {
    const key = `${at} ${piece.text}`
    if (piece.kind === 'link')
      return (
        <Elsewhere key={key} to={piece.to}>
          {piece.text}
        </Elsewhere>
      )
    if (piece.kind === 'strong') return <b key={key}>{plain(piece.text)}</b>
    if (piece.kind === 'soft') return <em key={key}>{piece.text}</em>
    if (piece.kind === 'code') return <code key={key}>{piece.text}</code>
    return <Fragment key={key}>{piece.text}</Fragment>
  })
}
const plain = (text: string) => text.replace(/[`*]/g, '')

/** Another guide is read here; a page of the web is a link to it; what lies beside the program has no page here. */
function Elsewhere({ to, children }: { to: string; children: string }) {
  const [file, anchor] = to.split('#')
  const name = file!.replace(/^\.\.\//, '').replace(/\.md$/, '')
  if (guideNamed(name)) return <Link href={`/help/${name}${anchor ? `#${anchor}` : ''}`}>{children}</Link>
  if (/^https?:/.test(to))
    return (
      <a href={to} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  return <>{children}</>
}
