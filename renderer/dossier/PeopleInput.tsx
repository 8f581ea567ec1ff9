import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { useLetters } from '#renderer/ui/useLetters.ts'
import { namesFor, nameTyped } from '#shared/activities/entry/letters.ts'
import type { PeopleRole } from '#shared/dossier/kind.ts'
import type { DossierPerson } from '#shared/dossier/schema.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { cut } from '#shared/kernel/text.ts'

interface PeopleInputProps {
  readonly role: PeopleRole
  /** Whose roster is offered. */
  readonly date: PlainDate
  readonly people: readonly DossierPerson[]
  readonly onChange: (people: DossierPerson[]) => void
}

/**
 * Who played one part: chosen from the roster of the day, by characters or pinyin initials; others by name where the kind
 * allows it.
 */
export function PeopleInput({ role, date, people, onChange }: PeopleInputProps) {
  const matches = useLetters()
  const roster = useQuery(orpc.members.roster.queryOptions({ input: { date } }))
  const members = roster.data?.members ?? []
  const own = people.filter((person) => person.role === role.key)
  const others = people.filter((person) => person.role !== role.key)
  const keyOf = (person: DossierPerson) => person.personId ?? `name:${person.name}`
  const known = new Map([
    ...own.map((person) => [keyOf(person), person] as const),
    ...members.map(({ personId, name }) => [personId, { personId, name, role: role.key }] as const),
  ])
  const set = (keys: readonly string[]) => {
    const chosen = keys.flatMap((key): DossierPerson[] => {
      const person = known.get(key)
      if (person) return [person]
      const name = nameTyped(cut(key.trim(), 60), [...new Set([...known.values()].map((each) => each.name))], matches)
      if (name === null) return []
      const meant = [...known.values()].filter((each) => each.name === name)
      if (meant.length === 1) return meant
      return role.allowsOthers && name !== '' ? [{ personId: null, name, role: role.key }] : []
    })
    onChange([...others, ...(role.isMany ? chosen : chosen.slice(-1))])
  }
  return (
    <Select
      mode={role.allowsOthers ? 'tags' : 'multiple'}
      aria-label={role.label}
      style={{ width: '100%' }}
      value={own.map(keyOf)}
      onChange={set}
      maxTagTextLength={20}
      filterOption={(input, option) => namesFor(input, [String(option?.label ?? '')], matches).length > 0}
      placeholder={role.isMany ? '可选多人' : '选一人'}
      options={[...known].map(([key, { name }]) => ({ value: key, label: name }))}
      {...(role.isMany ? {} : { maxCount: 2 })}
    />
  )
}
