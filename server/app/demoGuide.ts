import type { InboxName } from '#cast/company.ts'
import { voices, words } from '#cast/guide.ts'
import { tend } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { guideOfTheHouse, isUnwritten } from '#server/knowledge/guide.ts'
import { addWords, rewriteVoice } from '#server/knowledge/guideChanges.ts'

/** The sample team's way of writing. A house that has a guide of its own keeps it: only the sample inboxes get theirs. */
export async function bringGuide(trx: Trx, inboxIds: Record<InboxName, string>): Promise<void> {
  const isFree = isUnwritten(await guideOfTheHouse(trx))
  const here = <T extends { inbox: InboxName | null }>(all: readonly T[]) =>
    all
      .filter(({ inbox }) => inbox !== null || isFree)
      .map((one) => ({ ...one, inboxId: one.inbox && inboxIds[one.inbox] }))
  for (const { inboxId, voice } of here(voices))
    await rewriteVoice(trx, tend, { ...voice, inboxId, demo: true })
  for (const { inboxId, kind, words: list } of here(words))
    await addWords(trx, tend, { inboxId, kind, words: list, demo: true })
}
