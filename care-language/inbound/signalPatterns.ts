import type { Clue, Signal } from './signal.ts'

const not = "(?:n['’]?t|\\s+not|\\s+never|n['’]t ever)"
const time =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|\\d+|couple of|few|over|more than)'

export const signalPatterns: Record<Signal, readonly Clue[]> = {
  failure: [
    [
      {
        head: new RegExp(
          `\\b(?:has|have|had|did|does|do|was|were|is|are|ca|could|wo|will|would|can)${not}\\s+(?:yet |even |ever |really |properly |seem to |longer )?`,
          'gi',
        ),
        tail: /(?:arrived?|come|came|turn(?:ed)? (?:up|on)|work(?:s|ed|ing)?|function\w*|been (?:delivered|fixed|refunded|repaired|paid|sent|processed|credited|collected|picked|shipped|answered|installed|activated|updated|cancelled)|receiv(?:ed?|ing)|deliver(?:ed)?|start(?:s|ed)?|open(?:s|ed)?|load(?:s|ed)?|sent|here|there|show(?:n|ed)? up|reached?|ring|rang|(?<!\bdo(?:es)?(?:n['’]?t| not)\s+(?:really |quite |even )?)get|get(?!\s+(?:it|them|this|that|these|how|why|what|the point)\b)|got|gotten|log|connect\w*|charg\w+|print\w*|heat\w*|close|fit|match|correct|right|the (?:right|one|variety|colou?r|size)|what (?:i|we) (?:ordered|bought|asked|paid)|as (?:described|ordered|agreed|promised|advertised)|reach (?:any|some)\w*)\b/iy,
      },
      0.8,
    ],
    [
      /\b(?:broken|broke(?: down)?|crack(?:ed|s)?|chipped|shattered|leak(?:s|y|ing|ed)?|drip(?:s|ping)|faulty|damaged|defect(?:ive)?|torn|ripped|scratched|bent|stained|mould\w*|mold\w*|rotten|spoiled|expired|stale|stopped (?:working|responding|printing|charging)|stops? working|gave up|died on me|crash(?:es|ed|ing)|freez(?:es|ing)|frozen|went (?:out(?! of (?:his|her|their|your|the|its) way)|dead|cold|dark|down)|gone off by itself|water (?:\w+ ){0,2}(?:coming|dripping|running) (?:through|down|in|from|out)|(?:faint|strange|odd|funny|bad) (?:smell|noise|sound)|(?:ticking|gurgling|knocking|grinding|whistling|humming) (?:sound|noise)|gone (?:dead|cold|dark)|goes (?:off|out|down|dead|dark|cold|blank)|cuts? (?:out|off)|drops? (?:out|the (?:call|connection))|disconnect\w*|does nothing|dead on arrival|malfunction\w*|out of order|not working|doesn['’]?t work|fell (?:off|apart)|came off|blew up|burn(?:t|ed) out|bug|glitch|error(?: \d+)?|crooked|wobbl\w+|peel(?:ed|ing|s))\b/gi,
      0.65,
      true,
    ],
    [
      /\b(?:wrong (?:one|ones|item|items|size|colou?r|address|name|day|date|time|cake|order|part|parts|person|amount|price|product|model|variety|place|seat|room|bill|invoice|account|number|house|door|way|thing|ticket|book|letter)|(?:is|are|was|were|had|has|have|one|two|three|parts?|pieces?|still|items?|been) missing|missing (?:from|in|parts?|pieces?|the|a|one|two|my|our)|(?:is|was|are|were|got) lost|lost (?:my|the|our|it)(?! (?:job|mother|father|mum|dad|husband|wife|home|house|son|daughter|partner|baby|way|temper|patience|trust))|too (?:late|small|short|expensive) for what|over ?charg\w+|double[- ]?(?:charged|booked|billed)|(?:charged|billed|paid|debited|took|taken|deducted|withdrawn)(?: \w+){0,6} (?:twice|two times|double|again)|twice from|incorrect(?:ly)?|instead of|mixed up|mix[- ]?up|(?<!my (?:own )?)(?:by mistake|mistake)|in error)\b/gi,
      0.6,
      true,
    ],
    [
      /\b(?:(?:nobody|no ?one|no body|none) (?:came|comes|come|called|calls|showed|turned|answer(?:s|ed)?|replied|responds?|told|knew|knows|helped|was|picked|rang|wrote|has)|never (?:arrived|came|showed|turned up|called|got|received|replied|answered|delivered|reached|happened|worked|again)|no (?:heating|hot water|water|power|signal|internet|connection|picture|sound|dial tone|refund|delivery|show|hotel|staff|access|light)|nothing (?:is here|came|arrived|happens|happened|works|was (?:delivered|there|here))|shows? (?:as )?delivered|(?:marked|listed|shown|registered|recorded) as (?:delivered|collected|signed)|says? (?:it (?:was|is) )?delivered|left (?:outside|in the rain|on the street|us|me)|had to leave|without (?:being|be) seen|did(?:n['’]t| not) (?:get|come|arrive|receive))\b/gi,
      0.75,
    ],
    [
      /\b(?:you (?:have |had |['’]ve )?(?:charged|billed|debited) (?:me|us|my)|(?:scratch|dent|damage|stain|hole) (?:on|was|in|at)|taking (?:the|my|our) money|(?:was|were|got|been|is|are|has|have been) (?:cancell?ed|closed|shut|blocked|locked|rejected|refused|declined|delayed|postponed|late|cold|dirty|empty|open(?:ed)?|wet|double booked|ignored|overcharged|told (?:that |the )?wrong)|cancell?ed (?:without|at the last|on us|my|our)|(?:flight|train|bus|delivery|parcel|appointment|engineer|technician|driver|taxi|order|package|refund|payment)[^.!?]{0,40}(?:late|delayed|cancell?ed|missed|failed|disappear\w*|vanish\w*|stuck|held|bounced)|out since|(?:hours?|days?|weeks?|minutes?) late|locked (?:me )?out|can(?:['’]?t|not) (?:log|sign|get|open|access|use|see|find|pay|download|install|connect|enter|hear|call|send|shower|sleep|print|upload|play|watch|reach))\b/gi,
      0.6,
    ],
    [
      /\b(?:you(?:['’]ve| have)? (?:charged|took|taken|sent|delivered|gave|given|promised|forgot|forgotten|lost|changed|cancelled|blocked|closed|told|billed|booked|broke|damaged|left|ignored|overlooked|debited|deleted)\b[^.!?]{0,60}\b(?:twice|wrong|but|other|another|never|nothing|without|instead|again|already|not)|your (?:driver|courier|technician|engineer|colleague|system|app|website|machine|people|staff|fitter|plumber|waiter|agent|mechanic)\b[^.!?]{0,60}\b(?:left|broke|damaged|lost|forgot|threw|drove|scratched|refused|rude|laughed|smiled|never|not|wrong|shouted|ignored))\b/gi,
      0.6,
    ],
    [
      [
        {
          head: /\b(?:heating|boiler|power|electricity|internet|broadband|wifi|water|lights?|phone|line|tv|signal|alarm|fridge|freezer|oven|app|site|website)(?: is| are| was| has been| has| keeps?)? /gi,
          tail: /(?:off|down|out|dead|gone|slow(?:er)?|unusable)\b/iy,
        },
        {
          head: /\b(?:came|comes|arrived|delivered|turned up) (?:with|without|in) (?:an? |no |the |two |several )?(?:\w+ )??/gi,
          tail: /(?:\w+ )?(?:scratch\w*|dents?|cracks?|holes?|stains?|chips?|marks?|pieces|broken|damaged|missing|wrong|pedals?|screws?|lid|charger|instructions)\b/iy,
        },
        /\bordered [^.!?]{1,40}(?:got|received|was sent|were sent)\b/gi,
        /\b(?:no|without) (?:\w+ ){1,3}(?:in|inside) (?:the|my) (?:box|parcel|package|bag|envelope)\b/gi,
        /\b(?:not one of (?:you|your|the)|says? (?:wrong|invalid|incorrect)|said (?:wrong|invalid|incorrect)|nobody (?:did|has|bothered|turned)|is (?:now )?(?:dripping|leaking|flooded|soaked)|(?:got|was|were|am|is) (?:over)?charged (?:for|twice|again)|(?:it|that|this) (?:wasn['’]?t|was not) (?:me|us|mine))\b/gi,
        /\bkeeps? (?:on )?(?:logging|kicking|crashing|dropping|freezing|failing|cutting|stopping|breaking|losing|disconnecting|charging|rejecting|refusing)\b/gi,
        /\baccount[^.!?]{0,24}(?:suspended|blocked|locked|disabled|deactivated|frozen)\b/gi,
        {
          head: /\b(?:zip|battery|motor|fuse|bulb|screen|handle|button|strap|heel|seam|hinge|spring|pump|hose|belt|cable) (?:has |have )?/gi,
          tail: /(?:went|gone|broke|snapped|failed|died|came off)\b/iy,
        },
        /\b(?:you |was |were )sent (?:me |us )?(?:two|three|double|twice)\b/gi,
        {
          head: /\b(?:bill|invoice|price|amount|total|date|name|address|statement|figure|reading|quote)s? (?:is|was|are|were|looks|seems) (?:all |just |still )?/gi,
          tail: /(?:wrong|incorrect|off|too high)\b/iy,
        },
        {
          head: /\b(?:arrived|came|delivered|turned up|received)(?: \w+){0,2}? /gi,
          tail: /(?:wilted|smashed|dead|damp|mouldy|melted|squashed|crushed|dented|cold|soaked|opened|off)\b/iy,
        },
      ],
      0.65,
    ],
    [
      /\b(?:should (?:have|be|arrive|come)\b[^.!?]{0,50}\bbut|i (?:paid|ordered|booked|asked) (?:for )?[^.!?]{0,60}\b(?:but|and got|and (?:i )?received|got)|(?:had|found|was|were) (?:chicken|meat|nuts|milk|hair|glass|a hair|an insect|mould|mold) (?:in|inside|on)|smell\w* (?:\w+ ){0,3}(?:gas|burn\w*|smoke|bad|mou?ld\w*)|luke ?warm|so low that|too (?:hot|cold|loud|slow|tight|big|small|long|dark|salty|wet|dry|weak)|not (?:hot|warm|the same|what|enough|fair|possible|there|here|as|in the|on the|mine|visible))\b/gi,
      0.45,
    ],
  ],
  repeat: [
    [
      /\b(?:phoned|called|rung|rang|wrote|written|emailed|asked|messaged|told|complained|contacted|reported|chased)(?: \w+){0,3} (?:twice|(?:two|three|four|five|six|several|many|\d+) times)|asked (?:you )?again|(?:asked?|asking|asks) (?:me )?(?:for )?the same|explain(?:ed|ing) (?:it|this|that|myself|everything|the \w+)(?: \w+){0,2} (?:two|three|four|five|several|\d+|again|over)|(?:it['’]?s|this is|that['’]?s|is) (?:the|my|our|now the) (?:second|third|fourth|fifth|2nd|3rd|4th) \w+|not the first time\b/gi,
      0.75,
    ],
    [
      /\b(?:(?:third|second|fourth|fifth|sixth|3rd|2nd|4th|5th|umpteenth|hundredth) (?:time|attempt|letter|mail|email|e-mail|message|call|visit|try|reminder|replacement|week|month|appointment)|(?:three|four|five|six|\d+) times|twice (?:now|already|before|this)|once (?:more|again)|yet again|time and (?:time )?again|over and over|every (?:single )?time|each time|keeps? (?:on )?(?:happening|going|breaking|failing|coming|doing|stopping|leaking|crashing|losing|charging|sending|telling|dropping|showing|asking|ringing)|same (?:problem|thing|fault|error|issue|story|mistake|answer|pump|part))\b/gi,
      0.75,
    ],
    [
      /\b(?:(?:broke\w*|leak\w*|fail\w*|crash\w*|wrong|late|missing|dead|dark|down|charged|cancell?ed|happen\w*|stopped|work\w*|out|gone|came|come|same|problem|empty|cold|wet|nothing|nobody|once|closed|blocked) again|again (?:no|not|nothing|nobody|the|a|an|late|wrong|i|we|he|she|it|you|your|today|this(?! (?:year|season|summer|winter|spring|autumn))|and)|^again|still (?:not|no|nothing|the same|waiting|broken|does|doesn|don|isn|hasn|haven|cannot|can['’]?t|without|leak\w*|hurts?|drip\w*|have(?:n| not| no|['’]))|as (?:i|we) (?:already )?(?:said|wrote|told|explained|mentioned)|already (?:told|wrote|written|called|said|asked|reported|sent|explained|complained|rang|phoned|contacted)|(?:told|asked|called|wrote|written|emailed|rang|complained|contacted)(?: to)?(?: you| them| your \w+)? (?:twice|three times|many times|several times|before|already|again|\d+ times)|(?:i|we) (?:wrote|called|rang|asked|emailed|phoned) on \w+day, (?:on )?\w+day|is back|came back|back again|happened (?:before|again|last)|like last (?:time|year|month|week)|had (?:told|warned|asked|reported)(?: it)? (?:you|to|them|a |your )|days before)\b/gi,
      0.6,
    ],
    [
      /\b(?:again|still|every (?:day|night|week|month|morning|evening))\b(?! (?:like|love|enjoy|happy|open|available|possible|want|interested|hope|think|have (?:a |one |the )?(?:question|time)| (?:thank|thanks|please)))/gi,
      0.3,
    ],
  ],
  urgent: [
    [
      /\b(?:send|come|call|ring|fix|help|somebody|someone|answer|reply)\b[^.!?]{0,30}\b(?:today|tonight|now|this (?:morning|afternoon|evening))(?=[.!?]|$)|(?:rent|mortgage|bills?|wages|payroll|fee)(?: is| are)? due (?:on|by|today|tomorrow|this|next)|ceiling (?:is |has )?(?:now )?(?:dripping|leaking|bulging|coming|started|sagging)|dripping (?:through|from|onto)\b/gi,
      0.6,
    ],
    [
      /\b(?:urgent(?:ly)?|asap|a\.s\.a\.p|as soon as (?:possible|you can)|emergency|right away|immediately|at once|straight ?away|today please|please today|can['’]?t wait|cannot wait|time is running|running out|quick(?:ly)? please|please (?:be )?quick|hurry|deadline|last (?:chance|minute)|within the hour|right now|help[!]+)\b/gi,
      0.7,
      true,
    ],
    [
      /\b(?<!\b(?:promised|said|supposed|meant|told|isn['’]t|is not)\b[^.!?]{0,30})(?:by|before|until|till|due|for) (?:tonight|tomorrow|today|noon|this (?:evening|afternoon|morning|weekend)|the (?:wedding|party|funeral|flight|holiday|exam|weekend|trip|service|operation|interview|deadline)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?! (?:is fine|would be))|\d{1,2} ?(?:am|pm|h|o['’]?clock))\b/gi,
      0.5,
    ],
    [
      /\b(?:wedding|funeral|flight|plane|train|ferry|bus|exam|interview|birthday|party|guests|baby|newborn|operation|surgery|demo|presentation|launch|court|hearing|trip|holiday|vacation|visa|deadline|printer|moving (?:house|out|in|flat)|concert|match|show|christening|graduation|school starts?|college closes|admission)\b(?! aids?\b)[^.!?\n]{0,60}\b(?:today|tonight|tomorrow|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:weekend|week|afternoon|evening|morning)|in (?:an?|half an|one|two|three|four|five|ten|fifteen|twenty|thirty|\d+) (?:minutes?|hours?|days?)|at \d|goes \d|\d{1,2}[.:]\d\d|\d ?(?:am|pm))/gi,
      0.75,
    ],
    [
      /\b(?:today|tonight|tomorrow|in (?:an?|one|two|three|\d+) (?:minutes?|hours?|days?)|(?:on |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.!?\n]{0,50}\b(?:wedding|funeral|flight|exam|interview|birthday|party|guests|operation|surgery|deadline|demo|presentation|court|fly|flying|leave|leaving|travel\w*|move|married|train goes|close[sd]?|expires?|starts?)\b/gi,
      0.6,
    ],
    [
      /\b(?:gas smell|smell\w* (?:\w+ ){0,4}gas|flood(?:ing|ed)?|water (?:is )?(?:coming|pouring|running|everywhere)|sparks?|smoke|burning smell|on fire|carbon monoxide|locked (?:me |us |myself )?(?:out|in)|bleeding|no heating[^.!?]{0,60}(?:baby|child|old|elderly|\d\d)|(?:needs?|need) (?:it|them|this|her|his|the \w+) (?:by|until|before|today|tonight|tomorrow|for (?:today|tonight|tomorrow|mon|tue|wed|thu|fri|sat|sun))|needs? (?:her|his|my|the) (?:medic\w+|insulin|tablets|drops)|only (?:until|till)|(?:runs?|ran) out (?:of|today|tomorrow|on))\b/gi,
      0.75,
    ],
  ],
  leaving: [
    [
      /\b(?:(?:cancel|end|terminate|close|stop|delete) (?:my|our|the|this|everything|all)(?: \w+){0,2} ?(?:account|contract|subscription|membership|plan|policy|service|everything)|close (?:my|our) account|cancel (?:my|our) (?:account|contract|subscription|membership|plan|policy)|(?:never|not) (?:again )?(?:ever )?(?:order|use|come back|buy|shop|book|fly|eat|stay|return|set foot|recommend|be back|going to (?:order|buy|use))[^.!?]{0,30}\b(?:again|anymore|any more|from you|with you|here|back)|never again(?! happen)|last (?:time|order) (?:i|we) (?:will |shall |ever )?(?:order|buy|book|use|come|shop|fly|stay|eat|deal|trust)\w*|(?:this|it|that) (?:was|is|will be) (?:the|my|our) (?:very )?last(?: time| order| visit)?|lost (?:a|me as a|another|us as) customer|you (?:have |just |['’]ve )?lost (?:me|us|a customer)|(?:good)?bye forever)\b/gi,
      0.75,
    ],
    [
      /\b(?:(?:go|going|went|gone|look|looking|take (?:my|our) (?:business|custom|money)|move|moving|switch|switching|change|changing|transfer|transferring|buy|order|shop|find) (?:to |for |over to |with |at |from )?(?:a |an |some |the |your )?(?:else ?where|somewhere else|someone else|somebody else|another (?:company|firm|plumber|bakery|supplier|provider|shop|bank|insurer|dentist|doctor|garage|hotel|airline|operator|one|place|gym|school)|different (?:company|firm|supplier|provider|shop|bank|garage|place)|competitors?|competition)|your competitors?|(?:find|found) (?:someone|somebody) else|(?:had|have had) enough(?: of (?:you|this|it))?|(?:i|we)(?:['’]m| am|['’]re| are) done(?: with (?:you|this))?|done with (?:you|this company)|im done(?=[.!,]|$)|tak(?:e|ing) (?:my|our) (?:business|custom|money) (?:elsewhere|away|to)|(?:won['’]?t|will not|shan['’]?t) be (?:back|returning|coming back|ordering|using)|leav(?:e|ing) (?:you|for|your)|thinking (?:of|about) (?:leaving|cancell?ing|switching|changing)|considering (?:leaving|cancell?ing|switching|another|other)|we part (?:ways|company)|no longer (?:want|wish|need|be) (?:to be )?(?:a |your )?(?:customer|member|client|service|subscri\w+)|switch(?:ing)? to|cheaper (?:at|with|elsewhere))\b/gi,
      0.7,
    ],
  ],
  thanks: [
    [
      /\b(?:many thanks|thanks? (?:you )?(?:so much|very much|a lot|again|a million|a bunch|ever so)|(?:a |one )?(?:big|huge|heartfelt|thousand|warm) thank(?:s| you)|thank(?:s| you) (?:all |both |everyone |[A-Z]\w+ )?for|(?:i|we)(?: just)? (?:want(?:ed)?|would like|['’]d like|have) to (?:say )?thank|(?:i|we)(?: really| truly| so much| very much)? appreciate[sd]?|(?:so |very |really |truly |deeply |most )?grateful(?! (?:if|for (?:a|an|any|your help|help)\b))|gratitude|much appreciated|thank(?:s| you) for (?:sticking|calling|sending|fixing|the quick|your quick|coming|helping|everything))\b/gi,
      0.85,
    ],
    [
      /\b(?:thanks?|thank you|thankyou|thx|tnx|ty|cheers|obrigad[oa]|merci|danke|gracias|grazie|dziękuję|tack|tak|kiitos|bedankt)\b/gi,
      0.5,
    ],
  ],
  praise: [
    [
      /\b(?:how (?:very )?(?:kind|lovely|thoughtful|nice|sweet|generous)|what an? (?:lovely|wonderful|nice|kind|great|beautiful|pleasant|brilliant|fantastic) \w+|(?:hasn['’]?t|haven['’]?t|can['’]?t|couldn['’]?t) stop(?:ped)? (?:smiling|talking about|raving)|(?:very|so|really|absolutely|over the moon) (?:happy|pleased|delighted|chuffed|thrilled) with|please pass (?:that|this|it|my thanks|our thanks) on to|pass (?:on )?(?:my|our) (?:thanks|compliments|regards) (?:on )?to|can['’]?t (?:recommend|thank|fault) (?:you|him|her|them|it)|worth every penny|(?:helped|treated|explained|looked after|cared for|dealt with)[^.!?]{0,20} (?:so|very) (?:kindly|well|patiently|gently|nicely|beautifully)|thank whoever|deserves? (?:a|an|the|every|all|our|my) \w+|not (?:a|one|a single) (?:chip|scratch|mark|fault|crack|complaint)|exceeded|better than (?:i|we) (?:expected|hoped|imagined))\b/gi,
      0.7,
    ],
    [
      /\b(?:wonderful(?:ly)?|fantastic|amazing(?:ly)?|brilliant(?:ly)?|excellent(?:ly)?|superb|outstanding|exceptional|delightful|magnificent|marvell?ous|terrific|perfect(?:ly)?|fabulous|awesome|first[- ]class|top[- ]notch|impeccable|spotless|delicious|beautiful(?:ly)?|gorgeous|spectacular|heavenly|the best|best (?:\w+ ){0,2}(?:i|we)(?:['’]ve| have)? ever|ten out of ten|10\/10|five stars?|5 stars?)\b/gi,
      0.7,
      true,
    ],
    [
      /\b(?:(?:so|very|really|extremely|incredibly|more than|most|such a|unbelievably|always|truly) (?:kind|helpful|patient|friendly|nice|polite|professional|lovely|sweet|gentle|thoughtful|caring|competent|quick|good|pleasant|understanding|attentive|happy|pleased|satisfied|impressed|well)|(?:kind|helpful|patient|friendly|polite|lovely|nice|thoughtful|calm|gentle|professional) (?:and|man|woman|lady|gentleman|person|team|staff|service|colleague|voice|young|driver)|went (?:out of (?:his|her|their|your) way|the extra mile|above and beyond|beyond)|above and beyond|(?:could not|couldn['’]t) have been (?:kinder|nicer|better|more)|a (?:star|gem|credit|treasure|hero|legend|angel|lifesaver|life saver|saint|real help|joy|pleasure to)|saved (?:me|us|my|our|the day)|impressed|made (?:my|our|his|her) (?:day|week|evening|birthday|wedding)|well done|good (?:job|work)|great (?:job|work|service|team|help|experience|support)|keep (?:it|up)|loved (?:the|it|every|your|them|how)|(?:we|i|guests|everyone|everybody|kids|children|they) (?:all )?(?:loved|enjoyed)|that is rare|works? (?:perfectly|like (?:new|a charm|a dream))|recommend(?:ed)? (?:you|him|her|them|your)|happy with|pleased with|delighted|compliments?|hats? off|nobody (?:ever )?(?:explained|helped|was so)|stayed (?:on the phone|late|with)|never (?:met|had|seen) (?:such|so|anyone|a (?:nicer|better|kinder)))\b/gi,
      0.65,
      true,
    ],
  ],
  upset: [
    [
      /\b(?:angry|anger|furious|fuming|livid|outrag\w+|upset(?:ting)?|disappoint\w*|frustrat\w*|fed up|annoy(?:ed|ing)|irritat\w+|unacceptable|inacceptable|not acceptable|ridiculous|appalling|appalled|disgrac\w+|disgust\w*|terrible|terribly|horrible|awful|dreadful|shocking|shocked|shameful|shame|a joke|useless|rubbish|pathetic|sick (?:and tired )?of|tired of (?:it|this|waiting|your|being|explaining|calling)|let (?:me|us) down|ashamed|embarrass\w*|humiliat\w*|insult\w*|in tears|cried|crying|cry|sobb\w+|not good enough|had enough|what a (?:mess|shame|joke)|how (?:we|i|you|customers|people)(?:['’]re| are|['’]m| am)? (?:being |get )?treat(?:ed)?|worst|scam|fraud|thieves|liars?|lied to|incompeten\w*|nightmare|hell|stress(?:ed|ful)?|worr(?:y|ied|ying)|afraid|scared|frighten\w*|panick?\w*|desperate\w*|heartbroken|devastat\w*|lost (?:trust|faith|confidence)|wtf|damn|bloody|crap|shit|f\*+\w*|fuck\w*|hopeless|sad|hurt|unfair|not fair|complain\w*|trembl(?:ed|ing)|sleepless|ruin\w*|spoil\w*|destroyed)\b/gi,
      0.6,
      true,
    ],
    [
      new RegExp(
        `\\b(?:(?:i|we) (?:took|had to take) (?:a|the|\\w+) ?(?:half )?(?:day|days|morning|afternoon)s? (?:off|of)|half (?:a )?day off|waited (?:all day|in all|the whole|for (?:hours|nothing)|${time} (?:\\w+ )?(?:minutes|hours|days|weeks|months)|until)|waiting (?:since|for ${time}|all)|${time} (?:\\w+ )?(?:days|nights|evenings|weeks|months) (?:without|now|passed)|spent (?:hours|my|the whole|two|three|the (?:day|night|evening))|(?:i|we) lost (?:a|the|my|our|an|one|two|three|\\d)|(?:we|i) (?:slept|stood|sat|walked|waited|was sitting|were sitting) (?:on|in|at|outside|there|an?|for|the|with)|how (?:could|can|dare) (?:you|this|it|that)|nobody (?:cares|listens|helps)|(?:at|for|with) my own (?:cost|expense)|(?:we|i) paid (?:self|ourselves|myself|extra)|for nothing|in the (?:dark|rain|cold)|could not (?:eat|sleep|buy|shower|work|pay)|cannot (?:sleep|shower|work|pay)|(?:will|would) not forget|in my life|never been|i (?:do not|don['’]t) like|nobody should|(?:do not|don['’]t|did not|didn['’]t) dare|without (?:insurance|a job|work|internet|a car|medicine)|between jobs|(?:it is|it['’]s|is) a lot (?:for me|of money)|(?:he|she|they|my \\w+) (?:cried|was crying|is crying|was in tears)|(?:had to|(?:must|have to) (?=give|pay again)) ?(?:give (?:back|them)|pay (?:again|back|extra|for)|cancel|throw|borrow|cook|sleep|walk|carry|explain|stay|refuse)|think (?:i am|i['’]m|that i)|feel stupid|only tired|(?:i|my)[^.!?]{0,40}(?:hurts?|in plaster|in pain))\\b`,
        'gi',
      ),
      0.5,
    ],
    [/!{2,}|\?{2,}|\?!|!\?|\b[A-Z]{4,}(?:\s+[A-Z]{2,}){2,}\b|[😠😡🤬😢😭😤💔]/gu, 0.35],
    [
      /\b(?:please help|help!+|i (?:do not|don['’]t) know what to do|what now|what (?:shall|should|can|must) (?:i|we) do)\b/gi,
      0.35,
    ],
    [
      /\b(?:is (?:it|he|she|that) gone|by accident|needs? (?:it|them|her|his) |medicine for|i deleted|i think i (?:deleted|lost|broke)|my (?:own )?(?:fault|mistake))\b/gi,
      0.35,
    ],
  ],
  chase: [
    [
      /\b(?:any (?:news|update|updates|word|progress|development|feedback|reply|answer)|(?:have(?:n['’]t| not)|did(?:n['’]t| not)|not|never|nothing) (?:yet )?(?:heard?|received?|got(?:ten)?)(?: \w+){0,3} (?:back|anything|from (?:you|anyone|anybody)|any(?:thing)?|an? (?:answer|reply|response)|your (?:answer|reply))|(?:heard|hear) nothing|nobody (?:has )?(?:answered|replied|called (?:me )?back|got back|came back|rang (?:me )?back|responded)|no (?:one|body) (?:has )?(?:answered|replied|called back|got back)|still (?:waiting|no (?:news|reply|answer|word|response))|did you (?:get|receive|see|read) my|following up|follow(?:ing)? up on|just check(?:ing|ed)|checking in|chas(?:e|ing)(?: (?:this|you|up))?|reminder|remind(?:ing)? you|(?:when|how long) (?:will|do|should|must|can|am|are) (?:i|we|someone|somebody)(?: \w+){0,2} (?:hear|wait|expect|get (?:an|a|my))|what(?:['’]s| is| has) (?:happening|happened|the (?:status|state|latest)|going on)(?: (?:with|to|of))?|no (?:reply|answer|response|news|word|sign of)|(?:told|said|promised|quoted)[^.!?]{0,30}(?:days?|weeks?|hours?|months?|tomorrow|\w+day)[.!?,;] (?:that was|it['’]?s (?:now|been)|it has|it is now|and (?:it|that|now|still)|but|now)|(?:went|gone|remains?|are|is|been|still) (?:unanswered|ignored)|still (?:has|have|had|is|are|not|hasn|haven|isn|aren|nothing|nobody)[^.!?]{0,30}(?:come|arrived?|heard|received|here|happened|reply|rung|called|delivered|answered)|(?:no ?one|nobody|not one of \w+ \w+) (?:has |have )?(?:rung|called|replied|answered|come back)[^.!?]{0,12}|without (?:a |an |any )?(?:reply|answer|response)|(?:my|our) (?:last|previous|earlier|first) (?:mail|email|e-mail|message|letter|call|request|enquiry)|status of|where (?:is|are) (?:my|our|the)[^.!?]{0,40}(?:ordered|order|parcel|refund|taxi|delivery|package|money|\?)|you (?:said|promised|told me)[^.!?]{0,60}(?:call|write|be in touch|get back|answer|ring|reply|send|by \w+day|yesterday|last week|today)|promised (?:to|me|a|us)|is (?:anybody|anyone|somebody|someone) (?:there|reading))\b/gi,
      0.7,
    ],
    [
      /\b(?:i|we) (?:(?:have |['’]ve )?(?:already )?)(?:wrote|written|asked|called|rang|rung|emailed|e-mailed|messaged|phoned|contacted|sent)(?: you| this| a \w+| my \w+| to you)? (?:on|last|\w+ (?:days|weeks|hours) ago|twice|already|before|yesterday|again|three|several|many|\d)\b/gi,
      0.65,
    ],
    [
      /\b(?:waiting|waited) (?:for|since) (?:your|an? (?:answer|reply|response|call)|my|the|over|more|\w+ (?:days|weeks|hours))\b/gi,
      0.4,
    ],
  ],
  vulnerable: [
    [
      /\b(?:(?:my|our|his|her) (?:\w+ ){0,2}(?:husband|wife|partner|mother|father|mum|mom|dad|son|daughter|brother|sister|nan|gran|grandmother|grandfather|grandma|grandpa|baby|child|parents?|uncle|aunt|friend|boyfriend|girlfriend)\b[^.!?]{0,50}\b(?:died|passed away|is dying|has died|death|funeral|is dead|was buried|burial|grave|dementia|cancer|alzheimer\w*|stroke|coma|terminal\w*)|passed away|funeral|bereave\w*|widow(?:er|ed)?|(?:late|deceased) (?:husband|wife|mother|father|son|daughter|brother|sister|partner|parents?)|terminal(?:ly)? (?:ill|illness)|hospice|palliative|(?:my|has|have|with|had|got|breast|lung) cancer|tumou?r|chemo\w*|intensive care|dialysis|(?:i am|i['’]m|is|are) (?:seriously |very |badly )?(?:disabled|suicidal|homeless|bedridden|housebound)|lost (?:my|our|his|her) (?:job|home|house|husband|wife|mother|father|mum|dad|baby|son|daughter|brother|sister|child|partner)|(?:can['’]?t|cannot|can not|could not|couldn['’]t) (?:afford|feed|pay (?:the|my|our) (?:rent|bills?))|(?:could not|couldn['’]t|cannot|can['’]t) buy (?:food|medicine)|bankrupt\w*|evict\w*|food bank|domestic (?:violence|abuse)|(?:my|an|his|her) (?:ex|violent)[^.!?]{0,30}(?:hits?|beats?|threat\w+|find)|afraid (?:of (?:my|him|her)|for my (?:life|safety))|suicid\w*|end (?:my|it) (?:life|all)|kill myself|self[- ]harm|miscarr\w*|stillb\w+|dementia|alzheimer\w*|(?:panic|anxiety) attacks?|depress(?:ed|ion)|overdose)\b/gi,
      0.85,
    ],
    [
      /\b(?:in (?:the )?hospital|wheelchair|(?:i am|i['’]m|aged?|she is|he is) (?:7[5-9]|8\d|9\d)\b|(?:7[5-9]|8\d|9\d) years old|pensioner|on (?:benefits|disability)|pregnant|newborn|oxygen|insulin|epilep\w+|heart (?:attack|condition|failure|surgery)|stroke|blind|surgery|operation|refugee|single (?:mother|father|mum|mom|parent)|no (?:money|food)|last (?:money|savings)|our saving|all (?:my|our) savings?|in plaster)\b/gi,
      0.5,
    ],
  ],
}
