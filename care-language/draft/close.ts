import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import { saysStock } from '../words/stock.ts'
import type { Layout } from './layout.ts'

export type CloseKind = 'warm' | 'plain' | 'none'

const warm =
  /\b(?:day (?:or|and) night|(?:extension|ext\.?) \d+|(?:at|on|under) \+?\d[\d ()/-]{6,}\d|break a leg|bon (?:voyage|appétit)|chin up|I (?:stay|stand|wait|sit) (?:in|by|at|with|here|on)|thank(?:s| you)(?: \w+){0,3} for (?!contacting|reaching|choosing|writing(?: in| to us)?(?:[.!,]|$)|your (?:\w+ )?(?:patience|understanding|message|mail|e-?mail|business|inquiry|enquiry|feedback|time|cooperation|custom|interest|call|request|letter))\w+|thanks to (?:you|your)|(?:I|we)(?:['’]m| am|['’]re| are|['’]ll| will)(?: be)? (?:right |always |still )?(?:here|at my desk|in the (?:shop|office)|around|on (?:until|till)|up until|glad|so glad|happy (?:that|for|you)|thinking|keeping my fingers|stay\w*|waiting|saving|with you|rooting)|(?:my|our) (?:own |direct )?(?:line|number|phone|door|mobile|desk)(?: \w+)? (?:is|:)|my (?:own|direct) (?:line|number|mobile)|on (?:my|this) (?:own |direct )?(?:line|number)|(?:I|we) (?:pick up|answer|read) (?:the phone |it |every \w+ )?(?:myself|ourselves|personally|here)|(?:ring|call|phone|text|write(?: to)?|reach|find|ask for|shout|wave|come (?:and|to)|tell|show|send) (?:me|us)\b(?! know)|shout\b|just (?:reply|shout|ring|call|write|answer)|look(?:ing)? forward to (?!hearing from|serving|welcom\w+ you (?:again|back|soon)|your (?:reply|response))|(?:can['’]t|cannot) wait|enjoy\b|(?:I|we) (?:do |really |very much |still )?hope\b(?! this (?:helps|answers|clarifies|information)| to (?:see|welcome|serve|have) you)|hope (?:the|your|she|he|it all|both|you (?:get|have|can|sleep|enjoy|find)|to see (?!you (?:again|soon)[.!]))|fingers crossed|(?:I|we) wish|wish(?:ing)? (?:you|her|him|them|your|your)|with (?:\w+ )?(?:best|warm\w*|all good|every good) wishes for|give (?:my|our|the|him|her|them|\w+ a)|greet\w*|say hello|regards to (?:your|the|him|her)|send (?:it|them|that|any) to me|(?:pat|hug|kiss|stroke|treat|cuddle) |with (?:\w+ )?(?:kind|warm\w*|good|quiet) thoughts|(?:may|shall|can) I (?:send|bring|ring|call|come|drop|put|keep|hold|save|mention|pick you|fetch|reserve)\b|(?:is|are|will be) (?:from|on) (?:me|us)\b|there(?:['’]ll| will) be (?:tea|coffee|cake|a|some|soup|biscuits)\b|how (?:is|are) (?:he|she|they|you|your \w+)(?: \w+)? (?:now|today|doing|feeling|tonight)\b|(?:they|he|she|it) loves? (?:that|it|this)\b|there(?:['’]s| is| are) (?:an? |some |the )?\w+(?: \w+){0,3} for (?:you|him|her|them)\b|all the best (?:for|with|to|on)|(?:good|best of) luck|good (?:journey|road|trip|appetite|first|start|night|sleep|recovery|day at|day with|morning with|reading|riding|cooking|baking|hunting|skiing|sailing|flight|health|wind)|safe (?:travels?|journey|trip|flight|drive|home|ride|landing)|happy (?:birthday|anniversary|\w+ing)|get well|sleep well|rest well|travel well|keep (?:warm|dry|well|safe|it up|\w+ing)|may (?:it|the|your|you|he|she|they)|(?:run|ride|drive|fly|sing|play|dance|swim|eat|read|cook) well|please (?:tell|give|greet|kiss|hug|thank|pat) (?:your|him|her|them|\w+ (?:a|from))|(?:kiss|greet|hug) \w+|(?:stay|be) (?:warm|dry|well|safe)|warmly|warmest|take (?:good )?care(?! of (?:this|the|your|it))|mind (?:the|your|where|how)|see you\b|until (?:then|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|soon)|welcome (?:home|back|to|aboard)|congratulations|well done|(?:my|our) (?:thoughts|heart|love)|(?<!\b(?:do|try|doing|trying) )(?:my|our) best|thinking of|your friend|breathe|cheers to|here['’]s to|to many|(?:name|pick|choose)(?: me)? (?:any|a|an|the|your) (?:\w+ )?(?:evening|day|morning|afternoon|hour|time|date|sunday)|have an? (?:good|great|lovely|nice|wonderful|safe|quiet|calm|peaceful|warm|happy|restful|merry|sweet|better|easy|dry)\b(?! (?:day|one|evening|weekend|week|night)\b[.! ]*$)|(?:it|that|this|you) (?:made|makes|has made) (?:my|our)|(?:was|is) a (?:pleasure|joy)|(?:I|we) owe you|(?:you|he|she|they)(?:['’]ll| will) (?:love|like|laugh|enjoy)|means a lot|bring (?:something|a|your)|drop (?:in|by)|come (?:by|back|in|over|and)|pop in|(?:coffee|tea|cake|chocolate|biscuit|drink)s? (?:is|are|on|for|with|wait)|write (?:to me|again|any)|don['’]t (?:worry|hurry|rush)|no (?:hurry|rush|need to answer)|you need not|whenever you (?:want to|are|pass|come|feel|need)|(?:I|we)(?:['’]m| am|['’]re| are) (?:there|in|at my desk) (?:until|till|from)|(?:should|if) (?:you (?:see|notice|ever|get|feel|want to|like|would|come|find|still)|anything|it (?:does|still|happens|looks|ever)|he|she|they)|gute(?:n|s)? (?:besserung|reise|tag noch|fahrt)|viel (?:spaß|erfolg|glück|freude)|ich (?:freue|hoffe|wünsche|bin)|wir (?:freuen|hoffen|wünschen)|schön(?:es|en|e) )/i
const coldIf =
  /^(?:(?:please )?(?:let (?:me|us) know|do(?:n['’]t| not) hesitate|feel free|contact)|if you have (?:any )?(?:more |further |other )?questions|should you have)\b|\b(?:any (?:further|other|more) (?:questions?|queries|assistance)|do not hesitate|don['’]t hesitate|feel free to contact|please do not reply|review (?:on|us)|google review)\b/i
/** Nobody in particular is wished well by these. */
const coldTurn =
  /\b(?:sorry to see you (?:go|leave)|(?:are|re) (?:always |very )?welcome to (?!call|ring|come|visit|write)\w+|(?:will|['’]ll) (?:come|get) back to you|^enjoy your (?:stay|day|purchase|order|visit)[.!]*$|^thank(?:s| you) for (?:letting (?:us|me) know|flagging|reporting|bringing (?:this|it) to)\b)/i
const formula =
  /\b(?:regards|sincerely|faithfully|yours|best wishes|all the best|cheers|let (?:me|us) know|questions|have an? (?:nice|good|great|lovely) (?:day|one|weekend|evening|week)|enjoy your (?:stay|day|purchase|order|visit)(?=[.!]*$)|thanks|thank you|hesitate|feel free|xoxo|gruß|grüßen?)\b/i

/** The last impression: the last two sentences before the name, and the closing line. */
export function closeOf({ body, signature }: Layout): CloseKind {
  const last = body.slice(-2)
  const lines = signature.filter((span) => span.text.split(/\s+/).length > 2)
  for (const span of [...last, ...lines]) if (isWarm(span, span === body.at(-1))) return 'warm'
  // "Mind where you sit," above the name: a closing line of their own words.
  const line = body.at(-1)
  if (
    signature.length > 0 &&
    line &&
    /,\s*$/.test(line.text) &&
    line.text.split(/\s+/).length >= 2 &&
    !formula.test(line.text.replace(/(?<=\w )yours\b/i, '')) &&
    !saysStock(line.text)
  )
    return 'warm'
  return signature.length > 0 ||
    last.slice(-1).some((span) => formula.test(span.text) || saysStock(span.text))
    ? 'plain'
    : 'none'
}

const soundsWarm = remember((text) => warm.test(text))

function isWarm(span: Span, isLast: boolean): boolean {
  if (coldIf.test(span.text) || coldTurn.test(span.text)) return false
  // "Please send us a photo" is a request, whatever stands behind it.
  if (
    /^(?:and |so |but )?(?:please|kindly) (?:\w+ )?(?:send|provide|give|tell|let|bring|fill|show|forward|upload) (?!him|her|them|your|\p{Lu})/iu.test(
      span.text,
    ) &&
    !/\b(?:how|if|should)\b/i.test(span.text)
  )
    return false
  // "Could you tell us the model?" asks; it does not invite.
  if (/\?\s*$/.test(span.text) && /\b(?:tell|send|show|give) (?:me|us)\b/i.test(span.text)) return false
  if (
    saysStock(span.text) &&
    !/\bfor (?:telling|staying|giving|coming|trying|spotting|sending|letting|sticking|waiting)\b/i.test(
      span.text,
    )
  )
    return false
  return (
    soundsWarm(span.text) &&
    (isLast ||
      !/\b(?:ring|call|send|show|tell) (?:me|us)\b/i.test(span.text) ||
      /\bif|should|whenever\b/i.test(span.text))
  )
}
