import { useMemo, useRef, useState } from 'react'
import { queryClient } from '#web/api/cache.ts'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { openInboxes, useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { readCsv } from './csv.ts'
import { type Column, columns, guess, type Line, linesOf, type Mapping } from './dealingRows.ts'
import './customers.css'

type Taken = Answer<'POST /dealings'>['items'][number]
const atOnce = 200

interface Run {
  dry: boolean
  done: number
  counts: Record<Taken['outcome'], number>
  people: number
  refused: { line: number; because: string }[]
  problem: string | null
  running: boolean
}

/** Purchases and visits out of a file: which column is what, what would happen, and then it happens. A second run adds nothing. */
export default function TakeDealings() {
  const me = useMe()
  const [rows, setRows] = useState<string[][]>([])
  const [mapping, setMapping] = useState<Mapping>({})
  const [inboxId, setInboxId] = useState(openInboxes(me)[0]?.id ?? '')
  const [run, setRun] = useState<Run | null>(null)
  const stopped = useRef(false)
  const head = rows[0] ?? []
  const lines = useMemo(() => linesOf(rows.slice(1), mapping), [rows, mapping])
  const ready =
    mapping.what !== undefined &&
    mapping.at !== undefined &&
    (mapping.email !== undefined || mapping.phone !== undefined)
  const start = async (dry: boolean) => {
    stopped.current = false
    const state: Run = {
      dry,
      done: 0,
      counts: { added: 0, same: 0, corrected: 0, refused: 0 },
      people: 0,
      refused: [],
      problem: null,
      running: true,
    }
    const show = (change: Partial<Run> = {}) => setRun({ ...Object.assign(state, change) })
    show()
    for (let from = 0; from < lines.length && !stopped.current; from += atOnce) {
      const part = lines.slice(from, from + atOnce)
      const good = part.filter(
        (line): line is Line & { item: NonNullable<Line['item']> } => line.item !== null,
      )
      try {
        const { items } = good.length
          ? await api('POST /dealings', {
              body: { inboxId, dryRun: dry, items: good.map((line) => line.item) },
            })
          : { items: [] }
        for (const [index, one] of items.entries()) count(state, one, good[index]!.line)
      } catch (error) {
        return show({ problem: (error as Error).message, running: false })
      }
      for (const line of part) if (line.because) count(state, refusedLine(line.because), line.line)
      show({ done: Math.min(from + atOnce, lines.length) })
    }
    show({ running: false })
    if (!dry) void queryClient.invalidateQueries()
  }
  return (
    <div className="page wide stack">
      <h1>{t('take.title')}</h1>
      <p>{t('take.lead')}</p>
      <div className="two">
        <div className="field">
          <label htmlFor="take-file">{t('take.file')}</label>
          <input
            id="take-file"
            className="input"
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={async (event) => {
              const file = event.target.files?.[0]
              if (!file) return
              const read = readCsv(await file.text())
              setRows(read)
              setMapping(guess(read[0] ?? []))
              setRun(null)
            }}
          />
        </div>
        <div className="field">
          <label htmlFor="take-inbox">{t('take.inbox')}</label>
          <select
            id="take-inbox"
            className="input"
            value={inboxId}
            onChange={(event) => setInboxId(event.target.value)}
          >
            {openInboxes(me).map((inbox) => (
              <option key={inbox.id} value={inbox.id}>
                {inbox.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      {rows.length === 1 && <p className="problem">{t('take.empty')}</p>}
      {rows.length > 1 && (
        <>
          <div className="take-columns">
            {columns.map((column) => (
              <Choice
                key={column}
                column={column}
                head={head}
                at={mapping[column]}
                set={(at) => {
                  const { [column]: _, ...rest } = mapping
                  setMapping(at === null ? rest : { ...rest, [column]: at })
                  setRun(null)
                }}
              />
            ))}
          </div>
          <h2>{t('take.preview')}</h2>
          <Preview lines={lines.slice(0, 5)} />
          {!ready && <p className="problem">{t('take.noColumns')}</p>}
          <div className="row">
            {run?.running ? (
              <button type="button" className="button quiet" onClick={() => (stopped.current = true)}>
                {t('take.stop')}
              </button>
            ) : (
              <>
                <button type="button" className="button quiet" disabled={!ready} onClick={() => start(true)}>
                  {t('take.try')}
                </button>
                <button
                  type="button"
                  className="button primary"
                  // Nobody brings in what nobody has looked at.
                  disabled={!ready || !run || run.problem !== null}
                  onClick={() => start(false)}
                >
                  {t(run && !run.dry && run.done < lines.length ? 'take.again' : 'take.do')}
                </button>
              </>
            )}
          </div>
        </>
      )}
      {run && <Report run={run} all={lines.length} />}
    </div>
  )
}

const refusedLine = (because: string): Taken => ({
  outcome: 'refused',
  customerId: null,
  newPerson: false,
  because,
})

function count(run: Run, one: Taken, line: number): void {
  run.counts[one.outcome]++
  if (one.newPerson && one.outcome === 'added') run.people++
  if (one.because) run.refused.push({ line, because: one.because })
}

function Choice(given: {
  column: Column
  head: string[]
  at: number | undefined
  set: (at: number | null) => void
}) {
  const id = `take-${given.column}`
  return (
    <div className="field">
      <label htmlFor={id}>{t(`take.${given.column}`)}</label>
      <select
        id={id}
        className="input"
        value={given.at ?? ''}
        onChange={(event) => given.set(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t('take.none')}</option>
        {given.head.map((cell, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
          <option key={index} value={index}>
            {cell}
          </option>
        ))}
      </select>
    </div>
  )
}

function Preview({ lines }: { lines: Line[] }) {
  return (
    <table className="take-table">
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            {line.item ? (
              <>
                <td>{line.item.who.name ?? line.item.who.email ?? line.item.who.phone}</td>
                <td>{line.item.what}</td>
                <td>{line.item.at.slice(0, 10)}</td>
                <td>{line.item.amount === null ? '' : `${line.item.amount} ${line.item.currency}`}</td>
              </>
            ) : (
              <td colSpan={4}>{t('take.row', { n: line.line, why: line.because })}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Report({ run, all }: { run: Run; all: number }) {
  return (
    <div className="card stack" role="status">
      <p>
        <b>{t('take.counts', run.counts)}</b>
        {run.people > 0 && ` ${t('take.people', { n: run.people })}`}
      </p>
      {run.running ? (
        <p className="meta">{t('take.progress', { done: run.done, all })}</p>
      ) : run.problem ? (
        <p className="problem">
          {run.problem} {t('take.broken', { done: run.done })}
        </p>
      ) : (
        <p>{t(run.dry ? 'take.tried' : run.done < all ? 'take.broken' : 'take.done', { done: run.done })}</p>
      )}
      {run.refused.length > 0 && (
        <ul className="meta">
          {run.refused.slice(0, 50).map((one) => (
            <li key={one.line}>{t('take.row', { n: one.line, why: one.because })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
