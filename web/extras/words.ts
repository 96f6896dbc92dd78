import type { GivenExtra } from '#contract/extras.ts'
import { inUnit } from '#web/authority/words.ts'
import { t } from '#web/text/t.ts'

/** "costs nothing", or how much. */
export const costWords = ({ cost, unit }: { cost: number; unit: string | null }): string =>
  unit === null || cost === 0 ? t('extras.free') : inUnit(cost, unit)

export const stateWords = (one: GivenExtra): string =>
  t(`extras.state.${one.state}`, { maker: one.makerName?.split(' ')[0] ?? '' })

/** Does a draft speak of it? Every word of its name that carries something stands there, whatever its ending. */
export function speaksOf(text: string, name: string): boolean {
  const said = text.toLowerCase()
  const words = (name.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []).map((word) => word.slice(0, 7))
  return words.length > 0 && words.every((word) => said.includes(word))
}
