import type { Clue, Signal } from './signal.ts'

const count = '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d+|half|most|some)'
const source =
  '(?:site|website|page|app|mail|e-?mail|letter|sign|label|menu|catalogue|advert|listing|tracking|confirmation|ticket|booking|contract|brochure|box|packet|leaflet|calendar|you|they|hotline|reception|driver|agent|shop)'
const softly =
  '(?:now |still |already |completely |totally |quite |rather |a bit |a little |half |always |so |again |just )*'

/**
 * What people tell without a loud word, by the shape of the telling: asked for one thing and got another, told one thing and
 * saw another, somebody else's name, a thing in a state it should not be in.
 */
export const frames: Record<Signal, readonly Clue[]> = {
  failure: [
    [
      [
        // Asked for one thing, got another.
        /\b(?:ordered|booked|paid for|asked for|chose|reserved|requested|was promised|were promised)\b[^.!?]{2,60}?(?:,| and| but|:|;| -| —| –)\s*(?:(?:and|but|we|i|it|they|only|instead|then|what|this)\s+){0,3}(?:got|received|slept|sat|spoke|there (?:was|is|were)|(?:came|arrived|found|was|were|is|are) (?!(?:\w+ )?(?:lovely|great|perfect|wonderful|good|fine|excellent|delicious|beautiful|amazing|very|really|so|happy|told|asked)\b))/gi,
        /[,;–—] ?(?:and |but |though )?(?:i|we) had (?:booked|ordered|paid for|asked for|reserved|requested|chosen)\b/gi,
        // Told one thing, saw another.
        new RegExp(
          `\\b(?:although|though|while|whereas|but|when) (?:the |your |my |our )?(?:\\w+ )?${source} (?:clearly |still |had )?(?:said|says|states?|stated|promised|promises|shows?|showed|claims?|claimed|told (?:me|us)|assured|advertised)\\b`,
          'gi',
        ),
        new RegExp(
          `\\b${source} (?:clearly |still |had )?(?:said|says|states?|stated|promised|shows?|showed|claims?|claimed|told (?:me|us)|assured (?:me|us)|advertised)\\b[^.!?]{2,60}(?:,| and| but| yet|;) ?(?:but|yet|there (?:is|was)|nobody|nothing|no one|the door|it (?:is|was)(?:n['’]t| not)|in fact|instead|now it)`,
          'gi',
        ),
        /\b(?:debited|charged|billed|invoiced|deducted|withdrew|took)\b[^.!?]{0,30}\d[^.!?]{0,60}\b(?:but|although|instead|while|not|yet)\b[^.!?]{0,40}\d/gi,
      ],
      0.6,
    ],
    [
      [
        new RegExp(`\\bonly ${count} of (?:the|my|our|them|those|these)\\b`, 'gi'),
        /\bin (?:half|most|all|some|several) of them\b|\bnot (?:a|one) single\b|\bn['’]t (?:\w+ )?a single\b/gi,
        // Somebody else's.
        /\b(?:somebody|someone) else['’]?s\b|\ba stranger['’]s\b|\b(?:shows?|got|have|received|in(?:side)?) (?:my|our|the) neighbou?r['’]s\b|\b(?:addressed|made out|issued|registered) to (?:an? |my (?:ex|late|old)|somebody|someone|the (?:previous|former))|\bnot (?:my|our) (?:name|address|size|parcel|order|meter|account|number)\b/gi,
        // A thing in a state it should not be in.
        new RegExp(
          `\\b(?:the|my|our|its|his|her|one|both|it|they|your|which) (?:[\\w-]+ ){0,4}?(?:is|are|was|were|came|arrived|looks?|feels?|seems?|got|turns?|turned|went|goes) ${softly}(?:flat|dead|stuck|jammed|blocked|clogged|loose|warped|damp|soaked|rusty|sour|burnt|sticky|blank|filthy|dirty|smashed|squashed|melted|ruined|useless|unreadable|blurred|blurry|crushed|shrunk|faded|infested|undercooked|lumpy|crumbling|refused|rejected|declined|denied)\\b`,
          'gi',
        ),
        {
          head: /\b(?:lift|elevator|escalator|toilet|shower|dishwasher|pump|router|server|card machine|till|printer|gate|barrier|bell|intercom|hotline|cooker|stove|radiators?|dryer|washer|washing machine|bath|pool)(?: is| are| was| has been| stays| stayed) /gi,
          tail: /(?:now |still |already |again |completely |stone |ice )*(?:out|down|off|cold|closed|dark|empty)\b/iy,
        },
        /\b(?:does|do|did|would|will)(?:n['’]?t| not) (?:let|allow|accept|recogni[sz]e|turn|switch|move|stop|hold|stick|dry|cool|seal|shut|answer|reply|react|respond|appear|play|scan|save|sync|pair)\b(?! (?:me know|smoking))/gi,
        /\b(?:leads?|goes|takes (?:me|us)) (?:to )?(?:nothing|nowhere|an error|a (?:blank|dead|404))|\b(?:shows?|displays?) (?:nothing|zero|a blank|only a|the wrong|somebody|someone|another)\b/gi,
        /\b(?:trips?|tripped|blows?|blew) the (?:fuse|breaker|circuit|rcd)\b/gi,
        /\b(?:left|leaves|leaving) (?:\w+ )?(?:mud|an? (?:scratch|mess|stain|hole|puddle|dent)|scratches|stains|marks|rubbish|footprints)\b/gi,
      ],
      0.6,
    ],
    [
      [
        /\b(?:on hold|in (?:the|your|a) (?:queue|loop|line))\b[^.!?]{0,40}\b(?:for|since)\b/gi,
        /\bha(?:ve|s|d) to [\w-]+ (?:[\w-]+ ){0,3}(?:every|each) (?:\w+ )?(?:time|minutes?|hours?|day|morning|night)\b/gi,
        /\b(?:longer|shorter|bigger|smaller|wider|narrower|lighter|darker|thinner|thicker|later|slower|louder|older) than (?:the (?:other|right|left|first|picture|photo)|ordered|described|agreed|promised|stated|it should|what)\b/gi,
        /\bturned out (?:to (?:be|belong)|not)\b(?! (?:an? |so |very |really )?(?:lovely|great|perfect|wonderful|good|fine|beautiful|delicious|amazing|exactly|just))/gi,
        /\b(?:the|a|another|again the) wrong (?!with|side of|foot)\w+/gi,
        /\bin front of (?:an? |the |your )?(?:closed|locked|shut|dark|empty)\b/gi,
        /\bslept (?:above|next to|beside|on|in) (?:a|the) (?:disco|bar|lift|kitchen|street|floor|building site|car|bath)\b/gi,
        /\b(?:it|they|which|box|parcel|bag|set|half of them|room|flat|one of them) (?:we )?(?:has|have|had|came with) no (?!problem|question|idea|hurry)\w+/gi,
        /\bstill (?:have|has|had|got) no\b|\b(?:whistl|rattl|squeak|buzz|hiss|flicker|drip|leak|smok|stick|jam)(?:es|s|ing|ed)? (?:again|since|like|when(?:ever)?|all (?:day|night)|day and night|now)\b/gi,
        /\byou (?:still )?(?:charge|bill|debit|invoice) (?:me|us) for\b/gi,
      ],
      0.55,
    ],
  ],
  repeat: [
    [
      [
        /\bevery single (?:day|week|month|year|time|morning|night|winter|summer)\b|\bwe go through this (?:each|every)\b|\banother (?:day|week|month|year), another\b/gi,
        /\btold this (?:story )?to (?:two|three|four|five|six|several|\d+)\b|\bthis (?:month|week|year|time) (?:too|as well)\b|\basking since\b/gi,
        /\bexplained (?:it|this|that|everything|myself) to [^.!?]{2,80}\b(?:and now|now|then) [^.!?]{0,30}\bto you\b/gi,
        /\b(?:was|were|came) (?:with|to|at) (?:you|your \w+) (?:on|last|in) (?:\w+day|week|month|the \d+\w*|\w+) (?:about|for|because of|with) (?:it|this|that|the same)\b/gi,
        /\b(?:second|third|fourth|fifth|sixth|2nd|3rd|4th) (?:plumber|technician|engineer|colleague|person|parcel|box|pair|one|repair|call[- ]?out)\b/gi,
      ],
      0.65,
    ],
  ],
  urgent: [
    [
      [
        /\b(?:we|i|he|she|they|my \w+) (?:fly|flies|leave|leaves|travel|travels|move|moves|sail|sails|marry|marries|depart|departs) (?:out |off |home )?(?:on \w+day|tomorrow|tonight|today|at \d|in (?:two|three|\d+) (?:days|hours))\b/gi,
        /\b(?:closes|shuts|leaves|departs|starts|begins|ends|expires) (?:already )?(?:today|tonight|tomorrow|at \w+)\b[^.!?]{0,60}\b(?:please|before|need|cannot|can['’]t|not|still|no)\b/gi,
        /\b(?:enough|milk|food|tablets|pills|insulin|drops)\b[^.!?]{0,12}\b(?:for|until|till) (?:tonight|today|tomorrow|one (?:day|night)|two days)\b|\b(?:down to|on) (?:my|her|his|our|the) last (?:\w+ )?(?:tablets?|pills?|dose|bottle|inhaler|drops|nappy|nappies|ampoule)\b/gi,
        /\b(?:today|tomorrow|tonight|by \w+|before \w+|this week)\b[^.!?]{0,60}\b(?:or|otherwise|or else)\b[^.!?]{0,60}\b(?:lose|cannot|can['’]t|miss|fined?|penalty|evict\w*|cut off|fail|closed?|refuse\w*)\b/gi,
        /\b(?:court|hearing(?! aid)|exam|wedding|funeral|interview|operation|visa appointment)(?: \w+){0,2} (?:is )?on the \d+\w*\b[^.!?]{0,60}\b(?:still|no|not|without|missing)\b/gi,
        /\b(?:in|only) (?:\w+|\d+) (?:minutes|hours)\b[^.!?]{0,60}\b(?:not|no|ended|closed|expired|gone|cannot|can['’]t|wrong)\b|\b(?:one|two|\d|a few) (?:days?|hours?|minutes?) left (?:to|for|until|before)\b|\b(?:i|we) board (?:at|in)\b|\bcomes? (?:at \w+ )?(?:tomorrow|tonight|today)(?: \w+){0,2},? (?:but|and|where|please)\b|\bon oxygen\b|\balready in the (?:car|church|taxi|waiting room|air)\b|\b(?:we['’]re|we are|i['’]m|i am) (?:outside|at the (?:door|gate|counter|airport|station|border|desk))\b/gi,
        /\b(?:i am|i['’]m|im|we are|we['’]re|my \w+ is) (?:now |still )?(?:standing|stuck|waiting|sitting|stranded) (?:at|in front of|outside|by|on) (?:the|a|your|my) \w+/gi,
      ],
      0.6,
    ],
  ],
  leaving: [
    [
      /\b(?:take (?:me|us) off (?:your|the) (?:books|list|register|records)|part (?:ways|company)|(?:mov(?:e|ing)|transferr?(?:ing)?|tak(?:e|ing)) (?:my|our) (?:account|money|business|contract|policy|savings|custom|phone|number|prescriptions?)s? (?:to|over|elsewhere|away)|decided not to (?:renew|extend|continue|come back|stay|carry on)|(?:found|have) (?:an?|another) (?:\w+ )?(?:dentist|doctor|bank|gym|provider|shop|supplier|garage|school|plumber) (?:closer|cheaper|nearer|that|who|instead)|(?:will|shall|going to) not be (?:renewing|returning)|hand(?:ing)? (?:back|in) (?:my|our|the) (?:keys?|card|membership)|(?:for|about) ending (?:the|my|our)|stop my (?:card|membership|plan|abo|order)|(?:won['’]t|will not|never) see (?:me|us) again|cancell?ing (?:the|my|our) (?:news)?(?:paper|magazine|box|card|plan|policy|abo\w*|subscription|membership|insurance|lessons|contract)|chang(?:e|ing) (?:practice|practices|doctors?|banks?|schools?|providers?|insurers?)|delete my (?:profile|account|data)|another (?:caterer|bakery|insurer|agency|agent) next|take my (?:prescriptions?|car|dog|laundry|business|custom) to)\b/gi,
      0.65,
    ],
  ],
  thanks: [
    [
      /\b(?:much obliged|bless you for|can['’]?t thank you enough|a thousand thanks|thanks? (?:a million|ever so)|(?:i|we) owe you|(?:really |truly |much )?appreciated? (?:the|that|it|this|your|all)|ta for|grateful greetings)\b/gi,
      0.8,
    ],
  ],
  praise: [
    [
      [
        /\b(?:nicest|kindest|friendliest|finest|loveliest|tastiest|warmest|cleanest) \w+|\bbest (?!regards|wishes|way|time|option|price|before|for|to|if|day|size|one|of luck|possible|suited|solution|thing|and)\p{L}+ (?:north|south|in|of|i|we|for miles|anywhere|around)\b/giu,
        /\bsuch (?:people|staff|service|kindness) (?:are|is) rare\b|\b(?:speak|talk) (?:too )?highly\b|\blike clockwork\b|\bcompliments? to\b|\bnothing but praise\b/gi,
        /\b(?:explained|showed|told) (?:\w+ ){1,5}so that even (?:i|my)\b|\b(?:was|were|is|are) (?:so |very |really |extremely |incredibly |endlessly )?patient with\b|\b(?:please )?tell (?:his|her|their|your) (?:boss|manager|chef|mother)\b/gi,
        /\b(?:young man|young woman|lady|gentleman|driver|nurse|waiter|waitress|fitter|technician|colleague|porter|conductor|cook|teacher)\b[^.!?]{0,40}\b(?:carried|helped|stayed|waited for|walked|brought|comforted|sang) (?:my|me|us|our|her|him|with|until|after)\b/gi,
        /\byou(?:['’]re| are) (?:an? |such an? |the |all )(?:absolute |real |true |total )?(?:magician|genius|star|angel|angels|hero|heroes|wizard|saint|treasure|gem|lifesaver|legend|best|sweetheart)\b|\b(?:staff|nurses?|drivers?|people|team|guides?) (?:is|are) (?:angels?|gold|wonderful|heroes)\b|\bas kind as\b|\bmade (?:his|her|their|our) (?:day|week|year|christmas|birthday)\b|\bgive (?:him|her|them) (?:my|our) (?:regards|love|thanks)\b|\bso (?:cleanly|carefully|beautifully|gently|quickly|neatly|kindly)\b|\btook the time to\b|\bdoes(?:n['’]t| not) happen in other\b/gi,
        /\bwith (?:such |so much |great )?(?:joy|delight|pleasure|love and care)\b|\b(?:only|still) (?:one|\w+) (?:my|our) \w+ (?:still )?(?:eats|drinks|wears|trusts|loves)\b/gi,
      ],
      0.6,
    ],
  ],
  upset: [
    [
      /\b(?:laughed at|speechless|heart sank|(?:have|had)(?:n['’]t| not) slept|(?:could|can)(?:['’]t|n['’]t|not| not) sleep|(?:really |badly |so |completely |been )let down|trusted you|in tears|shak(?:ing|en) (?:with|by|when|all)|never (?:felt|been) so (?:\w+ )?(?:humiliated|ashamed|angry|small|embarrassed|treated)|how (?:dare|could) you|what it is like to be|treats? (?:an? |its )?(?:\w+ )?customers? like|(?:want|wanted|could) (?:to )?scream|hands are shaking|expected (?:more|better) (?:from|of)|(?:just )?want to forget (?:it|this|that)|made of money|nobody should be)\b/gi,
      0.6,
    ],
  ],
  chase: [
    [
      /\b(?:answer (?:to )?my (?:question|mail|e-?mail|letter|message)s?|where do (?:we|i|things) stand|when (?:may|can|might) (?:i|we) expect (?:the|your|my|an?)\b|you (?:announced|were going to send)|you said (?:mon|tues|wednes|thurs|fri|satur|sun)day|left (?:already|yet)\?|(?:not|n['’]t) (?:heard|had) (?:back|anything|a word)|wonder(?:ing)? (?:if|whether) (?:they|it|you|the \w+) (?:\w+ )?(?:arrived|came|got|received)|it['’]?s me again|how is (?:my|our|the) \w+ (?:getting on|going|coming|doing)|hoped to hear|(?:somebody|anybody|someone|anyone) on it|(?:is )?still open, )\b|\b(?:hello|hi)\? anyone\b|\basking since\b|\balready\?/gi,
      0.55,
    ],
  ],
  vulnerable: [],
}
