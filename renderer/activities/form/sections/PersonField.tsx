import { AutoComplete, Input } from 'antd'
import { useLetters } from '#renderer/ui/useLetters.ts'
import { namesFor, resolveLetters } from '#shared/activities/entry/letters.ts'
import { normalName } from '#shared/kernel/text.ts'
import type { RosterEntry } from '#shared/members/schema.ts'
import type { FormPerson } from '../model.ts'
import { shortPost } from '../posts.ts'

interface PersonFieldProps {
  readonly id: string
  readonly label: string
  readonly value: FormPerson
  readonly members: readonly RosterEntry[]
  /** The post printed for a member that is chosen. */
  readonly postOf: (member: RosterEntry) => string
  readonly onChange: (person: FormPerson) => void
}

/** A person of the roster, or any other name, with the post that is printed in brackets. */
export function PersonField({ id, label, value, members, postOf, onChange }: PersonFieldProps) {
  const matches = useLetters()
  const names = members.map((member) => member.name)
  const choose = (name: string) => {
    const member = members.find((candidate) => candidate.name === normalName(name))
    // A name that is not on the roster keeps the post as typed; one that is brings its own.
    if (!member) return onChange({ ...value, personId: null, name })
    if (member.personId !== value.personId) onChange({ personId: member.personId, name: member.name, post: postOf(member) })
  }
  return (
    <span className="person-field">
      <AutoComplete
        id={id}
        aria-label={label}
        value={value.name}
        maxLength={60}
        style={{ width: '6.6em' }}
        popupMatchSelectWidth={180}
        options={members.map((member) => ({
          value: member.name,
          label: (
            <span>
              {member.name}
              <span className="faint small option-note">{shortPost(member)}</span>
            </span>
          ),
        }))}
        showSearch={{
          filterOption: (input, option) => namesFor(input, [String(option?.value ?? '')], matches).length > 0,
        }}
        onChange={choose}
        onBlur={() => {
          const resolved = resolveLetters(value.name, names, matches)
          if (resolved !== value.name) choose(resolved)
        }}
      />
      <Input
        aria-label={`${label}职务`}
        placeholder="职务"
        value={value.post}
        maxLength={60}
        style={{ width: '8em' }}
        onChange={(event) => onChange({ ...value, post: event.target.value })}
      />
    </span>
  )
}
