const either = (list: string) =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('|')

/** How mail servers say that something was not delivered, or not yet, in the languages their makers speak. */
export const failureWords = new RegExp(
  either(`
    undeliver(?:able|ed)|non-?deliver(?:y|able|ed)|not? (?:yet )?(?:be(?:en)? )?(?:deliver(?:ed|able)?|sent to the following)|cannot be (?:delivered|sent)
    (?:unable|failed|failure|attempts?|trouble|problems?|difficulty|errors?|inability) (?:to |in |while |when |with )?(?:deliver|send|sending|relay|forward|rout)(?:ing|y|ed)?
    (?:could|can|can't|cannot|was|were|has|have|is|are|did|couldn't|wasn't|hasn't|haven't|will) ?(?:not|n't)? (?:yet |been |be |able to )*(?:delivered|deliver|reach|reached)(?=\\W)
    deliver(?:y|ing)?\\b[^.\\n]{0,100}\\b(?:fail(?:ed|ure)?|error|problem|unsuccessful|aborted|delayed|incomplete|impossible|suspended|not possible|notification|status)
    did(?:n't| not) reach|returned (?:mail|message|to sender|e-?mail)|return(?:ed|ing) (?:your )?(?:message|mail)? ?to (?:the )?sender|returning message|bounced|mail failed
    (?:fatal|permanent|delivery|transient|temporary) (?:fatal )?errors?|failed (?:address|recipient|deliver|mail|message|to)|failure (?:notice|notification|delivery|report)|failed delivery
    (?:user|recipient|mailbox|address|account|host|domain|addressee)s?(?: name)? (?:is |was |are |has been |not )?(?:unknown|invalid|disabled|full|unavailable|inactive|over ?quota|rejected|suspended|found|recognized|refused)
    (?:unknown|invalid|no such|bad|illegal|nonexist[ae]nt|malformed) (?:user|local|recipient|mailbox|address|final|account|host|domain|e-?mail|addressee)
    (?:message|mail|e-?mail)(?: you sent)? (?:has been |was |is |not |system )?(?:rejected|refused|blocked|returned|delayed|failure|error|failed|not delivered|bounced|status)
    automatically rejected|rejected (?:mail|message)|quota exceeded|exceed\\w*[^.\\n]{0,20}quota|mailbox[^.\\n]{0,40}(?:full|exceed|quota)|(?:disk|disc|over|exceeded|storage) ?quota|will be retried|still being retried|delay(?:ed)? (?:mail|\\d|reason|for)|warning[^\\n]{0,30}(?:could not|cannot|delayed)
    addresses? (?:had|failed|below|of the recipient)|rejected recipient|does not (?:exist|have an? (?:account|mailbox))|no longer (?:valid|exists?|available|in use|employed|works?)|(?:error|trouble|problem)s? (?:sending|delivering|delivery)
    unzustellbar|(?:nicht|niemals) (?:zugestellt|zustellbar|ausgeliefert|übermittelt|erreicht)|zustell(?:ung|ungs)?\\w*[ -]?(?:fehl|problem|status|verz)|unbekannte[rn]? (?:empf|benutz|nutz)|konnte[^.\\n]{0,60}nicht[^.\\n]{0,40}(?:zugestellt|ausgeliefert|gesendet)
    non remis|n'a pas (?:pu|été)[^.\\n]{0,40}(?:remis|d[ée]livr|livr|envoy|achemin)|[ée]chec[^.\\n]{0,30}(?:remise|livraison|distribution|envoi|d[ée]livr)|destinataire[^.\\n]{0,20}inconnu|impossible de (?:remettre|d[ée]livrer|distribuer)|non distribu
    no (?:se )?(?:ha |han |pudo |puede |fue )?(?:podido |posible )?(?:ser )?(?:entreg|envi)|no entregad|(?:error|fallo|falla|problema)[^.\\n]{0,20}(?:entrega|env[íi]o)|(?:usuario|destinatario|buz[óo]n)[^.\\n]{0,20}(?:desconocid|no exist|lleno)|devuelt[oa]
    mancat[oa] (?:consegna|recapito)|non (?:è stato|è stata|può essere|recapit|consegn)\\w*[^.\\n]{0,30}|impossibile (?:consegnare|recapitare|inviare)|(?:utente|destinatario|casella)[^.\\n]{0,20}(?:sconosciut|inesistent|piena)
    n[ãa]o (?:p[ôo]de|foi|pode|puderam)[^.\\n]{0,30}(?:entreg|envi)|falha[^.\\n]{0,20}(?:entrega|envio)|n[ãa]o entregue|devolvid[oa]|(?:usu[áa]rio|destinat[áa]rio)[^.\\n]{0,20}(?:desconhecid|inexistent|n[ãa]o exist)
    (?:kan|kon|is|zijn|werd)? ?niet (?:worden )?(?:be|af)?(?:zorgd|geleverd|leverd)|onbestelbaar|bezorg\\w*[^.\\n]{0,70}mislukt|onbekende (?:gebruiker|ontvanger)
    niedor[ęe]cz|niedostarcz|nie (?:mo[żz]|uda|zosta|m[óo]g)\\w*[^.\\n]{0,30}(?:dostarcz|dor[ęe]cz)|nieznany (?:u[żz]ytkownik|adresat)|zwrot (?:wiadomo|poczty)
    недостав|не (?:может|удалось|было|была|смог)[^.\\n]{0,40}достав|не достав|не вдалося[^.\\n]{0,30}достав|недоставлен|возвра(?:щен|т письма)|ошибка доставки|неизвестный (?:пользователь|получатель)
    nedoru[čc]|nelze doru[čc]it|nebyl[oa]? (?:mo[žz]n[ée] )?doru[čc]|nezn[áa]m[ýy] (?:u[žz]ivatel|p[řr][íi]jemce)|(?:kunde|kan|gick) inte (?:att )?(?:leverer|n[åa])|kan ikke (?:leveres|bli levert)|oleverbar|kunne ikke leveres|ikke lever(?:t|et)|ei voitu toimittaa|toimitus ep[äa]onnistui
    k[ée]zbes[íi]thetetlen|nem (?:siker[üu]lt|lehet)[^.\\n]{0,30}k[ée]zbes[íi]t|teslim edilemedi|iletilemedi|nu a putut fi (?:livrat|trimis)|δεν (?:παραδόθηκε|ήταν δυνατή)|ni bilo mogo[čc]e dostaviti|nije (?:moguće|mogla)[^.\\n]{0,30}(?:isporu|dosta)
    配信(?:でき|不能|失敗|エラー)|送信(?:でき|失敗|エラー)|送達でき|不達|メールエラー|エラーメール|エラー通知|届け(?:られ|でき|する)|送(?:り|る)ことができ|宛先[^。\\n]{0,20}(?:見つか|存在し|不明)|返送|存在しな
    退信|无法(?:投递|送达|传递|传送|发送)|無法(?:投遞|傳遞|送達|傳送)|未能(?:送达|投递)|投递(?:失败|状态|未)|寄送失敗|退回|배달(?:되지|하지|할 수|실패| 실패)|반송|전송 ?(?:실패|하지 못)|전달(?:되지|할 수|하지)|תקלה במסירה|לא נמסר|تعذر (?:التسليم|تسليم)|لم يتم تسليم
  `),
  'iu',
)

/** A machine that carries mail, by the local part of its address or its name. */
export const isDaemon = (from: { name: string | null; email: string } | null): boolean =>
  from === null ||
  from.email === '' ||
  /^(?:mailer[-_.]?daemon|post[-_.]?master|mail-?daemon|mdaemon|mail[-_.]?delivery|maildelivery|mailadmin|mail-?system|mailsystem|smtp(?:-?server)?|mta|bounces?|daemon|uucp|root)(?:[+.-][^@]*)?(?:@|$)/i.test(
    from.email,
  ) ||
  /^["' ]*(?:mailer[- ]?daemon|post ?master|post ?office|internet mail|mail ?deliver\w*|e?-?mail delivery|delivery (?:sub)?system|mdaemon|system (?:administrator|attendant)|mail(?:er)? (?:administrator|system|server|gateway)|mail-?server|interscan|message(?: transfer)? agent|mta\b|smtp\b|microsoft (?:outlook|exchange)$|lotus domino|the post office|mail router)/i.test(
    from.name ?? '',
  )

/** An SMTP answer or an enhanced status code that says no. */
export const refusal = /(?:^|[^\d.-])[45]\d\d(?:[ -]|$)(?!\d)|(?:^|[^\d.])[45]\.\d{1,2}\.\d{1,3}(?![\d.])/
