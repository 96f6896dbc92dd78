/** What a server says, and the letter it gives back below. */
export interface Notice {
  said: string
  original: string
}

const header =
  /^[\s>|]{0,8}(received|return-path|message-id|from|to|subject|date|mime-version|content-type|content-transfer-encoding|reply-to|delivered-to|dkim-signature|sender|cc|x-[\w-]+|importance|organization|user-agent|in-reply-to|references)\s*:/i
const onlyInLetters =
  /^[\s>|]{0,8}(received|message-id|mime-version|return-path|content-type|dkim-signature|x-mailer)\s*:/i
const announces =
  /^[\s\-|*>=+#_~.\u2500]*(?:here is (?:your|a copy)|this is a copy|(?:a |the )?(?:full )?copy of (?:the|your|this) (?:original )?(?:message|mail|letter)|(?:your )?(?:original|returned|unsent|undelivered|failed|rejected|old) (?:message|mail|e-?mail|letter)(?:'s)?(?: text| header| headers| info| body)?|message (?:text|headers?|body|content)s?|below (?:this|the next) line|start of (?:returned|original)|(?:message|mail) follows|text of (?:your|the) (?:message|mail)|mail (?:text|header)s?|returned (?:mail|text)|your (?:message|mail) (?:reads|follows|was as follows)|ursprüngliche (?:nachricht|mail)|message d'origine|mensaje original|messaggio originale|mensagem original)\b[^\n]{0,60}$/i

/** Takes the letter that a server gave back off its notice: after the line that announces it, or where header lines of a letter begin. */
export function readNotice(text: string): Notice {
  const lines = text.slice(0, 200_000).split('\n')
  for (let at = 1; at < lines.length; at++) {
    const announced = lines[at]!.length < 120 && announces.test(lines[at]!)
    if (announced && beginsLetter(lines, at + 1, 12, 1)) return split(lines, at)
    if (
      announced &&
      /^[\s]*[-|*=_+#]{3,}/.test(lines[at]!) &&
      /follow|copy|below|returned|original|header/i.test(lines[at]!)
    )
      return split(lines, at)
    if (header.test(lines[at]!) && beginsLetter(lines, at, 10, 3)) return split(lines, at)
  }
  return { said: lines.join('\n'), original: '' }
}

const split = (lines: string[], at: number): Notice => ({
  said: lines.slice(0, at).join('\n'),
  original: lines.slice(at).join('\n'),
})

/** Header lines of a letter stand close together, and one of them is of a kind that nobody writes by hand. */
function beginsLetter(lines: string[], from: number, within: number, least: number): boolean {
  const near = lines.slice(from, from + within)
  return (
    near.filter((line) => header.test(line)).length >= least && near.some((line) => onlyInLetters.test(line))
  )
}
