import { chineseDate, type PlainDate, plusDays } from '../kernel/dates.ts'
import { categoryOn } from '../members/roster.ts'
import type { MemberInterval, Person, SaveMember } from '../members/schema.ts'
import type { DevelopmentCase } from './case.ts'
import { probationEnd, sources } from './rules.ts'

/** Who a case is about, as the roster has them. */
export interface RosterPerson {
  readonly person: Person
  readonly intervals: readonly MemberInterval[]
}

/** A change of the roster that follows from a case; made only when somebody says so. */
export interface RosterOffer {
  readonly kind: 'admit' | 'convert'
  /** What would change, one line each. */
  readonly changes: string[]
  /** What to think of before. */
  readonly notes: string[]
  readonly input: SaveMember
}

const ownIntervals = (member: RosterPerson): NonNullable<SaveMember['intervals']> =>
  member.intervals.map(({ id: _id, personId: _personId, ...interval }) => interval)

function admission(given: DevelopmentCase, member: RosterPerson | null, admittedOn: PlainDate): RosterOffer | null {
  if (member?.person.joinedOn === admittedOn) return null
  const notes = given.dates.approvedOn === null ? ['上级党组织的批准还没有登记，可以等批准后再改。'] : []
  const day = chineseDate(admittedOn)
  if (!member)
    return {
      kind: 'admit',
      changes: [`登记${given.name}：预备党员，${day}入党`],
      notes,
      input: {
        person: { name: given.name, declaredCategory: 'probationaryMember', joinedOn: admittedOn },
        membership: { validFrom: admittedOn, validTo: null },
        intervals: [],
      },
    }
  // A formal member of long standing is not made a probationer again by a date of another kind.
  if (member.person.fullMemberOn !== null && given.dates.convertedOn === null) return null
  const was = member.person.joinedOn === null ? '未登记' : chineseDate(member.person.joinedOn)
  const { id, position: _position, ...person } = member.person
  return {
    kind: 'admit',
    changes: [`${given.name}入党日期：${was} → ${day}`],
    notes,
    input: { id, person: { ...person, joinedOn: admittedOn } },
  }
}

function conversion(given: DevelopmentCase, member: RosterPerson, convertedOn: PlainDate): RosterOffer | null {
  const fullOn = probationEnd(given) ?? convertedOn
  const { id, position: _position, ...person } = member.person
  // Whoever knows better has entered a day already; it is theirs.
  if (person.fullMemberOn !== null || (person.joinedOn === null && categoryOn(member.person, convertedOn) === 'formalMember'))
    return null
  // Until the meeting has passed it there is no vote, also in that meeting, although the day counted from lies before it.
  const waits = convertedOn >= fullOn
  const suspension = {
    kind: 'votingSuspension' as const,
    value: '支部大会讨论转正之前',
    title: '',
    validFrom: fullOn,
    validTo: convertedOn,
  }
  return {
    kind: 'convert',
    changes: [
      `${given.name}：预备党员 → 正式党员，转正日期${chineseDate(fullOn)}（党龄从预备期满之日算起，${sources.partyAge}）`,
      ...(waits ? [`表决权从${chineseDate(plusDays(convertedOn, 1))}起（${chineseDate(convertedOn)}的大会讨论通过之后）`] : []),
    ],
    notes: given.dates.conversionApprovedOn === null ? ['上级党组织的批准还没有登记，可以等批准后再改。'] : [],
    input: {
      id,
      person: { ...person, declaredCategory: 'formalMember', fullMemberOn: fullOn },
      ...(waits ? { intervals: [...ownIntervals(member), suspension] } : {}),
    },
  }
}

/** What the roster could take over from a case as of its dates; null when it says the same, or nothing has been decided. */
export function rosterOffer(given: DevelopmentCase, member: RosterPerson | null): RosterOffer | null {
  const { admittedOn, convertedOn } = given.dates
  if (given.status === 'ended' || given.name === '') return null
  if (admittedOn !== null) {
    const offered = admission(given, member, admittedOn)
    if (offered) return offered
  }
  return convertedOn !== null && member ? conversion(given, member, convertedOn) : null
}
