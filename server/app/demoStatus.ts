import type { TeammateName } from '#cast/company.ts'
import type { Said } from '#contract/status.ts'
import type { Actor } from '#server/base/actor.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { weekdayText } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { beginStatement } from '#server/statements/actions.ts'
import { publish, sign } from '#server/statements/signing.ts'
import { openReport, sayUpdate } from '#server/status/actions.ts'
import { addPart } from '#server/status/components.ts'
import { isOn } from '#server/team/practices.ts'

interface Company {
  team: Record<TeammateName, Actor>
  now: Date
}

const hour = 3_600_000

/** Ten in the evening, the day before yesterday. */
function nightBefore(now: Date): Date {
  const night = new Date(now.getTime() - 48 * hour)
  night.setUTCHours(22, 0, 0, 0)
  return night
}
const dayOf = (at: Date, language: 'en' | 'de') => weekdayText(at.getUTCDay(), language)

/** What everybody can read of Casa Amaral: four parts, a night in which nobody could ring, and vans that are late today. */
export async function bringStatus(trx: Trx, company: Company): Promise<void> {
  if (!(await isOn(trx, 'statusPage'))) return
  if ((await readSetting(trx, 'status-page')) === null)
    await writeSetting(trx, 'status-page', { languages: ['en', 'de'], demo: true })
  const parts = await bringParts(trx, company)
  await theSilentLine(trx, company, parts)
  await theLateVans(trx, company, parts)
  if (await isOn(trx, 'statements')) await theWordOfTheHouse(trx, company)
}

type Parts = Record<'line' | 'visits' | 'orders' | 'counter', string>

async function bringParts(trx: Trx, { team }: Company): Promise<Parts> {
  const add = (name: Said, about: Said | null = null) => addPart(trx, team.rosa, { name, about, demo: true })
  return {
    line: await add(
      { en: 'Emergency line', de: 'Notruf' },
      { en: 'No heat, no water, day and night', de: 'Keine Wärme, kein Wasser, Tag und Nacht' },
    ),
    visits: await add({ en: 'Visits at your home', de: 'Besuche bei Ihnen' }),
    orders: await add({ en: 'Ordering bread and cakes', de: 'Brot und Torten bestellen' }),
    counter: await add({ en: 'The bakery in the Rua da Fonte', de: 'Die Bäckerei in der Rua da Fonte' }),
  }
}

async function theSilentLine(trx: Trx, { team, now }: Company, parts: Parts): Promise<void> {
  const began = nightBefore(now)
  const after = (hours: number) => new Date(began.getTime() + hours * hour)
  const impact = {
    en: 'Whoever rang the emergency line between ten at night and half past four heard nothing. Nine homes were without heat until the morning.',
    de: 'Wer zwischen zehn Uhr abends und halb fünf den Notruf gewählt hat, hörte nichts. Neun Häuser blieben bis zum Morgen ohne Heizung.',
  }
  const id = await openReport(trx, team.ana, {
    title: { en: 'Nobody could reach the emergency line', de: 'Der Notruf war nicht zu erreichen' },
    stage: 'looking',
    impact,
    doing: {
      en: 'Ben has the mobile phone of the van with him: +351 255 000 174. Ring him, at any hour.',
      de: 'Ben hat das Telefon aus dem Wagen bei sich: +351 255 000 174. Rufen Sie ihn an, zu jeder Stunde.',
    },
    levels: { [parts.line]: 'down' },
    nextAt: after(9).toISOString(),
    incidentId: null,
    begunAt: began.toISOString(),
    at: after(6.5),
    demo: true,
  })
  await sayUpdate(trx, team.ana, id, {
    stage: 'over',
    impact,
    doing: {
      en: 'The line rings again. I have rung each of the nine homes this morning, and Ben was at all of them by noon.',
      de: 'Der Notruf läutet wieder. Ich habe heute früh jedes der neun Häuser angerufen, und Ben war bis Mittag bei allen.',
    },
    levels: {},
    nextAt: null,
    cause: {
      en: 'We moved to a new telephone company that day and tried the line only from inside the house. Calls from outside went to a number that nobody has. From now on Rosa rings it from her own phone, each evening at eight.',
      de: 'Wir hatten an dem Tag den Telefonanbieter gewechselt und den Notruf nur aus dem Haus heraus probiert. Anrufe von außen gingen an eine Nummer, die niemand hat. Ab jetzt ruft Rosa ihn jeden Abend um acht von ihrem eigenen Telefon aus an.',
    },
    at: after(14),
  })
}

async function theLateVans(trx: Trx, { team, now }: Company, parts: Parts): Promise<void> {
  const began = new Date(now.getTime() - 3 * hour)
  const at = (hours: number) => new Date(began.getTime() + hours * hour)
  const impact = {
    en: 'If you have a visit today, we are with you about an hour later than we said. Nobody is left out.',
    de: 'Wenn wir heute zu Ihnen kommen, sind wir etwa eine Stunde später da als gesagt. Wir kommen zu allen.',
  }
  const report = await openReport(trx, team.ben, {
    title: { en: 'Our visits are an hour late today', de: 'Unsere Besuche sind heute eine Stunde später' },
    stage: 'looking',
    impact,
    doing: {
      en: 'One of the two vans will not start. I am looking at it in the yard.',
      de: 'Einer der beiden Wagen springt nicht an. Ich sehe ihn mir im Hof an.',
    },
    levels: { [parts.visits]: 'partly' },
    nextAt: at(1).toISOString(),
    incidentId: null,
    begunAt: began.toISOString(),
    at: at(0.2),
    demo: true,
  })
  await sayUpdate(trx, team.ben, report, {
    stage: 'found',
    impact,
    doing: {
      en: 'The starter is gone. Miguel lends us his van, and I ring everybody before I set out.',
      de: 'Der Anlasser ist hin. Miguel leiht uns seinen Wagen, und ich rufe alle an, bevor ich losfahre.',
    },
    levels: { [parts.visits]: 'partly' },
    nextAt: new Date(now.getTime() + 3 * hour).toISOString(),
    at: at(1),
  })
}

async function theWordOfTheHouse(trx: Trx, { team, now }: Company): Promise<void> {
  const night = nightBefore(now)
  const morning = new Date(night.getTime() + 8 * hour)
  const by = new Date(now.getTime() + 48 * hour)
  const signers = [team.rosa, team.ana]
  const id = await beginStatement(trx, team.ana, {
    title: { en: 'The night our line was silent', de: 'Die Nacht, in der unser Notruf schwieg' },
    words: {
      en: `On ${dayOf(night, 'en')} night nine families in this town sat in the cold and could not reach us.\n\nWe changed our telephone company that day, and we tried the line only from inside the house. That was our mistake, and I am sorry. You trust that somebody picks up, and nobody did.\n\nI have been to see each of the nine families. Ben has repaired every boiler, and we pay for the night. From now on I ring the line from my own phone at eight each evening. By ${dayOf(by, 'en')} at six I hang the list of those calls in the window of the bakery, and you can read it there.\n\nRosa Amaral`,
      de: `In der Nacht auf ${dayOf(morning, 'de')} saßen neun Familien dieser Stadt im Kalten und konnten uns nicht erreichen.\n\nWir haben an dem Tag den Telefonanbieter gewechselt und den Notruf nur aus dem Haus heraus probiert. Das war unser Fehler, und es tut mir leid. Sie verlassen sich darauf, dass jemand abnimmt, und niemand hat abgenommen.\n\nIch war bei jeder der neun Familien. Ben hat alle Heizungen repariert, und wir bezahlen diese Nacht. Ab jetzt rufe ich jeden Abend um acht von meinem eigenen Telefon an. Bis ${dayOf(by, 'de')} um sechs hänge ich die Liste dieser Anrufe ins Fenster der Bäckerei, dort können Sie sie lesen.\n\nRosa Amaral`,
    },
    signers: signers.map((one) => one.id!),
    incidentId: null,
    demo: true,
  })
  for (const one of signers) await sign(trx, one, id, 1)
  await publish(trx, team.rosa, id, { version: 1, told: 'personally', withComments: false })
  await beginStatement(trx, team.ines, {
    title: { en: 'About the cake of Saturday' },
    words: {
      en: 'We regret any inconvenience that may have been caused. Mistakes were made with a small number of orders.\n\nWe take this very seriously and will be back in touch shortly.',
    },
    signers: [team.ines.id!, team.rosa.id!],
    incidentId: null,
    demo: true,
  })
}
