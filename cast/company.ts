/**
 * Casa Amaral: one family, one street, two trades. Heating and plumbing from the yard behind, a bakery with eleven
 * tables in front; the ovens warm the workshop. Everybody in the town has been in one of the two rooms.
 */
export const company = { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' }

export const inboxes = {
  repairs: { name: 'Repairs', address: 'repairs@casa-amaral.example' },
  bakery: { name: 'Bakery', address: 'bakery@casa-amaral.example' },
  hello: { name: 'Hello', address: 'hello@casa-amaral.example' },
} as const
export type InboxName = keyof typeof inboxes

export interface CastTeammate {
  name: string
  email: string
  role: 'admin' | 'lead' | 'teammate' | 'observer'
  /** Their part, as a customer reads it under a name. */
  title: string
  /** How they end a letter. */
  signature: string
  timeZone: string
  inboxes: InboxName[]
  /** How they write, for whoever continues the story. */
  voice: string
}

const here = company.timeZone

export const teammates = {
  rosa: {
    name: 'Rosa Amaral',
    email: 'rosa@casa-amaral.example',
    role: 'admin',
    title: 'runs the house',
    signature: 'Rosa Amaral\nCasa Amaral, since 1958',
    timeZone: here,
    inboxes: ['repairs', 'bakery', 'hello'],
    voice: 'Granddaughter of the founder. Remembers dogs, floors and who was ill. Never hurries a sentence.',
  },
  ana: {
    name: 'Ana Costa',
    email: 'ana@casa-amaral.example',
    role: 'lead',
    title: 'your person for repairs',
    signature: 'Ana Costa\nyour person for repairs, Casa Amaral',
    timeZone: here,
    inboxes: ['repairs', 'hello'],
    voice: 'Exact and warm, with a dry corner. Says the bad part first, then the hour.',
  },
  ben: {
    name: 'Ben Okafor',
    email: 'ben@casa-amaral.example',
    role: 'teammate',
    title: 'heating and hot water',
    signature: 'Ben Okafor\nheating and hot water, Casa Amaral',
    timeZone: here,
    inboxes: ['repairs', 'hello'],
    voice: 'Writes from the van. Short, practical, a joke about cups; forgets the desk when a pipe is open.',
  },
  ines: {
    name: 'Inês Duarte',
    email: 'ines@casa-amaral.example',
    role: 'lead',
    title: 'cakes and celebrations',
    signature: 'Inês Duarte\ncakes and celebrations, Casa Amaral',
    timeZone: here,
    inboxes: ['bakery', 'hello'],
    voice: 'Direct to the bone. Owns a mistake before anybody finds it. French with her French guests.',
  },
  tomas: {
    name: 'Tomás Vale',
    email: 'tomas@casa-amaral.example',
    role: 'teammate',
    title: 'bread and orders',
    signature: 'Tomás\nbread and orders, Casa Amaral',
    timeZone: here,
    inboxes: ['bakery', 'hello'],
    voice: 'Up since three. Cheerful before nine, curt after a double shift, and sorry about it later.',
  },
  lena: {
    name: 'Lena Hartmann',
    email: 'lena@casa-amaral.example',
    role: 'observer',
    title: 'keeps the books',
    signature: 'Lena Hartmann\nbooks, Casa Amaral',
    timeZone: 'Europe/Berlin',
    inboxes: ['repairs', 'bakery', 'hello'],
    voice: 'Two days a week, from Leipzig. Reads along to understand the invoices; writes to nobody.',
  },
} as const satisfies Record<string, CastTeammate>
export type TeammateName = keyof typeof teammates
