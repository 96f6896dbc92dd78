import { FieldList } from '#web/fields/FieldList.tsx'
import { TagList } from '#web/tags/TagList.tsx'
import { TeamList } from '#web/teams/TeamList.tsx'

/** Words, fields and people by which lists are made. */
export function Lists() {
  return (
    <>
      <TagList />
      <FieldList />
      <TeamList />
    </>
  )
}
