import type { PracticeName } from '#contract/practices.ts'
import type { Role } from '#contract/team.ts'
import type { TextKey } from '#web/text/t.ts'

export type SectionId =
  | 'me'
  | 'look'
  | 'mailboxes'
  | 'signatures'
  | 'blocked'
  | 'translation'
  | 'people'
  | 'away'
  | 'oncall'
  | 'care'
  | 'word'
  | 'lists'
  | 'practices'
  | 'their-pages'
  | 'company'
  | 'connections'
  | 'data'
  | 'health'

/** One thing that is set somewhere: under which words it stands there, and what explains it. */
export interface Setting {
  label: TextKey
  help?: readonly TextKey[]
  /** Where the page of its section differs by this. */
  at?: string
  from?: readonly Role[]
  practice?: PracticeName
}
export interface Section extends Setting {
  id: SectionId
  from: readonly Role[]
  holds: readonly Setting[]
}
export interface Group {
  label: TextKey
  sections: readonly Section[]
}

const everybody: readonly Role[] = ['observer', 'teammate', 'lead', 'admin']
const whoAnswers: readonly Role[] = ['teammate', 'lead', 'admin']
const whoLeads: readonly Role[] = ['lead', 'admin']
const admins: readonly Role[] = ['admin']

/** As they stand on the page; the contract's own list would bring all of zod along. A test compares them. */
const ways = [
  'callbacks',
  'options',
  'actions',
  'targets',
  'onCall',
  'namedPerson',
  'handover',
  'goals',
  'matters',
  'dealings',
  'climbing',
  'secondChance',
  'authority',
  'extras',
  'heat',
  'theirSide',
  'incidents',
  'surge',
  'statusPage',
  'statements',
] as const satisfies readonly PracticeName[]

const groups: readonly Group[] = [
  {
    label: 'settings.group.me',
    sections: [
      {
        id: 'me',
        label: 'settings.me',
        from: everybody,
        holds: [
          { label: 'notices.title', help: ['notices.what'] },
          { label: 'notices.hold', help: ['notices.holdHelp'] },
          { label: 'notices.devices', help: ['notices.add'] },
          { label: 'notices.mail' },
          { label: 'notices.quiet', help: ['notices.quietHelp', 'notices.daysOff'] },
          { label: 'notices.phone', help: ['notices.phoneHelp'] },
          { label: 'device.title', help: ['device.what', 'device.keep', 'device.install'] },
          { label: 'me.title' },
          { label: 'me.changePassword', help: ['me.setPassword', 'me.passwordHelp'] },
          { label: 'me.passkeys', help: ['me.passkeyHelp'] },
          { label: 'me.sessions' },
        ],
      },
      {
        id: 'look',
        label: 'settings.look',
        help: ['look.reads', 'look.readsWhy'],
        from: everybody,
        holds: [
          { label: 'look.language' },
          { label: 'look.theme', help: ['look.theme.dark', 'look.theme.light'] },
          { label: 'look.contrast' },
          { label: 'look.density', help: ['look.density.compact', 'look.density.roomy'] },
          { label: 'look.afterSend', help: ['look.afterSend.next'] },
          { label: 'look.undo' },
          { label: 'look.easierLetters' },
          { label: 'look.keys', help: ['look.moveHelp'] },
        ],
      },
    ],
  },
  {
    label: 'settings.group.mail',
    sections: [
      {
        id: 'mailboxes',
        label: 'settings.mailboxes',
        from: whoLeads,
        holds: [
          { label: 'mailbox.connect', help: ['mailbox.how'], from: admins },
          { label: 'mailbox.inboxes', help: ['mailbox.addInbox', 'mailbox.rename', 'mailbox.archive'] },
        ],
      },
      {
        id: 'signatures',
        label: 'settings.signatures',
        from: whoAnswers,
        holds: [
          { label: 'sign.mine', help: ['sign.mineHelp'] },
          { label: 'sign.inboxes', help: ['sign.inboxesHelp'], from: whoLeads },
        ],
      },
      { id: 'blocked', label: 'blocked.title', help: ['blocked.help'], from: everybody, holds: [] },
      {
        id: 'translation',
        label: 'settings.translation',
        help: ['translationPage.lead', 'translationPage.byItself'],
        from: admins,
        holds: [{ label: 'translationPage.kind', help: ['translationPage.about.libretranslate'] }],
      },
    ],
  },
  {
    label: 'settings.group.team',
    sections: [
      {
        id: 'people',
        label: 'settings.people',
        from: everybody,
        holds: [{ label: 'people.invite', help: ['people.roleLabel', 'people.makeLink'], from: admins }],
      },
      {
        id: 'away',
        label: 'settings.away',
        help: ['away.title', 'away.why', 'away.standIn'],
        from: whoAnswers,
        holds: [],
      },
      {
        id: 'oncall',
        label: 'settings.oncall',
        help: ['oncall.why', 'oncall.swap'],
        from: whoAnswers,
        holds: [],
      },
    ],
  },
  {
    label: 'settings.group.work',
    sections: [
      {
        id: 'care',
        label: 'settings.care',
        help: ['guide.lead', 'guide.part.checks'],
        from: everybody,
        holds: [
          { label: 'guide.part.voice', help: ['guide.voice.noneHow', 'guide.voice.tone'], at: 'part=voice' },
          {
            label: 'guide.part.words',
            help: ['guide.words.inside', 'guide.words.opener', 'guide.words.known'],
            at: 'part=words',
          },
        ],
      },
      {
        id: 'word',
        label: 'settings.word',
        from: whoLeads,
        holds: [
          { label: 'word.quiet', help: ['word.quietHelp'] },
          { label: 'word.broken', help: ['word.brokenHelp'] },
          { label: 'targets.title', help: ['targets.help'], practice: 'targets' },
        ],
      },
      {
        id: 'lists',
        label: 'settings.lists',
        from: whoLeads,
        holds: [
          { label: 'tag.title', help: ['tag.help'] },
          { label: 'field.title', help: ['field.help'] },
          { label: 'team.title', help: ['team.help', 'routing.title'] },
        ],
      },
      {
        id: 'practices',
        label: 'settings.practices',
        help: ['practices.lead'],
        from: whoLeads,
        holds: ways.map((name): Setting => ({ label: `practices.${name}`, help: [`practices.${name}.why`] })),
      },
      {
        id: 'their-pages',
        label: 'settings.theirPages',
        help: ['theirPages.lead'],
        from: whoLeads,
        holds: [
          { label: 'theirPages.line', help: ['theirPages.lineWhy'] },
          { label: 'theirPages.atOnce', help: ['theirPages.atOnceWhy'] },
          { label: 'theirPages.ask', help: ['theirPages.askWhy'] },
        ],
      },
    ],
  },
  {
    label: 'settings.group.house',
    sections: [
      {
        id: 'company',
        label: 'settings.company',
        from: admins,
        holds: [
          { label: 'company.name' },
          { label: 'company.zone' },
          { label: 'company.language', help: ['company.languageHelp'] },
          { label: 'company.color' },
          { label: 'company.hours' },
          { label: 'holidays.title', help: ['holidays.why'] },
        ],
      },
      {
        id: 'connections',
        label: 'settings.connections',
        help: ['keysPage.help', 'keysPage.docs', 'keysPage.make'],
        from: admins,
        holds: [{ label: 'webhooks.title' }],
      },
      {
        id: 'data',
        label: 'settings.data',
        from: admins,
        holds: [
          { label: 'data.backup', help: ['data.backupHelp'] },
          { label: 'data.import', help: ['data.importHelp'] },
          { label: 'data.export', help: ['data.exportHelp'] },
          { label: 'data.demo', help: ['data.demoHelp'] },
        ],
      },
      { id: 'health', label: 'settings.health', from: whoLeads, holds: [] },
    ],
  },
]

/** What may be seen from this role, group by group; a group that would be empty is not there. */
export const groupsFor = (role: Role): Group[] =>
  groups
    .map(({ label, sections }) => ({ label, sections: sections.filter((one) => one.from.includes(role)) }))
    .filter((group) => group.sections.length > 0)
