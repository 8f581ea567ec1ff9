import { cut, normalName } from '../../kernel/text.ts'
import { halfWidth } from '../../kernel/width.ts'
import type { Post } from '../schema.ts'

/** A post as a sheet names it; `title` only when it is not the usual one. */
export interface NamedPost {
  readonly post: Post
  readonly title: string
}

const usual: Readonly<Record<string, Post>> = {
  书记: 'branchSecretary',
  支部书记: 'branchSecretary',
  党支部书记: 'branchSecretary',
  副书记: 'deputySecretary',
  支部副书记: 'deputySecretary',
  党支部副书记: 'deputySecretary',
  组织委员: 'organizationCommissioner',
  宣传委员: 'publicityCommissioner',
  纪检委员: 'disciplineCommissioner',
  纪律检查委员: 'disciplineCommissioner',
  委员: 'otherCommissioner',
  支部委员: 'otherCommissioner',
  支委: 'otherCommissioner',
  支委委员: 'otherCommissioner',
}

const NO_POST = /^(中共)?(正式|预备|普通)?党员$|^(群众|无|-|—|——|\/)$/

/** The posts in a cell: 书记、党小组组长; an ordinary member has none. `unknown`: what is no post we know. */
export function readPosts(text: string): { readonly posts: readonly NamedPost[]; readonly unknown: readonly string[] } {
  const posts: NamedPost[] = []
  const unknown: string[] = []
  const parts = halfWidth(text).split(/[、,;/\n+]|兼任?/)
  for (const part of parts.map((each) => normalName(each).replace(/\s/g, ''))) {
    if (part === '' || NO_POST.test(part)) continue
    const post = usual[part]
    if (post) posts.push({ post, title: '' })
    else if (/小?组长$/.test(part) && !part.includes('副')) posts.push({ post: 'groupLeader', title: '' })
    else if (part.endsWith('委员')) posts.push({ post: 'otherCommissioner', title: cut(part, 40) })
    else unknown.push(part)
  }
  return { posts, unknown }
}
