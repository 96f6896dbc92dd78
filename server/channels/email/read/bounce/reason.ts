/** Why a letter was not delivered, in one word, as sisimai and others name it. The first that fits counts: from the most telling to the least. */
const bySaying: [reason: string, said: RegExp][] = [
  [
    'mailboxfull',
    /(?:mail ?box|inbox|mail folder|account|user|maildir|mailbox for)[^.\n]{0,60}(?:is |are )?(?:full|over ?(?:the )?quota|exceed)|over ?quota|quota[^.\n]{0,40}exceed|exceed\w*[^.\n]{0,40}(?:quota|mailbox size|storage (?:limit|allocation)|disk (?:quota|space))|mailbox size limit|(?:disc|disk) quota|too much (?:mail|data) (?:stored|in)|out of storage|insufficient (?:disk|mailbox|storage)|mailbox full|not enough (?:storage|space|disk)[^.\n]{0,40}(?:mailbox|user|account)|resources? (?:temporarily )?unavailable[^.\n]{0,30}full|boîte[^.\n]{0,20}pleine|buz[óo]n[^.\n]{0,20}lleno|casella[^.\n]{0,20}piena|postfach[^.\n]{0,20}voll|メールボックス[^。\n]{0,10}(?:一杯|いっぱい)|nearly full|mailbox would exceed|delivery failed: over quota|boxes? is full|user has too many messages/i,
  ],
  [
    'mesgtoobig',
    /(?:message|mail|e-?mail|file)[^.\n]{0,40}(?:too (?:large|big)|exceeds?[^.\n]{0,40}(?:size|maximum|limit|length))|(?:size|length)[^.\n]{0,30}(?:exceed|too (?:large|big))|maximum (?:message|mail|allowed)? ?size|header size exceeds|larger than the (?:current )?(?:system )?limit|exceeded maximum inbound message size|line limit exceeded/i,
  ],
  ['virusdetected', /virus|infected|malware|trojan|worm (?:detected|found)/i],
  [
    'requireptr',
    /(?:reverse (?:dns|lookup|record|mapping)|rdns|ptr)(?:[^.\n]{0,80})(?:require|miss|not found|fail|fix|exist|match|record|valid|resol)|(?:no|missing|without|invalid|require\w*|have a|need a|lookup of)[^.\n]{0,30}(?:reverse|ptr|rdns)|cannot (?:find|resolve) your (?:hostname|ip|reverse)|could not (?:resolve|find) (?:your )?(?:hostname|ip address)|unverif[iy]\w+ (?:sending )?ip|client host[^.\n]{0,40}cannot find your|fix reverse dns/i,
  ],
  [
    'authfailure',
    /dmarc|(?:spf|dkim|sender policy framework|sender id)[^.\n]{0,80}(?:fail|reject|not pass|check|policy|violat|not authori|permitted|record|error|alig|forg)|(?:fail|not pass)\w*[^.\n]{0,40}(?:spf|dkim|dmarc|authentication checks)|not authori[sz]ed to send (?:mail|on behalf)|unauthenticated (?:e?mail|message)|domain owner discourages|does not pass authentication|authentication (?:failed|information|check)[^.\n]{0,30}(?:sender|domain)|message (?:is|was) not (?:rfc )?(?:signed|authenticated)/i,
  ],
  ['badreputation', /(?:bad|low|poor)[^.\n]{0,20}reputation|reputation[^.\n]{0,60}(?:low|poor|bad|block)/i],
  [
    'toomanyconn',
    /too many (?:concurrent |simultaneous |smtp )?(?:connections?|sessions?)|(?:connections?|sessions?)[^.\n]{0,40}(?:limit|exceed|too many|rate)|concurren\w+ (?:connections?|limit)|max(?:imum)?[^.\n]{0,20}connections/i,
  ],
  [
    'speeding',
    /rate ?limit|(?:sent|sending|message|mails?)[^.\n]{0,30}(?:too (?:fast|quickly|frequently)|rate)|too many (?:messages|mails|recipients|emails|requests)[^.\n]{0,30}|throttl|try again later[^.\n]{0,20}rate|exceeded[^.\n]{0,30}(?:rate|sending|hourly|daily)|slow down|domain .{3,80} has exceeded the max/i,
  ],
  [
    'policyviolation',
    /policy|(?:message|content|attachment|header|file type|charset)[^.\n]{0,40}(?:not (?:allowed|permitted|accept)|prohibit|banned|forbidden|denied)|administrative prohibition|you (?:are|have) (?:been )?(?:violat|banned)|protocol violation|closed due to[^.\n]{0,30}policy|because[^.\n]{0,30}(?:suspicious|not trusted)|message refused by/i,
  ],
  [
    'norelaying',
    /relay(?:ing)?[^.\n]{0,40}(?:denied|not (?:permitted|allowed|possible)|prohibited|refused|access|disabled)|(?:no|not|unable to|cannot|won't|don't|refus\w+|denied|insecure mail)[^.\n]{0,20}relay|not (?:local|a gateway)|open relay|sorry, that domain isn't in my list|you are not (?:allowed|authorized) to relay|relay access/i,
  ],
  [
    'hasmoved',
    /has (?:been )?(?:moved|changed (?:address|e-?mail)|replaced)|no longer (?:works|employed|valid|at this|in use|accept)|address (?:has )?changed|moved to|please (?:update your|use) (?:the )?(?:new )?(?:address|e-?mail)|has (?:left|retired)|nicht mehr (?:gültig|tätig|aktiv)/i,
  ],
  [
    'suspend',
    /(?:account|mailbox|user|recipient|address|domain|box)[^.\n]{0,50}(?:suspend|disabled|inactive|deactivat|frozen|blocked|locked|expired|discontinued|is currently unavailable|temporarily unavailable|not active|has been terminated)|(?:suspended|disabled|inactive|deactivated|discontinued|frozen) (?:account|user|mailbox|recipient|email|domain|address)|vacation of the mailbox|invalid\/inactive user|currently suspended|this account has been|is (?:now )?a deactivated|limite d'abus|user suspended/i,
  ],
  [
    'filtered',
    /recipient[^.\n]{0,40}(?:only accept|refus|preferences|restrict|has blocked|does not accept|not accepting)|only accept(?:s|ing) (?:mail|messages?) from|not accept(?:ing)? (?:mail|messages|email|e-mail|any mail)[^.\n]{0,30}(?:from|at)?|message (?:has been )?filtered|blocked by (?:the )?(?:recipient|user)|user reject|because the recipient|recipient (?:address )?(?:rejected|denied): (?:undeliverable|not accept)|resolver\.rst\.(?:notauth|not auth)|restricted|can't accept (?:mail|messages)|rejected by recipient|has restricted|(?:sender|you) (?:is|are) not (?:on|in) (?:the )?(?:recipient|approved|allowed|permit)|domain filter|指定受信|拒否|requested action not taken: no such user|we failed to deliver mail because the following address/i,
  ],
  [
    'rejected',
    /domain of sender|unrout(?:e)?able sender|sender(?:'s)? (?:address|domain)[^.\n]{0,60}(?:does not exist|not exist|reject|invalid|unknown|not found)|you (?:do not|don't) have permission|(?:group|list)[^.\n]{0,60}(?:permission|not (?:allowed|be able) to (?:post|send))/i,
  ],
  [
    'hostunknown',
    /(?:host|domain)(?: or domain)?(?: name)? (?:is )?(?:unknown|not found|does not exist|lookup failed)|(?:unknown|no such|illegal|invalid|non-?existent) (?:host|domain|mail domain)|illegal host\/domain|host\/domain name|host not found|nxdomain|domain[^.\n]{0,60}(?:could not be found|couldn't be found|has no mx)|unrouteable mail domain/i,
  ],
  [
    'userunknown',
    /(?:user|receiver|recipient|mailbox|address|account|addressee|destination|name|alias|person|local[- ]part|mail drop|e-?mail(?: address)?)s?(?: name)?(?: [^\s@]{1,60}(?:@\S{1,80})?)?(?: is| was| has been| are| does| do| did| could| couldn't| has)?[^.\n]{0,24}(?:unknown|not (?:be )?(?:found|exist|known|recogni[sz]ed|valid|listed|here|local|on this|have an?|a valid|a known)|n't exist|nonexist|invalid|unrouteable|undeliverable|not in|doesn't|no longer)|(?:unknown|invalid|no such|bad|illegal|nonexist[ae]nt|non-existent|undefined|no|not a valid|unroutable|unrouteable|unkown)[^.\n]{0,14}(?:user|recipient|mailbox|address|account|addressee|local|final delivery|person|name here|mail drop|person at|name)|does(?:n't| not) (?:exist|have an? (?:account|mailbox|\S+ account))|not our (?:customer|user)|can't verify (?:user|recipient)|unknown (?:or illegal )?alias|not (?:a )?known (?:user|at)|no (?:such|valid|mailbox|account|matching)|destination addresses were unknown|user(?:'s)? (?:doesn|does not|not found|name is not)|mailbox (?:not found|does not|unavailable|is unavailable)|recip(?:ient)?[^.\n]{0,20}not found|verification failed|unbekannt|inconnu|desconocid|sconosciut|desconhecid|nieznan|неизвест|не найден|не существует|存在し|宛先.{0,10}不明|不存在|resolver\.adr\.\w*recip|not listed in|requested action not taken: mailbox unavailable|has no mailbox|unable to (?:lookup|find) (?:user|recipient|alias)|dosn't exist|user_unknown|delivery to the following recipient failed permanently|undeliverable address|there is no one|couldn't be found or is invalid/i,
  ],
  [
    'hostunknown',
    /(?:host|domain|server|mx)[^.\n]{0,40}(?:unknown|not (?:be )?found|does(?:n't| not) exist|not exist|lookup fail|invalid|could(?:n't| not) be (?:found|resolved))|(?:unknown|no such|invalid|bad|unrout\w+|illegal|cannot (?:find|resolve)|couldn't find any) (?:host|domain|mail domain|mx)|nxdomain|name or service not known|no mx|name service error[^.\n]{0,80}not found|all relevant mx records|unrouteable (?:mail domain|address)|no such domain|dns (?:error|lookup|failure)|non-existent domain|domain name (?:does not|not)|recipient address rejected: domain|unknown host|host or domain name not found/i,
  ],
  [
    'notaccept',
    /does(?:n't| not) accept (?:any )?(?:mail|email|messages)|null ?mx|not accept(?:ing)? (?:any )?(?:mail|e-?mail|messages)|server does not accept mail|smtp protocol (?:returned|diagnostic): 556|domain of recipient does not accept|host[^.\n]{0,30}not accepting/i,
  ],
  [
    'spamdetected',
    /spam|unsolicited|junk mail|bulk (?:e-?)?mail|ube\b|uce\b|content (?:filter|reject|score|scan)|score[^.\n]{0,20}(?:high|exceed|too)|message looks like|bayes|phish|suspicious/i,
  ],
  [
    'blocked',
    /block(?:ed|ing|list)|black ?list|denylist|deny ?list|rbl|dnsbl|spamhaus|barracuda|spamcop|sorbs|access (?:denied|from)|(?:ip|host|client|server|connection|sender ip|network)[^.\n]{0,50}(?:reject|refus|denied|banned|not (?:allowed|welcome|accept)|listed|reputation|blocked|dropped)|banned|bad dns|dynamic ip|not allowed to (?:connect|send)|connection (?:refused by|dropped|rejected)|helo[^.\n]{0,40}(?:reject|invalid|denied|command rejected)|mail server[^.\n]{0,60}(?:temporarily deferred|reject)|greylist|greet|gray-?list|too many (?:spam|invalid|bad)|not accepting mail with|messages from [^\n]{0,50}(?:deferred|temporarily)/i,
  ],
  [
    'rejected',
    /sender[^.\n]{0,60}(?:reject|denied|refus|not (?:allowed|exist|accept|verif|permit|valid|authorized)|invalid|unknown|verify failed|address)|(?:reject|refus|denied|bad|invalid|unresolvable)\w*[^.\n]{0,40}(?:sender|from|mail from)|mail from[^.\n]{0,40}(?:reject|denied|refus|not)|domain of sender|from address|unable to verify (?:the )?sender|sender verify|address rejected|you (?:are|do) not[^.\n]{0,30}(?:allowed|permission|member)|you do not have (?:sufficient )?(?:access|permission)|group (?:only|you|doesn)|not (?:a )?(?:member|subscribed)|access denied|permission|not authori[sz]ed|administratively (?:denied|prohibited)|rejected/i,
  ],
  [
    'securityerror',
    /(?:tls|ssl|starttls|certificate|encrypt|authenticat|password|sasl|credentials|security)[^.\n]{0,60}(?:fail|require|error|must|invalid|not|need|expired|violat|denied)|(?:must|require\w*)[^.\n]{0,20}(?:authenticat|tls|starttls|login)|account is (?:not )?(?:subject|verified)|email address is not verified|executable files|suspicious attachment/i,
  ],
  [
    'notcompliantrfc',
    /rfc ?(?:1035|2821|2822|5321|5322|822|821)|not (?:rfc|compliant)|bare (?:lf|cr)|this message is not rfc|duplicate header|missing (?:required )?header|header (?:field|line)[^.\n]{0,30}(?:invalid|missing|duplicate|malform)/i,
  ],
  [
    'syntaxerror',
    /syntax error|malformed|command (?:unrecogni[sz]ed|not (?:recogni|implement)|unknown|rejected)|bad (?:sequence|command|syntax)|improper (?:use|command)|incorrectly constructed|unrecognized command|invalid (?:command|parameter)|pipelining/i,
  ],
  [
    'contenterror',
    /(?:mime|base64|content|charset|8-?bit|8bitmime|format)[^.\n]{0,40}(?:error|fail|not (?:support|allow)|invalid|conver)|conversion|improper/i,
  ],
  ['expired', /(?:connection|operation|session|delivery) timed? ?out|in the queue too long|giving up/i],
  [
    'networkerror',
    /(?:connection|network|route|socket|link)[^.\n]{0,40}(?:refused|reset|lost|unreachable|closed|failed|fail|broken|abort)|no route|unable to connect|could ?n(?:o|')t connect|connect (?:to|failed)|hop count|too many hops|mail (?:forwarding )?loop|routing loop|loops? back|unreachable|host is down|dns (?:server|query)|temporary (?:lookup|name)|not responding|server (?:dropped|hung up|busy)|no answer from host|malformed (?:dns|name server) reply/i,
  ],
  [
    'expired',
    /expired|timed? ?out|too long|retry (?:time|timeout|period|limit)|(?:delivery|retry)[^.\n]{0,30}time|been in the queue|give up|giving up|(?:could|has|was) not (?:been |be )?delivered (?:for|within|after|in)|more than \d+ (?:hours?|days?)|after \d+ (?:hours?|days?|attempts)|still being retried|will be retried|not yet been delivered|delayed|maximum (?:retries|delivery|queue)|lifetime|deferred|try(?:ing)? again/i,
  ],
  [
    'systemfull',
    /(?:system|server|host|file ?system|disk|spool|device)[^.\n]{0,30}(?:full|no space|out of (?:space|disk))|insufficient system (?:storage|resources)|no space left/i,
  ],
  [
    'mailererror',
    /(?:command|program|process|procmail|maildrop|mailer|pipe|delivery agent|script)[^.\n]{0,50}(?:fail|error|exit|status|crash|died|signal|unknown mailer|died with)|exit (?:status|code)|x-unix|unknown mailer|command failed/i,
  ],
  [
    'systemerror',
    /(?:system|internal|server|local|configuration|database|i\/o|interrupted|temporary|server|ldap|service)[^.\n]{0,30}(?:error|fail|problem|unavailable|trouble|config)|aborted|can't (?:create|open|read)|not configured|resources? temporarily|timeout|alias expansion|mail loops|delivery (?:temporarily|system)|failure|loop/i,
  ],
]

/** Codes where the words do not tell. RFC 3463 and the registry of RFC 5248. */
const byCode: Record<string, string> = {
  '1.1': 'userunknown',
  '1.2': 'hostunknown',
  '1.3': 'syntaxerror',
  '1.4': 'filtered',
  '1.6': 'hasmoved',
  '1.7': 'rejected',
  '1.8': 'rejected',
  '1.9': 'systemerror',
  '1.10': 'userunknown',
  '2.1': 'suspend',
  '2.2': 'mailboxfull',
  '2.3': 'mesgtoobig',
  '2.4': 'filtered',
  '3.0': 'systemerror',
  '3.1': 'systemfull',
  '3.2': 'notaccept',
  '3.3': 'systemerror',
  '3.4': 'mesgtoobig',
  '3.5': 'systemerror',
  '4.0': 'networkerror',
  '4.1': 'expired',
  '4.2': 'networkerror',
  '4.3': 'systemerror',
  '4.4': 'hostunknown',
  '4.5': 'systemfull',
  '4.6': 'networkerror',
  '4.7': 'expired',
  '4.8': 'networkerror',
  '4.9': 'networkerror',
  '5.0': 'syntaxerror',
  '5.1': 'syntaxerror',
  '5.2': 'syntaxerror',
  '5.3': 'speeding',
  '5.4': 'syntaxerror',
  '5.5': 'systemerror',
  '5.6': 'syntaxerror',
  '6.0': 'contenterror',
  '6.1': 'contenterror',
  '6.2': 'contenterror',
  '6.3': 'contenterror',
  '6.5': 'contenterror',
  '6.9': 'contenterror',
  '7.0': 'securityerror',
  '7.1': 'rejected',
  '7.2': 'rejected',
  '7.3': 'securityerror',
  '7.4': 'securityerror',
  '7.5': 'securityerror',
  '7.7': 'securityerror',
  '7.8': 'securityerror',
  '7.20': 'authfailure',
  '7.21': 'authfailure',
  '7.22': 'authfailure',
  '7.23': 'authfailure',
  '7.24': 'authfailure',
  '7.25': 'requireptr',
  '7.26': 'authfailure',
  '7.27': 'notaccept',
  '7.30': 'failedstarttls',
  '7.32': 'requireptr',
  '7.509': 'authfailure',
}
/** Codes that say it better than the words around them. */
const sureCodes = new Set([
  '1.10',
  '2.2',
  '7.20',
  '7.21',
  '7.22',
  '7.23',
  '7.24',
  '7.25',
  '7.26',
  '1.6',
  '4.7',
])

/** After the whole letter was handed over, "no such user" is a filter speaking: servers that know their users say so at RCPT. */
const afterData = /in reply to (?:end of )?data|>>> data\b|after (?:end of )?data|command:? data\b|\(data\)/i

/** "The address was not found", in the languages servers speak to their users. */
const notFound =
  /introuvable|n['’]existe pas|n['’]a pas pu être trouvée|(?:adresse|empfänger|postfach)\w*[^.]{0,60}(?:nicht gefunden|existiert nicht|gibt es nicht)|existiert nicht|impossibile trovare|non (?:esiste|è stat[oa] trovat[oa])|nie (?:można odnaleźć|istnieje|znaleziono)|niet (?:gevonden|bekend)|bestaat niet|n[ãa]o (?:p[ôo]de ser|foi|foram) encontrad|n[ãa]o existe|no (?:se (?:pudo|puede|ha podido) encontrar|se encontr[óo]|existe)|gick inte att hitta|(?:hittades|finns) inte|kunde inte hittas|(?:blev|ble) ikke fun[dn]et|ikke funnet|find(?:es|nes) ikke|ei löyty(?:nyt)?|ei ole olemassa|nebyl[ao]? nalezen|nenalezen|neexistuje|nem (?:található|létezik)|bulunamadı|mevcut değil|nu (?:a fost găsit|există)|не найден|не існує|не знайдено|не съществува|見つかりません|存在しません|找不到|찾을 수 없|존재하지 않|לא (?:נמצא|קיימת)|لم يتم العثور|غير موجود|δεν (?:βρέθηκε|υπάρχει)/iu

export function reasonOf(status: string | null, said: string): string {
  const text = said.replace(/\s+/g, ' ').slice(0, 6000)
  const code = status?.replace(/^[245]\./, '') ?? null
  if (code && sureCodes.has(code)) return byCode[code]!
  const told = bySaying.find(([, pattern]) => pattern.test(text))?.[0]
  if (told === 'userunknown' && afterData.test(text)) return 'filtered'
  if ((told === undefined || told === 'systemerror') && notFound.test(text)) return 'userunknown'
  return told ?? (code ? byCode[code] : undefined) ?? 'undefined'
}

/** The address itself is dead; everything else may work another time or another way. */
export const isHard = (reason: string, status: string | null): boolean =>
  ['userunknown', 'hostunknown', 'hasmoved', 'notaccept'].includes(reason) && !status?.startsWith('4')
