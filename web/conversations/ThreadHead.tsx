import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { ClockIcon } from '@phosphor-icons/react/dist/csr/Clock'
import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { SidebarSimpleIcon } from '@phosphor-icons/react/dist/csr/SidebarSimple'
import { lazy, memo, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useSeenViewers } from '#web/app/headsDown.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import type { Receiver } from '#web/handover/HandOver.tsx'
import { startFrom } from '#web/incidents/startFrom.ts'
import { Tags } from '#web/tags/Tags.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Disc, Due } from '#web/ui/parts.tsx'
import { since } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { useCopy } from '#web/ui/useCopy.tsx'
import { Gist } from './Gist.tsx'
import { useTieItems } from './useTies.ts'

const HandOver = lazy(() => import('#web/handover/HandOver.tsx'))

export type Panel =
  | 'goodbye'
  | 'later'
  | 'promise'
  | 'call'
  | 'recovery'
  | 'merge'
  | 'link'
  | 'move'
  | 'forward'
  | null

/** Who, what about, whose turn it is and who looks after it; and the acts, each with its key. */
export const ThreadHead = memo(function ThreadHead({
  conversation,
  back,
  setPanel,
  about,
  toggleAbout,
  showTheirs,
}: {
  conversation: Conversation
  back: () => void
  setPanel: (panel: Panel) => void
  about: boolean
  toggleAbout: () => void
  /** Absent where the team does not look at it so. */
  showTheirs?: () => void
}) {
  const me = useMe()
  const { id, person } = conversation
  const reopen = useAction('POST /conversations/{id}/reopening')
  const link = useAction('POST /conversations/{id}/link')
  const mayAct = me.teammate.role !== 'observer'
  const [, go] = useLocation()
  const calls = usePractice('callbacks')
  const incidents = usePractice('incidents')
  const tieItems = useTieItems(conversation, setPanel)
  const { copy, box } = useCopy()
  return (
    <div className="head-room">
      <header className="thread-head">
        <button type="button" className="icon-button back" aria-label={t('keys.back')} onClick={back}>
          <ArrowLeftIcon size={20} />
        </button>
        <Disc name={person.name} />
        <div className="grow">
          <h1 className="cut">
            <Link href={`/customers/${conversation.customerId}`}>{person.preferredName ?? person.name}</Link>
            {person.sayIt && <span className="meta"> {t('thread.say', { how: person.sayIt })}</span>}
          </h1>
          <div className="gist-row">
            <Gist conversation={conversation} mayAct={mayAct} />
            {conversation.demo && <span className="chip sample">{t('demo.chip')}</span>}
          </div>
          <div className="meta row where">
            <span className="stands cut">
              <span className={`status ${conversation.status}`}>
                {t(`status.${conversation.status}` as TextKey)}
              </span>
              {conversation.status === 'open' && conversation.waitingSince && (
                <> {since(conversation.waitingSince)}</>
              )}
              {conversation.target && (
                <span className={conversation.target.missed ? 'target missed' : 'target'}>
                  {', '}
                  {t(conversation.target.missed ? 'target.missed' : 'target.by')}{' '}
                  <Due at={conversation.target.at} />
                </span>
              )}
              {conversation.later && <>: {conversation.later.reason}</>}
              {conversation.chased > 0 && <> · {t('row.chased', { times: conversation.chased })}</>}
              <StandIn conversation={conversation} />
            </span>
            <Here conversation={conversation} />
            <Tags conversation={conversation} />
          </div>
        </div>
        <div className="row acts">
          {mayAct && (
            <>
              <Owner conversation={conversation} />
              <button
                type="button"
                className="button quiet"
                aria-label={t('thread.later')}
                title={t('keys.hint', { key: 'h' })}
                onClick={() => setPanel('later')}
              >
                <ClockIcon size={16} /> <span className="words-of">{t('thread.later')}</span>
              </button>
              {conversation.status === 'closed' ? (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => reopen.mutate({ params: { id } })}
                >
                  {t('thread.reopen')}
                </button>
              ) : (
                <button
                  type="button"
                  className="button quiet"
                  aria-label={t('thread.done')}
                  title={t('keys.hint', { key: 'e' })}
                  onClick={() => setPanel('goodbye')}
                >
                  <CheckIcon size={16} /> <span className="words-of">{t('thread.done')}</span>
                </button>
              )}
              <Menu
                id="thread-more"
                label={t('thread.more')}
                className="icon-button"
                items={[
                  { label: t('thread.promise'), hint: 'p', run: () => setPanel('promise') },
                  { label: t('recovery.begin'), hint: 'b', run: () => setPanel('recovery') },
                  ...(calls ? [{ label: t('call.set'), run: () => setPanel('call') }] : []),
                  ...(incidents
                    ? [
                        {
                          label: t('incident.othersToo'),
                          run: () => {
                            startFrom([id], conversation.inboxId)
                            go('/incidents/new')
                          },
                        },
                      ]
                    : []),
                  ...(showTheirs ? [{ label: t('keys.theirSide'), hint: 't', run: showTheirs }] : []),
                  ...tieItems,
                  {
                    label: t('thread.copyPage'),
                    run: () => copy(conversation.pageUrl, t('thread.copied')),
                  },
                  {
                    label: t('thread.revokePage'),
                    run: () =>
                      link.mutate(
                        { params: { id }, body: { revoke: true } },
                        { onSuccess: () => toast({ text: t('thread.revoked'), lasts: 5000 }) },
                      ),
                  },
                  {
                    label: t('thread.copyRef'),
                    hint: id.slice(-6),
                    run: () => copy(id),
                  },
                ]}
              >
                <DotsThreeIcon size={20} weight="bold" />
              </Menu>
            </>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t('thread.about')}
            aria-expanded={about}
            title={t('keys.hint', { key: ']' })}
            onClick={toggleAbout}
          >
            <SidebarSimpleIcon size={20} weight={about ? 'fill' : 'regular'} mirrored />
          </button>
        </div>
        {box}
      </header>
    </div>
  )
})

/** Whoever looks after it is away: whose it is all the same, and who answers for them. */
function StandIn({ conversation: { standIn } }: { conversation: Conversation }) {
  const me = useMe()
  if (!standIn) return null
  const short = (id: string, name: string) => (id === me.teammate.id ? 'me' : name.split(' ')[0]!)
  return (
    <>
      {' · '}
      {t('thread.standsIn', {
        whose: short(standIn.forId, standIn.forName),
        who: short(standIn.byId, standIn.byName),
      })}
    </>
  )
}

/** Who looks after it: "yours", or a name; one press gives it to somebody else, where the team works so with a brief. */
function Owner({ conversation }: { conversation: Conversation }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const assign = useAction('POST /conversations/{id}/assignment')
  const briefs = usePractice('handover')
  const [receiver, setReceiver] = useState<Receiver | null>(null)
  const give = (teammateId: string | null) =>
    assign.mutate({ params: { id: conversation.id }, body: { teammateId } })
  const assignee = team?.items.find((one) => one.id === conversation.assigneeId)
  const others =
    team?.items.filter(
      (one) =>
        one.id !== me.teammate.id &&
        one.role !== 'observer' &&
        (one.role === 'admin' || one.inboxes.includes(conversation.inboxId)),
    ) ?? []
  const mine = conversation.assigneeId === me.teammate.id
  return (
    <>
      <Menu
        id="assign"
        label={t('thread.assign')}
        items={[
          { label: t('thread.toMe'), hint: 'i', checked: mine, run: () => give(me.teammate.id) },
          ...others.map((one) => ({
            label: one.name,
            hint: one.title ?? '',
            checked: one.id === conversation.assigneeId,
            // A new one is given out; what somebody looks after is handed over.
            run: () => (briefs && conversation.assigneeId ? setReceiver(one) : give(one.id)),
          })),
          { label: t('thread.toNobody'), checked: !conversation.assigneeId, run: () => give(null) },
        ]}
      >
        <span className="cut">{mine ? t('thread.yours') : (assignee?.name ?? t('thread.nobodys'))}</span>
        <CaretDownIcon size={14} />
      </Menu>
      <Suspense fallback={null}>
        {receiver && <HandOver conversation={conversation} to={receiver} onClose={() => setReceiver(null)} />}
      </Suspense>
    </>
  )
}

/** Who else looks or writes here, so that nobody answers twice. */
function Here({ conversation }: { conversation: Conversation }) {
  const { data: team } = useApi('GET /teammates')
  const others = useSeenViewers(conversation.viewers)
  if (others.length === 0) return null
  const nameOf = (id: string) => team?.items.find((one) => one.id === id)?.name.split(' ')[0] ?? ''
  return (
    <span role="status">
      {others.map((one) => (
        <span key={one.teammateId} className="chip">
          {t(one.doing === 'typing' ? 'row.typing' : 'row.looking', { who: nameOf(one.teammateId) })}
        </span>
      ))}
    </span>
  )
}
