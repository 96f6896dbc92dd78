import type { LiveEvent } from '#contract/house.ts'

/** One thing that was read: its route, what with, and whether what came back names a thing. */
export interface Asked {
  key: string
  params: Record<string, string> | null
  query?: Record<string, unknown> | null
  /** Unknown, it might. */
  shows?: (id: string) => boolean
}

/** What is said while somebody looks or a letter travels: no list and no count changes by it. */
const passing = /^(presence|mail\.(accepted|deferred)|target|silence|notices)\b/
/** Moves a conversation from one of our lists into another, or up and down in one. */
const moves =
  /^(message\.(received|written|let-in)|reply\.(undone|kept-back|scheduled|unscheduled)|note\.added|conversation\.(?!followed|renamed|linked|unlinked)|promise\.|recovery\.|act\.|person\.|tag\.|customer\.(merged|parted|erased))/
/** Of these, what can bring one into a list of what is ours to do. A letter of ours takes it away, which a list that shows it sees. */
const brings =
  /^(message\.(received|let-in)|reply\.(undone|kept-back|unscheduled)|conversation\.(opened|read|assigned|woken|reopened|split-off|put-back|moved|left|parted|unmerged|not-spam))/
/** What the filters of a view somebody has put together may ask for besides. */
const saved = /^(view\.|field\.filled|customer\.)/
const ours = new Set(['for-me', 'new', 'waiting-for-us'])

/** What stands beside one conversation, by what it is about; whatever is not named hears of all but looks and journeys. */
const beside: Record<string, RegExp> = {
  'second-looks': /^(look|message|reply|conversation\.(merged|split|put-back|parted))/,
  'second-chance':
    /^(second|recovery|message|reply|conversation\.(read|closed|merged|split|put-back|parted))/,
  acts: /^(act|message|reply|conversation\.(read|closed|merged|split|put-back|parted))/,
  decisions:
    /^(decision|authority|message\.written|reply|conversation\.(merged|split|put-back|parted|moved))/,
  drafts: /^reply/,
  extras: /^(extra|decision|message|reply|conversation\.(read|closed|merged|split|put-back|parted))/,
  'handover-proposal': /^(handover|message|note|conversation\.assigned|promise)/,
  heat: /^(heat|rest|relief|policy|handover|message|reply|conversation\.(read|assigned|merged|split|put-back|parted))/,
  matters: /^(matter|person|message|reply|customer\.(merged|parted)|conversation\.)/,
  offers: /^(option|promise|message|reply)/,
  recoveries: /^(recovery|promise|act|decision|extra|complaint|message|reply|conversation\.)/,
  translations: /^(reply|conversation\.(merged|split|put-back|parted))/,
}
/** The same of a person. */
const besideThem: Record<string, RegExp> = {
  around: /^(customer|circle|person)/,
  dealings: /^dealing/,
  goals: /^goal/,
  merges: /^customer/,
  person: /^(person|leave|teammate|customer)/,
  recoveries: /^(recovery|customer\.(merged|parted))/,
  tags: /^customer\.(tagged|untagged|merged|parted)/,
}

/** What is the same for the whole house, by route; none of these asks again for a letter. */
const house: [RegExp, RegExp][] = [
  [/^act-kinds$/, /^act-kinds\.changed/],
  [/^page-rules$/, /^page-rules\.changed/],
  [/^callback-rules$/, /^callback-rules\.changed/],
  [/^silence-rules$/, /^silence-rules\.changed/],
  [/^target-rules$/, /^target-rules\.changed/],
  [/^word-rules$/, /^word-rules\.changed/],
  [/^recovery-rules$/, /^recovery-rules\.changed/],
  [/^heat-rules$/, /^heat-rules\.changed/],
  [/^authority$/, /^authority\.changed/],
  [/^practices$/, /^practice\.switched/],
  [/^translation$/, /^translation\.changed/],
  [/^blocks$/, /^blocks\.changed/],
  [/^frameworks$/, /^framework\./],
  [/^guide$/, /^(guide|inbox|teammate)\./],
  [/^signatures$|^inboxes\/\{id\}\/signature$/, /^(signature|teammate|inbox|company)\./],
  [/^inboxes\/\{id\}\/reader$/, /^(calendar|company)\./],
  [/^inboxes\/\{id\}\/routing$|^teams/, /^(routing|team|teammate|inbox)\./],
  [/^(extras|given-extras)$/, /^extras?\./],
  [/^decisions$|^authority-hooks/, /^decision\./],
  [/^status-/, /^(status|company)/],
  [/^statements/, /^statement\./],
  [/^recovery-rate$/, /^(recovery|conversation\.read)/],
  [/^erasures$/, /^(erasure|customer)\./],
  [/^urgents$/, /^urgent\./],
  [/^rotas$/, /^(rota|leave|teammate|practice|company)\./],
  [/^(holidays|leaves)$/, /^(calendar|leave)\./],
  [/^me\/notifications$/, /^(notices|leave)\./],
  [/^(mailboxes|health)/, /^(mail(?!\.(accepted|deferred))|letter)/],
  [/^tags$/, /^(tag\.|(customer|conversation)\.(un)?tagged)/],
  [/^views/, /^view\./],
  [/^goals$/, /^(goal|person)\./],
  [/^persons/, /^(person|leave)\./],
  [/^(me|teammates|inboxes|company)(\/|$)/, /^(teammate|inbox|company)\./],
]

/** Lists of what is worked on: what happens under their own word, or to a conversation or person that stands in them. */
const lists: [RegExp, RegExp][] = [
  [/^(matters|matter-|people-to-tell)/, /^(matter|person)\./],
  [/^callbacks/, /^(callback|promise|calendar|leave)\./],
  [/^complaints$/, /^complaint\./],
  [/^handovers$/, /^handover\./],
  [/^quiet$/, /^silence\./],
  [/^recoveries/, /^recovery\./],
  [/^promises/, /^(promise\.|reply\.undone)/],
  [/^search$/, /^customer\.(merged|parted|erased|tagged|untagged)/],
  [/^(circles|same-people)/, /^(customer|circle)\./],
  [/^customers$/, /^customer\./],
]

/** Whether it stays as it is whatever is done in a conversation. */
export const isOfHouse = (key: string): boolean =>
  house.some(([route]) => route.test(key.slice('GET /'.length))) ||
  /fields$|^GET \/(incidents|reaches|surge|status|keys|sessions)/.test(key)

/** Whether what changed may be in what was read. One reply is heard by what shows its conversation, and by nothing else. */
export function affects(event: LiveEvent, { key, params, query, shows = () => true }: Asked): boolean {
  const { type, conversationId, customerId } = event
  const path = key.slice('GET /'.length)
  // A field is the team's, what stands in it one matter's or person's; most that happens to these touches no field.
  if (path.endsWith('fields')) {
    const about = conversationId ?? customerId
    return type === 'field.changed' || (type === 'field.filled' && (!about || about === params?.id))
  }
  // What a team decides about its care language touches nobody's letters.
  if (path === 'inboxes/{id}/guide')
    return type === 'guide.changed' && (!event.inboxId || event.inboxId === params?.id)
  const [, changes] = house.find(([route]) => route.test(path)) ?? []
  if (changes) return changes.test(type)
  if (/^(incidents|reaches|surge)|\/incidents$/.test(path)) return hits(event, path, params)
  if (/^(conversations|customers)\/\{id\}/.test(path)) return ofOne(event, path, params)
  if (path === 'conversations') return inList(event, query, shows)
  if (path === 'conversations/counts') return moves.test(type) || saved.test(type)
  if (path === 'today') return inToday(event, shows)
  const [, own] = lists.find(([route]) => route.test(path)) ?? []
  if (!own) return false
  // Whose they are asked for is told by most that happens, and by some not.
  if (query?.customer && customerId && query.customer !== customerId) return false
  if (own.test(type)) return true
  if (query?.conversation) return query.conversation === conversationId && !passing.test(type)
  return !passing.test(type) && isShown(event, shows)
}

const isShown = ({ type, conversationId, customerId }: LiveEvent, shows: (id: string) => boolean): boolean =>
  (conversationId !== undefined && shows(conversationId)) ||
  (/^(customer\.|message\.(received|let-in)|conversation\.opened)/.test(type) &&
    customerId !== undefined &&
    shows(customerId))

/** One conversation or one person, and what stands beside. */
function ofOne({ type, conversationId, customerId }: LiveEvent, path: string, params: Asked['params']) {
  const [whose, , part] = path.split('/')
  if (whose === 'customers' && part === 'tags' && type === 'tag.changed') return true
  if (whose === 'customers') {
    if (params?.id !== customerId || passing.test(type)) return false
    return !part || !besideThem[part] || besideThem[part].test(type)
  }
  // The catalogue and the team's own words stand in every conversation.
  if (part === 'extras' && type === 'extras.changed') return true
  if (part === 'heat' && type === 'heat-rules.changed') return true
  // Whose matter it is, and what is known of them, stands beside it.
  if (!part && type.startsWith('customer.')) return true
  if (params?.id !== conversationId) return false
  // The letters say who looks, and how far ours have come.
  if (!part) return !/^(target|silence)\.near/.test(type)
  return !passing.test(type) && (!beside[part] || beside[part].test(type))
}

function inList(event: LiveEvent, query: Asked['query'], shows: (id: string) => boolean): boolean {
  const { type } = event
  const view = query?.view
  if (query?.saved && saved.test(type)) return true
  if (isShown(event, shows)) return !/^(mail\.|notices|look|conversation\.followed)/.test(type)
  if (!moves.test(type)) return false
  return typeof view !== 'string' || !ours.has(view) || brings.test(type)
}

/** A letter of ours changes a day only where it stood in it. */
function inToday(event: LiveEvent, shows: (id: string) => boolean): boolean {
  const { type } = event
  if (
    /^(promise|handover|silence|goal|matter|complaint|recovery|rest|policy|second|urgent|leave|page\.unhappy|mail\.(refused|bounced|unknown)|letter)/.test(
      type,
    )
  )
    return true
  // "All n" counts beyond the rows that are shown.
  if (/^conversation\.(waiting|closed|snoozed|spam|merged|gone)/.test(type)) return true
  return brings.test(type) || (!passing.test(type) && isShown(event, shows))
}

/** Every screen asks whether an incident is open; what becomes of single letters concerns only who looks at that one. */
function hits({ type, conversationId }: LiveEvent, path: string, params: Asked['params']): boolean {
  if (path === 'surge') return /^(surge|message\.received|message\.let-in)/.test(type)
  if (path === 'incidents') return /^incident\./.test(type) && type !== 'incident.ledger'
  if (path === 'conversations/{id}/incidents' && conversationId !== undefined)
    return params?.id === conversationId && /^(incident|reach)\./.test(type)
  return /^(incident|reach|leave)\./.test(type)
}
