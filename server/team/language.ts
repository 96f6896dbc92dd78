import { type HouseLanguage, inHouse } from '#server/base/spoken.ts'
import type { TeammateRow } from './queries.ts'

/** What a teammate is written to in: what they have chosen, else what is spoken in the house. */
export const languageOfTeammate = ({ preferences }: Pick<TeammateRow, 'preferences'>): HouseLanguage =>
  preferences.language === 'de' || preferences.language === 'en' ? preferences.language : inHouse()
