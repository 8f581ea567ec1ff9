import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facesFor, fontFile, fontFileNames } from '#main/documents/fonts.ts'
import { formRows, nameSize } from '#main/documents/form-layout.ts'
import { documentHtml } from '#main/documents/html.ts'
import { cssString, escapeHtml } from '#main/documents/html-text.ts'
import { resourcesFolder } from '#main/platform/resources.ts'
import { printStyles } from '#shared/documents/contract.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { activityOf, attendanceOf, partOf, sampleBranch } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'

const hostile = `</style></title><script>alert(1)</script><img src=x onerror="alert(2)">'"&\u0000\u001b`

const attacked = activityOf({
  date: '2025-06-27',
  place: hostile,
  chair: { name: hostile.slice(0, 60), post: '' },
  closing: hostile,
  parts: [
    partOf({
      purpose: 'generalMeeting',
      title: hostile,
      recordNumber: hostile,
      attendance: attendanceOf(['<b>张', '李四'], []),
      agenda: [
        {
          title: hostile,
          heading: '',
          content: [
            { kind: 'text', text: hostile },
            { kind: 'speech', speaker: '<i>', role: hostile.slice(0, 60), text: hostile },
          ],
        },
        { title: '二', heading: '', content: [] },
      ],
    }),
  ],
})

describe('the page', () => {
  it('styles each form for itself: in one book they stand side by side, and one line too wide makes Chromium shrink every page', () => {
    const folder = join(resourcesFolder(), 'print')
    const shared = /^\.(?:hang|blank|strut|signature|title|heading|flush|data|pair|remark|left)\b/
    const unscoped = readdirSync(folder)
      .filter((name) => name !== 'common.css')
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => line.split(',').some((selector) => shared.test(selector.trim())))
    expect(unscoped).toEqual([])
  })

  it.each(printStyles)('takes text from the record as text only (%s)', (style) => {
    const html = documentHtml(minutesDocument(attacked, sampleBranch, { style }), { style, fonts: 'office' })
    expect(html).not.toMatch(/<script|<img|<b>|<i>|onerror="/)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html.match(/<\/title>/g)).toHaveLength(1)
    expect(html).not.toContain('\u0000')
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;')
  })

  it('allows no script and nothing from elsewhere', () => {
    const html = documentHtml(minutesDocument(generalMeeting, sampleBranch, { style: 'official' }), {
      style: 'official',
      fonts: 'bundled',
    })
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'"`,
    )
    expect(html).toContain('<html lang="zh-CN" translate="no">')
    const urls = [...html.matchAll(/url\("([^"]*)"\)/g)].map((match) => match[1] ?? '')
    expect(urls.length).toBeGreaterThan(5)
    for (const url of urls) expect(fontFile(url.replace('/fonts/', ''))).not.toBeNull()
  })

  it('names the fonts of offices only where they are wanted, and ours before those of the system', () => {
    const of = (fonts: 'office' | 'bundled') =>
      documentHtml(minutesDocument(generalMeeting, sampleBranch, { style: 'official' }), { style: 'official', fonts })
    expect(of('bundled')).not.toContain('仿宋_GB2312')
    expect(of('office')).toMatch(/--fang: "仿宋_GB2312".*"BH Song", "BH Kai", serif;/)
  })

  it('holds its fonts where it stands alone', () => {
    const html = documentHtml(minutesDocument(generalMeeting, sampleBranch, { style: 'official' }), {
      style: 'official',
      fonts: 'bundled',
      standsAlone: true,
    })
    expect(html).toContain('data:font/woff2;base64,')
    expect(html).not.toContain('/fonts/')
  })

  it('says nothing of the program', () => {
    const html = documentHtml(minutesDocument(generalMeeting, sampleBranch, { style: 'table' }), {
      style: 'table',
      fonts: 'office',
    })
    expect(html).not.toMatch(/支部手册|branch.handbook|generator/i)
  })
})

describe('the list of fonts', () => {
  it('holds files that exist, and nothing else', () => {
    const names = fontFileNames()
    expect(names.filter((name) => fontFile(name) === null)).toEqual([])
    for (const name of [
      '',
      '.',
      '..',
      '../unicode.json',
      'noto-serif-sc-4-900-normal.woff2',
      '/etc/passwd',
      'LICENSE',
      'constructor',
      '__proto__',
    ]) {
      expect(fontFile(name)).toBeNull()
    }
  })

  it('gives the whole 楷 font to rare characters only', () => {
    const families = (text: string) => new Set(facesFor(text, false).map(({ family }) => family))
    expect(families('张三，2025年')).not.toContain('BH Kai')
    for (const rare of '㐱𠮷䶮㛃') expect(families(rare)).toContain('BH Kai')
  })
})

describe('text', () => {
  it('is escaped for HTML and CSS', () => {
    expect(escapeHtml(`<a href="x">&'`)).toBe('&#60;a href=&#34;x&#34;&#62;&#38;&#39;')
    expect(cssString('2025-党员大会-02')).toBe('"2025-党员大会-02"')
    expect(cssString('";} </style>\n\\')).not.toMatch(/[<>;}\n]|"(?=.)(?!\\)/)
  })
})

describe('the form', () => {
  it('puts two facts in a row, a wide one alone', () => {
    const field = (label: string, wide = false) => ({ label, value: '', wide })
    const rows = formRows([field('a'), field('b'), field('c'), field('d', true), field('e'), field('f')])
    expect(rows.map((row) => row.map(({ label }) => label).join(''))).toEqual(['ab', 'c', 'd', 'ef'])
  })

  it('keeps the name whole as long as it can be read', () => {
    expect(nameSize('某局机关第三党支部2025年第二季度支部党员大会记录')).toEqual({ points: 14, wraps: false })
    expect(nameSize('党'.repeat(36)).wraps).toBe(false)
    expect(nameSize('党'.repeat(60))).toEqual({ points: 12, wraps: true })
  })
})
