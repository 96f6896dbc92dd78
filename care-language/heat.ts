import { legible } from './legible.ts'
import { ownWords } from './zones.ts'

export interface Heat {
  /** `abuse`: an insult or a threat to whoever reads it; `hard`: somebody says outright that they are furious. */
  kind: 'abuse' | 'hard'
  start: number
  end: number
  words: string
}

/** What is read of a letter. */
const longest = 8_000

/**
 * Hard words, and only where the text itself leaves no doubt: an insult that is addressed, a threat, anger somebody says of themselves.
 * Sharp words about a thing ("the boiler is rubbish") are a complaint and nothing else. Never a judgement of a person: whoever reads
 * this asks another person.
 */
export function heatIn(text: string): Heat | null {
  const own = ownWords(legible(text, longest))
  for (const { kind, pattern, onlyTold } of patterns) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(own); match; match = pattern.exec(own)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const [before, behind] = [own.slice(Math.max(0, start - 60), start), own.slice(end, end + 30)]
      if (isQuoted(before, behind) || (onlyTold ? toldBefore : turnedBefore).test(before)) continue
      return { kind, start, end, words: text.slice(start, end) }
    }
  }
  return null
}

/** "I am not saying you are …", "he told me to …", "my neighbour says …": told, asked or taken back, it is not said to us. */
const taken =
  "not|never|don[’']?t|didn[’']?t|wouldn[’']?t|isn[’']?t|aren[’']?t|won[’']?t|nobody|without|if|unless|whether|as if|would|nicht|nie|kein\\w*|wenn|falls|ob|wäre\\w*"
const told =
  '(?:he|she|they|who|\\w+) (?:says?|said|told|calls?|called|shouted|screamed|wrote|sings?)(?: (?:me|us|him|her|them|that|to))?|called me|film|song|book|title|game|(?:er|sie|man|\\w+) (?:sagt|sagte|meinte|rief|schrie|nennt|singt)(?: immer)?'
const turnedBefore = new RegExp(`\\b(?:${taken}|${told})\\b[^.!?\\n]{0,24}$`, 'iu')
const toldBefore = new RegExp(`\\b(?:${told})\\b[^.!?\\n]{0,24}$`, 'iu')
const isQuoted = (before: string, behind: string): boolean =>
  /["“„«][^"”“»\n]{0,50}$/u.test(before) && /^[^.!?\n]{0,12}["”“»]/u.test(behind)

const insults =
  '(?:idiots?|morons?|imbeciles?|cretins?|liars?|thieves|thief|crooks?|scum(?:bags?)?|bastards?|a(?:rs|ss)eholes?|assholes?|parasites?|cunts?|bitch(?:es)?|wankers?|pricks?|dickheads?|twats?|clowns|con ?artists?|criminals?|filth|vermin)'
const more =
  '(?:are|re|all|just|nothing but|such|really|a|an|the|bunch of|lot of|pack of|load of|gang of|stupid|fucking|f\\*+ing|bloody|damn(?:ed)?|useless|complete|absolute|total|utter|pathetic|incompetent|lying|lazy|little|greedy|worthless|disgusting|dirty)'
const schimpf =
  '(?:(?:voll)?idiot(?:en|in)?|lügner(?:innen|in)?|betrüger(?:innen|in)?|diebe?|gauner|verbrecher|arschl(?:och|öcher)|wichser|schweine|drecksp?ack|pack|penner|versager|deppen?|trottel|hurensöhne?|hurensohn|abschaum|abzocker|halsabschneider|vollpfosten|saftladen|drecksladen|scheißladen|sauhaufen)'
const mehr =
  '(?:seid|bist|sind|ja|doch|alle|einfach|nur|nichts als|so|ein|eine|einen|lauter|dumme[nrs]?|blöde[nrs]?|verdammte[nrs]?|verlogene[nrs]?|unfähige[nrs]?|faule[nrs]?|elende[nrs]?|miese[nrs]?|kriminelle[nrs]?|haufen|bande|von)'

/** Said to us, or said alone, so that it can only be meant for the reader. */
const insulting: readonly RegExp[] = [
  new RegExp(`\\byou(?:['’]re)?(?:\\s+${more}){0,5}\\s+${insults}\\b(?!\\s+(?:free|proof|of the))`, 'giu'),
  new RegExp(
    `(?<=(?:^|[.!?\\n])\\s{0,3})(?:${more}\\s+){0,4}(?:idiots|morons|liars|thieves|crooks|scum(?:bags)?|bastards|a(?:rs|ss)eholes|assholes|wankers|cunts|criminals)\\s*(?:[!.]|$)`,
    'giu',
  ),
  /\b(?:(?:fuck|screw|f\*+k) (?:you|off|yourselves|yourself)\b(?! over)|piss off\b|go to hell\b|rot in hell|burn in hell|shut (?:the fuck |your (?:mouth|face) |up(?= ?[!.]| you))|eat shit|kiss my a(?:rs|ss)e?\b|drop dead(?! gorgeous))/giu,
  new RegExp(`\\b(?:ihr|du|sie)(?:\\s+${mehr}){0,5}\\s+${schimpf}(?![\\p{L}])`, 'giu'),
  new RegExp(
    `(?<=(?:^|[.!?\\n])\\s{0,3})(?:${mehr}\\s+){0,4}(?:(?:voll)?idioten|lügner|betrüger|diebe|gauner|verbrecher|arschlöcher|wichser|abzocker|halsabschneider|drecksladen|scheißladen)\\s*(?:[!.]|$)`,
    'giu',
  ),
  /(?<![\p{L}])(?:verpisst? (?:dich|euch)|fickt? (?:dich|euch)|leckt? mich(?: doch)?(?: alle)?(?: mal)? am arsch|haltet? (?:die|deine|eure) (?:fresse|schnauze|klappe)|halt (?:die|deine|eure) (?:fresse|schnauze|klappe)|fahrt? zur hölle)(?![\p{L}])/giu,
]

/** A threat has its "if": it is none the less one. */
const threatening: readonly RegExp[] = [
  /\b(?:i|we)(?:['’]ll| will|['’]m going to| am going to| are going to|['’]re going to)\s+(?:(?:come|drive|be) (?:round|over|there|down|by|to your \w+) and )?(?:kill you|hurt you|hunt you down|beat (?:you|him|her) up|smash (?:your|his|her|the place|you)|break (?:your (?:legs?|neck|face|fingers|arms?|windows?)|every bone)|burn (?:your|the) (?:shop|office|place|house|bakery|van)(?: down)?|burn it (?:all )?down|make you (?:bleed|suffer))\b/giu,
  /\bi (?:know|will find out|found out) where (?:you|he|she|your (?:family|children|kids)) lives?\b|\bwatch your back\b|\byou (?:deserve to|should|will) die\b/giu,
  /(?<![\p{L}])(?:ich|wir) (?:bringe?n?|mache?n?|schlage?n?|haue?n?|trete?n?|zünde?n?) (?:dich|euch|sie|dir|ihnen|ihren? \p{L}+|euren? \p{L}+)(?: \p{L}+){0,4} (?:um|tot|fertig|kaputt|zusammen|ein|an)(?=[ ,.!?]|$)|(?<![\p{L}])ich weiß,? wo (?:du|ihr|sie|deine familie|ihre familie) wohn(?:st|t|en)/giu,
]

/** Anger somebody says of themselves. */
const furious: readonly RegExp[] = [
  /\b(?:i|we)(?:['’]m| am|['’]re| are)(?: (?:so|very|really|absolutely|beyond|more than|completely|now|just|truly|extremely|utterly))* (?:furious|livid|fuming|enraged|seething|outraged|(?:so|really|very|extremely|bloody|fucking|absolutely) angry|angry (?:at|with) you(?:r| people)?|disgusted (?:at|by|with) (?:you|your)|sick (?:and tired )?of (?:you|your)|fed up with (?:you|your)|done being (?:polite|nice|patient))\b/giu,
  /\bhow dare you\b|\b(?:you should|you ought to|shame on you|you) be ashamed(?: of yourselves)?\b|\bshame on you\b|\b(?:an?|absolute|utter|complete|total) (?:absolute |utter |complete |total )?(?:outrage|disgrace)\b|\bare you (?:people )?(?:fucking |bloody )?(?:kidding|joking) me\b|\bwhat the (?:fuck|hell) (?:is|are|was|do|does|did) (?:wrong|you|this|going)\b|\bi(?:['’]ve| have) (?:bloody |really |absolutely )?had (?:it|enough) (?:with|of) (?:you|your|this company|all of you)\b/giu,
  /(?<![\p{L}])(?:ich bin|wir sind|bin)(?: (?:jetzt|so|nur noch|wirklich|richtig|echt|langsam|inzwischen|total|sehr|unglaublich|mehr als))* (?:stinksauer|stocksauer|wütend|fuchsteufelswild|außer mir|auf 180|stinkwütend|entsetzt über (?:sie|ihr|euch))(?![\p{L}])/giu,
  /(?<![\p{L}])(?:was fällt (?:ihnen|euch|dir) (?:eigentlich )?ein|schämen sie sich|schämt euch|mir platzt (?:gleich |langsam )?der kragen|mir reicht(?:['’]s| es)(?: jetzt)?(?= ?[!.])|(?:eine|ist die|so eine) (?:absolute |bodenlose |riesige |glatte |unglaubliche )?(?:frechheit|unverschämtheit|sauerei|schweinerei))(?![\p{L}])/giu,
]

const patterns: readonly { kind: Heat['kind']; pattern: RegExp; onlyTold: boolean }[] = [
  ...threatening.map((pattern) => ({ kind: 'abuse' as const, pattern, onlyTold: true })),
  ...insulting.map((pattern) => ({ kind: 'abuse' as const, pattern, onlyTold: false })),
  ...furious.map((pattern) => ({ kind: 'hard' as const, pattern, onlyTold: false })),
]
