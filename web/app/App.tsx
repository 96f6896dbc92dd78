import { lazy, Suspense, useEffect, useRef } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { Problem } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { giveWay, hasGivenWay, sitDown, whoseWindow } from '#web/api/whose.ts'
import { isLeaving } from '#web/offline/leaving.ts'
import { openLine } from '#web/offline/line.ts'
import { moveIn, moveOut, watchSeat } from '#web/offline/shelf.ts'
import { t, withTexts } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Boundary } from './Boundary.tsx'
import { Frame } from './Frame.tsx'
import { listenForKeys, setKeys } from './keys.ts'
import { applyCompanyColor, applyPreferences, MeContext } from './session.ts'

const Today = lazy(() => import('#web/today/Today.tsx'))
const Inbox = lazy(withTexts(() => import('#web/conversations/Inbox.tsx')))
const Promises = lazy(withTexts(() => import('#web/promises/Promises.tsx')))
const Customers = lazy(withTexts(() => import('#web/customers/Customers.tsx')))
const TakeDealings = lazy(withTexts(() => import('#web/customers/TakeDealings.tsx')))
const Circles = lazy(withTexts(() => import('#web/customers/Circles.tsx')))
const CirclePage = lazy(withTexts(() => import('#web/customers/CirclePage.tsx')))
const CustomerPage = lazy(withTexts(() => import('#web/customers/CustomerPage.tsx')))
const Matters = lazy(withTexts(() => import('#web/matters/Matters.tsx')))
const MatterPage = lazy(withTexts(() => import('#web/matters/MatterPage.tsx')))
const Incidents = lazy(withTexts(() => import('#web/incidents/Incidents.tsx')))
const IncidentPage = lazy(withTexts(() => import('#web/incidents/IncidentPage.tsx')))
const StatusDesk = lazy(withTexts(() => import('#web/status/StatusDesk.tsx')))
const StatusReport = lazy(withTexts(() => import('#web/status/ReportPage.tsx')))
const Statements = lazy(withTexts(() => import('#web/statements/Statements.tsx')))
const StatementPage = lazy(withTexts(() => import('#web/statements/StatementPage.tsx')))
const Views = lazy(withTexts(() => import('#web/views/Views.tsx')))
const ViewPage = lazy(withTexts(() => import('#web/views/ViewPage.tsx')))
const Search = lazy(withTexts(() => import('#web/search/Search.tsx')))
const Library = lazy(withTexts(() => import('#web/settings/Library.tsx')))
const LittleExtras = lazy(withTexts(() => import('#web/extras/LittleExtras.tsx')))
const Settings = lazy(withTexts(() => import('#web/settings/Settings.tsx')))
const Help = lazy(withTexts(() => import('#web/help/Help.tsx')))
const Practice = lazy(withTexts(() => import('#web/care/Practice.tsx')))
const SignIn = lazy(withTexts(() => import('#web/welcome/SignIn.tsx')))
const Welcome = lazy(withTexts(() => import('#web/welcome/Welcome.tsx')))
const Join = lazy(withTexts(() => import('#web/welcome/Join.tsx')))

export function App() {
  useEffect(listenForKeys, [])
  return (
    <Boundary>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/sign-in" component={SignIn} />
          <Route path="/welcome" component={Welcome} />
          <Route path="/join/:token">{({ token }) => <Join token={token!} />}</Route>
          <Route path="/reset/:token">{({ token }) => <Join token={token!} />}</Route>
          <Route component={Inside} />
        </Switch>
      </Suspense>
    </Boundary>
  )
}

function Inside() {
  const leaves = isLeaving()
  const { data: me, error } = useApi('GET /me', undefined, { enabled: !leaves })
  const [path] = useLocation()
  // Somebody was in here and no longer is: the door says why, and leads back to this place.
  const wasIn = useRef(false)
  if (me) wasIn.current = true
  const id = me?.teammate.id ?? null
  // Before anything below can ask; somebody else's window begins anew.
  const isAnothers = id !== null && whoseWindow() !== null && whoseWindow() !== id
  if (id && !isAnothers) sitDown(id)
  useEffect(() => {
    if (isAnothers) giveWay()
  }, [isAnothers])
  useEffect(() => {
    if (hasGivenWay()) toast({ text: t('app.somebodyElse'), lasts: 8000 })
    return watchSeat((who) => {
      if (who === null) location.reload()
      else if (whoseWindow() !== null && who !== whoseWindow()) giveWay()
    })
  }, [])
  useEffect(() => {
    if (!me || isAnothers) return
    void moveIn(me.teammate.id).then(openLine)
    applyPreferences(me.preferences)
    applyCompanyColor(me.company.color)
    setKeys(me.preferences.keys, me.preferences.keyMap)
  }, [me, isAnothers])
  const isOut = error instanceof Problem && error.status === 401
  // Whoever is no longer let in has no business with what was read here before.
  useEffect(() => {
    if (isOut) void moveOut().then(() => sitDown(null))
  }, [isOut])
  if (leaves) return <Redirect to="/sign-in" />
  if (isOut)
    return <Redirect to={wasIn.current ? `/sign-in?ended=${encodeURIComponent(path)}` : '/sign-in'} />
  if (error && !me) return <Empty says={error.message} />
  if (!me || isAnothers) return <div className="page">{<Skeleton />}</div>
  return (
    <MeContext value={me}>
      <Frame>
        <Suspense
          fallback={
            <div className="page">
              <Skeleton />
            </div>
          }
        >
          <Switch>
            <Route path="/">
              <Redirect to="/today" />
            </Route>
            <Route path="/today" component={Today} />
            <Route path="/inbox/:view?">
              {({ view }) => <Inbox view={view ?? 'for-me'} conversationId={null} />}
            </Route>
            <Route path="/conversations/:id">{({ id }) => <Inbox view={null} conversationId={id!} />}</Route>
            <Route path="/promises" component={Promises} />
            <Route path="/customers" component={Customers} />
            <Route path="/customers/bring-in" component={TakeDealings} />
            <Route path="/circles" component={Circles} />
            <Route path="/circles/:id">{({ id }) => <CirclePage id={id!} />}</Route>
            <Route path="/customers/:id">{({ id }) => <CustomerPage id={id!} />}</Route>
            <Route path="/matters" component={Matters} />
            <Route path="/matters/:id">{({ id }) => <MatterPage id={id!} />}</Route>
            <Route path="/incidents/new">
              <Incidents opens />
            </Route>
            <Route path="/incidents/:id/:part?/:update?">
              {({ id, part, update }: { id?: string; part?: string; update?: string }) => (
                <IncidentPage id={id!} part={part ?? null} update={update ?? null} />
              )}
            </Route>
            <Route path="/incidents">
              <Incidents />
            </Route>
            <Route path="/status-page" component={StatusDesk} />
            <Route path="/status-page/:id">{({ id }) => <StatusReport id={id!} />}</Route>
            <Route path="/statements" component={Statements} />
            <Route path="/statements/:id">{({ id }) => <StatementPage id={id!} />}</Route>
            <Route path="/views" component={Views} />
            <Route path="/views/:id">{({ id }) => <ViewPage id={id === 'new' ? null : id!} />}</Route>
            <Route path="/search" component={Search} />
            <Route path="/library" component={Library} />
            <Route path="/library/extras" component={LittleExtras} />
            <Route path="/help/:guide?">{({ guide }) => <Help name={guide ?? null} />}</Route>
            <Route path="/practice/:id?">{({ id }) => <Practice id={id ?? null} />}</Route>
            <Route path="/settings/:section?">
              {({ section }) => <Settings section={section ?? null} />}
            </Route>
            <Route>
              <Empty says={t('app.nowhere')} />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </MeContext>
  )
}
