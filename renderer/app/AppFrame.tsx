import { Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import './frame.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { routes } from './routes.tsx'
import { SideMenu } from './SideMenu.tsx'
import { TopBar } from './TopBar.tsx'
import { useShortcuts } from './useShortcuts.ts'

/** Top bar, menu, and the page of the address. */
export function AppFrame() {
  const [location] = useLocation()
  useShortcuts()
  return (
    <div className="frame">
      <a className="skip-link" href="#main-content" onClick={focusMain}>
        跳到正文
      </a>
      <TopBar />
      <SideMenu />
      <footer className="frame-notice">非涉密软件，请勿录入涉密和内部敏感信息</footer>
      <main className="frame-main" id="main-content" tabIndex={-1}>
        {/* A page that broke must not keep the next one from showing. */}
        <ErrorBoundary page={location}>
          <Suspense fallback={<p className="app-wait soft">正在打开…</p>}>
            <Switch>
              {routes.map(({ path, page }) => (
                <Route key={path} path={path} component={page} />
              ))}
              <Route>
                <EmptyState title="没有这一页" actions={<a href="#/">回到首页</a>} />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}

// The hash is the address of a page, so the link must not write it.
function focusMain(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('main-content')?.focus()
}
