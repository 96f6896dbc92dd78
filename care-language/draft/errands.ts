import { remember } from '../remember.ts'

/** Words that mean the same errand. */
const fields: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:call|ring|phone|telephone|speak)\b/i,
    /\b(?:I|we|\p{Lu}\p{Ll}+)(?:['’]ll| will| am| shall| have|['’]ve|['’]m)? (?:call|ring|rang|phon|telephon|called|speak|spoke)/iu,
  ],
  [
    /\b(?:refund|(?:money|all|both|everything|three|two|(?:the|my) \w+|\d+) back|reimburs\w*|pay (?:[\w.,€$£]+ ){0,3}back|give (?:[\w.,€$£]+ ){0,3}back|return the money|my money|compensat\w*|credit)\b/i,
    /\b(?:refund\w*|credited|paid back|pay(?:ing)? (?:you )?(?:back )?\d|back (?:on|in|to) your|reimburs\w*|pay you|went back|are back|is back|money is|compensat\w*|off (?:the|your) bill|transfer\w*)\b/i,
  ],
  [
    /\b(?:send|copy|invoice|receipt|certificate|confirmation|document|letter|form)\b/i,
    /\b(?:attached|enclosed|sent|send|in the post|on its way|by post|copy|e-?mailed|with this|goes out)\b/i,
  ],
  [
    /\b(?:send|post|ship|deliver)\b/i,
    /\b(?:post(?:ed|ing)?|parcel|ship\w*|courier|by mail|deliver\w*|on its way)\b/i,
  ],
  [
    /\bsend (?:somebody|someone|a|an|the|him|her|your)\b|\bcom(?:e|ing)\b|\bvisit\b/i,
    /\b(?:comes?|coming|is with you|with you|rings? your|be there|at your door|delivered|arriv\w*)\b/i,
  ],
  [
    /\b(?:see|visit|look at|try|watch)\b/i,
    /\b(?:may come|comes? (?:in|by|along)|shows? (?:him|her|you|them)|have a look|visit)\b/i,
  ],
  [
    /\b(?:in writing|written|confirm\w*)\b/i,
    /\b(?:written|in writing|black on white|this (?:mail|letter|message) is|paper copy|in today['’]s post|confirm\w*|confirmation)\b/i,
  ],
  [
    /\b(?:replace\w*|new ones?|exchange|swap|right one|right ones|another)\b/i,
    /\b(?:replace\w*|new (?:one|\w+)|on (?:its|the|their) way|leaves?|exchange\w*|swap\w*|right one|sent|send)\b/i,
  ],
  [
    /\b(?:fee|fine|charge|take \S+(?: \S+)? (?:away|off)|remove|waive|delete)\b/i,
    /\b(?:off (?:your|the)|removed|gone|waived|deleted|cancelled|took (?:it|them|the \w+) (?:off|away|out)|nothing to pay)\b/i,
  ],
  [
    /\b(?:cancel|stop|end|terminate|unsubscribe)\b/i,
    /\b(?:cancel\w*|stopp?ed|ended|closed|unsubscribed|switched off)\b/i,
  ],
  [
    /\b(?:repair|fix|mend|look at|see to|correct|sort)\b/i,
    /\b(?:repair\w*|fix\w*|mend\w*|correct\w*|put right|sorted|crew|engineer|technician|plumber|works? again|put \S+ in|now says|straight)\b/i,
  ],
  // "Please check again": who says where it stands has looked.
  [
    /\b(?:check|look)(?: it| this| that)?(?: again| once more| please)\b/i,
    /\b(?:found|(?:I|we) (?:see|saw|checked|looked)|stands? (?:in|on|at|here)|lies? (?:in|on|at|here)|is here|in front of me)\b/i,
  ],
  [
    /\b(?:appointment|visit|come|book|reserve|table|seat|room|place|ticket|tickets|enrol\w*|register|slot)\b/i,
    /\b(?:appointment|visit|come|book\w*|reserv\w*|table|seat|room|place|put (?:you|five|two|three|four)|held?|hold|see you|with you|can be|is yours|row)\b/i,
  ],
  [
    /\b(?:change|move|switch|update|correct|rename)\b/i,
    /\b(?:chang\w*|mov\w*|switch\w*|updat\w*|correct\w*|now (?:on|in|at|sit|says)|is now|are now)\b/i,
  ],
  [
    /\b(?:deliver\w*|arriv\w*|where is|parcel|package|taxi|order|shipment)\b/i,
    /\b(?:deliver\w*|arriv\w*|with you|driver|courier|minutes away|on (?:its|the|his|her) way|depot|tomorrow|today)\b/i,
  ],
  [
    /\b(?:return|send (?:it|the \w+|them)? ?back|give back|send (?:these|them|this|those))\b/i,
    /\b(?:return\w*|nothing comes back|give (?:it|them) away|send (?:it|them) back|keep (?:it|them|the)|bin|recycl\w*|collect\w*|pick (?:it|them) up|need(?:n['’]t| not) (?:send|return))\b/i,
  ],
  [
    /\b(?:never happens? again|not happen again|prevent|avoid|make sure)\b/i,
    /\b(?:from (?:now|today|this \w+) on|from (?:today|this|now)|no longer|so that|every \w+ (?:is|will)|checks?|changed|since|only by|new rule)\b/i,
  ],
  [
    /\b(?:discount|reduc\w+|concession|cheaper|special price)\b/i,
    /(?:\d ?%|\b(?:less|half|free|reduc\w+|discount|off the price|cheaper|same price)\b)/i,
  ],
  [
    /\b(?:cover|pay for|who pays|compensat\w*|refund)\b/i,
    /\b(?:comes? off|(?:I|we) pay|on (?:us|me)|cover\w*|refund\w*|paid back|paying)\b/i,
  ],
  [
    /\b(?:valid|expired?|good for|still work|run out)\b/i,
    /\b(?:valid|good (?:for|until|till)|expires?|another (?:year|month)|ends?|runs? out|works?)\b/i,
  ],
  [
    /\b(?:where (?:does|do|is|are|will)|go to|move|relocat\w*)\b/i,
    /\b(?:mov(?:e|es|ed|ing) to|goes to|go to|is (?:now )?(?:at|in|on)|are (?:now )?(?:at|in|on)|stands?|lies?|transferred to)\b/i,
  ],
  [/\b(?:pay|must i pay|owe)\b/i, /\b(?:pay|nothing to pay|owe|bill|don['’]t pay|free|costs?|charge)\b/i],
  [
    /\b(?:entrance|way in|get in|enter|door|find you)\b/i,
    /\b(?:entrance|way in|gate|door|in through|side|ramp|stairs)\b/i,
  ],
  [
    /\b(?:open|opening|hours|days?|closed)\b/i,
    /\b(?:open|closed|from \d|until|mon|tue|wed|thu|fri|sat|sun)\b/i,
  ],
  [
    /\b(?:waterproof|safe|suitable|allergy|allergic|vegan|gluten|nuts)\b/i,
    /\b(?:waterproof|water|rain|safe|suits?|suitable|free of|without|contains?|vegan|gluten|nuts)\b/i,
  ],
  [
    /\b(?:fresh|keep|keeps|last|lasts|stale)\b/i,
    /\b(?:fresh|keeps?|lasts?|third day|days?|weeks?|better on)\b/i,
  ],
  // "Please thank the cook": she has read it, she blushed.
  [
    /\b(?:pass|give|send)(?: on)? (?:on )?(?:my|our|the) (?:thanks|greetings|regards|love|compliments)|\bthank (?!you)\w+|\b(?:greet|say hello)\b/i,
    /\b(?:has|have|had) (?:\w+ )?(?:read|heard|seen|got|had|been told)\b|\b(?:passed (?:it|them|your)|read (?:it|them|your)|told (?:him|her|them|\p{Lu}\p{Ll}+)|smil\w+|blush\w*|grinn\w*|beam\w*|hangs? (?:on|by|in|over)|(?:is|was|are|were) (?:\w+ )?(?:glad|happy|delighted|proud|pleased|touched))\b/iu,
  ],
  [/\b(?:name|review|photo|picture)\b/i, /\b(?:name|review|photo\w*|picture\w*)\b/i],
]

/** Which errands a sentence speaks of, one bit each. */
const errandsAsked = remember((text) =>
  fields.reduce((bits, [asked], at) => (asked.test(text) ? bits | (1 << at) : bits), 0),
)
/** Of those asked for, the ones a sentence gives: mostly one or none is looked for. */
const gives = remember((key) => {
  const cut = key.indexOf('\0')
  const [asked, text] = [Number(key.slice(0, cut)), key.slice(cut + 1)]
  return fields.some(([, given], at) => (asked & (1 << at)) !== 0 && given.test(text))
})

/** Do a question and a sentence speak of the same errand? */
export function sameErrand(ask: string, answer: string): boolean {
  const asked = errandsAsked(ask)
  return asked !== 0 && gives(`${asked}\0${answer}`)
}
