import { cannedScore } from '../heads/canned.ts'
import { isImperative } from '../heads/syntax/imperative.ts'
import type { FoundPromise } from '../promises.ts'
import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import { saysStock } from '../words/stock.ts'
import { saysWhen } from './times.ts'

/** What a sentence of a draft does about the matter. */
export type Deed = 'act' | 'account' | 'vague' | 'guide' | 'ask' | 'tell' | 'stock' | 'nothing'

const vague =
  /\b(?:(?:they|he|she|somebody|someone|(?:our|the|a) (?:\w+ ){0,3}(?:team|department|desk|office|colleagues?|specialists?|advisors?|manager)) (?:will|shall|is going to)(?: then| also)? (?:contact|be in (?:touch|contact)|get (?:back|in touch)|reach out|respond|reply|review|assess|look|handle|process|deal|advise|assist)|look(?:ing)? into (?:it|this|that|the|your|what|why|how|who|where|whether|if)|investigat(?:e|ed|ing|ion)|(?:pass(?:ed|ing)?|hand(?:ed|ing)?|feed|fed) (?:it |this |that |your \w+ |the \w+ )?(?:on|along|back|over)(?: to| your| the|[.,;]|$)|forward(?:ed|ing)? (?:your|this|it|the|to)|(?:has|have|is|are|was|were|will)(?: been| be)? (?:forwarded|re-?opened and|allocated|passed (?:on|along|over|to)|escalated|noted|logged|registered|recorded|raised|reported|referred|submitted|assigned|received|taken note|under|reviewed|assessed|evaluated|considered|examined)|(?:is|are) being (?:processed|handled|dealt with|looked into|looked at|reviewed|assessed)|escalat\w+|(?:aware|informed) of|under (?:investigation|review|consideration)|monitor(?:ing)?|take (?:this|it|your|all|these|such)[\w ]{0,20}(?:seriously|on board)|take (?:\w+ ){1,4}seriously|(?:we|I)(?:['’]ll| will)(?: then)? (?:review|assess|consider|evaluate)\b|^please (?:wait|be patient|bear with us)\b|feedback (?:has|is|was|will)|take note|taken note|(?:I|we)(?:['’]ve| have)? (?:noted|logged|recorded|registered|told|informed|notified|reported|raised|flagged|shared)|confirm(?:s|ed)? receipt|we(?:['’]ll| will| shall)? (?:get back|be in touch|revert|come back to you|follow up|contact you|respond|reply|do (?:our|everything))|keep (?:it|this|that|an eye|your)[\w ]{0,20}(?:in mind|on)|(?:processing|waiting|response|handling) times?|turnaround|(?:(?:is|are)(?: all)? (?:listed|found|explained|described|shown)|is|are|can be found|find (?:it|them|this|everything|all|more|the \w+)) (?:all )?(?:on|in|at) (?:the|our) (?:website|site|home ?page|web ?page|faqs?|manual|terms|help (?:cent(?:re|er)|page)|app store)|find (?:all |more |further |any )?(?:the )?(?:relevant |necessary )?(?:information|details|answers?)\b[^.!?]{0,50}\b(?:on|in|at|under) (?:the|our)|(?:see|visit|check|consult|refer to) (?:the|our) (?:website|site|faqs?|terms|help)|will (?:bear|keep) (?:it|this|that) in mind|case (?:was|is|has been)|(?:please |must |(?:need|have) to |kindly )(?:raise|open|submit|log|file|create) (?:a|another|your|the) (?:new )?(?:ticket|case|claim|request|enquiry|inquiry)|(?:please |must |(?:need|have) to |kindly )(?:place|make|submit|send in) (?:a new|another|a fresh) (?:order|booking|reservation|appointment|application)|^(?:please |just |kindly )*(?:read|see|check|consult|study|refer to|look (?:at|in|into)) (?:the|our|your) (?:\w+ ){0,2}(?:manual|instructions?|handbook|guide(?:lines)?|website|site|faqs?|terms|conditions|small print|policy|leaflet|brochure|documentation)(?=\W*$)|(?:please )?(?:allow|wait)(?: for| up to| another)* \d+ (?:hours?|days?|weeks?)|(?:giv\w+|gave|provided) (?:\w+ )?feedback|(?:I|we)(?:['’]ve| have| had)? (?:asked|contacted|messaged|e-?mailed) (?:our|the|my) (?:[\w-]+ ){1,4}?(?:about|whether|if|to (?:look|check|investigate|see))|(?:I|we)(?:['’]ll| will| am going to| are going to) (?:check|ask|enquire|find out|speak|talk|see|liaise)\b(?:[^.!?]{0,40}\b(?:get back|come back|let you know|be in touch)|(?= (?:with|to|around|about|what|whether|if)\b)(?![^.!?]*\b(?:today|now|tonight|tomorrow|this (?:morning|afternoon|evening)|by|at \d|until|before|\w+day)\b))|^(?:please |just )?(?:see|use|check|visit|search) (?:the )?(?:website|site|web|homepage|home page|faqs?|internet|manual|app|search)\b|in touch|(?:an?|our|the|your) (?:agent|colleague|representative|advis[eo]r|member of [\w ]{2,20}|assistant) will (?:be|contact|get|reach|call|respond|assist)|(?:please |kindly )(?:see|check|consult|refer to) your (?:\w+ )?(?:confirmation|contract|booking|invoice|manual|documents?|e-?mails?|inbox)|feel free to (?:have|take|look|browse|check|visit|contact)|fill (?:in|out) (?:the|our|a|an)\b[^.!?]{0,40}\bform (?:on|at|online)\b|contact us again|(?:observe|watch) (?:it|this|the \w+) for|if (?:it|this|the (?:problem|issue|smell|error)) (?:persists|continues)|(?:try|trying) to clear your|clear your (?:browser )?cache|refer to (?:the|our)|must be (?:sent|made|submitted|raised|directed|addressed)|get(?:ting)? back to you|come back to you|be in touch|keep you (?:posted|informed|updated)|let you know|(?<!\b(?:refund|payment|repayment|credit|replacement) )will be (?:contacted|informed|notified|processed|handled|dealt with|answered|attended to|addressed|actioned|looked at|looked into)|you(?:['’]ll| will)(?: also)? hear from (?:us|me)(?![^.!?]*\b(?:today|tonight|tomorrow|by|at \d|before|\w+day)\b)|see what (?:i|we) can do|do (?:our|my) (?:best|utmost)|try (?:our|my) best|hope to|working on (?:it|this|that|the))\b/i

const verbs =
  '(?:refund\\w*|repa(?:y|id|ir\\w*)|re?imburs\\w*|replac\\w*|re-?sen[dt]\\w*|sen[dt]\\w*|credit\\w*|book\\w*|re-?book\\w*|re-?order\\w*|order\\w*|fix\\w*|call\\w*|ring\\w*|rang|rung|phon\\w*|telephon\\w*|cancel\\w*|chang\\w*|correct\\w*|arrang\\w*|put\\w*|post\\w*|deliver\\w*|com(?:e|es|ing)|came|bring\\w*|brought|updat\\w*|reset\\w*|mov(?:e|ed|ing)|add\\w*|remov\\w*|delet\\w*|wr(?:ite|ites|iting|ote|itten)|pa(?:y|id|ying)|releas\\w*|open\\w*|clos(?:e|ed|ing)|restor\\w*|return\\w*|giv(?:e|en|es|ing)|gave|took|tak(?:e|en|ing)|hold\\w*|held|keep\\w*(?! (?:seeing|thinking|hearing|wondering|imagining|asking)\\b)|kept|reserv\\w*|upgrad\\w*|extend\\w*|swap\\w*|exchang\\w*|waiv\\w*|deduct\\w*|transfer\\w*|switch\\w*|unlock\\w*|unblock\\w*|lift\\w*|stopp?\\w*|block\\w*|driv(?:e|ing)|drov?e|drop\\w*|collect\\w*|pick\\w*|visit\\w*|dispatch\\w*|despatch\\w*|ship\\w*|prepar\\w*|mak(?:e|es|ing)|made|start\\w*|set|install\\w*|clean\\w*|print\\w*|e-?mail\\w*|text\\w*|show\\w*|walk\\w*|meet\\w*|enrol\\w*|regist\\w*|enter\\w*|mark\\w*|attach\\w*|enclos\\w*|cover\\w*|charg\\w*|lend\\w*|lent|find|found|save[ds]?|sav(?:e|ing)|let\\w*|check\\w*|test\\w*|tried|ask\\w*|mend\\w*|sew\\w*|bak(?:e|ed|ing)|cut|pack\\w*|stay\\w*|vote\\w*|rais\\w*|reduc\\w*|clear\\w*|adjust\\w*|confirm\\w*|settl\\w*|sort\\w*|approv\\w*|grant\\w*|accept\\w*|allow\\w*|offer\\w*|replant\\w*|repaint\\w*|renew\\w*|activat\\w*|issu(?:e|ed|ing)|tell\\w*)'
const ours = new RegExp(
  `\\b(?:I|we|(?:one|two|three|four|five|some|both|all|eleven|ten|six|seven|eight|nine|twelve) of us)(?:['’](?:ve|ll|m|re|d))?(?:,? (?:have|will|shall|am|are|had|already|just|now|also|personally|then|both|still|today|immediately|myself|gladly|happily|can|could|going|to|would|like|(?:be|been)))* ${verbs}\\b`,
  'i',
)
/** Any verb does with a will of ours, but those of the mind. */
const offers =
  /\b(?:(?:a|the|your|full|this) (?:\w+ )?(?:refund|payment|credit|replacement)(?: of [\d.,€$£]+(?: \w+)?)? (?:has been|was|is being|is|will be) (?!under|in\b|reviewed|considered|assessed|decided)\w+|(?:I|we)(?:['’]ll| will| shall)(?: (?:now|also|then|gladly|happily|personally|of course|both|all|\w+ly))* (?!(?:now|also|then|be|not|never|look|see|try|know|understand|have|need|do|get|revert|respond|reply|contact|keep|let|review|assess|consider|investigate|forward|pass|escalate|follow|continue|always|ensure|endeavou?r|strive)\b)\w+|(?:if you (?:would )?(?:let me|allow (?:it|me)|like|agree|want)|(?:I|we)(?:['’]d| would) (?:like|love|be glad) to)[^.!?]{0,12}?,? ?(?:I|we)?(?:['’]d| would| can|['’]ll| will)? ?(?:cook|come|bring|show|send|paint|drive|make|bake|plant|pay|give|take|build|clean|play|sing|invite)|please accept the (?:attached|enclosed)|(?:attached|enclosed) (?:is|are|you(?:['’]ll| will)? find))\b/i
const subjects =
  "(?:yours |[€$£]?\\d[\\d.,]* (?:\\w+ )?|(?:a|an|the|your|our|both|all|each|this|that|these|those|his|her|their|every|new)\\s(?:[\\w'’,.-]+\\s){0,6}?|it |they |everything |(?:mr|mrs|ms|dr)\\.? \\p{Lu}\\p{L}+ |\\p{Lu}\\p{L}+ (?:from \\w+ )?)"
const outcome = new RegExp(
  `${subjects}(?:(?:is|are|was|were)(?: now| already| again| all)* (?:with you|back|on (?:its|the|their|your) way|refunded|credited|replaced|fixed|repaired|paid|sent|booked|cancelled|corrected|restored|released|lifted|reset|removed|returned|off (?:the|your)|in (?:your|the post|this)|attached|enclosed|ready|done|gone from|changed|updated|reserved|waiting for you|at your door|open again|yours|free|dispatched|shipped|ordered|arranged|waived|unlocked|unblocked|switched|moved|on (?:me|us|the house)|at no (?:cost|charge)|open(?:ed|(?: now)?)|running again|mended|active|live|valid|correct now|working again|settled|cleared|extended|credited|there)\\b|(?:has|have)(?: now| already| just| also)* been (?:amended|rectified|processed|taken off|struck (?:off|from)|refunded|credited|replaced|fixed|repaired|paid|sent|booked|cancelled|corrected|restored|released|lifted|reset|removed|changed|updated|reserved|dispatched|shipped|ordered|arranged|waived|unlocked|unblocked|switched|moved|settled|cleared|extended|re\\w+ed|activated|deleted|added|stopped)|(?:will|['’]ll|shall)(?: now| also| then| personally)* (?:be (?!(?:charged|billed|invoiced|debited|payable|due|forwarded|reviewed|assessed|processed|handled|considered|investigated|examined|looked|dealt|answered|noted|in touch)\\b)\\w+|ring|call|come|bring|arrive|reach|see|visit|send|replace|refund|pay|collect|deliver|repair|fix|meet|write|get|have|phone|telephone|pick|drop|show|take|go)|(?:leaves?|arrives?|ships?|goes (?:out (?!to you)|live|back|in the post|by post)|comes? (?:to|back|with|on)|lands?|stands? ready|went (?:back|to your|into your)) (?!out to you)|can (?:be with|come|ring|call|see you|visit|collect|bring)|(?:ends|runs out|is closed|stops) (?:on|at|with|today|now|this)\b|(?:rings?|calls?|brings?|collects?|takes?) (?:you|it|him|her|them|the)\\b)`,
  'iu',
)
const refusing =
  /\b(?:I|we) (?:do not|don['’]t|cannot|can['’]t|could not|couldn['’]t|won['’]t|will not|are not|am not|are unable|am unable)\b[^.,;:!?]*/gi
const done =
  /^(?:done|sorted|all set|fixed|booked|changed|confirmed|cancelled|arranged|moved|refunded|erledigt)\b[:,.!]/i
const yours =
  /\b(?:you(?:['’]ll| will| can now| now|r new \w+)? (?:now )?(?:get|receive|have (?:a|the|your|two|three|until|it|\d|(?:room|table|seats?|place|row|cabin|berth|lane|court)\b)|sit|be (?:paid|refunded|credited)|are (?:now |already )?(?:booked|on the|in (?:seat|room|row|the)|down for|registered|moved)|keep the|pay (?:nothing|only|no))|your (?:\w+ )?(?:code|password|pin|seat|table|room|slot|place|locker|link) is (?!not|no\b|invalid|wrong)|(?:nothing|no(?:thing more)?) to pay|nothing (?:more )?(?:is|will be) (?:taken|charged|debited|billed)|(?:will not|won['’]t) be (?:charged|taken|billed|debited|collected|deducted)|(?:it|that|everything|all)['’]s (?:now |already |all )?(?:cancelled|refunded|fixed|booked|done|sorted|paid|sent|changed|corrected|deleted|removed|replaced|gone from|off (?:your|the)|on its way|reserved|yours)|(?<!\b(?:once|until|if|when|whether|not|soon as)\b[^.!?]{0,40})\b(?:is|are)(?: now| already| hereby)* (?:confirmed|approved|granted|booked in)\b|no charge|free of charge|on (?:me|us|the house)|you (?:need not|needn['’]t|don['’]t (?:have|need) to) pay)\b/i
const guide =
  /\b(?:you (?:can|could|may|only (?:need|have)|just (?:need|have)|need(?: only)?|have to(?! (?:walk past|live with|see|hear|wait|sit|stand|look at|explain|read|carry|be)\b)|simply|will (?:see|find))|to (?:do (?:this|that|it|so)|change|reset|add|cancel|find|get)|(?:then|and|or|first|instead),? (?:go to|click|tap|press|open|choose|select|hold|switch|turn|unplug|reload|restart|type|bring|ring|call|use|try|pick|take|put)|settings >|the (?:menu|button)|(?:has|have|needs?) to be (?:\w+ )?(?:opened|closed|pressed|turned|switched|pulled|pushed|unplugged|restarted|loosened|tightened|cleaned|emptied|filled|removed))\b/i
const asking =
  /\b(?:could|can|would|will) you (?:please )?(?:send|tell|let|give|confirm|check|share|try|reply|provide|forward|call|ring|look|say|take|bring|attach)|please (?:also )?(?:send|tell|let (?:me|us) know (?:if|which|what|when|whether|the)|give|confirm|provide|share|reply with|forward|attach|upload|fill|complete|return|bring|call|log|submit|quote|state|supply)|^(?:and |so |also,? )?(?:which|what|when|where|who|how|is|are|do|did|does|have|has|shall|would|may|was|were)\b[^.!]{3,200}\?\s*$|(?:I|we)(?:['’]ll| will| would| do)?(?: only| just| still| also)? need (?:your|the|a|one|from you|you to)|send (?:me|us) (?:the|a|your|photos?|one)|(?:if|once|when) you (?:send|tell|let|give|confirm|reply|reach|ring|call|write)/i

export interface Doing {
  span: Span
  deed: Deed
}

/** The news that what was meant for somebody has reached them: "she has read your card". */
const reached =
  /\b(?:he|she|they|everybody|the \p{Ll}+|\p{Lu}\p{Ll}+) (?:has|have|had) (?:already |just |now |both |all )?(?:read|heard|seen|got|received) (?:your|it|them|every)\b/u

/** What we did that went wrong, told by the one who did it; not what puts it right. */
const account =
  /\b(?:I|we|our \w+|my \w+)(?: (?:only|even|also|simply|first|then|had|just))? (?:put|took|gave|sent|left|made|charged|wrote|read|set|forgot|told|kept|held|missed|sold|promised|lost|broke|started|entered|cancelled|closed|let|brought|came|drove|went|said|typed|mixed|booked|scanned|signed|used|let|had|delivered|opened|turned|packed|loaded|cut|measured|painted|poured|filled|dropped|parked|burnt|washed|wired|swapped|switched|printed|labelled|counted|weighed|ran out|hung|stuck|folded|assumed|thought|trusted|skipped|relied|copied|chose|rushed|hurried|looked at|overslept|misheard|stopped reading)\b/i
const mends =
  /\b(?:refund\w*|credit\w*|replac\w*|repair\w*|new one|back (?:on|to|in)|today|this morning|just now|right now|tomorrow|have (?:now |already |just )?(?:sent|put|paid|booked|made|set)|I(?:['’]ve| have)|we(?:['’]ve| have)|will|['’]ll|already|for you|free|your (?:new|fresh))\b/i

/** Reads what each sentence does: a concrete act, a vague one, guidance, a question to them, plain facts, a stock phrase. */
export function deedsOf(body: readonly Span[], promises: readonly FoundPromise[], ours = false): Doing[] {
  return body.map((span) => ({ span, deed: deedOf(span, promises, ours) }))
}

/** "Your husband's arm in plaster until August": their day, and nothing that anybody does. */
const picture = (quote: string): boolean =>
  /^(?:your|his|her|their)\b/i.test(quote) &&
  !/\b(?:\w{3,}s|is|are|will|shall|be|can|has|have|gets?)\b|['’]ll\b/i.test(quote)

function deedOf(span: Span, promises: readonly FoundPromise[], fault: boolean): Deed {
  const deed = (fault ? deedIfOurs : deedIfNot)(span.text)
  const promised = promises.some(
    (one) =>
      !one.hold &&
      one.start < span.end &&
      one.end > span.start &&
      !picture(one.quote) &&
      (one.due !== null || !vague.test(one.quote)),
  )
  return promised &&
    deed !== 'account' &&
    !wishes.test(span.text) &&
    !goodWishes.test(span.text) &&
    !idle.test(span.text)
    ? 'act'
    : deed
}

const withoutVague = (text: string): string =>
  text
    .split(/(?<=[,;:]|\.(?!\d))|(?=\band (?:I|we|the|your|our|it|a|an)\b)/)
    .filter((part) => !vague.test(part))
    .join('')

const deedIfOurs = remember((text) => readDeed(text, true))
const deedIfNot = remember((text) => readDeed(text, false))

function readDeed(text: string, fault: boolean): Deed {
  const isVague = vague.test(text)
  // What else the sentence says beside the vague clause still counts.
  const rest = (isVague ? withoutVague(text) : text).replace(refusing, ' ')
  if (idle.test(text) || goodWishes.test(text)) return 'nothing'
  if (fault && account.test(text) && !mends.test(text)) return 'account'
  if (done.test(text)) return 'act'
  // "Please ring the practice": told to them, done by nobody of ours.
  const isTold = /^(?:and |so |then |but )?(?:please|kindly)\b/i.test(rest)
  if (
    ours.test(rest) ||
    offers.test(rest) ||
    (!isTold && outcome.test(rest)) ||
    yours.test(rest) ||
    reached.test(rest)
  )
    return wishes.test(rest) ? 'nothing' : 'act'
  // "I have noted it, and the pension starts on 1 December": a fact with its day beside the vague clause is told.
  if (isVague) return rest.trim().split(/\s+/).length > 4 && saysWhen(rest) ? 'tell' : 'vague'
  if (opener.test(text)) return 'stock'
  if (asking.test(text) || (/\?\s*$/.test(text) && /\b(?:could|can|would|will) you\b/i.test(text)))
    return saysStock(text) ? 'stock' : 'ask'
  if (saysStock(text) && cannedScore(text) > 0.5) return 'stock'
  if (isImperative(text) || guide.test(text)) return wishes.test(text) ? 'nothing' : 'guide'
  return /\p{L}/u.test(text) ? 'tell' : 'nothing'
}

/** "Let us know if you have any questions" asks for nothing and guides nobody. */
const opener =
  /^(?:(?:and |so |but )?(?:please )?(?:just )?(?:let (?:me|us) know|(?:contact|ask|write to|call|reach) (?:me|us)|get in touch))(?: again)?(?:,? (?:if|should|with|for|when(?:ever)?)\b[^.!?]{0,12}\b(?:any|other|further|more|questions?|help|anything|something)\b.{0,60})?[.!]?$/i

const wishes =
  /^(?:enjoy|good luck|take care|have an? |i hope|we hope|hope|i wish|we wish|wishing|thank|thanks|see you|congrat|my thoughts|safe |all the best|welcome|(?:and )?(?:thank you|thanks) for|(?:i|we) (?:would|['’]d) (?:be|have been)|(?:i|we)(?:['’]m| am| are|['’]re| was| were) (?:so |very |really |glad|happy|pleased|delighted|sorry))/i

/** Asks for a favour to us, sends greetings, or admires. */
const idle =
  /\b(?:(?:our|the) (?:records|systems?|logs?) (?:clearly )?(?:shows?|indicates?)|(?:I|anyone|everybody)(?:['’]d| would) (?:\w+ )?(?:ask|want|think|feel|say) (?:the same|so|it too|that too)\b|(?:is|are|was|were) (?:truly|really|simply|absolutely|quite|nothing short of) (?:\w+ful|heroic|admirable|inspiring|remarkable|amazing|incredible|impressive|brave)(?=\W*$)|(?:google |online |trustpilot )?reviews?\b[^.!]{0,40}\?|leav\w+ (?:us )?a review|survey|rate (?:us|your)|please (?:also )?(?:tell|give|wish|greet|hug|thank|pat|kiss) (?:him|her|them|your|\p{Lu}\p{Ll}+)\b)/iu

const goodWishes =
  /^(?:enjoy|good luck|take care|(?:i|we)(?: am| are|['’]re|['’]m) (?:all )?(?:with you|here for you|thinking)\b|i hope|we hope|i wish|we wish|wishing|thank you|thanks|see you|congrat\w*|my thoughts|safe |all the best|with (?:the |my |our )?(?:warm|best|kind)\w*|look(?:ing)? forward|(?:i|we) look forward|i am curious|until )\b/i

export const isVague = (text: string): boolean => vague.test(text)
