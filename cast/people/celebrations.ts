import { atCounter, type CustomerCard, called, mailed } from './customer.ts'

/** Bread and feasts: weddings, birthdays, cafés that buy from us, and those who would like to learn. */
export const celebrations = {
  amara: {
    name: 'Amara Nwosu',
    email: 'amara@nwosu-events.example',
    inbox: 'bakery',
    preferredName: 'Amara',
    sayIt: 'ah-MAH-ra WOH-soo',
    company: 'Nwosu Events',
    phone: '+351 910 000 114',
    facts: [
      called(80, 'When something changes she wants a call, not a mail'),
      mailed(78, 'Plans about twenty weddings a year'),
    ],
  },
  kenji: {
    name: '田中 健司',
    email: 'kenji.tanaka@mail.example',
    inbox: 'bakery',
    preferredName: 'Kenji',
    sayIt: 'KEN-jee',
    language: 'Japanese',
  },
  ingrid: {
    name: 'Ingrid Solberg',
    email: 'ingrid.solberg@mail.example',
    inbox: 'bakery',
    preferredName: 'Ingrid',
    company: 'Night shelter at the station',
    facts: [mailed(60, 'The shelter opens at 20:00; about thirty people a night')],
  },
  yuki: {
    name: 'Yuki Mori',
    email: 'yuki.mori@mail.example',
    inbox: 'bakery',
    preferredName: 'Yuki',
    pronouns: 'they/them',
    facts: [mailed(9, 'Has never baked anything; new in town')],
  },
  sofia: {
    name: 'Sofia Mendes',
    email: 'sofia.mendes@mail.example',
    inbox: 'bakery',
    preferredName: 'Sofia',
    company: 'Parents’ association, school in Rua Larga',
  },
  marco: {
    name: 'Marco Bianchi',
    email: 'marco@bianchi-caffe.example',
    inbox: 'bakery',
    preferredName: 'Marco',
    language: 'Italian',
    company: 'Caffè Bianchi',
    facts: [
      atCounter(99, 'Forty croissants a day except Monday'),
      called(47, 'The side door opens at six; the front only at seven'),
    ],
  },
  fatima: {
    name: 'Fátima Rocha',
    email: 'fatima.rocha@mail.example',
    inbox: 'hello',
    preferredName: 'Fátima',
    facts: [mailed(13, 'Seventeen; helps on Saturdays')],
  },
  adaeze: {
    name: 'Adaeze Okoro',
    email: 'adaeze.okoro@mail.example',
    inbox: 'bakery',
    preferredName: 'Adaeze',
    sayIt: 'ah-DAY-zeh',
    facts: [mailed(64, 'The bride of the cake that came a day early, and never knew')],
  },
} as const satisfies Record<string, CustomerCard>
