import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPosts, importRoster, previewPostsImport, previewRosterImport } from '#main/members/import.ts'
import { readRosterHistory } from '#main/members/read.ts'
import { readMembers } from '#main/members/service.ts'
import { committeeOn, rosterOfDay } from '#shared/members/roster.ts'
import { dumpLedger, openTestLedger, temporaryFolder } from '../helpers/ledger.ts'
import { dateCell, type TestSheet, writeWorkbook } from '../helpers/workbook.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')

function branch() {
  const { core, ledger } = openTestLedger()
  const staged = (path: string) => core.staging.find(core.staging.fromPath(path).token)
  const sheet = (made: TestSheet, name = '名册.xlsx') => staged(writeWorkbook(temporaryFolder(), name, made))
  return {
    core,
    ledger,
    sheet,
    roster: staged(join(samples, '党员花名册-全国样式.xlsx')),
    posts: staged(join(samples, '支委会和党小组.xlsx')),
    on: (day: string) => rosterOfDay(readRosterHistory(ledger), day).members,
    named: (name: string) => {
      const [member, ...others] = readMembers(ledger).filter(({ person }) => person.name === name)
      expect(others).toEqual([])
      return member?.person
    },
  }
}

describe('the roster of the national form', () => {
  it('previews without writing, then takes 14 members, 12 of them with a vote on 2025-02-10', async () => {
    const { core, ledger, roster, on } = branch()
    const before = dumpLedger(ledger)
    const preview = await previewRosterImport(core, roster)
    expect(dumpLedger(ledger)).toEqual(before)
    expect(preview).toMatchObject({ imported: 14, skipped: [], warnings: [] })
    expect(preview.rows.map(({ row, status }) => [row, status])).toEqual(
      Array.from({ length: 14 }, (_, index) => [index + 5, 'new']),
    )
    expect(await importRoster(core, roster)).toEqual({ imported: 14, skipped: [], warnings: [] })
    expect(on('2025-02-10')).toHaveLength(14)
    expect(on('2025-02-10').filter((member) => member.hasVote)).toHaveLength(12)
    expect(on('2025-01-19')).toHaveLength(13)
    expect(on('2025-01-20')).toHaveLength(14)
  })

  it('reads every form of date, padded names, codes before names and numbers for text', async () => {
    const { core, ledger, roster, named } = branch()
    await importRoster(core, roster)
    expect(named('张三')).toMatchObject({
      gender: 'male',
      ethnicity: '汉族',
      birthDate: '1975-03-12',
      education: '大学',
      job: '公务员',
      joinedOn: '1998-06-20',
      fullMemberOn: '1999-06-20',
      declaredCategory: 'formalMember',
      isMobile: false,
    })
    expect(named('王五')).toMatchObject({ birthDate: '1979-07-30', joinedOn: '2003-12-01', fullMemberOn: '2004-12-01' })
    expect(named('赵六')).toMatchObject({ birthDate: '1970-01-15', joinedOn: '1994-07-01', ethnicity: '汉族' })
    expect(named('蒋己')).toMatchObject({ declaredCategory: 'probationaryMember', fullMemberOn: null, joinedOn: '2024-06-20' })
    const masked = readMembers(ledger).find(({ person }) => person.name === '张三')?.masked
    expect(masked).toMatchObject({ idNumber: '990000********041X', mobile: '100****0001', phone: '*********0000' })
  })

  it('shows sealed fields masked and keeps them out of the history', async () => {
    const { core, ledger, roster } = branch()
    const preview = await previewRosterImport(core, roster)
    await importRoster(core, roster)
    for (const text of [JSON.stringify(preview), JSON.stringify(dumpLedger(ledger)['history_payload'])]) {
      expect(text).not.toMatch(/99000019750312041X|10000000001|0000-00000000/)
    }
  })

  it('updates on a second import and never doubles or removes anybody', async () => {
    const { core, ledger, roster, sheet, named } = branch()
    await importRoster(core, roster)
    const before = dumpLedger(ledger)
    expect((await previewRosterImport(core, roster)).rows.every(({ status }) => status === 'update')).toBe(true)
    expect(await importRoster(core, roster)).toEqual({ imported: 14, skipped: [], warnings: [] })
    expect(dumpLedger(ledger)).toEqual(before)
    const next = sheet({
      rows: [
        ['姓名', '身份证号', '入党时间', '学历'],
        ['张三', '99000019750312041X', null, '12 硕士研究生'],
        ['李四', null, '2005.5.18', '研究生'],
      ],
    })
    expect(await importRoster(core, next)).toEqual({ imported: 2, skipped: [], warnings: [] })
    expect(readMembers(ledger)).toHaveLength(14)
    expect(named('张三')).toMatchObject({ education: '硕士研究生', joinedOn: '1998-06-20', birthDate: '1975-03-12' })
    expect(named('李四')).toMatchObject({ education: '研究生' })
  })

  it('never takes a namesake for the same person', async () => {
    const { core, ledger, roster, sheet } = branch()
    await importRoster(core, roster)
    const before = dumpLedger(ledger)
    const byNameAlone = sheet({
      rows: [
        ['姓名', '学历'],
        ['张三', '博士'],
      ],
    })
    const result = await importRoster(core, byNameAlone)
    expect(result.imported).toBe(0)
    expect(result.skipped).toEqual([{ row: 2, reason: expect.stringContaining('张三') }])
    expect(dumpLedger(ledger)).toEqual(before)
    const other = sheet({
      rows: [
        ['姓名', '入党日期', '人员类别'],
        ['张三', '2020-07-01', '正式党员'],
      ],
    })
    const added = await importRoster(core, other)
    expect(added).toMatchObject({ imported: 1, skipped: [] })
    expect(added.warnings[0]?.reason).toContain('同名')
    expect(readMembers(ledger).filter(({ person }) => person.name === '张三')).toHaveLength(2)
  })
})

describe('other layouts of a roster', () => {
  it('finds the columns by their other names, below titles, with blank rows and a closing sum', async () => {
    const { core, sheet, named, on } = branch()
    const made = sheet({
      rows: [
        ['某局机关第三党支部党员名册'],
        [],
        ['填报单位：某局'],
        [
          '序号',
          '党员姓名',
          '性 别',
          '公民身份号码',
          '出生年月',
          '党员类别',
          '入党时间*',
          '转正时间',
          '部门',
          '手机（必填）',
          '党小组',
          '党内职务',
          '籍贯',
          '是否流动党员',
        ],
        [
          1,
          '张　三',
          '男',
          '99000019750312041X',
          1996.01,
          '正式党员',
          dateCell(36000),
          '1999年6月',
          '办公室',
          10000000001,
          '第一党小组',
          '书记',
          '某省某市',
          '否',
        ],
        [],
        [
          2,
          '李四',
          '女',
          "'99000019821102042x",
          '1982.11',
          '中共党员',
          '2005.05',
          '2006.5.18',
          '人事科',
          '10000000002',
          '第二党小组',
          '组织委员、党小组长',
          '',
          '是',
        ],
        [3],
        ['', '', ''],
        ['合计', null, null, null, null, '2人'],
        ['填表人：李四'],
      ],
    })
    const result = await importRoster(core, made)
    expect(result.skipped).toEqual([])
    expect(result.imported).toBe(2)
    expect(result.warnings).toEqual([
      { row: 5, reason: expect.stringContaining('不一致') },
      { row: 5, reason: expect.stringContaining('十八岁') },
    ])
    expect(named('张三')).toMatchObject({
      birthDate: '1996-01',
      joinedOn: '1998-07-24',
      fullMemberOn: '1999-06',
      unit: '办公室',
      nativePlace: '某省某市',
    })
    expect(named('李四')).toMatchObject({
      birthDate: '1982-11',
      joinedOn: '2005-05',
      isMobile: true,
      declaredCategory: 'formalMember',
    })
    expect(on('2025-01-01').map(({ name, groupName, posts }) => [name, groupName, ...posts.map(({ title }) => title)])).toEqual([
      ['张三', '第一党小组', '书记'],
      ['李四', '第二党小组', '组织委员', '党小组组长'],
    ])
  })

  it('warns about what is doubtful and skips what cannot be taken, naming the row', async () => {
    const { core, sheet, named } = branch()
    const made = sheet({
      rows: [
        ['序号', '姓名', '身份证号', '性别', '出生日期', '人员类别', '入党日期'],
        [1, '张三', '990000197503120411', '男', '1975-03-12', '正式党员', '2025-02-30'],
        [2, '李四', '99000019821102042X', '男', '1982-11-03', '正式党员', '不详'],
        [3, null, '99000019790730045X', '男', '1979-07-30', '正式党员', '2003-12-01'],
        [4, '王五', Number('990000197907300450'), '男', '1979-07-30', '正式党员', '2003-12-01'],
        [5, '赵六', null, '男', null, '入党积极分子', null],
        [6, '钱七', null, '女', null, '正式党员', '2014-06-12'],
        [7, '钱七', null, '女', null, '正式党员', '2014-06-12'],
        [8, '孙八', '12345', '男', null, '正式党员', '1996'],
        [9, '周九', '990000750312041', '男', '1975-03-12', '正式党员', '2000-07-01'],
        [10, '吴十', null, '男', null, '正式党员', '2099-07-01'],
      ],
    })
    const result = await importRoster(core, made)
    expect(result.imported).toBe(7)
    expect(result.skipped).toEqual([
      { row: 4, reason: '没有姓名' },
      { row: 6, reason: expect.stringContaining('入党积极分子') },
      { row: 8, reason: expect.stringContaining('第7行') },
    ])
    const warned = (row: number) => result.warnings.filter((each) => each.row === row).map(({ reason }) => reason)
    expect(warned(2)).toEqual([expect.stringContaining('2025-02-30'), expect.stringContaining('校验位')])
    expect(warned(3)).toEqual([
      expect.stringContaining('不详'),
      expect.stringContaining('出生日期与身份证号不一致'),
      expect.stringContaining('性别与身份证号不一致'),
    ])
    expect(warned(5)).toEqual([expect.stringContaining('丢失')])
    expect(warned(9)).toEqual([expect.stringContaining('18位')])
    expect(warned(10)).toEqual([])
    expect(warned(11)).toEqual([expect.stringContaining('入党日期2099-07-01还没有到')])
    expect(named('张三')).toMatchObject({ joinedOn: null })
    expect(named('孙八')).toMatchObject({ joinedOn: '1996' })
  })

  it('takes the stored result of a formula with a warning, and nothing where there is none', async () => {
    const { core, sheet, named } = branch()
    const made = sheet({
      rows: [
        ['姓名', '性别', '学历', '人员类别'],
        ['张三', { t: 's', f: 'UPPER("男")', v: '男' }, '大学', '正式党员'],
        ['李四', '女', { t: 'n', f: 'A1+1' }, '正式党员'],
      ],
    })
    const result = await importRoster(core, made)
    expect(result.imported).toBe(2)
    expect(result.warnings).toEqual([
      { row: 2, reason: expect.stringMatching(/性别.*B 列.*公式/) },
      { row: 3, reason: expect.stringMatching(/学历.*C 列.*没有结果/) },
    ])
    expect(named('张三')).toMatchObject({ gender: 'male' })
    expect(named('李四')).toMatchObject({ education: '' })
  })

  it('reads workbooks that count from 1904, old .xls files and comma-separated text', async () => {
    const rows = [
      ['姓名', '入党日期', '人员类别'],
      ['张三', dateCell(34538), '正式党员'],
    ]
    const first = branch()
    await importRoster(first.core, first.sheet({ rows, date1904: true }))
    expect(first.named('张三')).toMatchObject({ joinedOn: '1998-07-24' })
    const second = branch()
    await importRoster(
      second.core,
      second.sheet({ rows: [rows[0] as string[], ['张三', dateCell(36000), '正式党员']] }, '名册.xls'),
    )
    expect(second.named('张三')).toMatchObject({ joinedOn: '1998-07-24' })
    const third = branch()
    await importRoster(third.core, third.sheet({ rows: [rows[0] as string[], ['张三', '1998-07-24', '正式党员']] }, '名册.csv'))
    expect(third.named('张三')).toMatchObject({ joinedOn: '1998-07-24' })
  })

  it('uses the first sheet that has a name column', async () => {
    const { core, named } = branch()
    const path = writeWorkbook(
      temporaryFolder(),
      '名册.xlsx',
      { name: '填表说明', rows: [['请按要求填写'], ['一、日期填到日']] },
      {
        name: '名册',
        rows: [
          ['姓名', '人员类别'],
          ['张三', '正式党员'],
        ],
      },
    )
    expect((await importRoster(core, core.staging.find(core.staging.fromPath(path).token))).imported).toBe(1)
    expect(named('张三')).toBeDefined()
  })

  it('says once when the sheet mixes in another branch', async () => {
    const { core, sheet } = branch()
    const made = sheet({
      rows: [
        ['姓名', '所在党支部', '人员类别'],
        ['张三', '中共某局机关第三党支部委员会', '正式党员'],
        ['李四', '某局机关第四党支部', '正式党员'],
        ['王五', '某局机关第四党支部', '正式党员'],
      ],
    })
    expect((await importRoster(core, made)).warnings).toEqual([{ row: 3, reason: expect.stringContaining('第四党支部') }])
  })
})

describe('groups and posts', () => {
  it('gives groups, committee, leaders, leading cadre and exemption, open at the start where nobody knows it', async () => {
    const { core, ledger, roster, posts, on } = branch()
    await importRoster(core, roster)
    const before = dumpLedger(ledger)
    expect(await previewPostsImport(core, posts)).toMatchObject({ imported: 14, skipped: [], warnings: [] })
    expect(dumpLedger(ledger)).toEqual(before)
    expect(await importPosts(core, posts)).toEqual({ imported: 14, skipped: [], warnings: [] })
    const history = readRosterHistory(ledger)
    expect(history.groups.map(({ name, validFrom }) => [name, validFrom])).toEqual([
      ['第一党小组', null],
      ['第二党小组', null],
    ])
    expect(committeeOn(history, '2025-02-10').map(({ name, posts: held }) => `${name}${held[0]?.title}`)).toEqual([
      '张三书记',
      '李四组织委员',
      '王五宣传委员',
      '赵六纪检委员',
      '钱七青年委员',
    ])
    expect(committeeOn(history, '2023-05-11')).toEqual([])
    const groupOf = (name: string) => on('2020-01-01').find((member) => member.name === name)?.groupName
    expect(groupOf('孙八')).toBe('第一党小组')
    expect(on('2025-01-19').filter((member) => member.groupName === '第一党小组')).toHaveLength(6)
    expect(on('2025-01-20').filter((member) => member.groupName === '第一党小组')).toHaveLength(7)
    expect(on('2025-02-10').find((member) => member.name === '褚丁')?.exemptReason).toBe('年老体弱，不作硬性要求')
    expect(history.intervals.filter(({ kind }) => kind === 'leadingCadre')).toHaveLength(1)
  })

  it('changes nothing on a second import', async () => {
    const { core, ledger, roster, posts } = branch()
    await importRoster(core, roster)
    await importPosts(core, posts)
    const before = dumpLedger(ledger)
    expect(await importPosts(core, posts)).toEqual({ imported: 14, skipped: [], warnings: [] })
    expect(dumpLedger(ledger)).toEqual(before)
  })

  it('skips who is not on the roster, or not alone in bearing a name', async () => {
    const { core, sheet } = branch()
    await importRoster(
      core,
      sheet({
        rows: [
          ['姓名', '入党日期', '人员类别'],
          ['张三', '2000-07-01', '正式党员'],
          ['张三', '2001-07-01', '正式党员'],
          ['李四', '2001-07-01', '正式党员'],
        ],
      }),
    )
    const made = sheet({
      rows: [
        ['姓名', '党小组', '支部职务'],
        ['张三', '第一党小组', '书记'],
        ['周九', '', '委员'],
        ['李四', '无', '保密委员、工会主席'],
      ],
    })
    const result = await importPosts(core, made)
    expect(result).toEqual({
      imported: 1,
      skipped: [
        { row: 2, reason: expect.stringContaining('2名') },
        { row: 3, reason: expect.stringContaining('周九') },
      ],
      warnings: [{ row: 4, reason: expect.stringContaining('工会主席') }],
    })
  })

  it('never moves a group, ends a post or shortens a term by itself', async () => {
    const { core, ledger, roster, posts, sheet } = branch()
    await importRoster(core, roster)
    await importPosts(core, posts)
    const before = dumpLedger(ledger)
    const made = sheet({
      rows: [
        ['姓名', '党小组', '支部职务', '任职起'],
        ['张三', '第二党小组', '书记', '2026-05-12'],
      ],
    })
    const result = await importPosts(core, made)
    expect(result.warnings.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('改组'),
      expect.stringContaining('保留较早的日期'),
    ])
    expect(dumpLedger(ledger)).toEqual(before)
    const second = await importPosts(
      core,
      sheet({
        rows: [
          ['姓名', '支部职务', '任职起'],
          ['李四', '书记', '2026.5'],
        ],
      }),
    )
    expect(second.warnings.map(({ reason }) => reason)).toEqual([expect.stringContaining('张三')])
    expect(committeeOn(readRosterHistory(ledger), '2026-06-01').map(({ name }) => name)).toEqual([
      '张三',
      '李四',
      '王五',
      '赵六',
      '钱七',
    ])
  })

  it('fills a group that is merged downwards', async () => {
    const { core, sheet, on } = branch()
    await importRoster(core, sheet({ rows: [['姓名'], ['张三'], ['李四']] }))
    await importPosts(
      core,
      sheet({
        rows: [
          ['党小组', '姓名', '支部职务'],
          ['第一党小组', '张三', '书记'],
          [null, '李四', '党员'],
        ],
        merges: ['A2:A3'],
      }),
    )
    expect(on('2025-01-01').map(({ groupName }) => groupName)).toEqual(['第一党小组', '第一党小组'])
  })
})
