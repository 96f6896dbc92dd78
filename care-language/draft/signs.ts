import { isImperative } from '../heads/syntax/imperative.ts'
import { remember } from '../remember.ts'
import { saysStock } from '../words/stock.ts'
import { owns, saysSorry } from './apology.ts'

export const formula =
  /\b(?:sorry (?:to (?:hear|read|learn|see)|for (?:the|any|your|this) (?:inconvenience|trouble|confusion|frustration|annoyance|worry|upset|stress|hassle)|(?:that )?you(?:['’]re| are| were| feel| had)\b)|(?:I|we) (?:do |fully |completely |totally |can |certainly |truly |really |well )*(?:understand|appreciate|realise|realize|imagine|recogni[sz]e) (?:that (?:this|it|you)|this|your|how|the|you)\b[^.!?]{0,60}\b(?:frustrat\w*|concern\w*|disappoint\w*|situation|position|feel\w*|inconvenien\w*|annoy\w*|upset\w*|stress\w*|difficult\w*|worr\w*|unpleasant|trouble)|(?:I|we) (?:fully |completely |totally |truly )?understand your|(?:for|regret|regrets|cause[ds]?|about) (?:any|the|this|all)\b[^.!?]{0,12}\binconvenience|inconvenience (?:caused|this)|(?:for|about) any (?:confusion|trouble|upset|delay|frustration|distress|annoyance)|(?:my|our) (?:sympath\w+|condolences)|deepest sympathy|must be (?:frustrating|annoying|disappointing)|may be (?:frustrating|annoying|disappointing|inconvenient)|unhappy with|(?:I|we) (?:hear|feel for) you|feel your pain|regret (?:that|to hear|any))\b/i

/** What something is like for somebody. */
const weighs =
  /\b(?:(?:will|would|does) not do\b|won['’]t do\b|not (?:fair|right|acceptable|normal|good enough|what (?:you|anyone)|how|only|funny|nothing|easy|pleasant)|is(?:n['’]t| not) (?:fair|right|normal|how|funny|what)|no (?:way|fun|joke|small|wonder|fair)|unfair|unhappy(?! with)|ashamed|unbearable|creepy|cruel|poor (?:thing|you|him|her|boy|girl|man|woman|\w+)|bad luck|rough|out of patience|(?:I(?:['’]d| would)|anyone would|you) (?:be|have been|are|were) (?:\w+ )?(?:angry|furious|cross|upset|worried)|wrong (?:way|thing)|worr\w+|fright\w*|no answer|in front of (?:every\w+|all|you\w*|the|his|her|their|guests|people)|scar(?:y|ed)|(?<!I['’]m |I am )afraid|fear|shock\w*|hard(?:er|est)?|tough|tir(?:ed|ing)|exhaust\w+|weary|miserable|wretched|awful|horrible|terrible|dreadful|rotten|nasty|painful|hurts?|ache|nightmare|heavy|bitter|bad (?:exchange|start|end|way|day|night|week|surprise|news|deal)|long (?:time|wait|day|night|way|week|drive|walk|haul)|too long|enough (?:for (?:one|a|any)|of an?)|a lot (?:of|to)|(?:is|was|are|were) a lot\b|lost|lose|losing|spoil\w*|ruin\w*|embarrass\w*|humiliat\w*|shame|upset\w*|disappoint\w*|frustrat\w*|annoy\w*|maddening|infuriat\w*|angry|anger|furious|sad|sorry (?:for you|about your)|heart\w*|grief|griev\w*|loss|mourn\w*|difficult|lonely|alone|helpless|stranded|stuck|stress\w*|panic|nerves?|nervous|patience|patient(?:ly)?|civil|kind(?:ness|ly)?|generous\w*|calm|brave|gracious|moves me|touched|means (?:a lot|much|something)|matters?|deserve\w*|should(?:n['’]t| not| never)? have (?:to|had to)|(?:nobody|no one|no \w+|anyone|anybody) (?:should|would|wants?|likes?|needs?)|should have to|the last thing|on top of|of all (?:days|things|places|times)|before (?:your|a|the) (?:\w+ )?(?:wedding|trip|demo|exam|flight|holiday|birthday|interview|deadline)|would have (?:made|had|been|hated|driven|done|liked|felt)|(?:made|make) (?:me|us|anyone|anybody) \w+|I(?:['’]d| would) (?:be|have been|feel|hate|have)|I know (?:that|how|what|the)|I can (?:see|imagine|hear|picture|only imagine|feel)|I (?:see|understand) (?:why|how|that|if|what)|we (?:see|understand) (?:why|how|that|if|what)|no wonder|of course you|must (?:have (?:been|felt|had)|be (?:so|very|hard|awful|a |an |the|quite|really|terr|fright|exhaust|heart|sad)\w*|feel)|it happens to|(?:happened|did|do|done) (?:it|that|the same|to)(?: \w+){0,2} (?:too|myself|once|mine)|(?:us|me|I) too|what a|how (?:sad|awful|hard|frightening|annoying|disappointing|unpleasant)|you(?:['’]re| were| are| had been) (?:quite |absolutely |partly |so )?right|you had every|a mess|let (?:you|him|her|them) down|left (?:you|him|her|them) (?:with|in|without|to|standing|waiting|alone)|miss(?:ed|ing) (?:the|your|a|his|her)|you\b[^.!?]{0,40}\bwaiting for|with (?:an?|your|the|two|three|four) [\w-]+(?: [\w-]+){0,3} waiting\b|(?:that|this|it) (?:cannot|can['’]t|must not|may not|should not) (?:go on|wait|stay (?:so|like (?:that|this)|that way))|was(?:n['’]t| not) (?:a )?good enough|the (?:best|worst)|nobody had|faster than|laugh\w*|smile[ds]?|envy|thinking of|thoughts)\b/i
/** Shared joy; in the face of a complaint it sees nothing. */
const joys =
  /\b(?:glad|happy|pleased|delighted|thrilled|congrat\w*|well done|lovely|wonderful|proud|joy\w*|danc(?:ed|ing)|cheer(?:ed|ing)|grinn(?:ed|ing)|beam(?:ed|ing)|hoo?ray|yay|(?:good|great|best) news|(?:good|great|nice) to (?:hear|know|read|see)|how (?:good|nice|lovely|kind)|what an? (?:good|lovely|nice|wonderful|great|happy))\b/i
/** Things that were done to them or that they had to do. */
const bore =
  /\b(?:you(?:['’]ve| have| had)?(?: \w+)? (?:wait\w*|gave up|lost|miss\w*|paid|spent|slept|stood|sat|carr\w+|cried|walk\w*|drove|queued|had to|were (?:left|told|sent|kept|made|charged|worried|sitting|standing|waiting)|(?:meant|wanted|hoped|planned) to \w+|went|took|tr(?:y|ied)|wrote|called|rang|asked|warned|told us|bent|wash\w*|worr\w+|trust\w*|plann\w*|look\w* forward)|(?:your|his|her|their) (?:\w+ )?\w+ (?:had )?(?:meant|wanted|hoped|planned|was|were) to \w+|for you(?: and| to|r)?|(?:cost|costs|took|takes) (?:you|your)|your (?:\w+ ){0,2}(?:evening|evenings|morning|day|days|night|nights|weekend|week|holiday|holidays|money|savings|time|sleep|trust|patience|children|kids|family|wife|husband|mother|father|son|daughter|guests|party|wedding|birthday|work|back|knees|nerves|place))\b/i
/** What they would have felt themselves; not what they would have done better. */
const feelsWith =
  /\bI(?:['’]d| would)(?: probably| also| certainly)* (?:have|be) (?:also |probably |just )?(?:been )?(?:\w+ )?(?:cried|shouted|screamed|fainted|sworn|wept|panicked|despaired|sick|furious|angry|cross|upset|worried|frightened|scared|ashamed|livid|beside myself|out of my)\b|\b(?:last|one|only) (?:year|month|week|summer|winter|spring|autumn) I (?:\w+ )?(?:cut|did|broke|lost|forgot|left|deleted|dropped|locked|ordered|sent|booked|spilt|put) (?:my own|mine|the same)\b/i
const scene = /^[^:;.!?]{8,160}(?::|—|–|;| - )\s*\S|^[^,.!?]{4,70}, [^.!?]{4,140}[.!]?$/
/** We did something in it: an account of our error. */
const ourDeed =
  /\b(?:I|we|our (?:\w+ )?(?:driver|fitter|courier|system|team|filter|technician|engineer|colleague|carrier|machine|baker|shop))\b(?! (?:am|are|was|were|do|would|can|apologi[sz]e|owe|beg|know|see|understand|wish|hope|feel)\b)(?!['’](?:m|re|d) )/i
const condoles =
  /\b(?:condolences|(?:so |very |deeply |truly )?sorry (?:for your loss|about your (?:mother|father|husband|wife|son|daughter|loss)|that (?:your|he|she) (?:\w+ )?(?:died|passed))|my heart goes out|(?:thoughts|thinking) (?:are with|of) you|rest in peace)\b/i
const wishesWell =
  /\b(?:congratulations|congrats|good luck (?:with|at|on|for)|get well|(?:I|we) (?:hope|wish)\b(?! to (?:see|welcome|serve|hear))[^.!?]{0,100}|happy birthday|welcome (?:home|back|to the))\b/i

export type Signs = ReturnType<typeof signs>

/** What a sentence says by itself, read once. */
export const signs = remember((text: string) => {
  const sorry = saysSorry(text) || owns(text)
  const bare = sorry ? text.replace(/\b(?:so |very |deeply |truly )?sorry\b|\bmistake\b/gi, '') : text
  const joy = joys.exec(text)
  return {
    stock: saysStock(text),
    condoles: condoles.test(text),
    formula: formula.test(text),
    sorry,
    weighs: weighs.test(bare),
    joy: joy !== null,
    onlyJoy: joy !== null && !weighs.test(text.replace(joys, ' ')),
    bore: bore.test(text),
    scene: scene.test(text),
    picture: pictureOf(text),
    pities: pities.test(text),
    theirsAlone:
      !/\b(?:[Ww]e|I|[Oo]ur|[Mm]y|us)\b/.test(text) &&
      !/^(?:the|this|that|it|there|your (?:order|parcel|request|case|message|e-?mail|booking|refund|payment|account|invoice)|thank|regarding|as|unfortunately|yes|no|they|both|neither|please)\b/i.test(
        text,
      ),
    theirs: /\b(?:you|your|he|she|they|him|her|them)\b/i.test(text),
    wishes: wishesWell.test(text),
    ourDeed: ourDeed.test(text),
    somebody: somebody.test(text),
    congratulates:
      /^(?:congratulations|congrats) (?:on|to) \w+|^(?:what |how )[\p{L} ]{3,40}[,!:–—-]+ ?congrat/iu.test(
        text,
      ),
    feelsWith: feelsWith.test(text),
    effect:
      /\bsorry (?:that |for what )?(?:you|your|he|she|they)\b(?! (?:feel|felt|think|are unhappy))/i.test(
        text,
      ),
    opensFlat: /^(?:thank|thanks|we have received|your (?:order|request|case)|regarding)\b/i.test(text),
  }
})
/** Clauses in which we or our people act. */
export const ourClauses =
  /(?:^|(?<=[,;:–—]) ?|\b(?:and|because|but|that|while|when|since|which) )(?:I|we|my \w+|our (?:\w+ )?\w+)\b(?:['’]\w+)?[^,;:–—]*/gi
const finite =
  /\b(?:is|are|was|were|am|will|would|can|could|may|must|has|have|had|do|does|did|leaves?|comes?|arrives?|goes|went|came|costs?)\b|['’](?:re|ll|ve|m)\b|\b(?:it|that|this|there|here|he|she|what|who|where)['’]s\b/i
const pities =
  /\b(?:poor (?:thing|you|soul)|oh no|oh dear|ouch|(?:what )?bad luck|how (?:awful|horrible|terrible|unlucky))\b/i

/** The part of a sentence that holds up their story without doing anything: words before the first verb. */
function pictureOf(text: string): string | null {
  if (/^(?:yes|no|unfortunately|sorry|thank|thanks|please|regarding|as|if|with regard|we|I)\b/i.test(text))
    return null
  const rest = text.replace(ourClauses, ' ')
  const head = /^[^,;:–—]*/.exec(rest)![0]
  if (head.length === rest.length || head.trim().split(/\s+/).length < 2 || finite.test(head)) return null
  return isImperative(head) && !/:/.test(rest) ? null : rest
}

const somebody =
  /\b(?:you|your\w*|he|she|they|him|her|them|nobody|no one|anyone|I|me|my|us too|enough for|one (?:life|person|day|evening|night))\b/i
