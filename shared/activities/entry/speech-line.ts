import { normalName } from '../../kernel/text.ts'
import type { PastedBlock } from './pasted-minutes.ts'

const SPEECH = /^(?<name>[^：:，。；、（(\d“”]{2,24}?)\s*(?:[（(](?<role>[^）)：:]{1,60})[）)])?\s*[：:]\s*(?<text>.+)$/su
/** Words that stand before a colon and are no person. */
const NOT_A_NAME =
  /^(会议|本次|主要|内容|情况|时间|地点|议题|要求|问题|措施|目标|一是|二是|三是|其中|例如|如下|强调|指出|决定|建议|结果|备注|附件|注意|原因|学习|活动|议程|总结|小结)/u

/**
 * 王五：… or 赵六（入党介绍人）：… is a speech; anything else is 情况. A name that the roster does not have must look like
 * one: two or three characters, or with a dot for longer ones.
 */
export function blockOf(line: string, names: ReadonlySet<string>): PastedBlock {
  const plain: PastedBlock = { speaker: null, role: '', text: line }
  const groups = SPEECH.exec(line)?.groups
  const name = normalName((groups?.['name'] ?? '').replace(/同志$/u, ''))
  if (name === '' || !groups) return plain
  const looksLikeName = /^\p{Script=Han}{2,3}$/u.test(name) || /^\p{Script=Han}+·\p{Script=Han}+$/u.test(name)
  if (!names.has(name) && (!looksLikeName || NOT_A_NAME.test(name))) return plain
  return { speaker: name, role: (groups['role'] ?? '').trim(), text: (groups['text'] ?? '').trim() }
}
