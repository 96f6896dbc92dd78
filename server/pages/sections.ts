import { callSection } from './call.ts'
import { conversationSection } from './conversation.ts'
import { doingSection } from './doing.ts'
import { hearSection } from './hear.ts'
import { mineSection } from './mine.ts'
import { needSection } from './need.ts'
import { optionsSection } from './options.ts'
import type { Section } from './section.ts'
import { urgentSection } from './urgent.ts'
import { waitSection } from './wait.ts'
import { whoSection } from './who.ts'

/** The customer's page from top to bottom. `write` is the letter-box: the form of `write.ts`, which takes files and has its own way. */
export const sections: readonly (Section | 'write')[] = [
  whoSection,
  urgentSection,
  needSection,
  optionsSection,
  doingSection,
  hearSection,
  waitSection,
  callSection,
  'write',
  conversationSection,
  mineSection,
]

export const sectionNamed = (name: string): Section | undefined =>
  sections.find((one): one is Section => one !== 'write' && one.name === name)
