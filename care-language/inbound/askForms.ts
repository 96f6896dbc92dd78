const rhetorical =
  /^(?:(?:and |but |so )?how (?:are|is it going|have) you(?:\s+\w+)?\s*\??$|(?:and )?how are (?:you|things)|how (?:do you do|is life)|what(?:['’]s| is) up\b|what (?:kind|sort) of (?:company|place|people|service|business|joke)|are you (?:serious|kidding|joking|people serious|even (?:serious|reading)|there|out of your)|is (?:this|that|it) (?:a|some kind of|supposed to be a|your idea of a) joke|is (?:anybody|anyone|somebody|someone) (?:there|home|out there|alive|even|actually|at all|reading|listening|working|awake)|(?:hello|anyone|anybody)\s*\?|who (?:runs|is running|do you think|the hell)|really\s*\?|seriously\s*\?|you know (?:what)?\s*\?|how (?:hard|difficult|long does it take|much longer do) (?:can|is|must)|do you even \w+|do you (?:really|actually) (?:care|read|think|want)|do you think (?:this|that|it)|what (?:is|are) you (?:even )?(?:thinking|playing)|what were you thinking|can you (?:believe|imagine)|would you believe|isn['’]t (?:it|that)\b.{0,12}$|right\s*\?|ok(?:ay)?\s*\?|no\s*\?$|yes\s*\?$|what do i know|why (?:do|should|would|did) i (?:even )?(?:bother|pay|have to (?:always|keep))|how was your|(?:i )?hope (?:you|all)|what(?:['’]s| is) the (?:point|use)|is (?:that|it|this) too much to ask|is this how you|what am i paying|who (?:does|would do) (?:that|such)|does (?:anyone|anybody) (?:even |actually |there )?(?:read|care|work)|who needs|what else (?:is new|can go wrong)|how (?:could|can|dare) you\b(?! (?:help|fix|send|make sure))|guess what|remember me)/i

/** Said for effect or out of politeness: no answer is wanted. */
export const isRhetorical = (text: string): boolean => rhetorical.test(text)

const offer =
  /\b(?:let (?:me|us) know if (?:you (?:need|want|require)|there['’]s anything|i can|that helps)|if you need (?:anything|more|any|me|my)|(?<!\b(?:how|when|where|which|what|why) )do you (?:need|want) (?:me|anything|the|a photo|more|any more|my)\b|shall i (?:send|bring|post|come|call)|^(?:and |so |but |also )?i can (?:send|bring|come|call|show)|should i (?:send|bring|attach|post)\b|i(?:['’]d| would) (?:like|love) to (?:bring|give|thank|say|offer|invite|praise|mention|recommend|compliment|tell you|share|let you know|point out|pass on|add|apologi|write a)|we(?:['’]d| would) (?:like|love) to (?:bring|give|thank|say|offer|invite|praise|mention|recommend|compliment|share|let you know|point out|pass on|add|apologi)|(?:want(?:ed)?|need|have) to (?:thank|say|tell you|let you know|mention|complain|praise|congratulate|apologi|share|point out|add)|just want (?:that )?you (?:to )?know|want you to know)\b/i

/** An offer to us, or a word of thanks in the form of a wish. */
export const isOffer = (text: string): boolean => offer.test(text)

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const who = set(
  'i you u ya we he she it they there this that these those the a an any anyone anybody someone somebody my your ur our his her their one all both people everything',
)
const helpers = set(
  'is are am was were do does did have has had can could will would shall should may might must isnt arent wasnt dont doesnt didnt havent hasnt cant couldnt wont wouldnt shouldnt',
)
const asksWith = set('what when where why how which who whose')
const lead =
  /^(?:(?:and|so|but|or|also|then|hi|hiya|hello|hey|yo|sorry|please|ok|well|um|hm|quick one|quick question|one question|question)[, :]+)+/i
const openings =
  /^(?:how (?:to|much|many|long|soon|about|come)|what (?:happens?|about|if|time|to do|now|next)|now what|where (?:to|can)|(?:what|where|how|who|when)s (?:your|the|my|our|this|that|it|a|an|happening|going)|any (?:chance|idea|ideas|news|update|updates|word|progress|way|possibility|suggestions?|advice|tips?))\b/i
const whichOne = /^which (?:of |one |\w+ )[\w ]{0,40}?\b(?:is|are|do|does|would|should|can|fits?|suits?)\b/i

/** Words of a beginning, lower case, "isn't" and "isnt" alike; "what's" is two. */
const firstWords = (text: string): string[] =>
  text
    .slice(0, 80)
    .toLowerCase()
    .replace(/^(what|when|where|why|how|who|which)['’]s\b/, '$1 is')
    .replace(/['’](?:re|ve|ll|d|m)\b/g, ' $&')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u, 7)

/** Whether helper and subject are turned round here, or a word of asking stands before a helper. */
function turnedRound(text: string): boolean {
  const words = firstWords(text)
  const at = (index: number) => words[index] ?? ''
  if (helpers.has(at(0)) && who.has(at(1)) && !/^(?:is|are|was|were|will|has)$/.test(at(2))) return true
  if (!asksWith.has(at(0))) return false
  if (helpers.has(at(1))) return at(2) !== 'not'
  return (
    /^(?:what|which|how|whose)$/.test(at(0)) &&
    [2, 3, 4].some((index) => helpers.has(at(index)) && who.has(at(index + 1)))
  )
}

const startsAsked = (text: string): boolean => {
  const bare = text.replace(lead, '')
  return turnedRound(bare) || openings.test(bare) || whichOne.test(bare)
}

/** A question by its order of words, whether or not it carries the mark. */
export const startsQuestion = (text: string): boolean =>
  startsAsked(text) &&
  !/^(?:when|where|which|who|what) (?:i|we|you|he|she|they|it|the|my|your|our)\b/i.test(text) &&
  // "Have a good day" and "do the usual" are no questions.
  (!/^(?:(?:and|so|but) )?(?:have|has|had|do) (?:the|a|an|all|my|your|it)\b[^?]{0,20}$/i.test(text) ||
    // "Has it shipped"
    /^(?:(?:and|so|but) )?has it (?:been|gone|left|come|\w+ed)\b/i.test(text))

const person =
  '(?:you|u|someone|somebody|anyone|anybody|one of you|your (?:team|people|company)|they|it|he|she|i|we)'
const requests: readonly RegExp[] = [
  /^(?:an? |my |the |full |new |another )*(?:refund|replacement|invoice|receipt|money back|exchange|answer|update|explanation|call(?: back)?|date|copy|quote|reply|new one)(?: \w+){0,2},? please\b/i,
  /^(?:[^.!?]{0,40}[,:] )?(?:please|pls|plz|kindly)[, ]+(?:also |just |do |then |can you |could you |could |immediately |urgently |at least )?(?!(?:find|see|note|accept|excuse|forgive|understand|believe|bear|help|see (?:the|my) (?:photo|picture|attach|file|enclosed)|be (?:so|aware|advised))\b(?! (?:out|me|us|that|to|my|our|a|an|the|how|if|when|what|where|who)\b(?! (?:attached|below|enclosed))))[a-z]+(?:['’]t)?\b/i,
  /^(?:then |so |and |just |also |now |immediately )*(?:send|call|ring|phone|text|tell|email|e-mail|write|give|let|refund|replace|cancel|change|confirm|book|put|explain|advise|arrange|check|fix|stop|remove|add|move|update|close|reply|answer|respond|return|bring|make|take|deliver|ship|reserve|keep|hold|resend|get|show|repair|correct|credit|delete|transfer|look|see|help|do|pay|collect|pick|issue|forward|provide|do not|don['’]t|leave|order|swap|exchange|release|unblock|unlock) (?:me\b|us\b|it\b|my\b|our\b|the\b|this\b|that\b|them\b|him\b|her\b|a\b|an\b|someone\b|somebody\b|back\b|to me\b|into\b|up\b|sure\b|something\b|everything\b|at (?:it|my)\b|these\b|those\b|both\b|all\b|for\b|call\b|send\b|charge\b)/i,
  new RegExp(
    `\\b(?:could|can|would|will|cld|may|might) ${person}(?: please| kindly| possibly| perhaps| maybe| also| just| at least| then)* (?!imagine|believe|not\\b|be (?:fair|honest))[a-z]+`,
    'i',
  ),
  /\b(?:(?:i|we)(?:['’]d| would| should)|(?:and|but) would)(?: really| very much| also| just| still)* (?:like|love|prefer|appreciate|be (?:so |very |most |really |only too )?(?:grateful|thankful|glad|happy|pleased|obliged))\b(?! (?:to (?:think|learn|become|celebrate|surprise)|it here))/i,
  /\b(?:i|we)(?: just| only| really| also| simply| still| now)* (?:want|wish)(?! (?:you (?:a|all|the|to know|well|good)\b|that you know|no|nothing|money is))(?: (?:another|my|a|an|the|you|our|it|that|back|some|this|these|those|all|both|everything|somebody|someone|him|her|them|\d|to (?:have|get|receive|buy|order|book|reserve|enrol\w*|register|cancel|return|exchange|hire|rent|change (?:my|the|our|it|a)|move (?:my|the|our)|add|remove|see|speak|talk|ask|know|pay|sell|join|come|visit|stop|end|close|extend|switch (?:my|the)|upgrade|transfer|report|apply|make|send|use)))\b/i,
  /\b(?:an?|some|any|the|your) [^.!?,]{2,50} would be (?:very |much |really |most |so )*(?:nice|good|great|lovely|appreciated|helpful|welcome|useful)\b/i,
  /\b(?:i|we|and|but|so|would)(?: just| also| really| still| now)* (?:need|have|want|like|prefer) to (?:pause|cancel|change|move|return|exchange|book|reschedule|rebook|postpone|update|speak to|talk to|reach|report|order|swap|stop|switch|extend|add|remove|know|find out)\b/i,
  /\b(?:i|we)(?:['’]d| would) (?:rather|prefer)\b/i,
  /^(?:and |also |just |so |i['’]?m |was )*(?:wondering|wondered|wonder|curious) (?:if|whether|what|when|how|why|where|who|about)\b|\b(?:en|in)quir(?:e|ing) (?:if|whether|what|when|how|why|where|who|about|as to)\b|\b(?:would|['’]d) (?:also |just )?like to (?:check|ask|confirm|make sure|find out|see if|see whether)\b/i,
  /\b(?:i|we)(?: really| just| also)? (?:need|want|require)(?: the| my| our| this| that| it| these| them| an?) (?:[\w-]+ ){0,4}(?:[\w-]{2,}ed|sent|done|redone|back|made|rewritten|taken (?:off|away|out))\b|\bsort (?:it|this|that) out\b|\b(?:what|all) (?:i|we)(?: really| just)? (?:need|want|ask|would like)(?: for)? is\b|\bit would mean (?:a lot|so much|the world)\b/i,
  /\b(?:i|we) (?:need|require) (?:you|someone|somebody|to know|a (?:refund|copy|receipt|replacement|new|quote|date|time|reply|response|call|plan|list|written)|an (?:invoice|answer|explanation|appointment|update|engineer|estimate)|confirmation|your (?:help|advice)|help with|the (?:invoice|receipt|money|address|number|date|code|link|documents?))\b/i,
  /\b(?:i|we)(?: am| are|['’]m|['’]re| was| were)?(?: just| only| also| hereby| therefore| respectfully| formally| kindly)* (?:request(?:ing)?|demand(?:ing)?|insist(?:ing)?|ask(?:ing)? (?:you|for|that|if|whether|to)|expect(?:ing)? (?:a|an|you to|my|the|at least|compensation|to hear)|hop(?:e|ing) (?:you|someone|somebody|that you|it is|to (?:get|receive|hear|return|exchange|book|change))(?: (?:can|could|will|would|might))?\b(?! (?:are|have|had|is well|all)))/i,
  /\b(?:i|we)(?: was| am|['’]m| were| are)?(?: just| also)* wonder(?:ed|ing|s)?\b(?: (?:if|whether|what|when|how|why|where|who|about))?/i,
  /\b(?:is|was|would|will) it (?:be )?(?:possible|ok(?:ay)?|all right|allowed|a problem)\b|(?:\bit |^(?:also |and |but )?)(?:would|['’]d|will) be (?:so |very |really )?(?:great|nice|good|lovely|wonderful|helpful|kind|appreciated|fantastic|perfect|useful|cool|super)\b[^.!?]{0,20}\b(?:if|to (?:have|get|know|hear|receive))\b|\bif (?:possible|you could|you can|someone could|somebody could|there (?:is|was) (?:any|a) (?:way|chance))\b/i,
  // "My mother asks whether you deliver" is meant for us, "my daughter asks where the cat has gone" is a story.
  /\b(?:asks?|wonders?|wants? to know|would like to know) (?:if|whether|when|how|why|where|who|what)\b(?![^.!?]{0,90}\b(?:told|said|answered|explained)\b)[^.!?]{0,80}\b(?:you|your|yours|we|us|our|my|this|these|there)\b/i,
  /\b(?:i|we)(?:['’]m| am| have| just)? (?:ask(?:ed|ing)?) (?:if|whether|when|how|why|where|who)\b/i,
  /(?<!\b(?:you['’]d|you would|you might|you may|you will|you['’]ll) )\b(?:want|wants|like|love|need|wish|curious|interested|glad|good|happy) to (?:know|ask|hear|learn|find out|understand)\b|\b(?:let|please tell|tell) (?:me|us) (?:know|if|whether|what|when|how|why|who|where)\b|\b(?:my|another|one|a|the|second|last|other) (?:question|request)(?:s)?(?: is| are|:)(?! (?:simple|easy|short|this)\b)/i,
  // What ends in please is asked for: "Quote for the roof please".
  /[\p{L}\d],? (?:please|pls|plz)[.!]*$/iu,
  /\b(?:i|we)(?: really| do| just)? need (?:to be (?:reimbursed|refunded|paid|compensated|moved|seen|called|sent|told|removed|reconnected)|(?:it|this|that|them|these|those|one) (?:in writing|by|before|back|today|tomorrow|now|urgently|asap|fixed|for))\b|\b(?:just|then|please) (?:tell|let|call|ring|text|email) (?:me|us)\b|\bwould ask (?:that|you|for|if)\b|\bwould (?:do|suit) (?:me|us)\b/i,
  /\b(?:need|could do with|would welcome|after) (?:some |a bit of |a little |any )?(?:help|advice|assistance|guidance|support)\b|^help[!.]*$/i,
  /\b(?:i|we)(?: really| just)? (?:beg|implore|urge) (?:of )?you\b/i,
  // "Could do with a new lid", "what I don't get is why it's twice", "hoping you can help", "keen to hear whether dogs may come".
  /(?:^|\b(?:i|we) )(?:really |also )?could (?:really )?do with (?:an?|another|some|the|my|one|two|your)\b/i,
  /\bwhat (?:i|we) (?:do not|don['’]t|can['’]t|cannot) (?:understand|get|see|follow|work out) is (?:why|how|what|where|when|who)\b/i,
  /(?:^|\b(?:i['’]?m|i am|we['’]?re|we are|am) )hoping (?:that )?(?:you|someone|somebody) (?:can|could|will|might|may)\b/i,
  /\b(?:keen|eager|anxious) to (?:know|hear|learn|find out) (?:if|whether|what|when|how|why|where|who|which)\b/i,
  /^(?:and |so )?whereabouts (?:is|are|do|does|did|in|can|will)\b/i,
  // "We are nine and look for a cabin", "I need a room on the ground floor": what is to be booked or bought.
  /(?:^|\b(?:and|i|we) )(?:['’]m |am |are |['’]re )?look(?:ing)? for (?:an?|some|two|three|\d+) (?!way|reason|word|sign|needle)/i,
  /\b(?:i|we)(?:['’]d| would|['’]ll| will)?(?: also| really| just)? need (?:an?|one|two|three|four|\d+) (?:[\w-]+ ){0,3}?(?:room|table|seats?|place|ticket|appointment|slot|taxi|car|van|cabin|bed|tent|quote|offer|visa|lift|wheelchair|sample|size|part|spare|key|copy|photo|form|date|lesson|locker|parking|bike|helmet|gift|cake|dress|suit)s?\b/i,
  /\b(?:somebody|someone)(?: really)? should (?:tell|call|ring|come|look|talk|speak|check|say|write|answer|explain|fix|see|do)\b/i,
  /\b(?:somebody|someone|you|they)(?: really)? (?:needs?|has|have) to (?:get|come|call|ring|look|sort|fix|tell|explain|answer|do|send|take)\b/i,
  /\b(?:this|it|that|these|which)(?: really)? (?:must|needs to|need to|has to|have to) (?:now )?be (?:put right|fixed|sorted|refunded|corrected|changed|replaced|repaired|mended|removed|cancelled|resolved|dealt with|looked at|paid back|credited|updated|reversed|made good)\b|\bneeds? (?:fixing|changing|sorting|replacing|correcting|mending|looking at|refunding|repairing)\b/i,
  /\b(?:i|we)(?: must| really| do| have to)* insist\b/i,
  /\b(?:i|we) (?:do not|don['’]t|cannot|can['’]t|still don['’]t) (?:understand|see|work out|figure out|get) (?:why|how|what|where|when)\b|\b(?:no idea|not sure|don['’]t know|do not know|unsure|unclear|not clear|can['’]t tell|cannot tell|can['’]t work out|no clue) (?:how|where|when|what|which|who) (?:(?:one |way |size |form )?to|(?:i|we|he|she|they|it) (?:can|should|must|needs?|has|have|am|are|is))\b/i,
  // "I'm not sure whether bedding is included": said so that somebody tells.
  /^(?:(?:but|and|so|also|hi|hello)[, ]+)*(?:(?:i|we)(?:['’]m|['’]re| am| are| was| were)? (?:still |just |a bit |quite |also |not )*)?(?:not (?:sure|certain|clear)|not quite sure|unsure|uncertain|unclear|don['’]t know|do not know|can['’]t (?:tell|see)|cannot (?:tell|see)) (?:if|whether) (?:i|we|it|this|that|the|there|you|my|our|he|she|they|any|[a-z]+ (?:is|are|was|were|will|needs?|comes?|counts?))\b/i,
  /^(?:(?:but|and|so)[, ]+)?(?:i|we) (?:really |still |just |simply )?(?:don['’]t|do not|can['’]t|cannot) (?:really |quite |fully )?(?:understand|follow|make sense of|make head or tail of) (?:the|this|that|these|those|my|our|your|what|it)\b/i,
  /^(?:(?:hello|hi|good morning|good afternoon|dear [^,]{1,30}|also|and)[, ]+)?(?:i am|i['’]m|we are|we['’]re|am|just) (?:writing|emailing|e-mailing|calling|contacting you|getting in touch|reaching out|messaging)(?: (?:to you|today|in order))* to (?:request|ask|enquire|inquire|apply|cancel|claim|query|find out|see (?:if|whether)|check|dispute|book|order|chase|appeal|arrange)\b/i,
  /\b(?:i|we)(?:['’]d| would|['’]ll| will) (?:also |just |really |still )?need (?:an?|the|some|your|to (?:know|have|see|get|be)|it|this|that|them|at least|more|two|three)\b/i,
  /\bit(?:['’]d| would) be (?:so |very |really |most )?(?:kind|nice|good|great|helpful|useful|lovely)(?: of you)? to\b/i,
  /\b(?:i|we)(?: was| were| am|['’]m| are|['’]re)(?: just| really| rather)? hoping (?:to|you|that|for|we|i|there|somebody|someone|it)\b/i,
  /\b(?:i|we)(?: now| do| fully)? expect to (?:have|get|receive|see|be)\b/i,
  // "It should say Okafor Ltd": how it is to be put right.
  /\b(?:it|that|this|they|he|she|the [a-z-]+|my [a-z-]+)(?: \w+)? should (?:say|read|come to|go to|be (?:made out|addressed|sent|paid|changed|spell(?:ed|t)|posted|in the name|written|under the name))\b/i,
  /\b(?:it|page|website|site|app|faqs?|email|letter|form|manual|leaflet|listing|instructions|text|bill|invoice|guide) (?:does|do|did)(?:n['’]t| not) (?:actually |really )?(?:say|tell (?:me|us)|mention|explain|state|show|make clear) (?:if|whether|what|how|when|where|which|who|why)\b/i,
  /\btrying to (?:work out|figure out|understand|see|decide|establish) (?:if|whether|what|how|why|which|where|when|who)\b/i,
  /\b(?:i|we) need (?:it|this|that|them|these|those|one|two) in (?!(?:the|my|a|an|our|this|that|case|order|there|here|time)\b)\w+/i,
  /^(?:(?:but|and|also|sorry)[, ]+)?(?:(?:i|we) )?(?:can['’]?t|cannot|couldn['’]?t|could not|am unable to|['’]m unable to) (?:seem to )?(?:find|see|work out|figure out) (?:out )?(?:where|how|what|which|who|when|any way|a way)\b/i,
  /^(?:need|want|require) (?:an?|the|my|to|some|this|it|someone|somebody|help|more) \w+|^stop (?:\w+ing|it)\b/i,
  /\b(?:should|needs? to|must|has to|have to|ought to)(?: please| kindly| at least)? (?:give|call|ring|phone|send|tell|e-?mail|text|contact|write to|get back to) (?:me|us)\b/i,
  // "I was after the measurements", said of what is wanted.
  /^(?:(?:hi|hello|and|so|also)[, ]+)?(?:i|we)(?:['’]m| am|['’]re| are| was| were)(?: just| really)? after (?:an?|the|some|your|one|two)(?! (?:\w+ )?(?:days?|weeks?|hours?|months?|accident|storm|move|visit|first|second|third|last)\b)/i,
  // "Confirm when done."
  /^(?:(?:and|then|also|so)[, ]+)?(?:confirm|advise|reply|respond|explain|acknowledge) (?:when|if|whether|what|how|why|by|asap|receipt|that|in writing|as soon|once|to)\b/i,
  /^(?:i['’]?m |i am |we['’]re |we are |am )?(?:just )?(?:looking|hoping|wanting|needing) to (?:move|change|book|cancel|return|exchange|order|buy|find|get|speak|rent|hire|reschedule|upgrade|switch|join|know|see)\b|^(?:i['’]?m |i am |am )?trying to (?:get hold of|reach|find out|get in touch)\b/i,
  /^(?:i['’]?m |i am |am )?(?:just )?(?:checking|confirming|making sure|double[- ]checking) (?:if|whether|that|you|we|my|the)\b|\bit(?:['’]d| would)(?: really)? help (?:me |us )?(?:to (?:know|have|see)|if)\b/i,
  /\b(?:any (?:chance|idea|news|update|advice|suggestion)|what about|how about|grateful if|grateful for|appreciate (?:it )?if|appreciate (?:a|an|your)|looking (?:for|to (?:buy|book|order|rent|change|return))|in need of)\b/i,
]

const notRequest =
  /\b(?:thank(?:s| you)|please (?:find|see) (?:attached|enclosed|below)|i (?:do not|don['’]t|never) (?:want|wish)\b(?! (?:to be|it to|you to))|would (?:like|love) to have (?:known|seen|been))\b|^(?:let me (?:explain|tell|start|say|be)|looking for(?:ward)? )/i

/** A request without a question mark: polite, indirect or blunt. */
export function isRequest(text: string): boolean {
  if (
    notRequest.test(text) &&
    !/\b(?:please|pls|could you|can you)\b/i.test(text.replace(/please (?:find|see)/i, ''))
  )
    return false
  return requests.some((one) => one.test(text))
}

/** For a sentence too long to take apart. */
export const looksAsked = (text: string): boolean =>
  /\?/.test(text.slice(-500)) || isRequest(text.slice(0, 1_500))
