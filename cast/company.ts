/** Casa Amaral: one family, one street, two trades: heating and plumbing in the yard, a bakery in front. */
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
  title: string
  inboxes: InboxName[]
}

export const teammates = {
  rosa: {
    name: 'Rosa Amaral',
    email: 'rosa@casa-amaral.example',
    role: 'admin',
    title: 'runs the house',
    inboxes: ['repairs', 'bakery', 'hello'],
  },
  ana: {
    name: 'Ana Costa',
    email: 'ana@casa-amaral.example',
    role: 'lead',
    title: 'your person for repairs',
    inboxes: ['repairs', 'hello'],
  },
  ben: {
    name: 'Ben Okafor',
    email: 'ben@casa-amaral.example',
    role: 'teammate',
    title: 'heating and hot water',
    inboxes: ['repairs', 'hello'],
  },
  ines: {
    name: 'Inês Duarte',
    email: 'ines@casa-amaral.example',
    role: 'lead',
    title: 'cakes and celebrations',
    inboxes: ['bakery', 'hello'],
  },
  tomas: {
    name: 'Tomás Vale',
    email: 'tomas@casa-amaral.example',
    role: 'teammate',
    title: 'bread and orders',
    inboxes: ['bakery', 'hello'],
  },
  lena: {
    name: 'Lena Hartmann',
    email: 'lena@casa-amaral.example',
    role: 'observer',
    title: 'keeps the books',
    inboxes: ['repairs', 'bakery', 'hello'],
  },
} as const satisfies Record<string, CastTeammate>
export type TeammateName = keyof typeof teammates
