import {
  CommentOutlined,
  FlagOutlined,
  HomeOutlined,
  PrinterOutlined,
  ReadOutlined,
  ScheduleOutlined,
  StarOutlined,
  TeamOutlined,
  UserAddOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { isUnder, type MenuIcon, markedAddress, menuEntries, shownRecord } from './menu.ts'

const icons: Record<MenuIcon, ReactNode> = {
  home: <HomeOutlined />,
  plan: <ScheduleOutlined />,
  meeting: <CommentOutlined />,
  people: <TeamOutlined />,
  study: <ReadOutlined />,
  development: <UserAddOutlined />,
  roles: <FlagOutlined />,
  rating: <StarOutlined />,
  print: <PrinterOutlined />,
}

/** The left menu; signs alone where the window is narrow. */
export function SideMenu() {
  const [location] = useLocation()
  const query = useSearch()
  const id = shownRecord(location)
  const record = useQuery({ ...orpc.dossier.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null })
  const marked = markedAddress(location, query, record.data?.kind ?? null)
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  // Switched off, nothing of it is seen; nor before it is known.
  const entries = menuEntries.filter(({ path }) => path !== '/rating' || branch.data?.settings.usesRating === true)
  return (
    <nav className="frame-menu" aria-label="主菜单">
      {entries.map(({ path, label, icon, covers }) => (
        <Link
          key={path}
          href={path}
          className={isUnder(marked, covers) ? 'menu-entry menu-entry-current' : 'menu-entry'}
          aria-current={isUnder(marked, covers) ? 'page' : undefined}
          title={label}
        >
          <span className="menu-icon" aria-hidden="true">
            {icons[icon]}
          </span>
          <span className="menu-label">{label}</span>
        </Link>
      ))}
    </nav>
  )
}
