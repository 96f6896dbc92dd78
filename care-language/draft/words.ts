import { once } from '../once.ts'
import { remember } from '../remember.ts'
import { words } from '../sentences.ts'
import { counterWords } from '../words/stock.ts'

const empty = new Set(
  "the a an and or but if then so of to in on at by for with from as is are was were be been being am do does did have has had i you he she it we they me him her us them my your his its our their this that these those there here what which who whom when where why how not no nor yes can could will would shall should may might must just very also more most some any all each every both few many much other another own same such only too than out up down off over under again still now today tomorrow yesterday day days week time get got go going gone went come came one two make made take took give put let say said see know think want need like good please thank thanks hello hi dear kind regards best into about after before until since because while during without within between through per via ll ve re don didn doesn isn wasn won can't cannot it's i'm i've i'd i'll you're we're they're that's there's don't didn't doesn't isn't wasn't won't mr mrs ms dr sir madam".split(
    ' ',
  ),
)

/** The root of a word, roughly: the same for "refunded", "refunds" and "refund". */
export function stem(word: string): string {
  let plain = word.replace(/['’]s$/, '')
  if (plain.length < 4 || plain.length > 30) return plain
  if (/ies$/.test(plain) && plain.length > 4) plain = `${plain.slice(0, -3)}y`
  else if (/(?:[sxz]|ch|sh)es$/.test(plain)) plain = plain.slice(0, -2)
  else if (/[^su]s$/.test(plain) && !/is$/.test(plain)) plain = plain.slice(0, -1)
  if (plain.length >= 5)
    plain = plain
      .replace(/^(.*?[aeiouy].*)(?:ing|ed)$/, '$1')
      .replace(/^(.{2,}[^aeiou])ers?$/, '$1')
      .replace(/(?:ations?|ions?|ments?|ness|ly)$/, '')
  return plain.replace(/([bdgklmnprt])\1$/, '$1').replace(/e$/, '')
}

/** Words people use for the same thing: one of them stands for all. */
const alike = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      [
        'photo picture image photograph snapshot',
        'mother mum mom mummy mama',
        'father dad daddy papa',
        'child kid children kids',
        'grandmother grandma granny nan',
        'grandfather grandpa grandad',
        'call phone ring telephone rang rung',
        'bill invoice',
        'parcel package',
        'repair fix mend',
        'start begin began begun',
        'shop store',
        'flat apartment',
        'holiday vacation',
        'bike bicycle',
        'television tv telly',
        'fridge refrigerator',
        'mobile cellphone smartphone',
        'buy purchase bought',
        'ill sick',
        'taxi cab',
        'rubbish trash garbage bin',
        'luggage suitcase baggage',
        'swap exchange',
        'lorry truck',
        'doctor dr gp',
        'fitter technician engineer plumber mechanic',
        'money cash',
        'wrong incorrect',
        'deliver delivery',
        'arrive come came arrival',
        'send sent',
        'cat kitten',
        'dog puppy',
        'car vehicle',
        'wheelchair wheelchairs',
        'stairs steps staircase',
        'noise noisy loud',
        'broken broke break',
        'cold freezing',
        'smell odour odor',
        'glutenfree gluten',
        'leave left',
        'password passcode',
        'birthday birthdays',
        'wife husband spouse partner',
      ].flatMap((line) => {
        const group = line.split(' ')
        return group.map((word): [string, string] => [stem(word), stem(group[0]!)])
      }),
    ),
)

const spelled: Record<string, string> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand'
    .split(' ')
    .map((word, at) => [word, String(at <= 20 ? at : at < 28 ? (at - 18) * 10 : at === 28 ? 100 : 1000)]),
)

/** People use few words, and the same ones again. */
const rootOf = remember((word) => {
  const root = stem(word.normalize('NFD').replace(/\p{M}/gu, ''))
  return alike().get(root) ?? root
})

const cache = new Map<string, ReadonlySet<string>>()

/** The roots of the words that carry meaning. Numbers count, spelled or in digits; words of the counter do not. */
export function meaning(text: string): ReadonlySet<string> {
  const known = cache.get(text)
  if (known) return known
  const found = new Set<string>()
  for (const raw of words(text)) {
    const word = spelled[raw] ?? raw
    if (empty.has(raw) && !spelled[raw]) continue
    if (/^\d+$/.test(word)) found.add(word)
    else if (word.length > 2) found.add(rootOf(word))
  }
  // A keystroke changes one sentence; the others are read once.
  if (cache.size > 600) cache.clear()
  cache.set(text, found)
  return found
}

const counterStems = once(() => new Set([...counterWords].map(stem)))

/** As `meaning`, without numbers and words that fit any matter: what names this one. */
export const ownMeaning = (text: string): string[] =>
  [...meaning(text)].filter((one) => !counterStems().has(one) && !/^\d+$/.test(one))

export const shared = (a: Iterable<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((one) => b.has(one))
