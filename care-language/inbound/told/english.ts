import { once } from '../../once.ts'

/** What may show in an English sentence that tells something: none says "failure" alone, together they weigh. */
export const englishTraits = once(() => ({
  denies:
    /\b(?:no|not|never|nobody|no one|nothing|none|without|neither|nor|nowhere|cannot|refuse[sd]?)\b|n['’]t\b/i,
  fallsShort:
    /\b(?:only|half|too|still|twice|instead|although|though|but|however|even|already|either|yet|third|each time|again|all the same|anyway|suddenly|simply)\b/i,
  differs: /\b(?:than|different|other|another|else(?:['’]s)?|stranger\w*|wrong|whole)\b/i,
  breaks:
    /\b(?:broke\w*|crack\w*|drip\w*|torn?|tore|leak\w*|smell\w*|smelt|stinks?|burn\w*|collaps\w*|stopp?ed|stops|forgot\w*|lost|vanish\w*|miss(?:ed|ing)|late(?! (?:husband|wife|father|mother|brother|sister|son|daughter|grand\w+))|dirty|cold|sour|stuck|flicker\w*|squeak\w*|wobbl\w*|shr[aiu]nk\w*|peel\w*|chip(?:ped)?|dent\w*|scratch\w*|error|empty|dead|cancel\w*|fell|falls|undone|blocked|locked|cut|rattl\w*|bang\w*|nois\w*|hole|spilt|froze\w*|loose|bent|ripped|stain\w*|mould\w*|mold\w*|rust\w*|dust\w*|swallow\w*|wet|soak\w*|wait\w*|cry|cried|crying|lying|lied|laugh\w*|shout\w*|alone|brick|pieces|off|out of|threw|reminder|fine[ds]?)\b/i,
  yourDeed:
    /\byour?s? (?!question|office\b|address\b|website\b)(?:\w+ )?(?:\w+ed|sent|took|laid|put|gave|said|told|made|left|forgot|drove|walked|came|went|lost|broke|cut|did|was|were|is|has|have|had|keeps?|says|shows?|starts?)\b/i,
  yourPeople:
    /\b(?:your|the) (?:man|men|driver|colleague|engineer|fitter|technician|app|site|website|letter|invoice|bill|statement|screen|page|system|nurse|doctor|dentist|cleaner|guide|waiter|receptionist|courier|postman|plumber|shop|train|bus|ferry|hotel|instructions|label|lid|box|parcel|menu)\b/i,
  you: /\byou\b/i,
  hoped:
    /\b(?:ordered|booked|reserved|asked for|had (?:asked|paid|ordered|booked|wanted)|wanted|meant|promised|supposed|should (?:be|have)|paid for|was (?:for|to)|were (?:for|to)|agreed|expected|said)\b/i,
  arrived:
    /\b(?:came|comes|arrived|got|received|found|opened|delivered|returned|handed|there (?:was|were)|turned)\b/i,
  unlike:
    /\b(?:left|first|upper|one|top)\b[^.!?]{1,40},? (?:and |but )?(?:the )?(?:right|second|lower|other|bottom)\b|\b(?:on|in) (?:the|your) (?:label|leaflet|menu|picture|box|bill|paper|screen|form)\b[^.!?]*\b(?:on|in) (?:the|my)\b/i,
  against:
    /\b(?:but|instead of|though|whereas|while|and not|what (?:stands|came|arrived|i got|we got|lay|hangs))\b|\b(?:ordered|booked|asked|paid|wanted|said|says?|promis\w+|meant)\b[^.!?]*[.;,] (?:and |but )?(?:it|what|this|his|her|the|a|an|there|instead|we|i) /i,
  acts: /(?:^|[.!?;] |and )(?:the|your|my|our|his|her|every|each|this) (?:[\w'’-]+ ){1,3}(?!(?:is|has|was|does|goes|runs|starts|faces|weighs|stands|hangs|lies|reads|this|its|lands|measures)\b)\w{3,}s\b/i,
  past: /\b(?:was|were|had|came|went|got|took|found|lost|left|told|said|stood|sat|slept|broke|fell|rang|paid|sent|gave|drove|woke|put|cut|let|made|wrote|saw|heard|felt|did|\w{2,}ed)\b/i,
  since: /\b(?:since|until|till|after|when|before|while|for (?:an hour|\w+ (?:days|weeks|hours|months)))\b/i,
  areThey:
    /\b(?:I|we|she|he|they)(?:['’](?:m|re|ve|d|ll)| (?:am|are|have|will|would|can|could|prefer|work|use|live|play|need|come|take|share|wear|moves?|eats?|keep|agree|accept|confirm))\b/i,
  didTheyBear:
    /\b(?:I|we) (?:was|were|had|came|went|got|took|found|lost|stood|sat|slept|waited|paid|opened|asked|ordered|wanted|\w+ed)\b/i,
  stands:
    /\b(?:is|are|has|have|stands?|lies|runs|weighs|measures|faces|takes|lands|starts|goes|hangs|reads)\b/i,
  names:
    /\b(?:number|code|name|surname|size|address|account|reference|bank|model|version|colour|height|width|contact|policy|email|phone|iban|room|date of birth|key|door|title|text|order|form|documents?|file|list|drawing|photographs?|picture|copy|invoice|contract)\b/i,
  mine: /\b(?:my|our) (?:\w+ )?\w+ (?:is|are|has|have|was called|runs|starts|lands|comes|moves|stands|reads|will|would|can)\b/i,
  kin: /\b(?:my|our) (?:wife|husband|mother|father|son|daughter|children|dog|cat|partner|flatmate|supervisor|choir|class|club|colleague|brother|sister|parents|guests|team|office|school)\b/i,
  passesOn:
    /^(?:attached|enclosed|below|here|yes|no,|for |as for|re\b|to your|to answer|same|please|on behalf|in the (?:file|attachment)|i am replying|two|three|booking|size|payment|proof|order)/i,
  plans:
    /\b(?:will|['’]ll|would|['’]d|from (?:january|the first|monday|next)|tomorrow|next (?:week|month|year)|on (?:the )?\d|at (?:about |around )?(?:\d|half|nine|ten|eight|seven|six))\b/i,
  allows:
    /\b(?:can|could|may|should|please|needs?|needed|fine|best|prefers?|like|both|same|agreed|advised|suits|i['’]d|we['’]d)\b/i,
  lasts:
    /\b(?:for |in )?(?:an? |the (?:whole|entire) |half an |\w+ )(?:hours?|minutes|evenings?|nights?|days?|weeks?|months?)\b/i,
  ofAnother:
    /\b(?:another|someone|somebody|my (?:sister|brother|neighbour|father)|\p{Lu}\w+)['’]s (?:name|\w+)\b/iu,
  figure: /\d/,
  figures: /\d\D+\d/,
  colon: /:/,
  lists: /^[^.!?]*,[^.!?]*,[^.!?]*$/,
  ofThe: /^the\b/i,
  ofMine: /^(?:my|our)\b/i,
  ofMe: /^(?:i|we)\b/i,
  ofYou: /^your?\b/i,
  ofSomebody: /^(?:he|she|they|nobody|no one|someone|somebody|a (?:colleague|man|woman|stranger))\b/i,
  ofIt: /^(?:there|it|this|that)\b/i,
  ofFew: /^(?:only|half|two of|three of|some of|one of|none|nothing|every)\b/i,
  verbless:
    /^(?!.*\b(?:is|are|was|were|am|has|have|had|do|does|did|can|will|would|should|\w+ed|\w+s|came|got|went|took|made|found|lost|left|sent|paid)\b).*$/is,
}))
