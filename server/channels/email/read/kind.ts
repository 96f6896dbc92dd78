import { readBounce } from './bounce/bounce.ts'
import type { Letter } from './decode.ts'
import { isAutomatic, isList, wantsNoAnswer } from './kinds/automatic.ts'
import { isChallenge } from './kinds/challenge.ts'
import { isReport } from './kinds/report.ts'
import type { ReadMail } from './mail.ts'

/** What kind of mail: a person's, an automatic answer, a bounce, a report, a challenge, list mail. None but a person's is ever answered by us. */
export function kindOf(mail: Letter): { flags: ReadMail['flags']; bounce: ReadMail['bounce'] } {
  const report = isReport(mail)
  const challenge = !report && isChallenge(mail)
  const bounce = report || challenge ? null : readBounce(mail)
  const autoReply = bounce === null && !report && (challenge || isAutomatic(mail))
  return {
    flags: {
      autoReply,
      bounce: bounce !== null,
      list: isList(mail),
      report,
      challenge,
      suppressAutoReply: bounce !== null || report || autoReply || wantsNoAnswer(mail),
    },
    bounce,
  }
}
