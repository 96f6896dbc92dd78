import type { InboxName } from './company.ts'

export interface CastCustomer {
  name: string
  email: string
  inbox: InboxName
  preferredName?: string
  sayIt?: string
  pronouns?: string
  language?: string
  formality?: 'formal' | 'informal'
  company?: string
  accessNeeds?: string
  phone?: string
  facts?: string[]
}

/** The people Casa Amaral cares for. */
export const people = {
  maria: {
    name: 'Maria Lopes',
    email: 'maria.lopes@mail.example',
    inbox: 'repairs',
    preferredName: 'Maria',
    sayIt: 'Ma-REE-a',
    language: 'Portuguese',
    formality: 'informal',
    phone: '+351 910 000 101',
    facts: ['Two small children; the youngest is four months old', 'Home after 15:30 on weekdays'],
  },
  edith: {
    name: 'Mrs Edith Lowry',
    email: 'e.lowry@post.example',
    inbox: 'repairs',
    preferredName: 'Mrs Lowry',
    formality: 'formal',
    accessNeeds: 'Prefers large print and short letters',
    facts: ['Lives alone on the third floor, no lift'],
  },
  kenji: {
    name: '田中 健司 (Kenji Tanaka)',
    email: 'kenji.tanaka@mail.example',
    inbox: 'bakery',
    preferredName: 'Kenji',
    sayIt: 'KEN-jee',
  },
  amara: {
    name: 'Amara Nwosu',
    email: 'amara@nwosu-events.example',
    inbox: 'bakery',
    preferredName: 'Amara',
    company: 'Nwosu Events',
    facts: ['Orders for weddings; wants a call, not a mail, when something changes'],
  },
  jo: {
    name: 'Joanna Pereira',
    email: 'jo.pereira@mail.example',
    inbox: 'bakery',
    preferredName: 'Jo',
    facts: ['Bought rye bread every Thursday for three years'],
  },
  paul: {
    name: 'Paul Whitcombe',
    email: 'paul.whitcombe@mail.example',
    inbox: 'repairs',
    preferredName: 'Paul',
  },
  nadia: {
    name: 'Nadezhda Ivanova',
    email: 'nadia.iv@mail.example',
    inbox: 'repairs',
    preferredName: 'Nadia',
    language: 'Russian',
  },
  samuel: {
    name: 'Samuel Adeyemi',
    email: 'samuel.adeyemi@mail.example',
    inbox: 'repairs',
    preferredName: 'Sam',
    accessNeeds: 'Deaf: please write, never call',
    facts: ['Deaf; reads mail within minutes'],
  },
  clara: {
    name: 'Clara Nunes',
    email: 'clara.nunes@mail.example',
    inbox: 'hello',
    preferredName: 'Clara',
    facts: ['Nine years old; writes from her mother’s address'],
  },
  omar: {
    name: 'Omar Haddad',
    email: 'omar@haddad-hotel.example',
    inbox: 'repairs',
    preferredName: 'Mr Haddad',
    formality: 'formal',
    company: 'Hotel Haddad',
  },
  ingrid: {
    name: 'Ingrid Solberg',
    email: 'ingrid.solberg@mail.example',
    inbox: 'bakery',
    preferredName: 'Ingrid',
  },
  luis: {
    name: 'Luís Faria',
    email: 'luis.faria@mail.example',
    inbox: 'repairs',
    preferredName: 'Luís',
    language: 'Portuguese',
  },
  grace: {
    name: 'Grace Mbeki',
    email: 'grace.mbeki@mail.example',
    inbox: 'hello',
    preferredName: 'Grace',
    facts: ['Her husband Daniel died in September; the account was his'],
  },
  viktor: {
    name: 'Viktor Lindqvist',
    email: 'viktor.l@mail.example',
    inbox: 'repairs',
    preferredName: 'Viktor',
  },
  chloe: {
    name: 'Chloé Bernard',
    email: 'chloe.bernard@mail.example',
    inbox: 'bakery',
    preferredName: 'Chloé',
    sayIt: 'klo-AY',
    language: 'French',
  },
  dev: { name: 'Dev Patel', email: 'dev.patel@mail.example', inbox: 'repairs', preferredName: 'Dev' },
  miriam: {
    name: 'Miriam Katz',
    email: 'miriam.katz@mail.example',
    inbox: 'bakery',
    preferredName: 'Miriam',
    facts: ['Nut allergy in the house'],
  },
  tiago: { name: 'Tiago Moura', email: 'tiago.moura@mail.example', inbox: 'repairs', preferredName: 'Tiago' },
  helen: {
    name: 'Dr Helen Ashworth',
    email: 'h.ashworth@clinic.example',
    inbox: 'repairs',
    preferredName: 'Dr Ashworth',
    formality: 'formal',
    company: 'Ashworth Clinic',
  },
  bruno: {
    name: 'Bruno Teixeira',
    email: 'bruno.teixeira@mail.example',
    inbox: 'repairs',
    preferredName: 'Bruno',
  },
  yuki: {
    name: 'Yuki Mori',
    email: 'yuki.mori@mail.example',
    inbox: 'bakery',
    preferredName: 'Yuki',
    pronouns: 'they/them',
  },
  fatima: {
    name: 'Fátima Rocha',
    email: 'fatima.rocha@mail.example',
    inbox: 'hello',
    preferredName: 'Fátima',
  },
  george: {
    name: 'George Papadakis',
    email: 'george.pap@mail.example',
    inbox: 'repairs',
    preferredName: 'George',
  },
  sofia: {
    name: 'Sofia Mendes',
    email: 'sofia.mendes@mail.example',
    inbox: 'bakery',
    preferredName: 'Sofia',
  },
  henry: {
    name: 'Henry Blackwood',
    email: 'henry.blackwood@mail.example',
    inbox: 'repairs',
    preferredName: 'Mr Blackwood',
    formality: 'formal',
  },
  leila: {
    name: 'Leila Karimi',
    email: 'leila.karimi@mail.example',
    inbox: 'bakery',
    preferredName: 'Leila',
  },
  andre: { name: 'André Silva', email: 'andre.silva@mail.example', inbox: 'repairs', preferredName: 'André' },
  ruth: {
    name: 'Ruth Abernathy',
    email: 'ruth.abernathy@mail.example',
    inbox: 'hello',
    preferredName: 'Ruth',
  },
  marco: {
    name: 'Marco Bianchi',
    email: 'marco@bianchi-caffe.example',
    inbox: 'bakery',
    preferredName: 'Marco',
    company: 'Caffè Bianchi',
  },
  olga: {
    name: 'Ольга Петренко',
    email: 'olha.petrenko@mail.example',
    inbox: 'repairs',
    preferredName: 'Olha',
  },
  james: {
    name: 'James O’Rourke',
    email: 'james.orourke@mail.example',
    inbox: 'repairs',
    preferredName: 'Jim',
  },
  beatriz: {
    name: 'Beatriz Fonseca',
    email: 'bea.fonseca@mail.example',
    inbox: 'bakery',
    preferredName: 'Bea',
  },
  wei: { name: '陈伟 (Chen Wei)', email: 'chen.wei@mail.example', inbox: 'repairs', preferredName: 'Wei' },
  anna: {
    name: 'Anna Kowalska',
    email: 'anna.kowalska@mail.example',
    inbox: 'hello',
    preferredName: 'Anna',
    language: 'Polish',
  },
  peter: {
    name: 'Peter van Dijk',
    email: 'peter.vandijk@mail.example',
    inbox: 'repairs',
    preferredName: 'Peter',
  },
  zeynep: {
    name: 'Zeynep Aydın',
    email: 'zeynep.aydin@mail.example',
    inbox: 'bakery',
    preferredName: 'Zeynep',
  },
  martin: {
    name: 'Martin Healey',
    email: 'martin.healey@council.example',
    inbox: 'hello',
    preferredName: 'Martin',
    company: 'Town council',
  },
  lucy: {
    name: 'Lucy Hargreaves',
    email: 'lucy.hargreaves@mail.example',
    inbox: 'repairs',
    preferredName: 'Lucy',
  },
  ricardo: {
    name: 'Ricardo Pinto',
    email: 'ricardo.pinto@mail.example',
    inbox: 'repairs',
    preferredName: 'Ricardo',
  },
  esther: {
    name: 'Esther Goldman',
    email: 'esther.goldman@mail.example',
    inbox: 'bakery',
    preferredName: 'Esther',
  },
} as const satisfies Record<string, CastCustomer>
export type CustomerName = keyof typeof people
