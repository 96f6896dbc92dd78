import type { Clue, Signal } from './signal.ts'

/** What went wrong with a thing, told by its verb alone: people say what it did, not that it is faulty. */
const gaveOut =
  "pack(?:ed|s) (?:up|in)|conk(?:ed|s) out|cut out|seiz(?:ed|es) up|play(?:s|ed|ing) up|act(?:s|ed|ing) up|give(?:s|n) up the ghost|gave out|giv(?:en|es) out|blown (?:a |the )?(?:fuse|bulb|up)|burst|bubbl(?:ed|ing)|blister(?:ed|ing)|warp(?:ed|ing)|buckl(?:ed|ing)|shr[au]nk|shrunken|fad(?:ed|ing)|snapped|split (?:open|down|along|at|in)|collapsed|jam(?:s|med)|clogged|block(?:ed|s) up|overflow(?:s|ed|ing)|rust(?:ed|ing|y)|corroded|sagg(?:ed|ing)|sprung|flicker(?:s|ed|ing)|(?:keeps|is|are|always|just) buffering|lagg(?:y|ing)|hang(?:s|ing) on (?:the |a )|tripp?(?:ed|s|ing) (?:the|out)|won['’]?t (?:budge|shut|turn|switch|charge|boot|go (?:on|in|out)|come (?:on|off)|stay|light|move|save|sync|accept|take|let me|hold|stick|drain|flush)|will not (?:budge|shut|turn|switch|charge|boot|go on|come on|stay|light|save|sync|let me)|refus(?:es|ed) to (?:start|open|turn|switch|charge|boot|load|print|connect|go|work|let)|come(?:s|n)? (?:loose|undone|unstuck|away|apart)|came (?:loose|undone|unstuck|away|apart)|gone (?:missing|astray|off|wrong|walkabout|flat|mouldy|black|green|brown|rusty|fuzzy)|went (?:missing|astray|wrong|off|flat|bang|pop)|stop(?:s|ped) (?:halfway|half way|midway|dead|part ?way|mid|in the middle|by itself|suddenly|after (?:a|an|one|two|five|ten|\\d))|stuck (?:at|on|in|half|fast|open|shut|closed)"

const family =
  '(?:me|us|him|her|them|my (?:\\w+ )?(?:son|daughter|wife|husband|mother|mum|mom|father|dad|child|children|kids?|baby|partner|dog|cat|guests?))'

/**
 * The same things said without the loud words: by people who state what happened, who are used to being overlooked, or who
 * have already made up their mind. Every repetition is bounded.
 */
export const quietSigns: Record<Signal, readonly Clue[]> = {
  failure: [
    [
      // What was not done, by whom- or whatever; not what somebody did not know, mind or want.
      /\b(?:it|they|he|she|you|(?:the|your|my|our|this|that|these|those) (?:[\w'’-]+ ){1,3})(?:did|has|have|had|was|were)(?:n['’]?t| not| never) (?:even |yet |ever |actually |once |properly |really )?(?!(?:know|mind|matter|say|tell|explain|state|show|cover|cost|help me|want|need|like|think|realis|realiz|hurt|notice|mention|decid|care|eat|drink|bite|smoke|long|easy|sure|bad|too|so|very|my|your|his|her|the|a|an|able|allowed|happy|keen|ready|expensive|cheap|only|just|in|on|at|that|because|until|yet|seen|been (?:to|before|there|able|here)|have|had|use|used|include|offer|specif|choose|chosen|ask|asked|order|ordered|buy|bought|look|feel|felt|see|born|married|home|great|as|quite|all|available|possible|open|aware|interested|sold|here|there yet)\w*\b)[a-z]{3,}/gi,
      0.5,
    ],
    [
      /\b(?:(?:aircon|air con\w*|fan|pump|boiler|lift|elevator|fridge|freezer|washer|washing machine|machine|clock|heating|motor|printer|alarm|engine|watch|dryer|dishwasher|hoover|radiator|shower|stairlift|radio|speaker|screen|camera|sensor|hob|kettle|toaster|mower|drill|pacemaker|hearing aid)s? (?:has |have |had )?(?:just |now |suddenly |completely )?stopped|(?:stone|ice|freezing) cold|(?:gone|went|drove|driven|walked|sailed) (?:straight |right )?past (?:us|me|the|our|my|without)|you (?:were|are) (?:all )?(?:going|supposed|meant|due) to (?:ring|call|send|come|get|email|write|let|fix|refund|collect|deliver|post|have|do|replace|pick|be)|(?:still|being|been|keep(?:s)?|kept) (?:paying|charging|charged|billing|billed|invoicing|invoiced)(?: me| us)? for|(?:billed|charged|invoiced) (?:me|us) (?:for|£|\$|€|\d)|ended up (?:paying|having|sleeping|walking|buying|spending|missing|waiting|getting|with|in|on|having to)|never (?:even )?heard of (?:us|me|it|him|her|my|our)|(?:a )?different (?:shade|colou?r|size|one|model|style|length|pattern) (?:from|to|than)|(?:printed|sent|listed|posted|entered|booked|delivered|shown|counted|deducted|in there|ordered|appears?) twice|(?:isn|aren|wasn|weren)['’]?t there\b|(?:don['’]?t|do not|didn['’]?t|did not|never) (?:recogni[sz]ed?|authori[sz]ed?|make|made|order(?:ed)?|buy|bought|sign(?:ed)?|ask(?:ed)? for|agree(?:d)? to|book(?:ed)?) (?:this|that|it|these|those|the|any|a|an)\b|i have never (?:been|bought|ordered|signed|had)|(?:have|left) (?:\w+ ){0,2}left (?:a|an|the|some|his|her|their) \w+ (?:in|behind|inside|running|open|on)|addressed to (?:a |an )?(?:mr|mrs|ms|miss|dr|someone|somebody|another|the wrong)|(?:has|have|had|with|shows?|showing|put|got|to|under|using|uses|used|says)(?: got)? (?:the |my |our |an? )?(?:old|previous|former|maiden|ex[- ]?(?:husband|wife|partner)['’]s|late \w+['’]s) (?:address|name|number|surname|card|details|price|account|phone|email)|calm down|wrong again|left off (?:the|our|my)|in pieces|in one piece|half[- ](?:empty|raw|frozen|finished|done)|promised (?:\w+ ){1,5}(?:and|but) (?:we |i )?(?:got|were given|received|had)|paid for \w+[.,;]? (?:but )?(?:it|and|they|you) (?:came|arrived|got|sent|was|were)|(?:someone|somebody|they|hackers?|strangers?|thieves)(?: has| have| had|['’]ve)? (?:been )?(?:used|using|logged into|got into|broken into|accessed|signed into) my \w+|(?:smells?|tastes?|looks?|sounds?) (?:\w+ )?(?:sour|rancid|burnt|off|rotten|awful|wrong|horrid|dreadful|mouldy|fishy|metallic)|(?:not|un)able to (?:open|read|play|see|access|download|print|view|use|hear|find)|round in circles|(?:has|have|had)n['’]?t (?:said|changed|improved|helped)|(?:nothing|little) has (?:changed|happened|improved|been done)|(?:calls?|called|addresse[sd]|writes?|wrote to) me (?:mr|mrs|ms|miss|sir|madam))\b/gi,
      0.55,
    ],
    [
      /\b(?:your|the|that) (?:surveyor|waiter|waitress|cashier|operator|receptionist|conductor|guard|nurse|manager|man|woman|lady|guy|chap|lad|girl|person|assistant|rep|clerk|driver|fitter|plumber|electrician|engineer|doctor|dentist|teacher|agent|builder|decorator|cleaner|host|bouncer|steward|technician)s?\b[^.!?\n]{0,60}\b(?:shrugged|muddy|walked (?:off|out|away)|left (?:after|early|without|me|us|a mess)|hung up|rolled (?:his|her|their)|swore|sneered|talked over|raised (?:his|her|their)|rude|abrupt|dismissive|short with|didn['’]?t (?:know|care|listen|even|bother)|would(?:n['’]?t| not)|laughed at|told me off|in front of everyone|damaged|knocked)\b/gi,
      0.6,
    ],
    [
      // "Ordered 3 November. No sofa. No email."
      /(?:^|[.!?,]\s*)no (?:\w+ )?\w+[.!,]+\s*(?:and )?(?:no|nothing|not)\b/gi,
      0.6,
    ],
    [new RegExp(`\\b(?:${gaveOut})\\b`, 'gi'), 0.6, true],
    [
      /\b(?:(?:having|have|had|got|getting|experiencing|encountering|with|some|more|the same|constant|nothing but) (?:a lot of |so much |some |real |such |constant |ongoing |an? |the same )?(?:trouble|troubles|difficult(?:y|ies)|problems?|issues?|bother|hassle)\b(?! (?:free|with your competitors))|(?:(?:can['’]?t|cannot|could(?:n['’]t| not)|(?:am|['’]m|are|were|was|been) (?:still )?unable to|not able to)(?: even| seem to| actually| for the life of me)? (?:cancel|reset|change (?:my|the|it)|stream|reach (?:you|any)|get (?:in|into|through|on|any|it to|the \w+ to|my \w+ to|past|hold)|verify|register|sync|update|add|remove|delete|submit|activate|transfer|charge|make it|switch|turn (?:it|on|off)|join|edit|save|read|load|link|recover|redeem|check in|unlock))|(?:someone|somebody|been|got|was) (?:has )?hack(?:ed|ing)|keeps? (?:on )?(?:saying|telling|asking|printing|going|doing|turning|switching|flashing|beeping|tripping|repeating|getting|sending|reverting|resetting|jumping|slipping|coming)|(?:get|getting|got|gives?|giving|shows?|showing|see|says) (?:me )?(?:an?|the|this|some)? ?(?:error|alert|warning|\w+ error|message (?:saying|that))|(?:total|complete|partial) (?:service )?(?:loss|outage|failure)|unplayable|unusable|unreadable|illegible|uneatable|inedible|unwearable|undrinkable)\b/gi,
      0.55,
      true,
    ],
    [
      /\b(?:you(?:['’]ve| have|r \w+)?|they(?:['’]ve| have)?) (?:got|get|gotten|put|made|done|read|typed|written|spelt|spelled)(?: \w+){0,4} wrong\b|\b(?:isn|wasn|aren|weren)['’]?t (?:\w+ ){0,2}(?:in (?:it|there|with it|the (?:box|bag|parcel|package|envelope|post|order|delivery|list))|on (?:it|the (?:invoice|bill|list|order))|included as|what it says|the (?:one|ones) (?:i|we))|(?<!\b(?:husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|he|she|man|woman|friend|nan|gran|uncle|aunt) )(?:(?:is|are|was|were|been|arrived|looks?)|(?<=it)['’]s|(?<=they)['’]re)(?: all| both| completely| now| already| quite| pretty much)? dead\b(?! (?:easy|simple|right|good|nice|sure|keen|tired|on\b|serious|set))/gi,
      0.6,
    ],
    [
      new RegExp(
        `\\b(?:allergic (?:reaction|to something (?:in|on))|food poisoning|(?:made|makes|making) ${family} (?:ill|sick|poorly|unwell|itch|vomit|throw up)|(?:was|were|been) (?:ill|sick|poorly|unwell) (?:all|after|from|since|with)|(?:got|had|has|came out in|come out in|broke out in|with) (?:a |an )?(?:rash|hives|blisters?|splinters?|electric shock)|(?:tripped|slipped|fell|stumbled) (?:on|over|down|off) (?:a|an|the|your)|(?:burn(?:t|ed)?|cut|scald(?:ed)?|hurt|trapped|bruised) (?:my|his|her|their|our) (?:\\w+ )?(?:hand|finger|foot|arm|leg|face|lip|mouth|toe|head|back|neck|eye|skin|scalp)s?)\\b`,
        'gi',
      ),
      0.65,
    ],
    [
      /\b(?:rings? out|just rings|goes (?:straight )?to (?:voicemail|answerphone)|(?:nobody|no ?one) (?:ever )?(?:picks|picked) up|(?:hung|hangs|hang) up on|cut (?:me|us) off|on hold (?:for|all|since)|passed (?:me |us )?(?:around|from (?:one|pillar|department))|(?:kept|left) (?:me |us )?(?:waiting|standing|hanging|in the dark|stranded|sitting|with (?:no|nothing))|stood (?:me|us) up|fobbed (?:me |us )?off|given the run ?around|(?:nobody|no ?one) (?:seems|could|was able|wanted|was there|had (?:told|any))|(?:have|has|had)(?:n['’]?t| not| never)(?: even| yet)? (?:had|seen|heard) (?:so much as )?(?:an? |any |the )?(?:reply|answer|response|acknowledge?ment|word|anything|call|refund|sign|peep|single))\b|\b(?:still|absolutely|yet) nothing\b/gi,
      0.6,
    ],
    [
      /\b(?:(?:it|this|that)(?:['’]s| has| is|s)? (?:just |now )?(?:happen(?:ed|ing)|done it|back)(?: \w+)? again|(?:took|taken|taking|charged|debited|pulled|billed|withdrew)(?: \w+){0,5} (?:anyway|regardless|without (?:asking|telling|my|our|permission|notice|warning)|too (?:much|early|soon))|(?:\d+|two|three|four|five|several|some) (?:\w+ )?(?:short|too few|too many|fewer|less) (?:of|than|in)?|(?:short|missing) (?:by )?(?:a|an|one|two|three|\d+)|one short|(?:came|comes|come|arrived|delivered|sent|turned up|installed) without (?:the|any|its|their|my|our|a)\b(?! (?:fuss|problem|problems|trouble|issue|issues|delay|hitch|damage|scratch|word of|single|any))|not what (?:we|i|was) (?:\w+ )?(?:ordered|agreed|asked|paid|expected|told|promised|advertised|shown)|nothing like (?:the|what)|half (?:the|of (?:it|them|the))(?: \w+){0,3} (?:missing|gone|broken|wrong|raw|cold)|(?:under|over)(?:cooked|done)|\braw (?:in|inside|on)|a (?:hair|fly|stone|bug|slug|worm|piece of (?:glass|plastic|metal)|bone) in|someone else['’]?s (?:order|parcel|name|post|mail|invoice|prescription|bill|data|letter)|(?:addressed|belongs?) to (?:someone|somebody) else|says? (?:it(?:['’]s| is| has)? )?(?:expired|invalid|not (?:valid|found|recognised|recognized|available)|declined|unavailable|access denied)|have(?:n['’]t| not) been (?:refunded|credited|paid|reimbursed|told|informed)|(?:supposed|meant|due) to (?:be|come|arrive|ring|call|have|get|start|last|work)[^.!?]{0,60}\b(?:but|and|yet|instead|nothing|never|no ?one|nobody))\b/gi,
      0.55,
    ],
  ],
  repeat: [
    [
      /\b(?:(?:second|third|fourth|fifth|sixth|nth|umpteenth|\d(?:nd|rd|th)) (?:\w+ ){0,2}(?:this (?:year|month|week|summer|winter)|in (?:a row|as many|two|three|four|five|six|\d|under)|running|of asking|(?:you['’]ve|you have|that['’]s|that has|i['’]ve|i have|we['’]ve|we have))|(?:happen(?:ed|ing|s)|gone|done it|leaking|broken|failed|wrong|stopped|missing) (?:yet |all over |once )?(?:again|more)|me again|(?:same|like|exactly) as (?:in|last|before)|another (?:wrong|broken|missed|failed|no[- ]show)|here we (?:go|are) again|on (?:two|three|four|five|several|many|\d+) (?:separate |different )?occasions|not for the first time|as (?:per|with|in) my (?:last|previous|earlier|other)|back to square one|how many more times)\b/gi,
      0.6,
    ],
  ],
  urgent: [
    [
      /\b(?:unless (?:someone|somebody|you|a \w+|the \w+|it|this)\b[^.!?\n]{0,30}\b(?:gets?|comes?|can|sorts?|is|here|fixed|arrives?)|need(?:s|ed)?\b[^.!?\n]{0,80}\b(?:at|by|before) \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)? (?:today|tonight|tomorrow|this)|(?:standing|stuck|stranded|waiting|sitting|sat|stood) (?:at|in|outside|by|on) (?:the|a|an|my|your)\b[^.!?\n]{0,60}\b(?:right now|now|with (?:two|three|my|the|a|no)))\b/gi,
      0.55,
    ],
    [
      /\b(?:(?:can['’]?t|cannot|unable to|won['’]?t let (?:me|us)|not able to|need(?:s)? to|has to|have to|must)\b[^.!?\n]{0,80}\b(?:by (?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|noon|midnight|tonight|tomorrow|end of (?:the )?(?:day|play)|close|lunch\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|before (?:noon|lunch\w*|tonight|tomorrow|(?:he|she|we|i|they) (?:leaves?|fl(?:y|ies)|goes|go|gets?))|(?:closes|ends|expires|runs out|goes live|opens) (?:today|tonight|tomorrow|at|in|on))|time[- ]?(?:critical|sensitive)|(?:in|within) the next (?:hour|few hours|couple of hours|(?:two|three|\d+) hours)|every (?:minute|hour) (?:counts|costs)|(?:come|came|coming|be seen|seen|fixed|sorted|sent) (?:out )?(?:today|tonight|straight ?away|this (?:morning|afternoon|evening)))\b/gi,
      0.55,
    ],
  ],
  leaving: [
    [
      /\b(?:(?:stop|end|cancel|discontinue)(?:ping|ing|ling)? (?:my|our|the) (?:\w+ ){0,3}(?:box|deliver(?:y|ies)|papers?|milk|standing order|direct debit|plan|lessons|classes|cleaning|service|package|season ticket|tenancy|lease|cover|insurance|rental|hire|tariff)\b(?= (?:from|permanently|for good|altogether|completely|with effect|as of|at the end|entirely|after)|[.!,]|$)|cancel+ed (?:my|our|the) (?:direct debit|standing order|subscription|membership|card)|good money after bad|(?:off|away|defect(?:ing)?|gone) to (?:your |a |the )?(?:rivals?|competit\w+|other lot)|(?:pac|stac|transfer|migration) code|(?:i|we)(?:['’]m| am|['’]re| are) (?:leaving|off)(?= (?:whether|regardless|because|as soon|at the end|anyway|you\b)|[.!,]|$)(?! (?:work|the house|on holiday))|you can (?:have|keep) (?:the|your) \w+(?: back)?\b)\b/gi,
      0.6,
    ],
    [
      /\b(?:(?:clos|cancel+|delet|end|terminat|stop|leav)(?:e|ing)? (?:down )?(?:my |our |the |this |an? )?(?:\w+ ){0,2}ac+o?u?nt|(?:won['’]?t|will not|shan['’]?t|shall not|not|don['’]?t (?:want|wish|intend|plan|think) (?:to|(?:i|we) (?:will|shall))|do not (?:want|wish|intend|plan) to|no longer) (?:be )?(?:renew(?:ing)?|extend(?:ing)? (?:my|our|the|it)|continu(?:e|ing) (?:with|our|my|as|this)|stay(?:ing)? (?:with|on|as)|carry(?:ing)? on with)|(?:consider this (?:my|our) (?:formal |official )?(?:notice|cancellation|resignation|termination|goodbye)|(?:take|treat|accept|consider|regard) this (?:\w+ ){0,4}(?:as|to be) (?:\w+ ){0,4}(?:notice|cancellation|resignation|termination))|(?:give|giving|given|serve|serving|hand(?:ing)? in) (?:you )?(?:my|our|one|\w+ (?:month|week|day)s?['’]?|formal|written)? ?notice (?:on|of|to|that|for|from)|notice (?:to (?:quit|terminate|cancel|end|leave)|of (?:termination|cancellation))|(?:how|what) (?:do|can|must|should|would|to)(?: (?:i|we))?(?: (?:need|have) to)?(?: do)?(?: to)? (?:go about )?(?:leav(?:e|ing)|cancel+(?:ing)? (?:my|our|the|it|this|everything)|clos(?:e|ing) (?:my|our|the)|get(?:ting)? out of|opt(?:ing)? out of (?:my|our|the) contract)|get (?:me |us )?out of (?:my|our|this|the) (?:contract|plan|agreement|lease|subscription))\b/gi,
      0.7,
    ],
    [
      /\b(?:(?:we|i)(?:['’]re| are|['’]m| am| think we['’]re) (?:done|finished|through) (?:here|with (?:you|this (?:company|shop|firm|place)))|(?:i|we)(?:['’]ve| have)? had it with|final straw|last straw|(?:i|we)(?:['’]ll| will| shall|['’]m| am|['’]re| are) (?:be )?(?:tak(?:e|ing) (?:my|our) (?:money|custom|business|trade)|(?:go|try|look|shop|buy)(?:ing)? (?:some(?:where|body|one)|else ?where|any(?:where|one) else))|(?:decided|choosing|chosen|chose|going) (?:to (?:go|move|switch|sign|stay) )?(?:with|over to|to go with) (?:another|a (?:different|new|cheaper|local|rival|bigger|smaller|larger|better)|your (?:rival|competitor)|someone|somebody)|(?:cheaper|better) (?:deal|offer|quote|price|rate) (?:from|with|at|elsewhere|somewhere)|(?:moved|moving|switched|switching) (?:\w+ ){0,3}(?:provider|supplier|bank|insurer|broker|agency|practice|dentist|gym)s?)\b/gi,
      0.6,
    ],
    [
      // "I'm moving to Ocado" may be a house: only beside a complaint it is enough (signals.ts, settle).
      /\b[IiWw](?:['’](?:m|re|ve|ll)| am| ?e are| have| will)? (?:(?:be |be )?(?:moving|switching|going|transferring)|(?:decided to )?(?:move|switch|transfer)) (?:over |across |back )?(?:to|with) (?:the )?[A-Z]\w+/g,
      0.45,
    ],
  ],
  thanks: [],
  praise: [
    [
      /\b(?:patience of (?:a saint|job)|(?:heart|good) of gold|worth (?:his|her|their|its) weight|(?:pat|pats) on the back|so touched|best (?:\w+ ){1,3}(?:i|we)(?:['’]ve| have)(?: ever)? (?:had|eaten|seen|stayed|tasted|bought|used)|still going strong|(?:lovely|beautiful|gorgeous) (?:flowers|cake|meal|stay|evening|job|work|card|present)|touched (?:us|me) |moved to tears|absolute star|(?:a|an absolute|real|total|proper|true) (?:delight|diamond|star|pro|professional|gent|gentleman|sweetheart|godsend|asset|pleasure|wizard|miracle worker)|(?:could|can)(?:n['’]t| not) (?:do enough|fault|ask for (?:more|better)|praise|speak (?:highly|too highly))|nothing was too (?:much|big|small)|(?:so|such|real|great|genuine) (?:kindness|patience|care|warmth|good humou?r)|(?:spot on|bang on|second to none|a class act|top (?:job|lad|man|bloke|service|marks|notch)|full marks|five star|knows? (?:his|her|their) stuff|cheered (?:me|us|my|him|her) up|put (?:me|us|my \w+|him|her) at (?:ease|my ease|our ease)|took (?:such|great|real|so much) (?:care|trouble|time)|tell (?:him|her|them|your boss|his boss|her boss|the team)[^.!?]{0,30}(?:thank|great|brilliant|lovely|wonderful|star|grateful|appreciat\w+)))\b/gi,
      0.6,
      true,
    ],
  ],
  upset: [
    [
      /\b(?:(?:made|makes|making) (?:me|us) feel|(?:feel|felt|feeling) (?:\w+ )?(?:foolish|small|stupid|ignored|cheated|betrayed|belittled|let down|helpless|unwelcome|robbed|conned|misled|abandoned|forgotten|uneasy|sick|like (?:a|an) (?:idiot|fool|nuisance|burden|criminal|number))|at (?:my|our) wit['’]?s['’]? end|at the end of (?:my|our) (?:tether|rope)|(?:beside (?:myself|ourselves))|(?:run|ran|running) out of patience|(?:lost|losing) (?:all )?(?:patience|sleep|my temper)|(?:don['’]?t|do not|didn['’]?t|rarely|never|hardly ever|not one to|not the type to|hate to|hate having to|not normally) (?:normally |usually |often |like to )?(?:complain|make a fuss|moan)|(?:can['’]?t|cannot|hard to) believe|beyond (?:a joke|belief|words)|belittl\w+|condescend\w+|patroni[sz]\w+|dismissive|demeaning|could (?:have )?(?:cry|cried|weep|wept|scream(?:ed)?)|muddy boots|taking the (?:mick(?:ey)?|piss)|(?:not|hardly|is this) (?:how|the way)(?: you| one| to)? treat|(?:time|times) of asking|gutted|distraught|mortified|seething|incensed|exasperat\w+|cross (?:about|with|that)|so (?:cross|mad|angry)|miffed|peeved|raging)\b/gi,
      0.55,
    ],
  ],
  chase: [
    [
      /(?:^|[.!?,]\s*)no (?:\w+ )?(?:e-?mails?|call|reply|news|word|letter|answer|contact|update)[.!]|\b(?:did (?:anyone|anybody|someone|you)(?: guys)? (?:ever|manage to|get round|get around|get anywhere|find|look)|you (?:were|are) (?:going|supposed|meant) to (?:ring|call|get back|e-?mail|write|let|send|tell|find out)|(?:i|we) (?:asked|wrote|called|rang|emailed|phoned|applied|ordered|sent|requested|enquired|reported)(?: \w+){0,3} (?:an?|one|two|three|four|five|six|several|\d+) (?:fortnight|weeks?|months?|days?) ago|whether you answer|remember me)\b/gi,
      0.6,
    ],
    [
      /\b(?:any (?:joy|luck|movement|idea (?:when|how (?:long|much longer))|eta|timescale|chance (?:of an update|to look)|further forward)|(?:have|had|has|did) (?:you|anyone|anybody|someone|he|she|they|your \w+)(?: guys| all)? (?:had |have |got |get |gotten )?(?:a |the |any )?(?:chance|time|moment|opportunity|round|around|anywhere) (?:to|with|on|yet)|where (?:are we|we are|we['’]re|things (?:are|stand)|does (?:this|it|that) (?:stand|stand now)|(?:is|has) (?:this|it|that) (?:up to|got to))|bump(?:ing)? (?:this|my|it)|nudg(?:e|ing)|(?:further|prod|with reference|referring|in relation) to my (?:last|previous|earlier|e?-?mail|letter|message|call|query|enquiry|of)|my (?:e-?mail|letter|message|call|query|enquiry|request|note|form|voicemail) (?:of|from|dated|on|sent|last) (?:the )?(?:\d\w*|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last|yesterday|earlier|this|two|three|a (?:week|fortnight|month))|(?:have|has|had)(?:n['’]?t| not| never)(?: even| yet)? (?:had|seen) (?:so much as )?(?:an? |any |the )?(?:reply|answer|response|acknowledge?ment|word|call|update|news)|(?:still|heard|yet|absolutely) nothing|nothing (?:yet|so far|since|from (?:you|your|anyone|anybody))|(?:it['’]?s|it is|it has|that['’]s|that was|has|now) (?:now |been |over |already |nearly |almost |more than |about ){1,3}(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|\d+) (?:\w+ )?(?:days|weeks|months|week|month|fortnight)|(?:is|are|was|were) (?:anyone|anybody|someone|somebody|you)(?: still)? (?:dealing|looking|working|going to (?:reply|answer|ring|call|get back))|(?:forgotten|forgot) (?:me|us|about (?:me|us|my|our|this)))\b/gi,
      0.6,
    ],
  ],
  vulnerable: [
    [
      /\b(?:made redundant|my redundancy|laid off|out of work|(?:nothing|no money|not enough|nothing left|can['’]?t afford|no way) (?:left )?(?:for|to buy|to get) (?:food|nappies|the (?:meter|rent|bus)|medicine|shopping|the kids)|go(?:ing)? hungry|skip(?:ping|ped)? meals|(?:choose|choosing|choice) between (?:heating|eating|food|rent|paying)|(?:been|just|recently|was|got|is|were) diagnosed|(?:scared|frightened|terrified|afraid) (?:of (?:him|her|my|them|being alone)|for (?:my|our) (?:\w+ )?(?:life|lives|safety|family|child|children|kids|son|daughter)|he['’]?(?:s|ll)|she['’]?(?:s|ll)|to (?:go|be|leave|live|open|answer))|stalk(?:er|ed|ing)|restraining order|women['’]?s (?:aid|refuge)|(?:my|an|her|his) (?:ex|abus\w+)\b[^.!?\n]{0,50}\b(?:found|finds|address|know|follow|turn(?:s|ed)? up|track|violent|court|police|safe)|(?:fled|fleeing|escap(?:ed|ing)) (?:my|an|a|from)|not (?:safe|coping)|(?:struggling|unable|hard) to cope|can['’]?t cope|debt (?:collectors?|adviser|advice|charity|management)|bailiffs?|universal credit|breakdown (?:last|this|in)|sectioned|mental health|nervous breakdown|suicide|overdos\w+|(?:sole|full[- ]time|unpaid) carer|(?:my|our|his|her) (?:\w+ ){0,2}(?:estate|ashes|probate)|grant of probate|death certificate|power of attorney|executor|passing of (?:my|our|his|her)|(?:lost|losing|buried|burying) (?:my|our|him|her) (?:\w+ )?(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|baby|boy|girl|child|little one|partner|nan|gran)\b(?! (?:in the|at the|on the))|(?:don['’]?t|do not|can['’]?t|cannot) see (?:the|any) point (?:in|of) (?:going on|living|anything|it all|being here)|(?:she|he)['’]s (?:8\d|9\d)\b|no family left|(?:can['’]?t|cannot) read (?:your|the|her|his) letters?|(?:has|have|had|with) (?:a )?(?:stroke|heart attack|parkinson\w*|motor neurone|ms|epilepsy|leuk\w+|sepsis)|end of life|life support|in a coma|(?:months?|weeks|days) (?:left )?to live)\b/gi,
      0.8,
    ],
  ],
}
