/** The words of one language that public texts are read by. */
export interface StatementWords {
  legal: RegExp
  conditional: RegExp
  excuse: RegExp
  /** For English beside its own reader: participles that are mostly read as states. */
  passive: RegExp
  /** Says who does it, so that nothing is hidden. */
  names: RegExp
  /** Stands before a passive that tells whom it happened to. */
  toWhom: RegExp
  blame: RegExp
  vague: RegExp
  stock: RegExp
  someday: RegExp
  people: RegExp
  harm: RegExp
  /** What we did that hurt. */
  deed: RegExp
  sorry: RegExp
  /** What we did to put it right. */
  repair: RegExp
  underWay: RegExp
}

const never = /(?!)/

export const english: StatementWords = {
  legal:
    /\b(?:pursuant to|hereby|herein|aforementioned|notwithstanding|(?:in accordance|in line) with (?:our|the) (?:terms|policy|policies|conditions|contract|regulations?)|as per|(?:the|our) (?:affected|impacted|relevant) (?:parties|individuals|persons|data subjects)|reserves? the right|(?:any|no|our|full) (?:legal )?liabilit(?:y|ies)|liable|legal(?:ly)? (?:obligations?|obliged|required)|to the (?:fullest|best) extent|terms (?:and|&) conditions|subject to (?:an? |the )?(?:ongoing |legal |internal )?(?:investigation|review|terms)|we are (?:unable|not able|not in a position) to comment|on the advice of)\b/i,
  conditional: never,
  excuse:
    /\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|regret)\b[^.!?]{0,110}(?:,| –| —|;) ?(?:but|however|although|even though|though)\b|\b(?:nobody|no one|no company) could have (?:known|foreseen|prevented)\b|\bbeyond our control\b/i,
  passive:
    /\b(?:was|were|had been|have been|has been) (?:\w+ly )?(?:closed|opened|shut|left|lost|broken|locked|connected|prepared|informed)\b[^.!?,;]{0,40}\b(?:too|early|late|open|off|wrong(?:ly)?|by mistake|in error|twice|unlocked|unattended)\b/i,
  names: /\bby (?:us|me|our|one of (?:us|our))\b/i,
  toWhom:
    /\b(?:you|we|I|they|who|whom|whoever|people|customers?|households?|homes?|famil(?:y|ies)|guests?|residents?|tenants?|neighbou?rs?|children|patients?|passengers?|everyone|everybody|nobody|none|many|most|all)(?: (?:\w+ ){0,2})?$/i,
  blame: /\byou (?:had been|were) (?:warned|informed|told|advised)\b/i,
  vague:
    /\b(?:some|certain|several|various|a (?:small|limited|tiny) (?:number|subset|portion|fraction|percentage|group)(?: of)?|a (?:few|handful)(?: of)?) (?:of (?:our|you|the) )?(?:\w+ )?(?:customers?|users?|people|clients?|guests?|individuals|accounts?|households|members|orders)\b|\b(?:an?|the|this|these|any|recent) (?:\w+ )?(?:issues?|incidents?|situation|irregularit(?:y|ies)|disruptions?|inconveniences?)\b(?! (?:in|on|at|with) \w)|\bmay have (?:been )?\w+(?:ed|en)\b|\b(?:unforeseen|certain|exceptional) circumstances\b|\bdegraded (?:performance|service)\b|\bexperienc(?:e|es|ing|ed) (?:an? |some )?(?:\w+ )?(?:issues?|difficult(?:y|ies)|disruptions?|problems?|delays?)\b|\b(?:is|are|was|were|been) (?:adversely |negatively )?impacted\b/i,
  stock:
    /\b(?:tak(?:e|es|ing|en) (?:\w+ ){0,5}(?:very |extremely |so |incredibly )?seriously|any inconvenience|inconvenience (?:caused|this)|valued? (?:customers?|clients?|guests?|members?|partners?)|(?:for )?your (?:continued )?(?:patience|understanding|loyalty)\b|isolated (?:incident|case)|abundance of caution|lessons? (?:have been|were|will be|has been) learn(?:ed|t)|(?:top|highest|utmost|number one) priority|highest standards?|of the utmost importance|(?:we )?(?:strive|pride ourselves)|committed to (?:providing|excellence|delivering|ensuring|the highest)|thoughts and prayers|unprecedented|world[- ]class|(?:moving|going) forward|rest assured|hearts go out)\b/i,
  someday:
    /\b(?:soon|shortly|as soon as (?:possible|we can|practicable)|in due course|in the (?:near future|coming (?:hours|days|weeks|months))|whenever possible|at (?:our|the) earliest|promptly|asap|in a timely manner|working (?:hard|tirelessly|around the clock))\b/i,
  people:
    /\b(?:you|your|people|customers?|famil(?:y|ies)|households?|homes?|guests?|children|residents?|neighbou?rs?|patients?|passengers?|tenants?|couples?|shops?|everyone|everybody|whoever|anyone|those|members?|readers?|parents?|pupils?|flats?|orders?)\b/i,
  harm: /\b(?:without|cold|dark|wait(?:ed|ing)?|could(?:n['’]t| not)|cannot|can['’]t|los(?:t|e|ing)|miss(?:ed)?|twice|hurt|afraid|frightened|worried|stranded|stood|sat in|had to|have to|had no|have no|has no|with no|did(?:n['’]t| not) (?:get|receive|have|hear|reach)|never (?:got|came|received|arrived|heard)|too late|wrong|sick|ill|spoil(?:ed|t)|ruined|exposed|stolen|seen by|read by|charged|unable|let (?:you|them|us) down|broken|spent|unanswered)\b/i,
  deed: /\b(?:we|I)(?: (?:had|have))?(?: (?:\w+ly|then|also|simply|still))? (?:did(?:n['’]t| not) \w+|never \w+|failed|forgot|overlooked|ignored|missed|tried|changed|moved|lost|left|cut|let|broke|sold|sent|took|gave|made|put|closed|delayed|waited|charged|deleted|published|leaked|kept|knew|chose|skipped|postponed|told|promised|mixed|misread|switched|shut|turned|entered|allowed|relied|trusted|should have|used|stored|built|delivered|installed|cancelled|shared)\b|\bour (?:\w+ ){0,3}(?:mistake|fault|error|failure)\b/i,
  sorry: /\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|forgive)\b/i,
  repair:
    /\b(?:we|I)(?:['’]ve| have)?(?: (?:now|already|since|also|just|\w+ly))* (?:fixed|repaired|replaced|restored|refunded|paid back|returned|called|rang|rung|visited|written to|hired|changed|ordered|brought|set up|opened a|put right|stopped)\b/i,
  underWay:
    /\b(?:we|I)(?:['’]ll| will)(?: have)? \w{3,}|\b(?:we|our (?:\w+ ){0,2}\w+)(?:['’]re| are| is)(?: (?:now|already|also|just|still))? \w{3,}ing\b/i,
}

export const german: StatementWords = {
  legal:
    /(?<!\p{L})(?:ohne (?:jede )?Anerkennung (?:einer )?(?:Rechtspflicht|Schuld)|aus (?:reiner )?Kulanz|(?:keine|jegliche|etwaige) (?:Haftung|Gewähr|Ansprüche)|gemäß|vorbehaltlich|hiermit|seitens|im Rahmen (?:der|des|unserer|von)|die (?:Unterzeichnende|betroffenen Personen|Geschädigten)|rechtliche?n? (?:Verpflichtung|Gründen?|Schritte)|laufende[sn]? (?:Verfahren|Untersuchung|Ermittlung)\p{L}*|können wir (?:uns )?(?:derzeit |momentan )?nicht (?:äußern|kommentieren)|behalten (?:wir )?uns\b[^.!?]{0,30}\bvor)(?!\p{L})/iu,
  conditional:
    /(?<!\p{L})(?:(?:entschuldig\p{L}*|Entschuldigung|verzeih\p{L}*|leid|bedauern)(?!\p{L})[^.!?\n]{0,70}(?<!\p{L})(?:falls|sollte\p{L}*|sofern|wenn (?:Sie|es|wir|etwas|dadurch))(?!\p{L})|(?:falls|sollte\p{L}*|sofern)(?!\p{L})[^.!?\n]{0,70},\s*(?:bitten wir|tut|entschuldigen wir|bedauern wir)|(?:etwaige|eventuelle|mögliche)n? Unannehmlichkeiten)/iu,
  excuse:
    /(?<!\p{L})(?:(?:leid|entschuldig\p{L}*|Entschuldigung|bedauern)(?!\p{L})[^.!?]{0,110}, ?(?:aber|jedoch|allerdings|obwohl)(?!\p{L})|(?:niemand|keiner) (?:konnte|hätte)[^.!?]{0,40}(?:ahnen|wissen|vorhersehen)|außerhalb unseres Einflusses|höhere[rn]? Gewalt)/iu,
  passive:
    /(?<!\p{L})(?:(?:wurden?|worden|wird|werden)(?!\p{L})(?:[^.!?;,]{0,90}(?<!\p{L})(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:ver|be|ent|er|zer|über|unter|miss)\p{Ll}{2,}(?:t|en)|\p{Ll}+iert))|(?:ist|kam|kommt) es(?: \p{L}+){0,4} zu (?:einem|einer|\p{Lu}\p{L}+)|(?:Fehler|Versehen|Missverständnis\p{L}*) (?:ist|sind)(?: \p{L}+){0,2} (?:passiert|unterlaufen|aufgetreten|entstanden))(?!\p{L})/iu,
  names: /(?<!\p{L})(?:wir|ich|von uns|durch uns|unser(?:e[mnrs]?)? \p{Lu}\p{L}+)(?!\p{L})/iu,
  toWhom: never,
  blame:
    /(?<!\p{L})(?:hätten Sie|wären Sie|Sie (?:hätten|haben (?:\p{L}+ ){0,3}nicht (?:beachtet|gelesen|geprüft|bemerkt))|wie (?:bereits|schon) (?:mitgeteilt|erwähnt|gesagt))(?!\p{L})/iu,
  vague:
    /(?<!\p{L})(?:(?:einige|manche|bestimmte|vereinzelte|einzelne|wenige|ein Teil|ein kleiner Teil|eine kleine (?:Zahl|Gruppe))[nr]?(?: (?:der|unserer|von Ihnen))? (?:\p{Ll}+ )?(?:Kund|Nutzer|Gäst|Personen|Menschen|Haushalt|Mitglied|Bestellung)\p{L}*|(?:ein|der|das|die|diese[rms]?|technische[rn]?|jüngste[rn]?) (?:\p{Ll}+ )?(?:Vorfall|Vorfälle|Störung(?:en)?|Problem(?:e|en)?|Situation|Unregelmäßigkeit(?:en)?|Vorkommnis(?:se)?|Beeinträchtigung(?:en)?)(?! (?:an|in|im|am|mit|bei) )|möglicherweise|unter Umständen|(?:unvorhergesehene|besondere|außergewöhnliche)[nr]? Umstände\p{L}*|Beeinträchtigungen)(?!\p{L})/iu,
  stock:
    /(?<!\p{L})(?:nehmen?(?: wir)? (?:\p{L}+ ){0,5}ernst|Unannehmlichkeiten|(?:Ihr|um|für Ihr) (?:\p{L}+ )?(?:Verständnis|Geduld)|Ihre Geduld|geschätzte[rn]? Kund\p{L}*|(?:bedauerliche[rn]? )?Einzelfall|(?:höchste|oberste) Priorität|höchste[nr]? (?:Standards|Ansprüche\p{L}*)|zutiefst|stets bemüht|um (?:\p{L}+ )?Verständnis|Lehren (?:gezogen|ziehen)|mit Hochdruck|selbstverständlich|sehr am Herzen)(?!\p{L})/iu,
  someday:
    /(?<!\p{L})(?:bald|in Kürze|schnellstmöglich|baldmöglichst|zeitnah|so (?:schnell|bald) wie möglich|umgehend|demnächst|in den (?:nächsten|kommenden) (?:Stunden|Tagen|Wochen)|zu gegebener Zeit|alsbald)(?!\p{L})/iu,
  people:
    /(?<!\p{L})(?:Sie|Ihnen|Ihre[mnrs]?|Menschen|Kund\p{L}*|Familien?|Haushalte?n?|Gäste?n?|Kinder\p{L}*|Nachbar\p{L}*|Bewohner\p{L}*|Mieter\p{L}*|Patient\p{L}*|Fahrgäste?n?|alle|jeder|wer|Eltern|Leute|Wohnungen|Häuser)(?!\p{L})/u,
  harm: /(?<!\p{L})(?:ohne|kalt\p{L}*|Kälte|dunkel\p{L}*|Dunkel\p{L}*|gewartet|warten|wartete\p{L}*|konnten?|können|nicht (?:erreicht|bekommen|erhalten|gehört)|verloren|verpasst|doppelt|Angst|Sorge\p{L}*|umsonst|mussten?|müssen|keine?n? (?:Wasser|Wärme|Strom|Heizung|Licht|Antwort|Brot|Termin)|zu spät|falsch\p{L}*|krank|verdorben|gestohlen|frier\p{L}*|froren|gefroren|saßen|standen|ausgefallen|kein)(?!\p{L})/iu,
  deed: /(?<!\p{L})(?:(?:wir|ich) (?:haben|habe|hatten)(?!\p{L})[^.!?]{0,90}(?<!\p{L})(?:vergessen|übersehen|versäumt|verwechselt|verloren|gelassen|nicht \p{L}+|falsch|zu spät|abgeschaltet|abgestellt|verschoben|verschwiegen|versprochen|gelöscht|geschickt|geliefert|berechnet|weitergegeben|unterschätzt|ignoriert)|(?:haben|habe|hatten) (?:wir|ich)(?!\p{L})[^.!?]{0,90}(?<!\p{L})(?:vergessen|übersehen|versäumt|verwechselt|verloren|gelassen|nicht \p{L}+|falsch|zu spät|abgeschaltet|abgestellt|verschoben|gelöscht|geschickt|geliefert|berechnet|weitergegeben|unterschätzt)|(?:wir|ich) (?:vergaßen|ließen|verloren|übersahen)|(?:unser|mein) (?:Fehler|Versehen|Versäumnis)|(?:das|es) (?:liegt|lag) an uns|hätten (?:wir|es)(?!\p{L})[^.!?]{0,60}müssen)(?!\p{L})/iu,
  sorry: /(?<!\p{L})(?:leid|entschuldig\p{L}*|Entschuldigung|Verzeihung|verzeih\p{L}*)(?!\p{L})/iu,
  repair:
    /(?<!\p{L})(?:(?:wir|ich) (?:haben|habe)|(?:haben|habe) (?:wir|ich))(?!\p{L})[^.!?]{0,80}(?<!\p{L})(?:repariert|ersetzt|erstattet|getauscht|ausgetauscht|zurückgezahlt|zurückgegeben|angerufen|bestellt|eingestellt|geändert|behoben|wiederhergestellt|besucht)(?!\p{L})/iu,
  underWay:
    /(?<!\p{L})(?:wir (?!haben|sind|waren|hatten|wurden|bedauern|entschuldigen|bitten|wissen|nehmen|hoffen|möchten|wollen|können|müssen)\p{Ll}{2,}(?:en|n)|(?:tauschen|reparieren|ersetzen|zahlen|rufen|schreiben|bringen|kommen|erstatten|bauen|stellen|liefern|prüfen|fahren) wir)(?!\p{L})/iu,
}
