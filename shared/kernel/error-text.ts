import { format, isValid, parseISO } from 'date-fns'
import type { ErrorCode, ErrorParams } from './errors.ts'
import { octetsText } from './octets.ts'

/** What a person is told: what has happened, and what can be done about it. */
export interface ErrorText {
  readonly title: string
  readonly advice: string
}

type Words = (params: ErrorParams) => ErrorText

const text = (value: ErrorParams[string]) => (value === undefined || value === null ? '' : String(value))

/** `文件「台账.xlsx」`, or the bare word when nobody knows which. */
const named = (word: string, value: ErrorParams[string]) => (text(value) === '' ? word : `${word}「${text(value)}」`)

/** A size given in octets, otherwise as it stands. */
const size = (value: ErrorParams[string]) => (typeof value === 'number' ? octetsText(value) : text(value))

const joined = (...sentences: readonly string[]) => sentences.filter((sentence) => sentence !== '').join('')

/** Where in a file: `（第 3 行）`. */
const rowOf = (params: ErrorParams) => (text(params['row']) === '' ? '' : `（第 ${text(params['row'])} 行）`)

const fileOf = (params: ErrorParams) => params['file'] ?? params['path'] ?? params['name']

/** `2025-06-27T07:00:00.000Z` → `2025-06-27 15:00`, by the clock on the wall: to tell one window from another. */
function instant(value: ErrorParams[string]): string {
  const date = parseISO(text(value))
  return isValid(date) ? format(date, 'yyyy-MM-dd HH:mm') : text(value)
}

/** After a target has failed in the middle of an export. */
/** What to do about a target, by what the system said. */
function targetAdvice(reason: string): string {
  if (/^(EIO|ENXIO|ENODEV)/.test(reason)) return '磁盘读写出错。请检查 U 盘或移动硬盘是否接好，或换一个再试。'
  if (/^(ENOENT|ENOTDIR)/.test(reason)) return '这个位置已经不在了，U 盘可能已拔出。请插好后重新选择，或换一个位置。'
  return '请检查权限或写保护，或换一个位置。'
}

const keptBeginning = '已写入的部分留在原处，还不能使用。处理好这个位置以后，在“保存到”重新选择它，可以继续导出，也可以清除。'

function holderText(params: ErrorParams): string {
  const parts = [
    text(params['host']) === '' ? '' : `电脑「${text(params['host'])}」`,
    text(params['since']) === '' ? '' : `${instant(params['since'])} 打开`,
    text(params['pid']) === '' ? '' : `进程号 ${text(params['pid'])}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

const words: Record<ErrorCode, Words> = {
  INPUT_INVALID: (p) => ({
    title: text(p['field']) === '' ? '填写的内容有误' : `填写的内容有误：${text(p['field'])}`,
    advice: joined(text(p['issues']) || text(p['reason']) || '请检查后再试。'),
  }),
  NOT_FOUND: (p) => ({
    title: `没有找到${named(text(p['what']) === '' ? '这条内容' : text(p['what']), p['name'] ?? p['id'])}`,
    advice: '它可能已被移入回收站，请刷新后再试。',
  }),
  CHANGED_ELSEWHERE: (p) => ({
    title: `${named('这条记录', p['title'])}已在别处被修改`,
    advice: '为了不覆盖较新的内容，本次没有保存。请打开最新的记录，核对后再保存。',
  }),
  REASON_REQUIRED: (p) => ({
    title: `${named('这条记录', p['title'])}已经定稿`,
    advice: '没有保存。定稿以后修改要填写理由，理由会写进修改记录。',
  }),
  FILE_UNREADABLE: (p) => ({
    title: `${named('文件', fileOf(p))}无法读取${rowOf(p)}`,
    advice: joined(text(p['reason']), '请确认文件存在、没有被其他程序占用，并且有权限打开。'),
  }),
  FILE_TOO_LARGE: (p) => ({
    title: `${named('文件', fileOf(p))}太大`,
    advice: text(p['limit']) === '' ? '请换一个小一些的文件。' : `最大 ${text(p['limit'])}。`,
  }),
  FILE_EXPIRED: (p) => ({
    title: `${named('文件', fileOf(p))}需要重新选择`,
    advice: '程序重新启动或文件放置过久，请再选择或再生成一次。',
  }),
  SHEET_NOT_A_WORKBOOK: (p) => ({
    title: `${named('文件', fileOf(p))}不是电子表格`,
    advice: joined(text(p['reason']), '请选择 Excel 或 WPS 表格文件（.xlsx、.xls）。文件没有被改动，数据文件夹也没有变化。'),
  }),
  SHEET_NO_HEADER: (p) => ({
    title: `${named('文件', fileOf(p))}里没有找到表头`,
    advice: joined(
      text(p['missing'] ?? p['column']) === '' ? '' : `缺少「${text(p['missing'] ?? p['column'])}」一列。`,
      '请保留表头，例如「姓名」「日期」「会议类型」，再导入一次。',
    ),
  }),
  SHEET_TOO_MANY_ROWS: (p) => ({
    title: `${named('文件', fileOf(p))}行数太多`,
    advice: joined(
      text(p['rows'] ?? p['row']) === '' ? '' : `有 ${text(p['rows'] ?? p['row'])} 行，`,
      text(p['limit']) === '' ? '请分成几个文件再导入。' : `最多 ${text(p['limit'])} 行，请分成几个文件再导入。`,
    ),
  }),
  SHEET_EMPTY: (p) => ({ title: `${named('文件', fileOf(p))}里没有内容`, advice: '表头下面没有一行可以读取的内容，请核对文件。' }),
  IMPORT_NOTHING: (p) => ({
    title: `${named('文件', fileOf(p))}中没有一行可以导入`,
    advice: joined(text(p['reason'] ?? p['reasons'] ?? p['skipped']), '请按预览中每一行的原因修改后再试，数据文件夹没有变化。'),
  }),
  RATING_OFF: () => ({ title: '达标创星已关闭', advice: '上级部署以后，可以在“设置—规则与口径”里打开；以前的自评都还在。' }),
  LEDGER_NOT_OPEN: (p) => ({ title: `${named('数据文件夹', p['path'])}还没有打开`, advice: '请先处理首页上的提示。' }),
  LEDGER_NOT_FOUND: (p) => ({
    title: `${named('数据文件夹', p['path'])}里还没有支部的数据`,
    advice: '第一次使用请先新建；如果数据在别处，请选择那个文件夹（命令行用 --ledger 指定）。',
  }),
  LEDGER_EXISTS: (p) => ({
    title: `${named('数据文件夹', p['path'])}里已经有支部的数据`,
    advice: '没有新建，原有数据没有变化。请直接打开，或另选一个文件夹。',
  }),
  LEDGER_IN_USE: (p) => ({
    title: `${named('数据文件夹', p['path'])}正在被另一个窗口使用${holderText(p)}`,
    advice: '请先关闭那个窗口，再试一次。',
  }),
  LEDGER_NEWER: (p) => ({
    title: `${named('数据文件夹', p['path'])}由更新版本的程序建立`,
    advice: joined(
      text(p['version']) === '' ? '' : `数据版本 ${text(p['version'])}，本程序最高认识 ${text(p['known'])}。`,
      '为保证数据完整，本程序没有打开它。请换用新版本的程序。',
    ),
  }),
  LEDGER_FOREIGN: (p) => ({
    title: `${named('文件', p['path'])}不是本程序的数据`,
    advice: joined(
      text(p['reason']) === '' ? '' : `其中的结构与本程序的不同（${text(p['reason'])}）。`,
      '文件没有被改动。请选择另一个数据文件夹。',
    ),
  }),
  LEDGER_DAMAGED: (p) => ({
    title: `${named('数据文件夹', p['path'])}里的数据已损坏`,
    advice:
      text(p['sideFile']) === ''
        ? '请不要删除或覆盖原来的文件，从备份文件夹中恢复最近的一份。'
        : `旁边的「${text(p['sideFile'])}」属于另一份数据，一起打开会把两份数据混在一起，所以没有打开。如果它是从别处复制来的，请把它移到别处再重试；不能确定时，请从备份恢复。`,
  }),
  LEDGER_READ_ONLY: (p) => ({
    title: `${named('数据文件夹', p['path'])}不能写入`,
    advice: '请检查 U 盘是否写保护、文件夹的权限，或把它复制到可以写入的位置再打开。数据没有变化。',
  }),
  LEDGER_NO_SPACE: (p) => ({
    title: `${named('数据文件夹', p['path'])}所在的磁盘空间不足`,
    advice: '请清理磁盘后再试，数据没有变化。',
  }),
  LEDGER_DISK_ERROR: (p) => ({
    title: `读写${named('数据文件夹', p['path'])}时磁盘出错${text(p['reason']) === '' ? '' : `（${text(p['reason'])}）`}`,
    advice:
      '刚才这一步可能没有完成，以前保存的内容没有变化。请检查硬盘或 U 盘是否接好，再试一次并核对；仍然出错时，请尽快把备份做到另一个盘上。',
  }),
  MIGRATION_FAILED: (p) => ({
    title: `${named('数据文件夹', p['path'])}没有能升级到本程序的版本`,
    advice: '原来的数据保持不变，请用原来版本的程序打开，并联系维护人员。',
  }),
  BACKUP_NOT_FOUND: (p) => ({
    title: `${named('位置', p['path'])}里没有找到备份`,
    advice: '请选择备份所在的文件夹（里面有 ledger.sqlite）。数据文件夹没有变化。',
  }),
  BACKUP_DAMAGED: (p) => ({
    title: `${named('备份', p['path'])}已损坏，不能使用`,
    advice: joined(text(p['reason']) === '' ? '' : `（${text(p['reason'])}）`, '数据文件夹没有变化，请换一份备份。'),
  }),
  BACKUP_FAILED: (p) => ({
    title: `备份没有成功${text(p['path']) === '' ? '' : `：「${text(p['path'])}」`}`,
    advice: joined(text(p['reason']) === '' ? '' : `（${text(p['reason'])}）`, '这份备份没有完成，不要使用。请换一个位置再试。'),
  }),
  BROWSER_NOT_FOUND: (p) => ({
    title: '没有找到浏览器，不能生成 PDF',
    advice: joined(text(p['tried']), '请安装 Chromium、Chrome 或 Edge；也可以先用 Word（DOCX）格式。'),
  }),
  PRINT_FAILED: (p) => ({
    title: '生成 PDF 没有成功',
    advice: joined(text(p['reason']), '请再试一次；也可以先用 Word（DOCX）格式。'),
  }),
  TARGET_UNKNOWN: (p) => ({ title: `${named('目标文件夹', p['path'])}已经不在列表里`, advice: 'U 盘可能已拔出，请重新选择。' }),
  TARGET_NO_SPACE: (p) => ({
    title: `${named('目标文件夹', p['path'])}空间不足`,
    advice: joined(
      text(p['needed']) === '' ? '' : `需要 ${size(p['needed'])}，`,
      text(p['free']) === '' ? '' : `剩余 ${size(p['free'])}。`,
      p['isLeft'] === true ? keptBeginning : '没有写入任何材料，请换一个位置或清理后再试。',
    ),
  }),
  TARGET_NOT_WRITABLE: (p) => ({
    title: `${named('目标', p['path'] ?? p['file'])}不能写入`,
    advice: p['isLeft'] === true ? keptBeginning : targetAdvice(text(p['reason'])),
  }),
  TARGET_IN_LEDGER: (p) => ({
    title: `${named('目标', p['path'])}在数据文件夹里面，没有备份`,
    advice: '数据文件夹丢失或损坏时，放在里面的备份会一起失去。请选择 U 盘或其他磁盘。',
  }),
  TARGET_EXISTS: (p) => ({ title: `目标位置已有${named('', p['path'] ?? p['name'])}`, advice: '没有覆盖原有内容，请换一个位置。' }),
  TARGET_FILE_LIMIT: (p) => ({
    title: `${named('文件', fileOf(p))}有 ${size(p['octets'])}，超过了这个位置单个文件的上限 ${size(p['limit'])}`,
    advice:
      p['form'] === 'zip'
        ? '这个 U 盘是 FAT32 格式，装不下这么大的压缩文件。请改选“文件夹”，或换一个 exFAT、NTFS 格式的 U 盘。'
        : '这个 U 盘是 FAT32 格式。请换一个 exFAT、NTFS 格式的 U 盘，或导出到这台电脑的文件夹。',
  }),
  PACK_READ_BACK_FAILED: (p) => ({
    title: `写好的材料读回核对时不一致${text(p['path'] ?? p['file']) === '' ? '' : `：「${text(p['path'] ?? p['file'])}」`}`,
    advice: '这份材料没有完成，不要使用。请换一个 U 盘或文件夹再导出。',
  }),
  PAPER_NOTHING: (p) => ({
    title: `没有可以打印的${text(p['papers']) === '' ? '材料' : text(p['papers'])}`,
    advice: /票/u.test(text(p['papers']))
      ? '表决票、选票和计票单只在议题安排了无记名投票或选举时打印；请先在议题中添加。'
      : '请先登记，再打印。',
  }),
  HANDBOOK_NOTHING: (p) => ({
    title: `${text(p['year'])}年还没有可以编入工作手册的记录`,
    advice: '请先记录会议或登记工作，再生成手册；要看别的年度，请改年度。',
  }),
  PACK_NOTHING: (p) => ({
    title: `${text(p['year']) === '' ? '这一年' : `${text(p['year'])}年`}还没有可以归集的记录`,
    advice: '请先记录会议，再导出佐证材料。',
  }),
  PACK_REFUSED: (p) => ({
    title: `没有导入${text(fileOf(p)) === '' ? '' : `：「${text(fileOf(p))}」`}${text(p['row']) === '' ? '' : `第 ${text(p['row'])} 行`}${text(p['reason'])}`,
    advice: '数据没有变化。请向制作单位要一份新的材料包。',
  }),
  PACK_DAMAGED: (p) => ({
    title: `材料包没有通过校验${text(fileOf(p)) === '' ? '' : `：「${text(fileOf(p))}」`}${text(p['reason'])}`,
    advice: '数据没有变化。请先用“校验”查看全部问题，再重新复制或重新导出。',
  }),
  PACK_NEWER: (p) => ({
    title: `材料包由更新版本的程序制作（格式 ${text(p['version'])}）`,
    advice: '数据没有变化。请换用新版本的程序再导入。',
  }),
  PACK_OTHER_BRANCH: (p) => ({
    title: `材料包属于另一个党支部${text(p['name']) === '' ? '' : `：「${text(p['name'])}」`}`,
    advice: '数据没有变化。只能导入本支部的材料包，或者导入到还没有党员和记录的数据文件夹。',
  }),
  PACK_LEFTOVER: (p) => ({
    title: `这里有一份没有完成的导出${text(p['name']) === '' ? '' : `：「${text(p['name'])}」`}`,
    advice: '没有改动它。请先继续导出，或者清除它再重新导出。',
  }),
  PACK_CHANGED: () => ({
    title: '没有完成的导出接不上了：开始导出以后，记录或程序有变化，或者其中的文件被改动',
    advice: '没有改动它。请清除它，再重新导出。',
  }),
  ATTACHMENT_DAMAGED: (p) => ({
    title: `${named('附件', fileOf(p))}的内容已与存入时不同`,
    advice: '没有导出。请在原记录中重新添加这个附件，或从备份中找回。',
  }),
  LEDGER_LOCKED: (p) => ({
    title: '已锁定',
    advice:
      p['shell'] === 'cli'
        ? '数据文件夹设有口令：请放进环境变量 BRANCH_HANDBOOK_PASSPHRASE，或用 --passphrase-stdin 从标准输入给出。'
        : '请先输入口令解锁。数据都在，没有改动。',
  }),
  PASSPHRASE_WRONG: (p) => ({
    title: p['what'] === 'recovery' ? '恢复码不对' : '口令不对',
    advice: joined(
      p['what'] === 'recovery' ? '请与打印的恢复码逐组核对；更换口令以后，以前的恢复码不再有效。' : '请检查大小写和输入法后再试。',
      Number(p['waitSeconds'] ?? 0) > 0 ? `连续输错，请等 ${text(p['waitSeconds'])} 秒再试。` : '',
    ),
  }),
  PASSPHRASE_WAIT: (p) => ({ title: '请稍候再试', advice: `刚才连续输错，还要等 ${text(p['seconds'])} 秒。` }),
  RECOVERY_CODE_MISTYPED: (p) => ({
    title: '恢复码没有输对',
    advice:
      text(p['group']) === ''
        ? '恢复码是 6 组、每组 5 个字符，请输完整。'
        : `第 ${text(p['group'])} 组有误，请与打印的恢复码核对。`,
  }),
  PACK_PASSPHRASE_WRONG: () => ({
    title: '移交包的口令不对',
    advice: '没有导入任何内容。请向制作移交包的同志核对口令；不填口令也可以导入，只是不含不公开的内容。',
  }),
  SEALED_UNREADABLE: () => ({
    title: '不公开的内容打不开',
    advice: '它在本程序之外被改动过，或者磁盘有损坏。请到“设置 › 备份与检查”做一次检查，必要时从备份恢复。',
  }),
  CONFIRMATION_MISSING: () => ({ title: '还没有确认保密事项', advice: '请先阅读并勾选导出前的确认，再导出。' }),
  CANCELLED: () => ({ title: '已取消', advice: '没有留下未完成的内容。' }),
}

/** Title and advice in Chinese for an expected failure; they name the file, the row or the folder of `params`. */
export function errorText(code: ErrorCode, params: ErrorParams = {}): ErrorText {
  return words[code](params)
}

/** Title and advice as one text, for a terminal. */
export function errorLine(code: ErrorCode, params: ErrorParams = {}): string {
  const { title, advice } = errorText(code, params)
  return advice === '' ? title : `${title}。${advice}`
}

/** What is said about a bug: the reference finds it in the log. */
export function unexpectedText(reference: string): ErrorText {
  return {
    title: '程序出现了意外问题',
    advice: `已经写入运行日志，编号 ${reference}。请先保存其他内容，再试一次；仍然不行请把编号告诉维护人员。`,
  }
}
